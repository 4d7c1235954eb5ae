import { normalize } from '../../../catalog/index.ts'
import type { WordList } from '../../../i18n/index.ts'
import { personKey } from '../../../store/person.ts'
import type { Command, CommandContext } from '../../command.ts'
import { UserError } from '../../errors.ts'
import { type BotResponse, reply } from '../../events.ts'
import { isHelpRequest } from '../../input.ts'
import { quoteInput } from '../../quote.ts'
import { topicView } from '../skills/views/topics.ts'
import { RUNG_CODE, type RungPage, rungAction } from './actions.ts'
import { settingsPage } from './community-change.ts'
import { communityForm, domainExpertsForm, submitCommunity, submitDomainExperts } from './community-form.ts'
import { type CommunityWord, typedCommunity } from './community-typed.ts'
import { chooseLadder, ladderPage, suggestLadders, typedLadder } from './ladder.ts'
import { aboutView, installedView, rungHelpView, statusView, welcomeBlocks } from './views.ts'

/** For how long two processes are kept from greeting the same person: each then sees that it was done. */
const WELCOME_MS = 60 * 60 * 1000

const WORDS: Readonly<Record<Exclude<RungPage, 'help' | 'ladder'>, WordList>> = {
  about: 'rungAbout',
  privacy: 'rungPrivacy',
  settings: 'rungSettings',
  status: 'rungStatus',
}

const COMMUNITY_WORDS: Readonly<Record<CommunityWord, WordList>> = {
  channel: 'rungChannel',
  experts: 'rungExperts',
  admins: 'rungAdmins',
  language: 'rungLanguage',
}

/** Creates the front door: help for all commands, what Rung is and stores, a person's settings, and the state of the process. */
export function createRungCommand(others: readonly Command[]): Command {
  const answer = async (page: RungPage, context: CommandContext): Promise<BotResponse> => {
    switch (page) {
      case 'help':
        return reply(rungHelpView(others, context))
      case 'about':
        return reply(aboutView(context))
      case 'privacy':
        return reply(topicView('privacy', context))
      case 'settings':
        return settingsPage(context)
      case 'ladder':
        return ladderPage(context)
      case 'status':
        return reply(await statusView(context))
    }
  }

  return {
    name: 'rung',
    isProductName: true,
    takesMentions: true,
    code: RUNG_CODE,
    summary: 'rung.summary',
    options: [],
    subcommands: [
      { name: 'help', summary: 'rung.help.summary', options: [] },
      { name: 'about', summary: 'rung.about.summary', options: [] },
      { name: 'privacy', summary: 'rung.privacy.summary', options: [] },
      { name: 'settings', summary: 'profile.settings.summary', options: [] },
      { name: 'status', summary: 'rung.status.summary', options: [] },
      {
        name: 'channel',
        summary: 'rung.channel.summary',
        options: [{ name: 'channel', summary: 'rung.option.channel', completes: 'text' }],
      },
      {
        name: 'experts',
        summary: 'rung.experts.summary',
        options: [
          { name: 'people', summary: 'rung.option.people', completes: 'text' },
          { name: 'domain', summary: 'rung.option.domain', completes: 'domain' },
        ],
      },
      {
        name: 'admins',
        summary: 'rung.admins.summary',
        options: [{ name: 'people', summary: 'rung.option.people', completes: 'text' }],
      },
      {
        name: 'language',
        summary: 'rung.language.summary',
        options: [{ name: 'language', summary: 'rung.option.language', completes: 'text' }],
      },
      {
        name: 'ladder',
        summary: 'rung.ladder.summary',
        options: [{ name: 'ladder', summary: 'rung.option.ladder', completes: 'text', suggest: suggestLadders }],
      },
    ],
    usages: [
      { subcommand: 'help', answer: 'rung.help.summary' },
      { subcommand: 'about', answer: 'rung.about.summary' },
      { subcommand: 'privacy', answer: 'rung.privacy.summary' },
      { subcommand: 'settings', answer: 'profile.settings.summary' },
      { subcommand: 'status', answer: 'rung.status.summary' },
    ],
    run(typed, context) {
      const { words } = context.vocabulary
      if (normalize(typed) === '' || isHelpRequest(typed, context.vocabulary)) return answer('help', context)
      for (const page of ['about', 'privacy', 'settings', 'status'] as const) {
        if (words(WORDS[page]).has(normalize(typed))) return answer(page, context)
      }
      const [first = '', ...rest] = typed.trim().split(/\s+/u)
      for (const word of ['channel', 'experts', 'admins', 'language'] as const) {
        if (words(COMMUNITY_WORDS[word]).has(normalize(first))) return typedCommunity(word, rest.join(' '), context)
      }
      if (words('rungLadder').has(normalize(first))) return typedLadder(rest.join(' '), context)
      throw new UserError('error.rung.unknown', { text: quoteInput(typed) })
    },
    handleAction(args, context) {
      const action = rungAction(args)
      switch (action.type) {
        case 'community':
          return communityForm(context)
        case 'domainExperts':
          return domainExpertsForm(context)
        case 'useLadder':
          return chooseLadder(action.id, context)
        case 'resetLadder':
          return chooseLadder(null, context)
        default:
          return answer(action.type, context)
      }
    },
    handleForm(args, values, context) {
      const { type } = rungAction(args)
      if (type === 'community') return submitCommunity(values, context)
      if (type === 'domainExperts') return submitDomainExperts(values, context)
      throw new UserError('error.action.unreadable')
    },
    async handleWelcome({ occasion }, context) {
      if (occasion === 'installed') return reply(installedView(context))
      if (occasion === 'opened' && !(await isFirstWelcome(context))) return undefined
      return reply(topicView('greeting', context), { view: 'greeting', ignored: [] })
    },
    async renderHome(context) {
      const { lastRole, isWelcomed } = await context.services.store.settings.read(context.person)
      return isWelcomed === true || lastRole !== null ? {} : { welcome: welcomeBlocks(context.t) }
    },
  }
}

/** Whether a person who has opened the direct messages is new, and from now on no longer. */
async function isFirstWelcome({ person, services: { store, now } }: CommandContext): Promise<boolean> {
  const { lastRole, isWelcomed } = await store.settings.read(person)
  if (isWelcomed === true || lastRole !== null) return false
  if ((await store.claims.claim(`welcome/${personKey(person)}`, now(), WELCOME_MS)) !== 'claimed') return false
  await store.settings.change(person, { isWelcomed: true })
  return true
}
