import type { CatalogChange } from '../../../../catalog/index.ts'
import type { Translator } from '../../../../i18n/index.ts'
import { plain, strong } from '../../../../message/index.ts'
import { proficiencyName } from '../../../views/proficiency.ts'
import { statementDetail } from '../../../views/statement.ts'
import { type ChangeForm, lineFrom, requirementOptions, requirementText, scaleFor, type TargetNames } from './kind.ts'

// Changes of one cell of a role: what a level expects of a skill, and whether it is mandatory.

type CellChange = Extract<CatalogChange, { kind: 'requirement' | 'mandatory' }>

const needs = ['role', 'skill', 'level'] as const

const target = ({ role, level, skill }: CellChange) => ({ role, level, skill })

const subject = ({ role, level, skill }: CellChange, names: TargetNames) => [
  names.skill(skill),
  names.role(role),
  names.level(role, level),
]

const requirement: ChangeForm<Extract<CatalogChange, { kind: 'requirement' }>> = {
  letter: 'r',
  needs,
  levelValue: (cell, t) => (cell ? proficiencyName(cell.step, t) : t('proficiency.absent')),
  sample: ({ role = '', level = '', skill = '' }) => ({ kind: 'requirement', role, level, skill, to: 'absent' }),
  target,
  fields: ({ draft, label, hint, current, initial }, { t, catalogIndex }) => [
    {
      type: 'choice',
      name: 'to',
      label,
      hint,
      optional: false,
      initial: String(initial ?? draft.to ?? current),
      options: requirementOptions(scaleFor(draft, catalogIndex.catalog), t),
    },
  ],
  subject,
  valueText: (value, t, scale) => requirementText(value, scale, t),
  details(change, { label, from }, { t, catalog }) {
    const skill = catalog.skills.get(change.skill)
    const scale = scaleFor(change, catalog)
    const item = (value: string, valueLabel: string) => {
      const text = [...plain(`${valueLabel}: `), ...strong(requirementText(value, scale, t))]
      return { text, ...(skill && statementDetail(skill, value, t)) }
    }
    return [item(String(from), label), item(change.to, t('proposal.proposed'))]
  },
}

const mandatory: ChangeForm<Extract<CatalogChange, { kind: 'mandatory' }>> = {
  letter: 'm',
  needs,
  levelValue: (cell, t) => (cell === null ? undefined : mandatoryText(String(cell.mandatory), t)),
  sample: ({ role = '', level = '', skill = '' }) => ({ kind: 'mandatory', role, level, skill, to: true }),
  target,
  fields: ({ label, hint, current, initial }, { t }) => [
    {
      type: 'choice',
      name: 'to',
      label,
      hint,
      optional: false,
      initial: String(initial ?? (current === 'true' ? 'false' : 'true')),
      options: (['true', 'false'] as const).map((value) => ({ value, label: t(`proposal.mandatory.${value}`) })),
    },
  ],
  withValues: (sample, { to }) => ({ ...sample, to: lineFrom(to) === 'true' }),
  subject,
  valueText: mandatoryText,
}

function mandatoryText(value: string, t: Translator): string {
  return t(`proposal.mandatory.${value === 'true' || value === 'false' ? value : 'unknown'}`)
}

export const CELL_FORMS = { requirement, mandatory }
