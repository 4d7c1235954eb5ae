import type {
  Catalog,
  CatalogChange,
  Cell,
  ChangeValue,
  Proficiency,
  Role,
  Scale,
  Skill,
} from '../../../../catalog/index.ts'
import type { Translator } from '../../../../i18n/index.ts'
import type { FormField, ListItem, TextField } from '../../../../message/index.ts'
import type { CommandContext } from '../../../command.ts'
import { proficiencyName } from '../../../views/proficiency.ts'

export type ChangeKindName = CatalogChange['kind']

/** A value that a person chooses with a button before the form opens. */
export type DraftField = 'role' | 'skill' | 'level' | 'proficiency'

/** The part of a draft that identifies what is changed: slugs of a role, a level and a skill, and the proficiency of a statement. */
export interface DraftTarget {
  readonly role?: string | undefined
  readonly level?: string | undefined
  readonly skill?: string | undefined
  readonly proficiency?: Proficiency | undefined
}

/** A change that a person is composing. `domain` is where they look for the skill, `to` the value that their words named. */
export interface DraftChange extends DraftTarget {
  readonly kind: ChangeKindName
  readonly domain?: string | undefined
  /** The slug of a step, or `absent`. */
  readonly to?: string | undefined
}

/** The names of what a change is about; the slug if the catalog no longer has it. */
export interface TargetNames {
  role(slug: string): string
  level(role: string, slug: string): string
  skill(slug: string): string
}

export interface FieldOptions {
  readonly draft: DraftChange
  /** The subject of the change, as the label of the field. */
  readonly label: string
  /** The current value as a hint. */
  readonly hint: string
  /** The current value. */
  readonly current: ChangeValue
  /** The value to start from; undefined for the default. */
  readonly initial: ChangeValue | undefined
}

export type FormValues = Readonly<Record<string, string>>

export type FormContext = Pick<CommandContext, 't' | 'catalogIndex' | 'vocabulary'>

/** Everything the bot does with one kind of change: how it is composed, and how it reads. */
export interface ChangeForm<Change> {
  /** The letter that stands for the kind in the payloads of buttons. Buttons stay on old messages, so it must never change. */
  readonly letter: string
  /** What must be chosen before the form opens, in the order in which it is asked for. */
  readonly needs: readonly DraftField[]
  /** Whether a role may be chosen instead of a skill. */
  readonly acceptsRole?: boolean
  /** Whether a skill can be chosen; by default the skills of the role, or all without a role. */
  offersSkill?(skill: Skill, role: Role | undefined): boolean
  /** The current value on the button of a level; undefined if the level cannot be chosen. */
  levelValue?(cell: Cell, t: Translator): string | undefined
  /** The change of a draft with any value, to read the current one. */
  sample(draft: DraftTarget, context: FormContext): Change
  /** The draft's target of a change, to edit it. */
  target(change: Change): DraftTarget
  /** The fields for the new value. */
  fields(options: FieldOptions, context: FormContext): readonly FormField[]
  /**
   * The change with the new value, not validated yet; by default the text of the field `to` is the value. Throws a UserError that
   * names the field.
   */
  withValues?(sample: Change, values: FormValues, context: FormContext): unknown
  /** The subject in a few words, from the most specific: PyTorch, ML Engineer, Middle. */
  subject(change: Change, names: TargetNames, t: Translator, catalog: Catalog): readonly string[]
  /** A value as people read it; by default the value itself. */
  valueText?(value: string, t: Translator, scale: Scale): string
  /** What is added, in one line, if there is nothing to compare it with. */
  added?(change: Change): string
  /** A proposal's value in detail; by default its text alone. */
  details?(
    change: Change,
    values: ComparedValues,
    context: { readonly t: Translator; readonly catalog: Catalog },
  ): readonly ListItem[]
}

/** The value before a change, under a label that says whether it is today's. */
export interface ComparedValues {
  readonly label: string
  readonly from: ChangeValue
}

/** The scale that a change is about: of its skill, or else of the catalog. */
export function scaleFor({ skill }: Pick<DraftTarget, 'skill'>, { skills, scale }: Catalog): Scale {
  return skills.get(skill ?? '')?.scale ?? scale
}

/** A step or `absent` as people read it. */
export function requirementText(value: string, scale: Scale, t: Translator): string {
  const step = scale.steps.find(({ slug }) => slug === value)
  return step ? proficiencyName(step, t) : value === 'absent' ? t('proficiency.absent') : value
}

/** The options of a field for what is expected of a skill. */
export function requirementOptions(scale: Scale, t: Translator) {
  return [...scale.steps.map(({ slug }) => slug), 'absent'].map((value) => ({
    value,
    label: requirementText(value, scale, t),
  }))
}

/** A required text field. */
export function textField(
  name: string,
  maxLength: number,
  field: Pick<TextField, 'label' | 'hint' | 'initial'>,
): TextField {
  return { type: 'text', name, ...field, optional: false, maxLength }
}

/** The text of a field on one line, without surplus blanks. */
export function lineFrom(text = ''): string {
  return text.trim().replaceAll(/\s+/gu, ' ')
}
