import { type Catalog, PROFICIENCIES, PROFICIENCY_LETTER, type Proficiency } from '../../../catalog/index.ts'
import type { ActionButton } from '../../../message/index.ts'
import { encodeAction } from '../../action-id.ts'
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

const LETTERS: Readonly<Record<ChangeKind, string>> = {
  requirement: 'r',
  mandatory: 'm',
  addSkill: 'a',
  removeSkill: 'd',
  statement: 's',
  focus: 'f',
  stack: 'k',
  description: 'x',
  alias: 'l',
  newSkill: 'n',
}

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

export type ProposeAction =
  | { readonly type: 'start' }
  | { readonly type: 'step'; readonly draft: DraftChange }
  /** Completes the idea that a draft keeps, or leaves it as one. */
  | { readonly type: 'idea' | 'leave'; readonly id: string }

const DOMAIN_SIGN = '@'
const ABSENT_LETTER = '-'

export function proposePayload(action: ProposeAction): string {
  return encodeAction({ code: PROPOSE_CODE, args: argumentsOf(action) })
}

function argumentsOf(action: ProposeAction): readonly string[] {
  switch (action.type) {
    case 'start':
      return []
    case 'idea':
      return ['i', action.id]
    case 'leave':
      return ['v', action.id]
    case 'step': {
      const { kind, role = '', level = '', skill, domain, proficiency, to } = action.draft
      const place = skill ?? (domain === undefined ? '' : `${DOMAIN_SIGN}${domain}`)
      const value = proficiency
        ? PROFICIENCY_LETTER[proficiency]
        : to === 'absent'
          ? ABSENT_LETTER
          : to
            ? PROFICIENCY_LETTER[to]
            : ''
      const args = [LETTERS[kind], role, level, place, value]
      while (args.at(-1) === '') args.pop()
      return args
    }
  }
}

/** Parses the arguments of a payload. Throws a UserError if they are not this command's. */
export function proposeAction(args: readonly string[]): ProposeAction {
  const [letter, first, second, third, fourth] = args
  if (letter === undefined) return { type: 'start' }
  if ((letter === 'i' || letter === 'v') && /^[\w-]{6,16}$/u.test(first ?? '')) {
    return { type: letter === 'i' ? 'idea' : 'leave', id: first ?? '' }
  }
  const kind = CHANGE_KINDS.find((name) => LETTERS[name] === letter)
  if (!kind || args.length > 5) throw new UserError('error.action.unreadable')
  const value = PROFICIENCIES.find((name) => PROFICIENCY_LETTER[name] === fourth)
  const place = third ?? ''
  return {
    type: 'step',
    draft: {
      kind,
      ...(first ? { role: first } : {}),
      ...(second ? { level: second } : {}),
      ...(place.startsWith(DOMAIN_SIGN) ? { domain: place.slice(1) } : place === '' ? {} : { skill: place }),
      ...(value && kind === 'statement' ? { proficiency: value } : {}),
      ...(value && kind !== 'statement' ? { to: value } : {}),
      ...(fourth === ABSENT_LETTER ? { to: 'absent' as const } : {}),
    },
  }
}

export function stepButton(label: string, draft: DraftChange, style?: ActionButton['style']): ActionButton {
  const payload = proposePayload({ type: 'step', draft })
  return style ? { label, payload, style } : { label, payload }
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
