// What Rung calls and listens to in Slack, and the scope each needs. The app's manifest asks for these and no more.

/** The Web API methods in use and the bot scope of each (docs.slack.dev/reference/methods); null where it needs none. */
export const METHOD_SCOPES = {
  'auth.test': null,
  'chat.getPermalink': null,
  'chat.postEphemeral': 'chat:write',
  'chat.postMessage': 'chat:write',
  'chat.update': 'chat:write',
  'conversations.history': 'im:history',
  'conversations.open': 'im:write',
  'conversations.replies': 'channels:history',
  'files.completeUploadExternal': 'files:write',
  'files.getUploadURLExternal': 'files:write',
  'oauth.v2.access': null,
  'reactions.get': 'reactions:read',
  'usergroups.users.list': 'usergroups:read',
  'users.info': 'users:read',
  'views.open': null,
  'views.publish': null,
} as const

export type SlackMethod = keyof typeof METHOD_SCOPES

/** The events in use and the bot scope of each (docs.slack.dev/reference/events). */
export const EVENT_SCOPES = {
  app_home_opened: null,
  app_uninstalled: null,
  'message.im': 'im:history',
  reaction_added: 'reactions:read',
  reaction_removed: 'reactions:read',
  tokens_revoked: null,
} as const

/** What is done beyond a method's own scope: the words of a message in a channel are read where it is nominated. */
const CHANNELS = ['channels:history', 'groups:history'] as const

/**
 * What one may leave out: without it there are no files such as an export; no user groups among the experts; and the words of a
 * nominated message are not read.
 */
const OPTIONAL: ReadonlySet<string> = new Set(['files:write', 'usergroups:read', ...CHANNELS])

/** The scopes that are needed, and those one may leave out. Slash commands need one of their own. */
export function botScopes(): { readonly required: readonly string[]; readonly optional: readonly string[] } {
  const used = ['commands', ...CHANNELS, ...Object.values(METHOD_SCOPES), ...Object.values(EVENT_SCOPES)]
  const all = [...new Set(used.filter((scope) => scope !== null))].toSorted()
  return { required: all.filter((scope) => !OPTIONAL.has(scope)), optional: all.filter((scope) => OPTIONAL.has(scope)) }
}
