import { languages as defaultLanguages, type Locale, type MessageKey } from '../../../i18n/index.ts'
import { type ActionButton, actions, type Block, heading, type Message, note, plain } from '../../../message/index.ts'
import type { Settings } from '../../../store/records.ts'
import type { CommandContext } from '../../command.ts'
import { UserError } from '../../errors.ts'
import type { BotResponse } from '../../events.ts'
import { REMIND_AFTER_DAYS } from '../assess/reminder-delay.ts'
import { voteReminderButton } from '../proposals/actions.ts'
import { profileButton } from './actions.ts'

// What a person decides for themselves, the same wherever they use Rung.

/** A setting: what it is now, and the buttons that change it. */
interface Setting {
  readonly label: string
  readonly value: string
  readonly buttons: readonly ActionButton[]
}

function settingsOf(settings: Settings, context: CommandContext): readonly Setting[] {
  const { t } = context
  return [
    {
      label: t('settings.language'),
      value: settings.locale
        ? languageName(settings.locale)
        : t('settings.language.platform', { language: languageName(t.locale) }),
      buttons: languageButtons(settings, context),
    },
    {
      label: t('settings.reminders'),
      value: t(settings.reminders ? 'settings.reminders.on' : 'settings.reminders.off', { days: REMIND_AFTER_DAYS }),
      buttons: [
        profileButton(t(settings.reminders ? 'settings.reminders.turnOff' : 'settings.reminders.turnOn'), {
          type: 'reminders',
          on: !settings.reminders,
        }),
      ],
    },
    ...voteSettings(settings, context),
  ]
}

/** Reminders of votes, for members of the community that votes. */
function voteSettings(settings: Settings, { t, person, services }: CommandContext): readonly Setting[] {
  if (!services.proposals?.community().includes(person)) return []
  const isOn = settings.voteReminders === true
  return [
    {
      label: t('settings.votes'),
      value: t(isOn ? 'settings.votes.on' : 'settings.reminders.off'),
      buttons: [voteReminderButton(!isOn, t)],
    },
  ]
}

function languageButtons({ locale }: Settings, { t, services }: CommandContext): readonly ActionButton[] {
  const { locales } = services.languages ?? defaultLanguages
  const others = locales.filter((each) => each !== (locale ?? t.locale))
  return [
    ...others.map((each) => profileButton(languageName(each), { type: 'language', locale: each })),
    ...(locale ? [profileButton(t('settings.language.follow'), { type: 'language', locale: '' })] : []),
  ]
}

/** The name of a language in itself, as people look for it: "Español". */
export function languageName(locale: Locale): string {
  const name = new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
}

/** All settings of a person with their buttons. */
export function settingsBlocks(settings: Settings, context: CommandContext): readonly Block[] {
  const all = settingsOf(settings, context)
  return [
    heading(context.t('settings.title')),
    { type: 'fields', fields: all.map(({ label, value }) => ({ label, value: plain(value) })) },
    ...actions(all.flatMap(({ buttons }) => buttons)),
  ]
}

/** Shows the settings; `notes` say what was changed. */
export async function settingsView(context: CommandContext, notes: readonly Block[] = []): Promise<Message> {
  const { t, person, services } = context
  const settings = await services.store.settings.read(person)
  return { summary: t('settings.title'), blocks: [...notes, ...settingsBlocks(settings, context)] }
}

/** Changes settings, and shows all of them instead of what was pressed. Throws a UserError for a language that Rung does not have. */
export async function changeSettings(
  change: Pick<Partial<Settings>, 'locale' | 'reminders'>,
  context: CommandContext,
): Promise<BotResponse> {
  const { person, services } = context
  const { locales, translator } = services.languages ?? defaultLanguages
  const { locale } = change
  if (typeof locale === 'string' && !locales.includes(locale)) throw new UserError('error.action.unreadable')
  await services.store.settings.change(person, change)
  const t = typeof locale === 'string' ? translator(locale) : context.t
  const message = await settingsView({ ...context, t }, [
    note('success', t.rich(confirmationOf(change), { days: REMIND_AFTER_DAYS })),
  ])
  return { type: 'reply', message, inPlace: true, isOnHome: true }
}

function confirmationOf({ locale, reminders }: Pick<Partial<Settings>, 'locale' | 'reminders'>): MessageKey {
  if (locale !== undefined) return locale === null ? 'settings.language.followed' : 'settings.language.changed'
  return reminders ? 'assess.reminders.on' : 'assess.reminders.off'
}
