import { createHash } from 'node:crypto'
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
  readonly cancel: { readonly type: 'cancel' }
  readonly idea: { readonly type: 'idea'; readonly id: string }
  readonly leave: { readonly type: 'leave'; readonly id: string }
}

export type ProposeAction = StepAction | IdeaActions[keyof IdeaActions]

const actions = defineActions<IdeaActions>(PROPOSE_CODE, (action) => action.type, {
  start: ['', () => [], () => ({ type: 'start' })],
  cancel: ['c', () => [], () => ({ type: 'cancel' })],
  idea: ideaAction('i', 'idea'),
  leave: ideaAction('v', 'leave'),
})

export function proposePayload(action: ProposeAction): string {
  if (action.type !== 'step') return actions.encode(action)
  const { draft } = action
  return encodeAction({ code: PROPOSE_CODE, args: [changeForm(draft.kind).letter, ...writeDraft(draft)] })
}

/** Reads the arguments of a payload. Throws a UserError if they are not ours. */
export function proposeAction(args: readonly string[], catalog: Catalog): ProposeAction {
  const [letter, ...rest] = args
  const kind = CHANGE_KINDS.find((name) => changeForm(name).letter === letter)
  return kind ? { type: 'step', draft: readDraft(kind, rest, catalog) } : actions.decode(args)
}

/** A button that goes on with a draft. */
export function stepButton(label: string, draft: DraftChange, style?: ActionButton['style']): ActionButton {
  return { label, payload: proposePayload({ type: 'step', draft }), ...(style && { style }) }
}

/** A button that begins a new proposal. */
export function startButton(label: string, style?: ActionButton['style']): ActionButton {
  return actions.button(label, { type: 'start' }, style)
}

/** A button that leaves a proposal before anything is sent. */
export function cancelButton(label: string): ActionButton {
  return actions.button(label, { type: 'cancel' })
}

function writeDraft({ role = '', level = '', skill, domain, proficiency, to }: DraftChange): readonly string[] {
  const place = skill ?? (domain === undefined ? '' : `${DOMAIN_SIGN}${domain}`)
  const value = proficiency ?? to
  const letter = value === undefined ? '' : value === 'absent' ? ABSENT_LETTER : stepCode(value)
  const args = [role, level, place, letter]
  while (args.at(-1) === '') args.pop()
  return args
}

/** Letters and digits of the code of a step, so that the longest names fit a payload with it. */
const STEP_CODE_LENGTH = 4

/** A step in a payload: a letter for one of the default scale, else a hash of its slug. Old messages have it, so it must not change. */
function stepCode(slug: string): string {
  const own = PROFICIENCIES.find((each) => each === slug)
  return own ? PROFICIENCY_LETTER[own] : createHash('sha256').update(slug).digest('hex').slice(0, STEP_CODE_LENGTH)
}

/** The slug of a step by its code. */
function stepFrom(code: string | undefined, { scale, skills }: Catalog): string | undefined {
  const own = PROFICIENCIES.find((name) => PROFICIENCY_LETTER[name] === code)
  if (own || code?.length !== STEP_CODE_LENGTH) return own
  const scales = new Set([scale, ...[...skills.values()].map((skill) => skill.scale)])
  return [...scales].flatMap(({ steps }) => steps).find(({ slug }) => stepCode(slug) === code)?.slug
}

function readDraft(kind: ChangeKindName, args: readonly string[], catalog: Catalog): DraftChange {
  const [role, level, place = '', letter] = args
  if (args.length > 4) throw new UserError('error.action.unreadable')
  const value = stepFrom(letter, catalog)
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
