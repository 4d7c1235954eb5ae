import { type CatalogChange, contentLocale, MAX_LENGTHS } from '../../../../catalog/index.ts'
import { type ChangeForm, type FieldOptions, requirementText, scaleFor, textField } from './kind.ts'

// Changes of a text in one language: a skill's statement, a level's focus and stack, a role's description.

const fieldFor =
  (maxLength: number) =>
  ({ label, current, initial }: FieldOptions) => [
    textField('to', maxLength, { label, initial: String(initial ?? current ?? '') }),
  ]

const statement: ChangeForm<Extract<CatalogChange, { kind: 'statement' }>> = {
  letter: 's',
  needs: ['skill', 'proficiency'],
  sample: ({ skill = '', proficiency = '' }, { t, catalogIndex: { catalog } }) => ({
    kind: 'statement',
    skill,
    proficiency,
    locale: contentLocale(t.locale, catalog.languages),
    to: '',
  }),
  target: ({ skill, proficiency }) => ({ skill, proficiency }),
  fields: fieldFor(MAX_LENGTHS.statement),
  subject: ({ skill, proficiency }, names, t, catalog) => [
    names.skill(skill),
    requirementText(proficiency, scaleFor({ skill }, catalog), t),
  ],
}

type LevelText = 'focus' | 'stack'

function levelText<Kind extends LevelText>(letter: string, kind: Kind): ChangeForm<LevelTextChange & { kind: Kind }> {
  return {
    letter,
    needs: ['role', 'level'],
    sample: ({ role = '', level = '' }, { t, catalogIndex: { catalog } }) => ({
      kind,
      role,
      level,
      locale: contentLocale(t.locale, catalog.languages),
      to: '',
    }),
    target: ({ role, level }) => ({ role, level }),
    fields: fieldFor(MAX_LENGTHS[kind]),
    subject: ({ role, level }, names, t) => [t(`propose.kind.${kind}`), names.role(role), names.level(role, level)],
  }
}

type LevelTextChange = Omit<Extract<CatalogChange, { kind: LevelText }>, 'kind'>

const description: ChangeForm<Extract<CatalogChange, { kind: 'description' }>> = {
  letter: 'x',
  needs: ['role'],
  sample: ({ role = '' }, { t, catalogIndex: { catalog } }) => ({
    kind: 'description',
    role,
    locale: contentLocale(t.locale, catalog.languages),
    to: '',
  }),
  target: ({ role }) => ({ role }),
  fields: fieldFor(MAX_LENGTHS.description),
  subject: ({ role }, names, t) => [t('propose.kind.description'), names.role(role)],
}

export const TEXT_FORMS = { statement, focus: levelText('f', 'focus'), stack: levelText('k', 'stack'), description }
