import { localized, normalize } from '../../../catalog/index.ts'
import { languages as defaultLanguages, type Locale } from '../../../i18n/index.ts'
import type { CommunityChange } from '../../../proposals/index.ts'
import type { CommandContext } from '../../command.ts'
import { UserError } from '../../errors.ts'
import type { BotResponse } from '../../events.ts'
import { quoteInput } from '../../quote.ts'
import { languageName } from '../profile/settings.ts'
import { rungButton } from './actions.ts'
import { requireAdmin } from './community-access.ts'
import { changeCommunity, settingsPage } from './community-change.ts'

// Settings of the community in typed words: /rung channel #proposals, /rung experts security @ana, /rung admins reset.

/** What can be set in words. */
export type CommunityWord = 'channel' | 'experts' | 'admins' | 'language'

/** Answers the words typed after the name of a setting: without any, all settings are shown. Throws a UserError. */
export async function typedCommunity(
  setting: CommunityWord,
  typed: string,
  context: CommandContext,
): Promise<BotResponse> {
  // A person may mean the language in which they are answered.
  if (setting === 'language' && normalize(typed) === '') return settingsPage(context)
  const access = await requireAdmin(context)
  if (normalize(typed) === '') return settingsPage(context)
  return changeCommunity(changeIn(setting, typed, context), access, context)
}

function changeIn(setting: CommunityWord, typed: string, context: CommandContext): CommunityChange {
  switch (setting) {
    case 'channel':
      return { channel: channelIn(typed, context) }
    case 'language':
      return { locale: localeIn(typed, context) }
    case 'admins': {
      const { ids, rest } = peopleIn(typed, context)
      if (rest !== '') throw whoError(rest, context)
      return { admins: ids }
    }
    case 'experts': {
      const { ids, rest } = peopleIn(typed, context)
      return { experts: { domain: rest === '' ? null : domainIn(rest, context), ids } }
    }
  }
}

function isReset(word: string, { vocabulary }: CommandContext): boolean {
  return vocabulary.words('rungReset').has(normalize(word))
}

function channelIn(typed: string, context: CommandContext): string | null {
  const mention = context.mentions?.find(({ kind }) => kind === 'channel')
  if (mention) return mention.id
  if (isReset(typed, context)) return null
  throw new UserError('error.community.channel', { text: quoteInput(typed) }, formButtons(context), 'channel')
}

/** The mentioned people and groups, null if the list is to be reset, and the other words. */
function peopleIn(typed: string, context: CommandContext): { readonly ids: readonly string[] | null; rest: string } {
  const mentions = context.mentions?.filter(({ kind }) => kind !== 'channel') ?? []
  const words = mentions
    .reduce((text, mention) => text.replace(mention.text, ' '), typed)
    .split(/[\s,;]+/u)
    .filter((word) => word !== '')
  const rest = words.filter((word) => !isReset(word, context)).join(' ')
  if (mentions.length > 0) return { ids: [...new Set(mentions.map(({ id }) => id))], rest }
  if (words.some((word) => isReset(word, context))) return { ids: null, rest }
  throw whoError(typed, context)
}

function whoError(text: string, context: CommandContext): UserError {
  return new UserError('error.community.people', { text: quoteInput(text) }, formButtons(context))
}

/** The domain that words name. Words that look like a mention are a person whom the platform did not name. */
function domainIn(words: string, context: CommandContext): string {
  if (words.includes('@')) throw whoError(words, context)
  const { catalogIndex, vocabulary, t } = context
  const named = catalogIndex
    .parse(words, vocabulary.words('connectives'))
    .flatMap(({ meanings }) => meanings)
    .find(({ kind }) => kind === 'domain')
  if (named?.kind === 'domain') return named.domain.slug
  const domains = [...catalogIndex.catalog.domains.values()].map(({ name }) => localized(name, t.locale))
  throw new UserError('error.community.domain', { text: quoteInput(words), domains: domains.join(', ') })
}

/** The language that a word names, by its code or in any language: "es", "español", "Spanish". */
function localeIn(typed: string, context: CommandContext): Locale | null {
  if (isReset(typed, context)) return null
  const { locales } = context.services.languages ?? defaultLanguages
  const word = normalize(typed)
  const match = locales.find(
    (locale) =>
      locale === word ||
      locales.some((own) => normalize(new Intl.DisplayNames([own], { type: 'language' }).of(locale) ?? '') === word),
  )
  if (match !== undefined) return match
  throw new UserError('error.community.language', {
    text: quoteInput(typed),
    languages: context.t.all(locales.map(languageName)),
  })
}

function formButtons({ t }: CommandContext) {
  return [rungButton(t('community.change'), { type: 'community' })]
}
