import { normalize } from '../../../catalog/index.ts'
import { languages as defaultLanguages } from '../../../i18n/index.ts'
import { actions, type Block, heading, list, note, plain, strong, text } from '../../../message/index.ts'
import { personKey } from '../../../store/person.ts'
import type { CommandContext } from '../../command.ts'
import { UserError } from '../../errors.ts'
import { type BotResponse, type Choice, replaceWith, reply } from '../../events.ts'
import type { LadderUse } from '../../ladder-choices.ts'
import { type LadderName, type Ladders, ladderNamed } from '../../ladders.ts'
import { quoteInput } from '../../quote.ts'
import { noticeMessage } from '../../views/notice.ts'
import { rungButton } from './actions.ts'

// Which of several ladders a workspace uses. Its admins choose by name.

/** The most roles that are named of a ladder. */
const MAX_ROLES = 4

/** Whether a person may choose the ladder of their workspace; undefined if the platform could not tell. */
async function mayChoose(ladders: Ladders, { person, services }: CommandContext): Promise<boolean | undefined> {
  const { proposals, communitySettings } = services
  if (ladders.isListedAdmin(person) || proposals?.community().canDecide(person) === true) return true
  const settings = communitySettings?.of(person.platform)
  return settings ? settings.isAdministrator(person).catch(() => undefined) : false
}

/** The ladders, for an admin; undefined if there is only one. Throws a UserError for anyone else. */
async function requireChoice(context: CommandContext): Promise<Ladders | undefined> {
  const { services, person, t } = context
  const { ladders } = services
  if (!ladders) return undefined
  const isAllowed = await mayChoose(ladders, context)
  if (isAllowed === true) return ladders
  if (isAllowed === undefined) throw new UserError('error.community.unchecked')
  services.proposals?.logRefusal({ action: 'ladder', id: '', by: personKey(person), why: 'notAdmin' })
  const { id } = await ladders.choices.of(person)
  throw new UserError('error.ladder.notAdmin', { ladder: ladderNamed(ladders, id, t.locale) })
}

function onlyLadder({ t }: CommandContext): BotResponse {
  return reply(noticeMessage(t, 'info', 'ladderChoice.only'))
}

/** Shows the ladders to an admin, with buttons that choose one. Throws a UserError for anyone else. */
export async function ladderPage(context: CommandContext): Promise<BotResponse> {
  const ladders = await requireChoice(context)
  if (!ladders) return onlyLadder(context)
  return reply(pageOf(ladders, await ladders.choices.of(context.person), context))
}

/** Chooses a ladder for an admin's workspace, or what the operator has set (null). Throws a UserError. */
export async function chooseLadder(id: string | null, context: CommandContext): Promise<BotResponse> {
  const ladders = await requireChoice(context)
  if (!ladders) return onlyLadder(context)
  return replaceWith(await choose(id, ladders, context))
}

/** Answers the words typed after the command: the name or the id of a ladder, or the word that resets it. Throws a UserError. */
export async function typedLadder(typed: string, context: CommandContext): Promise<BotResponse> {
  const { vocabulary, t } = context
  const word = normalize(typed)
  if (word === '') return ladderPage(context)
  const ladders = await requireChoice(context)
  if (!ladders) return onlyLadder(context)
  if (vocabulary.words('rungReset').has(word)) return reply(await choose(null, ladders, context))
  const { locales } = context.services.languages ?? defaultLanguages
  const named = ladders.all().filter((ladder) => wordsOf(ladder, locales).includes(word))
  const [only, ...others] = named
  if (only && others.length === 0) return reply(await choose(only.id, ladders, context))
  const all = ladders.all().map((ladder) => labelOf(ladder, ladders, t.locale))
  throw new UserError('error.ladder.unknown', { text: quoteInput(typed), ladders: t.all(all) }, [
    rungButton(t('ladderChoice.change'), { type: 'ladder' }),
  ])
}

