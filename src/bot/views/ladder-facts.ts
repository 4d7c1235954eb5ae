import { type LadderAbout, localized } from '../../catalog/index.ts'
import type { Translator } from '../../i18n/index.ts'
import { type Block, plain, type RichText } from '../../message/index.ts'

/** Where the ladder comes from: what its authors say of it, in fields; nothing if they say nothing. */
export function factsBlock({ name, version, author, source, license }: LadderAbout, t: Translator): readonly Block[] {
  const fields = [
    ['field.ladder', localized(name, t.locale) ?? null],
    ['field.version', version],
    ['field.author', author],
    ['field.source', source],
    ['field.license', license],
  ] as const
  const stated = fields.flatMap(([key, value]) => (value === null ? [] : [{ label: t(key), value: factText(value) }]))
  return stated.length > 0 ? [{ type: 'fields', fields: stated }] : []
}

/** A fact; an address is a link. */
function factText(fact: string): RichText {
  return /^https:\/\/\S+$/u.test(fact) ? [{ type: 'link', text: fact, url: fact }] : plain(fact)
}
