import type { ChannelProblem, CommunityConfig, CommunitySettings } from '../../../src/proposals/index.ts'

type CommunityPlatform = Parameters<CommunitySettings['connect']>[1]

export interface CommunityPlatformOptions {
  /** The users who administer the workspace on the platform. */
  readonly admins?: readonly string[]
  readonly operator?: Partial<CommunityConfig>
  /** The workspace of the channel in use. */
  readonly workspace?: string
  readonly problems?: Readonly<Record<string, ChannelProblem>>
  readonly apply?: (config: CommunityConfig) => void
}

/** A platform whose groups begin with S and cannot be chosen in a form. */
export function communityPlatform({
  admins = [],
  operator = {},
  workspace,
  problems = {},
  apply = () => undefined,
}: CommunityPlatformOptions): CommunityPlatform {
  return {
    operator: { channel: undefined, workspace: undefined, experts: [], admins: [], ...operator },
    apply,
    workspace: () => workspace,
    choosesGroups: false,
    isAdministrator: ({ user }) => Promise.resolve(admins.includes(user)),
    isGroup: (id) => id.startsWith('S'),
    checkChannel: (_, channel) => Promise.resolve(problems[channel]),
  }
}
