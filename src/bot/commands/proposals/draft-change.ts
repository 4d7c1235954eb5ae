import { type Catalog, PROFICIENCIES, PROFICIENCY_LETTER } from '../../../catalog/index.ts'
import type { ActionButton } from '../../../message/index.ts'
import { type ActionFormat, defineActions, encodeAction, matching } from '../../action-id.ts'
import { UserError } from '../../errors.ts'
import { CHANGE_KINDS, changeForm } from './kinds/index.ts'
import type { ChangeKindName, DraftChange, DraftField } from './kinds/kind.ts'

/** The letter that begins the payloads of this command's actions. */
export const PROPOSE_CODE = 'o'

const DOMAIN_SIGN = '@'
const ABSENT_LETTER = '-'

interface StepAction {
  readonly type: 'step'
  readonly draft: DraftChange
}

const ideaAction = <Name extends 'idea' | 'leave'>(
  key: string,
  name: Name,
): ActionFormat<{ readonly type: Name; readonly id: string }> => [
  key,
  ({ id }) => [id],
  ([id]) => ({ type: name, id: matching(/^[\w-]{6,16}$/u, id) }),
]

interface IdeaActions {
  readonly start: { readonly type: 'start' }
  readonly idea: { readonly type: 'idea'; readonly id: string }
  readonly leave: { readonly type: 'leave'; readonly id: string }
}

export type ProposeAction = StepAction | IdeaActions[keyof IdeaActions]

const actions = defineActions<IdeaActions>(PROPOSE_CODE, (action) => action.type, {
  start: ['', () => [], () => ({ type: 'start' })],
  idea: ideaAction('i', 'idea'),
  leave: ideaAction('v', 'leave'),
})

export function proposePayload(action: ProposeAction): string {
  if (action.type !== 'step') return actions.encode(action)
  const { draft } = action
  return encodeAction({ code: PROPOSE_CODE, args: [changeForm(draft.kind).letter, ...writeDraft(draft)] })
}

/** Reads the arguments of a payload. Throws a UserError if they are not ours. */
export function proposeAction(args: readonly string[]): ProposeAction {
  const [letter, ...rest] = args
  const kind = CHANGE_KINDS.find((name) => changeForm(name).letter === letter)
  return kind ? { type: 'step', draft: readDraft(kind, rest) } : actions.decode(args)
}

/** A button that goes on with a draft. */
export function stepButton(label: string, draft: DraftChange, style?: ActionButton['style']): ActionButton {
  return { label, payload: proposePayload({ type: 'step', draft }), ...(style && { style }) }
}

/** A button that begins a new proposal. */
export function startButton(label: string, style?: ActionButton['style']): ActionButton {
  return actions.button(label, { type: 'start' }, style)
}

function writeDraft({ role = '', level = '', skill, domain, proficiency, to }: DraftChange): readonly string[] {
  const place = skill ?? (domain === undefined ? '' : `${DOMAIN_SIGN}${domain}`)
  const value = proficiency ?? to
  const letter = value === undefined ? '' : value === 'absent' ? ABSENT_LETTER : PROFICIENCY_LETTER[value]
  const args = [role, level, place, letter]
  while (args.at(-1) === '') args.pop()
  return args
}

function readDraft(kind: ChangeKindName, args: readonly string[]): DraftChange {
  const [role, level, place = '', letter] = args
  if (args.length > 4) throw new UserError('error.action.unreadable')
  const value = PROFICIENCIES.find((name) => PROFICIENCY_LETTER[name] === letter)
  const isTarget = changeForm(kind).needs.includes('proficiency')
  return {
    kind,
    ...(role ? { role } : {}),
    ...(level ? { level } : {}),
    ...(place.startsWith(DOMAIN_SIGN) ? { domain: place.slice(1) } : place === '' ? {} : { skill: place }),
    ...(value && (isTarget ? { proficiency: value } : { to: value })),
    ...(letter === ABSENT_LETTER ? { to: 'absent' as const } : {}),
  }
}

/** What the person must choose next; undefined if the draft is complete. The only role of a catalog needs no choice. */
export function missingField(draft: DraftChange, catalog: Catalog): DraftField | undefined {
  const { needs, acceptsRole } = changeForm(draft.kind)
  return needs.find((field) => {
    if (draft[field] !== undefined) return false
    if (field === 'role') return catalog.roles.size !== 1
    return !(field === 'skill' && acceptsRole && draft.role !== undefined)
  })
}

/** The draft with the only role of the catalog, if it needs a role. */
export function withOnlyRole(draft: DraftChange, catalog: Catalog): DraftChange {
  const [only] = catalog.roles.keys()
  const isNeeded = draft.role === undefined && changeForm(draft.kind).needs.includes('role')
  return isNeeded && catalog.roles.size === 1 && only !== undefined ? { ...draft, role: only } : draft
}
