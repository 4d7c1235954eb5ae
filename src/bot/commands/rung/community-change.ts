import { type Block, note } from '../../../message/index.ts'
import type { CommunityChange } from '../../../proposals/index.ts'
import type { CommandContext } from '../../command.ts'
import { UserError } from '../../errors.ts'
import { type BotResponse, reply } from '../../events.ts'
import { settingsView } from '../profile/settings.ts'
import { accessOf, type CommunityAccess } from './community-access.ts'
import { communityBlocks } from './community-view.ts'
import { ladderBlocks } from './ladder.ts'

/** A person's own settings and, for an admin, those of the community; `notes` say what was changed. */
export async function settingsPage(context: CommandContext, notes: readonly Block[] = []): Promise<BotResponse> {
  const [own, ladder, access] = await Promise.all([
    settingsView(context, notes),
    ladderBlocks(context),
    accessOf(context),
  ])
  const community = access ? communityBlocks(access, context) : []
  return reply({ ...own, blocks: [...own.blocks, ...ladder, ...community] })
}

/** Changes settings of the community for an admin; `notes` say more about it. Throws a UserError for what cannot be used. */
export async function changeCommunity(
  change: CommunityChange,
  { store, settings }: CommunityAccess,
  context: CommandContext,
  notes: readonly Block[] = [],
): Promise<BotResponse> {
  const { person, t, event } = context
  const { channel } = change
  const hasOwner = settings.owner !== 'unread' && settings.owner.workspace !== undefined
  if (!hasOwner && typeof channel !== 'string') throw new UserError('error.community.noChannel', {}, [], 'channel')
  const problem =
    typeof channel === 'string'
      ? await settings.checkChannel(person.workspace, channel, event).catch(() => {
          throw new UserError('error.community.unchecked', {}, [], 'channel')
        })
      : undefined
  if (problem && !problem.isSolvable) throw new UserError(problem.key, problem.params, [], 'channel')
  const result = await store.change(person, change)
  if (result === 'taken') throw new UserError('error.community.other')
  if (result !== 'done') throw new UserError(`error.community.${result}`)
  return settingsPage(context, [
    note('success', t.rich('community.saved')),
    ...(problem ? [note('warning', t.rich(problem.key, problem.params))] : []),
    ...notes,
  ])
}
