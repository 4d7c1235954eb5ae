import { type ActionFormat, defineActions } from '../../action-id.ts'

/** First letter of the payloads of this command's actions. */
export const RUNG_CODE = 'r'

/** The pages of the command, by the word that is typed for each. */
export type RungPage = 'help' | 'about' | 'privacy' | 'settings' | 'status'

export interface RungAction {
  readonly type: RungPage
}

const page = (type: RungPage): ActionFormat<RungAction> => [type, () => [], () => ({ type })]

export const { decode: rungAction, button: rungButton } = defineActions<{ readonly [P in RungPage]: RungAction }>(
  RUNG_CODE,
  ({ type }) => type,
  {
    help: page('help'),
    about: page('about'),
    privacy: page('privacy'),
    settings: page('settings'),
    status: page('status'),
  },
)
