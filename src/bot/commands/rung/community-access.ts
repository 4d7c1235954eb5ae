import type { MessageKey } from '../../../i18n/index.ts'
import type { CommunitySettings, PlatformSettings } from '../../../proposals/index.ts'
import { personKey } from '../../../store/person.ts'
import type { CommandContext } from '../../command.ts'
import { UserError } from '../../errors.ts'

/** An admin's access to the settings of their platform. */
export interface CommunityAccess {
  readonly store: CommunitySettings
  readonly settings: PlatformSettings
}

/**
 * Checks whether a person may change the settings of the community now: they are listed as an admin, or administer the workspace that
 * owns the ladder; without an owner, any workspace. Returns why not.
 */
async function checkAccess({ person, services }: CommandContext): Promise<CommunityAccess | MessageKey> {
  const { communitySettings: store, proposals } = services
  await store?.sync()
  const settings = store?.of(person.platform)
  if (!store || !settings) return 'error.community.elsewhere'
  const { owner } = settings
  if (owner === 'unread') return 'error.community.unread'
  if (owner.workspace !== undefined && owner.workspace !== person.workspace) return 'error.community.other'
  const isListed = proposals?.community().admins.includes(personKey(person)) === true
  // Asked in any case: the platform learns of the groups of the workspace.
  const isAdministrator = await settings.isAdministrator(person).catch(() => undefined)
  if (isListed || isAdministrator === true) return { store, settings }
  return isAdministrator === undefined ? 'error.community.unchecked' : 'error.community.notAdmin'
}

/** The access of an admin; undefined for anyone else. */
export async function accessOf(context: CommandContext): Promise<CommunityAccess | undefined> {
  const access = await checkAccess(context)
  return typeof access === 'string' ? undefined : access
}

/** The access of an admin. Throws a UserError that says why a person has none. */
export async function requireAdmin(context: CommandContext): Promise<CommunityAccess> {
  const access = await checkAccess(context)
  if (typeof access !== 'string') return access
  const { services, person } = context
  services.proposals?.logRefusal({ action: 'settings', id: '', by: personKey(person), why: access })
  throw new UserError(access)
}
