import type { BuildContext } from './build-context.ts'
import { type CompiledEntry, compress, contentHash, decompress } from './compiled.ts'
import type { Domain, Skill } from './model.ts'
import { createScale, type Scale } from './scale.ts'

// A built skill without the objects that it shares with others: it is valid for the same ladder and domains.

/** What is read of a skill when it is asked for. */
type SkillBody = Pick<Skill, 'statements' | 'examples' | 'growth' | 'links'>

/** What is read of every skill at the start. */
interface SkillHead extends Omit<Skill, 'domain' | 'scale' | keyof SkillBody> {
  readonly domain: string
  /** Null for the scale of the ladder. */
  readonly scale: Scale | null
}

export type CompiledSkill = CompiledEntry<SkillHead>

type SkillContext = Pick<BuildContext, 'ladder' | 'domains'>

/** A hash of what every skill depends on. */
export function ladderHash({ ladder, domains }: SkillContext): string {
  const { scale, levelRule, languages, facts } = ladder
  return contentHash(JSON.stringify([scale, levelRule, languages, facts, [...domains.values()]]))
}

export function compileSkill(skill: Skill, { ladder }: Pick<SkillContext, 'ladder'>): CompiledSkill {
  const { domain, scale, statements, examples, growth, links, ...content } = skill
  const body: SkillBody = { statements, examples, growth, links }
  const head = { ...content, domain: domain.slug, scale: scale === ladder.scale ? null : scale }
  return { head, body: compress(JSON.stringify(body)) }
}

/** Builds a compiled skill of the same ladder; undefined without its domain. Its texts are read when they are first used. */
export function restoreSkill(compiled: CompiledSkill, { ladder, domains }: SkillContext): Skill | undefined {
  const { domain: domainSlug, scale, aliases, ...content } = compiled.head
  const domain: Domain | undefined = domains.get(domainSlug)
  if (!domain) return undefined
  let read: SkillBody | undefined
  const body = (): SkillBody => {
    read ??= freezeAll<SkillBody>(JSON.parse(decompress(compiled.body)))
    return read
  }
  return Object.freeze({
    ...content,
    domain,
    aliases: Object.freeze(aliases),
    scale: scale ? createScale(freezeAll(scale).steps) : ladder.scale,
    get statements() {
      return body().statements
    },
    get examples() {
      return body().examples
    },
    get growth() {
      return body().growth
    },
    get links() {
      return body().links
    },
  })
}

/** Freezes a value that was read from JSON, and everything in it. */
function freezeAll<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const each of Object.values(value)) freezeAll(each)
    Object.freeze(value)
  }
  return value
}
