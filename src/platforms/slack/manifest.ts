import { stringify } from 'yaml'
import type { Command } from '../../bot/index.ts'
import { translator } from '../../i18n/index.ts'
import { NOMINATE_SHORTCUT } from './handlers/reaction.ts'
import { botScopes, EVENT_SCOPES } from './scopes.ts'

/** Slack's limit on a command's description and hint (docs.slack.dev/reference/app-manifest). */
const MAX_DESCRIPTION = 2000
const MAX_HINT = 1000

export interface ManifestOptions {
  readonly commands: readonly Command[]
  /** Where Rung is reached from outside; without it the app uses Socket Mode. */
  readonly publicUrl: string | undefined
}

/** The app's manifest as YAML: the commands as they are declared, and the scopes and events in use. */
export function slackManifest({ commands, publicUrl }: ManifestOptions): string {
  const t = translator('en')
  const { required: needed, optional } = botScopes()
  const url = publicUrl === undefined ? undefined : `${publicUrl}/slack/events`
  const manifest = {
    display_information: {
      name: 'Rung',
      description: 'What a role expects, where you stand, and what to grow next',
      background_color: '#1f3a5f',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'Rung', always_online: true },
      slash_commands: commands.map(({ name, summary, options }) => ({
        command: `/${name}`,
        ...(url !== undefined && { url }),
        description: t(summary).slice(0, MAX_DESCRIPTION),
        // Left out without options: an empty hint is not documented.
        ...(options.length > 0 && {
          usage_hint: options
            .map((option) => `[${option.name}]`)
            .join(' ')
            .slice(0, MAX_HINT),
        }),
        should_escape: false,
      })),
      shortcuts: [
        {
          name: t('propose.shortcut'),
          type: 'message',
          callback_id: NOMINATE_SHORTCUT,
          description: t('propose.shortcut.description'),
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