/** Completes the name of a ladder, for admins. */
export async function suggestLadders(typed: string, context: CommandContext): Promise<readonly Choice[]> {
  const { ladders } = context.services
  if (!ladders || (await mayChoose(ladders, context)) !== true) return []
  const { locale } = context.t
  return ladders
    .all()
    .map((ladder) => ({ name: labelOf(ladder, ladders, locale), value: ladder.id }))
    .filter(({ name, value }) => `${normalize(name)} ${value}`.includes(normalize(typed)))
}

/** The ladder of the workspace, among the settings; with a button for an admin. Nothing if there is only one ladder. */
export async function ladderBlocks(context: CommandContext): Promise<readonly Block[]> {
  const { services, person, t } = context
  const { ladders } = services
  if (!ladders) return []
  const [{ id }, isAllowed] = await Promise.all([ladders.choices.of(person), mayChoose(ladders, context)])
  return [
    text([...strong(t('ladderChoice.label')), ...plain(`: ${ladderNamed(ladders, id, t.locale)}`)]),
    ...(isAllowed === true ? actions([rungButton(t('ladderChoice.change'), { type: 'ladder' })]) : []),
  ]
}

async function choose(id: string | null, ladders: Ladders, context: CommandContext) {
  const { person, t } = context
  if (id !== null && !ladders.all().some((ladder) => ladder.id === id)) throw new UserError('error.action.unreadable')
  const before = await ladders.choices.of(person)
  const use = await ladders.choices.choose(person, id)
  const words = { ladder: ladderNamed(ladders, use.id, t.locale) }
  const isSame = before.id === use.id
  return pageOf(ladders, use, context, [
    note(isSame ? 'info' : 'success', t.rich(isSame ? 'ladderChoice.same' : 'ladderChoice.chosen', words)),
  ])
}

function pageOf(ladders: Ladders, use: LadderUse, { t }: CommandContext, notes: readonly Block[] = []) {
  const { locale } = t
  const current = ladderNamed(ladders, use.id, locale)
  const source = use.source === 'first' ? 'default' : use.source === 'chat' ? 'here' : 'operator'
  const others = ladders.all().filter(({ id }) => id !== use.id)
  return {
    summary: t('ladderChoice.title'),
    blocks: [
      heading(t('ladderChoice.title')),
      ...notes,
      ...(use.missing === undefined
        ? []
        : [note('warning', t.rich('ladderChoice.missing', { id: use.missing, ladder: current }))]),
      ...list(
        ladders.all().map((ladder) => {
          const roles = ladder.roles()
          const more = roles.length > MAX_ROLES ? ', …' : ''
          return {
            text: [
              ...strong(labelOf(ladder, ladders, locale)),
              ...(ladder.id === use.id
                ? plain(` · ${t('ladderChoice.inUse')} · ${t(`community.source.${source}`)}`)
                : []),
            ],
            detail: plain(`${roles.slice(0, MAX_ROLES).join(', ')}${more}`),
          }
        }),
      ),
      text(t.rich('ladderChoice.nothingLost')),
      ...actions([
        ...others.map((ladder) =>
          rungButton(t('ladderChoice.use', { ladder: labelOf(ladder, ladders, locale) }), {
            type: 'useLadder',
            id: ladder.id,
          }),
        ),
        ...(use.source === 'chat' || use.missing !== undefined
          ? [rungButton(t('ladderChoice.reset'), { type: 'resetLadder' })]
          : []),
      ]),
    ],
  }
}

/** The name of a ladder, with its id if another one has the same name. */
function labelOf(ladder: LadderName, ladders: Ladders, locale: string): string {
  const name = ladder.name(locale)
  return ladders.all().some((other) => other.id !== ladder.id && other.name(locale) === name)
    ? `${name} (${ladder.id})`
    : name
}

/** What a ladder can be called when it is typed. */
function wordsOf(ladder: LadderName, locales: readonly string[]): readonly string[] {
  return [ladder.id, ...locales.map((locale) => ladder.name(locale))].map(normalize)
}
