import { type ActionFormat, defineActions } from '../../action-id.ts'

/** First letter of the payloads of this command's actions. */
export const RUNG_CODE = 'r'

/** The pages of the command, by the word that is typed for each. */
export type RungPage = 'help' | 'about' | 'privacy' | 'settings' | 'status'

/** The forms of admins. */
export type RungForm = 'community' | 'domainExperts'

export interface RungAction {
  readonly type: RungPage | RungForm
}

const page = (type: RungAction['type']): ActionFormat<RungAction> => [type, () => [], () => ({ type })]

export const {
  decode: rungAction,
  button: rungButton,
  encode: rungPayload,
} = defineActions<{ readonly [P in RungAction['type']]: RungAction }>(RUNG_CODE, ({ type }) => type, {
  help: page('help'),
  about: page('about'),
  privacy: page('privacy'),
  settings: page('settings'),
  status: page('status'),
  community: page('community'),
  domainExperts: page('domainExperts'),
})
