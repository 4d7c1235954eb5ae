import { type CatalogChange, normalize, type Role, type Step } from '../../../../catalog/index.ts'
import { UserError } from '../../../errors.ts'
import { proficiencyName } from '../../../views/proficiency.ts'
import {
  type ChangeForm,
  type FormContext,
  lineFrom,
  requirementText,
  scaleFor,
  type TargetNames,
  textField,
} from './kind.ts'

// Skills that a role starts or stops to require, with a proficiency for each level.

type RowChange = Extract<CatalogChange, { kind: 'addSkill' | 'removeSkill' }>

const needs = ['role', 'skill'] as const

const target = ({ role, skill }: RowChange) => ({ role, skill })

const subject = ({ role, skill }: RowChange, names: TargetNames) => [names.skill(skill), names.role(role)]

const addSkill: ChangeForm<Extract<CatalogChange, { kind: 'addSkill' }>> = {
  letter: 'a',
  needs,
  offersSkill: (skill, role) => role !== undefined && !role.rows.has(skill.slug),
  sample: ({ role = '', skill = '' }) => ({ kind: 'addSkill', role, skill, to: [] }),
  target,
  fields({ draft, label, initial }, { t, catalogIndex }) {
    const levels = catalogIndex.catalog.roles.get(draft.role ?? '')?.levels ?? []
    return [
      textField('to', 300, {
        label: t('propose.form.levels', { skill: label }),
        hint: t('propose.form.levels.hint', { levels: levels.map(({ name }) => name).join(', ') }),
        ...(Array.isArray(initial) && {
          initial: initial
            .map((word) => requirementText(String(word), scaleFor(draft, catalogIndex.catalog), t))
            .join(', '),
        }),
      }),
    ]
  },
  withValues: (sample, { to }, context) => ({
    ...sample,
    to: levelsFrom(lineFrom(to), context.catalogIndex.catalog.roles.get(sample.role), sample, context),
  }),
  subject,
}

const removeSkill: ChangeForm<Extract<CatalogChange, { kind: 'removeSkill' }>> = {
  letter: 'd',
  needs,
  sample: ({ role = '', skill = '' }) => ({ kind: 'removeSkill', role, skill }),
  target,
  fields: () => [],
  withValues: (sample) => sample,
  subject,
}

/** One proficiency for each level of a role: their names or a dash, separated by commas. */
function levelsFrom(
  text: string,
  role: Role | undefined,
  change: Pick<RowChange, 'skill'>,
  { t, catalogIndex }: FormContext,
): readonly string[] {
  const { steps } = scaleFor(change, catalogIndex.catalog)
  const levels = role?.levels ?? []
  const values = text.split(/[,;|/]+/u).map((word): string | undefined => {
    const key = normalize(word.trim())
    if (key === '' || key === normalize(t('proficiency.absent')) || key === 'absent') return 'absent'
    const isNamed = (step: Step): boolean =>
      [step.slug, normalize(proficiencyName(step, t)), String(step.rank)].includes(key)
    return steps.find(isNamed)?.slug
  })
  const readable = values.filter((value) => value !== undefined)
  if (readable.length === levels.length && values.length === levels.length) return readable
  throw new UserError(
    'error.propose.levels',
    {
      count: levels.length,
      levels: levels.map(({ name }) => name).join(', '),
      words: t.any(steps.map((step) => proficiencyName(step, t))),
    },
    [],
    'to',
  )
}

export const ROW_FORMS = { addSkill, removeSkill }
