import { localized } from '../../../catalog/index.ts'
import { languages as defaultLanguages } from '../../../i18n/index.ts'
import { type Form, note } from '../../../message/index.ts'
import { type CommunityChange, idsFor } from '../../../proposals/index.ts'
import type { CommandContext } from '../../command.ts'
import { UserError } from '../../errors.ts'
import type { BotResponse } from '../../events.ts'
import { languageName } from '../profile/settings.ts'
import { rungPayload } from './actions.ts'
import { type CommunityAccess, requireAdmin } from './community-access.ts'
import { changeCommunity, settingsPage } from './community-change.ts'

/** The value of the language that is not set. A menu needs one. */
const DEFAULT_LOCALE = 'default'

/** A form with everything that admins set, as it is now. Throws a UserError for anyone else. */
export async function communityForm(context: CommandContext): Promise<BotResponse> {
  const { settings } = await requireAdmin(context)
  const { t, services } = context
  const { config, record } = settings
  const { locales } = services.languages ?? defaultLanguages
  const chosen = (ids: readonly string[]) => ids.map((id) => ({ id, isGroup: settings.isGroup(id) }))
  const form: Form = {
    title: t('community.form.title'),
    payload: rungPayload({ type: 'community' }),
    submit: t('community.form.submit'),
    fields: [
      {
        type: 'channel',
        name: 'channel',
        label: t('community.channel'),
        hint: t('community.form.channel.hint'),
        optional: true,
        ...(config.channel !== undefined && { initial: config.channel }),
      },
      {
        type: 'people',
        name: 'experts',
        label: t('community.experts'),
        hint: t('community.form.experts.hint'),
        optional: true,
        chosen: chosen(idsFor(config.experts, null)),
      },
      {
        type: 'people',
        name: 'admins',
        label: t('community.admins'),
        hint: t('community.form.admins.hint'),
        optional: true,
        chosen: chosen(config.admins.map(({ id }) => id)),
      },
      {
        type: 'choice',
        name: 'locale',
        label: t('community.locale'),
        optional: false,
        initial: record?.locale ?? DEFAULT_LOCALE,
        options: [
          { value: DEFAULT_LOCALE, label: t('community.form.locale.process') },
          ...locales.map((value) => ({ value, label: languageName(value) })),
        ],
      },
    ],
  }
  return { type: 'form', form }
}

/** A form that replaces the experts of one domain. Throws a UserError for anyone but admins. */
export async function domainExpertsForm(context: CommandContext): Promise<BotResponse> {
  await requireAdmin(context)
  const { t, catalogIndex } = context
  const form: Form = {
    title: t('community.form.domain.title'),
    payload: rungPayload({ type: 'domainExperts' }),
    submit: t('community.form.submit'),
    fields: [
      {
        type: 'choice',
        name: 'domain',
        label: t('community.form.domain'),
        optional: false,
        options: [...catalogIndex.catalog.domains.values()].map(({ slug, name }) => ({
          value: slug,
          label: localized(name, t.locale),
        })),
      },
      {
        type: 'people',
        name: 'experts',
        label: t('community.form.people'),
        hint: t('community.form.people.hint'),
        optional: true,
        chosen: [],
      },
    ],
  }
  return { type: 'form', form }
}

type Values = Readonly<Record<string, string>>

/** Saves what a submitted form changes. Throws a UserError. */
export async function submitCommunity(values: Values, context: CommandContext): Promise<BotResponse> {
  const access = await requireAdmin(context)
  const { config, record } = access.settings
  const experts = changedList(idsFor(config.experts, null), values['experts'], access)
  const admins = changedList(
    config.admins.map(({ id }) => id),
    values['admins'],
    access,
  )
  const channel = values['channel'] ?? ''
  const locale = localeFrom(values['locale'], context)
  const hasOwnExperts = record?.experts.some(({ domain }) => domain === null) === true
  // What the operator has set can be replaced, but not removed.
  const isOperatorsValue =
    (channel === '' && config.channel !== undefined && record?.channel === undefined) ||
    (experts === null && !hasOwnExperts) ||
    (admins === null && !record?.admins)
  const change: CommunityChange = {
    ...(channel !== (config.channel ?? '') && { channel: channel === '' ? null : channel }),
    ...(experts !== undefined && { experts: { domain: null, ids: experts } }),
    ...(admins !== undefined && { admins }),
    ...(locale !== (record?.locale ?? null) && { locale }),
  }
  const notes = isOperatorsValue ? [note('warning', context.t.rich('community.operator.remains'))] : []
  if (Object.keys(change).length > 0) return changeCommunity(change, access, context, notes)
  return settingsPage(context, [note('info', context.t.rich('community.unchanged'))])
}

/** Saves the experts of one domain. Throws a UserError. */
export async function submitDomainExperts(values: Values, context: CommandContext): Promise<BotResponse> {
  const access = await requireAdmin(context)
  const domain = values['domain'] ?? ''
  if (!context.catalogIndex.catalog.domains.has(domain)) throw new UserError('error.action.unreadable')
  const ids = idsIn(values['experts'])
  return changeCommunity({ experts: { domain, ids: ids.length > 0 ? ids : null } }, access, context)
}

function idsIn(value = ''): readonly string[] {
  return [...new Set(value.split(' ').filter((id) => id !== ''))]
}

/** The list after a form, null to reset it, and undefined if it is unchanged. Groups that the form cannot show stay. */
function changedList(
  before: readonly string[],
  value: string | undefined,
  { settings: { choosesGroups, isGroup } }: CommunityAccess,
): readonly string[] | null | undefined {
  const hidden = choosesGroups ? [] : before.filter(isGroup)
  const after = [...idsIn(value), ...hidden]
  const isSame = after.length === before.length && after.every((id) => before.includes(id))
  if (isSame) return undefined
  return after.length > 0 ? after : null
}

function localeFrom(value: string | undefined, { services }: CommandContext): string | null {
  const { locales } = services.languages ?? defaultLanguages
  return locales.find((locale) => locale === value) ?? null
}
