// The Web API methods and events that Rung uses, and the scope that each needs. The app's manifest requests no other scopes.

/** The Web API methods in use and the bot scope of each (docs.slack.dev/reference/methods); null if it needs none. */
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
  'views.update': null,
} as const

export type SlackMethod = keyof typeof METHOD_SCOPES

/** The events in use and the bot scope of each (docs.slack.dev/reference/events). */
export const EVENT_SCOPES = {
  app_home_opened: null,
  app_mention: 'app_mentions:read',
  app_uninstalled: null,
  'message.im': 'im:history',
  reaction_added: 'reactions:read',
  reaction_removed: 'reactions:read',
  tokens_revoked: null,
} as const

/** Scopes beyond those of the methods: the text of a nominated message is read from its channel. */
const CHANNELS = ['channels:history', 'groups:history'] as const

/**
 * Optional scopes. Without them, there are no files such as an export, no user groups among the experts, and the text of a nominated
 * message is not read.
 */
const OPTIONAL: ReadonlySet<string> = new Set(['files:write', 'usergroups:read', ...CHANNELS])

/** Returns the required and the optional scopes. Slash commands need the scope `commands`. */
export function botScopes(): { readonly required: readonly string[]; readonly optional: readonly string[] } {
  const used = ['commands', ...CHANNELS, ...Object.values(METHOD_SCOPES), ...Object.values(EVENT_SCOPES)]
  const all = [...new Set(used.filter((scope) => scope !== null))].toSorted()
  return { required: all.filter((scope) => !OPTIONAL.has(scope)), optional: all.filter((scope) => OPTIONAL.has(scope)) }
}
