import { stringify } from 'yaml'
import type { Command } from '../../bot/index.ts'
import { translator } from '../../i18n/index.ts'
import { NOMINATE_SHORTCUT } from './handlers/reaction.ts'
import { GLOBAL_SHORTCUTS } from './handlers/shortcut.ts'
import { botScopes, EVENT_SCOPES } from './scopes.ts'

/** Slack's limit on a command's description and hint (docs.slack.dev/reference/app-manifest). */
const MAX_DESCRIPTION = 2000
const MAX_HINT = 1000

export interface ManifestOptions {
  readonly commands: readonly Command[]
  /** Where Rung is reached from outside; without it the app uses Socket Mode. */
  readonly publicUrl: string | undefined
  /** What can be typed after a command, for the usage hints. */
  readonly examplesOf: (command: Command) => readonly string[]
  /** Begins the name of each command, such as `rung-`. */
  readonly prefix?: string | undefined
}

/** Examples in a usage hint: more would not be read. */
const MAX_EXAMPLES = 3

/** The app's manifest as YAML: the commands as they are declared, and the scopes and events in use. */
export function slackManifest({ commands, publicUrl, examplesOf, prefix = '' }: ManifestOptions): string {
  const t = translator('en')
  const { required: needed, optional } = botScopes()
  const url = publicUrl === undefined ? undefined : `${publicUrl}/slack/events`
  const manifest = {
    display_information: {
      name: 'Rung',
      description: 'What a role expects, where you stand, and what to work on next',
      background_color: '#1f3a5f',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'Rung', always_online: true },
      slash_commands: commands.map((command) => ({
        command: `/${command.isProductName ? '' : prefix}${command.name}`,
        ...(url !== undefined && { url }),
        description: t(command.summary).slice(0, MAX_DESCRIPTION),
        ...hintOf(examplesOf(command)),
        // docs.slack.dev/interactivity/implementing-slash-commands: only then do mentions have ids.
        should_escape: command.takesMentions === true,
      })),
      shortcuts: [
        {
          name: t('slack.shortcut.propose'),
          type: 'message',
          callback_id: NOMINATE_SHORTCUT,
          description: t('slack.shortcut.propose.description'),
        },
        {
          name: t('slack.shortcut.assess'),
          type: 'global',
          callback_id: GLOBAL_SHORTCUTS.assess,
          description: t('slack.shortcut.assess.description'),
        },
        {
          name: t('slack.shortcut.lookUp'),
          type: 'global',
          callback_id: GLOBAL_SHORTCUTS.lookUp,
          description: t('slack.shortcut.lookUp.description'),
        },
      ],
    },
    oauth_config: {
      ...(publicUrl !== undefined && { redirect_urls: [`${publicUrl}/slack/oauth_redirect`] }),
      scopes: { bot: [...needed, ...optional], bot_optional: optional },
    },
    settings: {
      event_subscriptions: { ...(url !== undefined && { request_url: url }), bot_events: Object.keys(EVENT_SCOPES) },
      interactivity: { is_enabled: true, ...(url !== undefined && { request_url: url }) },
      org_deploy_enabled: false,
      socket_mode_enabled: url === undefined,
      token_rotation_enabled: false,
    },
  }
  return stringify(manifest, { lineWidth: 0, aliasDuplicateObjects: false })
}

/** What can be typed after a command, literally. Without an example there is no hint: an empty one is not documented. */
function hintOf(examples: readonly string[]): { readonly usage_hint?: string } {
  const hint = examples.slice(0, MAX_EXAMPLES).join(' · ').slice(0, MAX_HINT)
  return hint === '' ? {} : { usage_hint: hint }
}
