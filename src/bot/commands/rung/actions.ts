import { type ActionFormat, defineActions, matching } from '../../action-id.ts'

/** First letter of the payloads of this command's actions. */
export const RUNG_CODE = 'r'

/** The pages of the command, by the word that is typed for each. */
export type RungPage = 'help' | 'about' | 'privacy' | 'settings' | 'status' | 'ladder'

/** The forms of admins. */
export type RungForm = 'community' | 'domainExperts'

interface PlainAction {
  readonly type: RungPage | RungForm | 'resetLadder'
}

interface UseLadder {
  readonly type: 'useLadder'
  readonly id: string
}

export type RungAction = PlainAction | UseLadder

type ActionsByName = { readonly [P in PlainAction['type']]: PlainAction } & { readonly useLadder: UseLadder }

const page = (type: PlainAction['type']): ActionFormat<PlainAction> => [type, () => [], () => ({ type })]

export const {
  decode: rungAction,
  button: rungButton,
  encode: rungPayload,
} = defineActions<ActionsByName>(RUNG_CODE, ({ type }) => type, {
  help: page('help'),
  about: page('about'),
  privacy: page('privacy'),
  settings: page('settings'),
  status: page('status'),
  community: page('community'),
  domainExperts: page('domainExperts'),
  ladder: page('ladder'),
  resetLadder: page('resetLadder'),
  useLadder: ['useLadder', ({ id }) => [id], ([id]) => ({ type: 'useLadder', id: matching(/^[a-z0-9-]{1,40}$/u, id) })],
})
