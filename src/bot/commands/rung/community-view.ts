import { localized } from '../../../catalog/index.ts'
import {
  actions,
  type Block,
  heading,
  type Inline,
  list,
  plain,
  type RichText,
  strong,
  text,
} from '../../../message/index.ts'
import { idsFor } from '../../../proposals/index.ts'
import type { CommandContext } from '../../command.ts'
import { languageName } from '../profile/settings.ts'
import { rungButton } from './actions.ts'
import type { CommunityAccess } from './community-access.ts'

/** The settings of the community, each with where it comes from, and the buttons that change them. */
export function communityBlocks({ settings }: CommunityAccess, context: CommandContext): readonly Block[] {
  const { t } = context
  const { config, record } = settings
  const { channel, locale } = config
  const channelInline: Inline[] =
    channel === undefined
      ? []
      : [{ type: 'mention', kind: 'channel', text: `#${channel}`, platform: context.person.platform, id: channel }]
  return [
    heading(t('community.title')),
    ...list([
      item(t('community.channel'), channelInline, record?.channel !== undefined, context),
      ...expertItems(settings, context),
      item(
        t('community.admins'),
        peopleOf(idsFor(config.admins, null), settings, context),
        record?.admins !== undefined,
        context,
      ),
      {
        text: [
          ...strong(t('community.locale')),
          ...plain(': '),
          ...plain(
            locale === undefined
              ? t('community.source.default')
              : `${languageName(locale)} · ${t('community.source.here')}`,
          ),
        ],
      },
    ]),
    text(t.rich('community.platformAdmins')),
    ...actions([
      rungButton(t('community.change'), { type: 'community' }, 'primary'),
      rungButton(t('community.change.domain'), { type: 'domainExperts' }),
    ]),
  ]
}

/** The experts of all domains, then those of each domain that has some. */
function expertItems(settings: CommunityAccess['settings'], context: CommandContext) {
  const { t, catalogIndex } = context
  const { config, record } = settings
  const domains = new Set([null, ...config.experts.map(({ domain }) => domain)])
  return [...domains].map((domain) => {
    const named = domain === null ? undefined : catalogIndex.catalog.domains.get(domain)
    const name = named ? localized(named.name, t.locale) : domain
    const label = name === null ? t('community.experts') : t('community.experts.domain', { domain: name })
    const isSetHere = record?.experts.some((each) => each.domain === domain) === true
    return item(label, peopleOf(idsFor(config.experts, domain), settings, context), isSetHere, context)
  })
}

function item(label: string, value: RichText, isSetHere: boolean, { t }: CommandContext): { readonly text: RichText } {
  const source = t(isSetHere ? 'community.source.here' : 'community.source.operator')
  return {
    text: [
      ...strong(label),
      ...plain(': '),
      ...(value.length === 0 ? plain(t('community.none')) : [...value, ...plain(` · ${source}`)]),
    ],
  }
}

function peopleOf(
  ids: readonly string[],
  { isGroup }: Pick<CommunityAccess['settings'], 'isGroup'>,
  { person: { platform }, t }: CommandContext,
): RichText {
  return ids.flatMap((id, nth): Inline[] => [
    ...(nth > 0 ? plain(', ') : []),
    isGroup(id)
      ? { type: 'mention', kind: 'group', text: t('community.group', { id }), platform, id }
      : { type: 'person', text: id, platform, user: id },
  ])
}
