import { type Catalog, PROFICIENCIES, PROFICIENCY_LETTER, type Proficiency } from '../../../catalog/index.ts'
import type { ActionButton } from '../../../message/index.ts'
import { type ActionFormat, defineActions, matching } from '../../action-id.ts'
import { UserError } from '../../errors.ts'

/** The letter that begins the payloads of this command's actions. */
export const PROPOSE_CODE = 'o'

/** What a proposal can be about. */
export const CHANGE_KINDS = [
  'requirement',
  'mandatory',
  'addSkill',
  'removeSkill',
  'statement',
  'focus',
  'stack',
  'description',
  'alias',
  'newSkill',
] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/**
 * What is being proposed, as far as it is known: slugs of a role, a level, a skill (and the domain it is looked for in), the
 * proficiency of a statement, and the value that words have named.
 */
export interface DraftChange {
  readonly kind: ChangeKind
  readonly role?: string | undefined
  readonly level?: string | undefined
  readonly skill?: string | undefined
  readonly domain?: string | undefined
  readonly proficiency?: Proficiency | undefined
  readonly to?: Proficiency | 'absent' | undefined
}

const DOMAIN_SIGN = '@'
const ABSENT_LETTER = '-'

interface StepAction {
  readonly type: 'step'
  readonly draft: DraftChange
}

const draftAction = (key: string, kind: ChangeKind): ActionFormat<StepAction> => [
  key,
  ({ draft }) => writeDraft(draft),
  (args) => ({ type: 'step', draft: readDraft(kind, args) }),
]

const ideaAction = <Name extends 'idea' | 'leave'>(
  key: string,
  name: Name,
): ActionFormat<{ readonly type: Name; readonly id: string }> => [
  key,
  ({ id }) => [id],
  ([id]) => ({ type: name, id: matching(/^[\w-]{6,16}$/u, id) }),
]

interface ActionsByName extends Readonly<Record<ChangeKind, StepAction>> {
  readonly start: { readonly type: 'start' }
  readonly idea: { readonly type: 'idea'; readonly id: string }
  readonly leave: { readonly type: 'leave'; readonly id: string }
}

export type ProposeAction = ActionsByName[keyof ActionsByName]

const actions = defineActions<ActionsByName>(
  PROPOSE_CODE,
  (action) => (action.type === 'step' ? action.draft.kind : action.type),
  {
    start: ['', () => [], () => ({ type: 'start' })],
    idea: ideaAction('i', 'idea'),
    leave: ideaAction('v', 'leave'),
    requirement: draftAction('r', 'requirement'),
    mandatory: draftAction('m', 'mandatory'),
    addSkill: draftAction('a', 'addSkill'),
    removeSkill: draftAction('d', 'removeSkill'),
    statement: draftAction('s', 'statement'),
    focus: draftAction('f', 'focus'),
    stack: draftAction('k', 'stack'),
    description: draftAction('x', 'description'),
    alias: draftAction('l', 'alias'),
    newSkill: draftAction('n', 'newSkill'),
  },
)

export const proposePayload = actions.encode
export const proposeAction = actions.decode

function writeDraft({ role = '', level = '', skill, domain, proficiency, to }: DraftChange): readonly string[] {
  const place = skill ?? (domain === undefined ? '' : `${DOMAIN_SIGN}${domain}`)
  const value = proficiency ?? to
  const letter = value === undefined ? '' : value === 'absent' ? ABSENT_LETTER : PROFICIENCY_LETTER[value]
  const args = [role, level, place, letter]
  while (args.at(-1) === '') args.pop()
  return args
}

function readDraft(kind: ChangeKind, args: readonly string[]): DraftChange {
  const [role, level, place = '', letter] = args
  if (args.length > 4) throw new UserError('error.action.unreadable')
  const value = PROFICIENCIES.find((name) => PROFICIENCY_LETTER[name] === letter)
  return {
    kind,
    ...(role ? { role } : {}),
    ...(level ? { level } : {}),
    ...(place.startsWith(DOMAIN_SIGN) ? { domain: place.slice(1) } : place === '' ? {} : { skill: place }),
    ...(value && kind === 'statement' ? { proficiency: value } : {}),
    ...(value && kind !== 'statement' ? { to: value } : {}),
    ...(letter === ABSENT_LETTER ? { to: 'absent' as const } : {}),
  }
}

export function stepButton(label: string, subject: DraftChange, style?: ActionButton['style']): ActionButton {
  return actions.button(label, { type: 'step', draft: subject }, style)
}

/** What has to be known of each kind, in the order in which it is asked for. */
const NEEDS: Readonly<Record<ChangeKind, readonly ('role' | 'skill' | 'level' | 'proficiency')[]>> = {
  requirement: ['role', 'skill', 'level'],
  mandatory: ['role', 'skill', 'level'],
  addSkill: ['role', 'skill'],
  removeSkill: ['role', 'skill'],
  statement: ['skill', 'proficiency'],
  focus: ['role', 'level'],
  stack: ['role', 'level'],
  description: ['role'],
  alias: ['skill'],
  newSkill: [],
}

/** What the person must choose next; undefined if the draft is complete. The only role of a catalog needs no choice. */
export function missingField(
  draft: DraftChange,
  catalog: Catalog,
): 'role' | 'skill' | 'level' | 'proficiency' | undefined {
  return NEEDS[draft.kind].find((need) => {
    if (need === 'role' && draft.kind !== 'alias' && draft.role === undefined) return catalog.roles.size !== 1
    if (draft.kind === 'alias') return draft.skill === undefined && draft.role === undefined
    return draft[need] === undefined
  })
}

/** The draft with the only role of the catalog, if it needs a role. */
export function withOnlyRole(draft: DraftChange, catalog: Catalog): DraftChange {
  const [only] = catalog.roles.keys()
  const needed = NEEDS[draft.kind].includes('role')
  return needed && draft.role === undefined && catalog.roles.size === 1 && only !== undefined
    ? { ...draft, role: only }
    : draft
}
