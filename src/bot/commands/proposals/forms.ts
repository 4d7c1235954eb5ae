import {
  CatalogChange,
  type ChangeValue,
  contentLocale,
  isWording,
  localized,
  normalize,
  PROFICIENCIES,
  type Proficiency,
  type Role,
  readTarget,
} from '../../../catalog/index.ts'
import type { Form, FormField } from '../../../message/index.ts'
import type { CommandContext } from '../../command.ts'
import { UserError } from '../../errors.ts'
import { quoteInput } from '../../quote.ts'
import { proficiencyName } from '../../views/proficiency.ts'
import type { DraftChange } from './draft-change.ts'
import { subjectOf, valueText } from './format.ts'

// What is filled in of a proposal: the new value, the reason, and the way it takes.

const MOST_REASON = 1000

type Values = Readonly<Record<string, string>>

/** The form of a subject of which everything is known but the new value. Throws a UserError where it names what is not there. */
export function proposalForm(
  draft: DraftChange,
  payload: string,
  context: CommandContext,
  initial: { readonly reason?: string; readonly to?: ChangeValue } = {},
): Form {
  const { t, catalogIndex } = context
  const sample = sampleOf(draft, context)
  const fit = readTarget(catalogIndex.catalog, sample)
  if (!fit.exists) throw new UserError('error.action.gone', { name: fit.missing })
  return {
    title: t('propose.form.title'),
    payload,
    submit: t('propose.form.submit'),
    fields: [
      ...valueFields(draft, fit.value, initial.to, context, subjectOf(sample, catalogIndex.catalog, t)),
      {
        type: 'text',
        name: 'reason',
        label: t('propose.form.reason'),
        hint: t('propose.form.reason.hint'),
        optional: false,
        maxLength: MOST_REASON,
        ...(initial.reason ? { initial: initial.reason } : {}),
      },
      ...(isWording(sample)
        ? [
            {
              type: 'choice' as const,
              name: 'lane',
              label: t('propose.form.lane'),
              hint: t('propose.form.lane.hint'),
              optional: false,
              initial: 'vote',
              options: [
                { value: 'vote', label: t('propose.form.lane.vote') },
                { value: 'wording', label: t('propose.form.lane.wording') },
              ],
            },
          ]
        : []),
    ],
  }
}

function valueFields(
  draft: DraftChange,
  today: ChangeValue,
  to: ChangeValue | undefined,
  { t, catalogIndex }: CommandContext,
  label: string,
): readonly FormField[] {
  const hint = t('propose.form.today', { value: valueText(today, draft.kind, t) })
  const text = (name: string, field: { label: string; hint?: string; initial?: string; most: number }): FormField => ({
    type: 'text',
    name,
    label: field.label,
    ...(field.hint === undefined ? {} : { hint: field.hint }),
    optional: false,
    maxLength: field.most,
    ...(field.initial === undefined ? {} : { initial: field.initial }),
  })
  switch (draft.kind) {
    case 'requirement':
      return [
        {
          type: 'choice',
          name: 'to',
          label,
          hint,
          optional: false,
          initial: String(to ?? draft.to ?? today),
          options: [...PROFICIENCIES, 'absent' as const].map((value) => ({
            value,
            label: value === 'absent' ? t('proficiency.absent') : proficiencyName(value, t),
          })),
        },
      ]
    case 'mandatory':
      return [
        {
          type: 'choice',
          name: 'to',
          label,
          hint,
          optional: false,
          initial: String(to ?? (today === 'true' ? 'false' : 'true')),
          options: [
            { value: 'true', label: t('proposal.mandatory.true') },
            { value: 'false', label: t('proposal.mandatory.false') },
          ],
        },
      ]
    case 'removeSkill':
      return []
    case 'addSkill': {
      const role = catalogIndex.catalog.roles.get(draft.role ?? '')
      const levels = role?.levels.map(({ name }) => name) ?? []
      const initial = Array.isArray(to)
        ? to.map((word) => valueText(String(word), 'requirement', t)).join(', ')
        : undefined
      return [
        text('to', {
          label: t('propose.form.levels', { skill: label }),
          hint: t('propose.form.levels.hint', { levels: levels.join(', ') }),
          most: 300,
          ...(initial === undefined ? {} : { initial }),
        }),
      ]
    }
    case 'statement':
      return [text('to', { label, most: 160, initial: String(to ?? today ?? '') })]
    case 'focus':
    case 'stack':
      return [text('to', { label, most: 1000, initial: String(to ?? today ?? '') })]
    case 'description':
      return [text('to', { label, most: 500, initial: String(to ?? today ?? '') })]
    case 'alias':
      return [text('to', { label: t('propose.form.alias', { name: label }), most: 60 })]
    case 'newSkill':
      return [
        text('name', { label: t('propose.form.name'), most: 60 }),
        text('domain', {
          label: t('propose.form.domain'),
          hint: t('propose.form.domain.hint', {
            domains: [...catalogIndex.catalog.domains.values()]
              .slice(0, 6)
              .map(({ name }) => localized(name, t.locale))
              .join(', '),
          }),
          most: 60,
        }),
        text('statements', {
          label: t('propose.form.statements'),
          hint: t('propose.form.statements.hint'),
          most: 700,
        }),
      ]
  }
}

/** A change of the subject with any value, to read what it stands at today. */
function sampleOf(draft: DraftChange, { t, catalogIndex }: Pick<CommandContext, 't' | 'catalogIndex'>): CatalogChange {
  const { role = '', level = '', skill = '', proficiency = 'working' } = draft
  const locale = contentLocale(t.locale)
  switch (draft.kind) {
    case 'requirement':
      return { kind: 'requirement', role, level, skill, to: 'absent' }
    case 'mandatory':
      return { kind: 'mandatory', role, level, skill, to: true }
    case 'addSkill':
      return { kind: 'addSkill', role, skill, to: [] }
    case 'removeSkill':
      return { kind: 'removeSkill', role, skill }
    case 'statement':
      return { kind: 'statement', skill, proficiency, locale, to: '' }
    case 'focus':
    case 'stack':
      return { kind: draft.kind, role, level, locale, to: '' }
    case 'description':
      return { kind: 'description', role, locale, to: '' }
    case 'alias':
      return skill === ''
        ? { kind: 'alias', of: 'role', slug: role, to: '' }
        : { kind: 'alias', of: 'skill', slug: skill, to: '' }
    case 'newSkill': {
      const statements = { awareness: '', working: '', advanced: '', expert: '' }
      const [domain = ''] = catalogIndex.catalog.domains.keys()
      return { kind: 'newSkill', to: { slug: '', name: '', domain, aliases: [], statements } }
    }
  }
}

/** The change that a filled-in form asks for. Throws a UserError that names the field and what it takes. */
export function changeFrom(draft: DraftChange, values: Values, context: CommandContext): CatalogChange {
  const sample = sampleOf(draft, context)
  const typed = (values['to'] ?? '').trim().replaceAll(/\s+/gu, ' ')
  const made = ((): unknown => {
    switch (sample.kind) {
      case 'mandatory':
        return { ...sample, to: typed === 'true' }
      case 'removeSkill':
        return sample
      case 'addSkill':
        return { ...sample, to: levelsFrom(typed, context.catalogIndex.catalog.roles.get(sample.role), context) }
      case 'newSkill':
        return { kind: 'newSkill', to: skillFrom(values, context) }
      default:
        return { ...sample, to: typed }
    }
  })()
  const parsed = CatalogChange.safeParse(made)
  if (parsed.success) return parsed.data
  throw new UserError('error.propose.value', { text: quoteInput(typed) || '…' }, [], 'to')
}

/** One proficiency for each level of a role: their names or a dash, separated by commas. */
function levelsFrom(text: string, role: Role | undefined, { t }: CommandContext): readonly (Proficiency | 'absent')[] {
  const words = text.split(/[,;|/]+/u).map((word) => word.trim())
  const levels = role?.levels ?? []
  const values = words.map((word): Proficiency | 'absent' | undefined => {
    const key = normalize(word)
    if (key === '' || key === normalize(t('proficiency.absent')) || key === 'absent') return 'absent'
    return PROFICIENCIES.find(
      (proficiency) => proficiency === key || normalize(proficiencyName(proficiency, t)) === key,
    )
  })
  const all = values.filter((word) => word !== undefined)
  if (all.length === levels.length && values.length === levels.length) return all
  const names = levels.map(({ name }) => name).join(', ')
  throw new UserError(
    'error.propose.levels',
    { count: levels.length, levels: names, words: t.any(PROFICIENCIES.map((each) => proficiencyName(each, t))) },
    [],
    'to',
  )
}

/** A skill that is new: its name, its domain by any of its names, and a line for each proficiency. */
function skillFrom(values: Values, { catalogIndex, t, vocabulary }: CommandContext): unknown {
  const name = (values['name'] ?? '').trim().replaceAll(/\s+/gu, ' ')
  const slug = normalize(name)
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-|-$/gu, '')
    .slice(0, 40)
  if (slug === '') throw new UserError('error.propose.name', {}, [], 'name')
  const typed = (values['domain'] ?? '').trim()
  const domain = catalogIndex
    .parse(typed, vocabulary.words('connectives'))
    .flatMap((part) => part.meanings)
    .find((named) => named.kind === 'domain')
  if (domain?.kind !== 'domain') {
    const names = [...catalogIndex.catalog.domains.values()].map((each) => localized(each.name, t.locale))
    throw new UserError(
      'error.propose.domain',
      { text: quoteInput(typed) || '…', domains: names.join(', ') },
      [],
      'domain',
    )
  }
  const lines = (values['statements'] ?? '')
    .split('\n')
    .map((line) => line.trim().replaceAll(/\s+/gu, ' '))
    .filter((line) => line !== '')
  const [awareness, working, advanced, expert] = lines
  if (lines.length !== PROFICIENCIES.length || lines.some((line) => line.length > 160)) {
    const words = PROFICIENCIES.map((each) => proficiencyName(each, t)).join(', ')
    throw new UserError('error.propose.statements', { words, count: lines.length }, [], 'statements')
  }
  return { slug, name, domain: domain.domain.slug, aliases: [], statements: { awareness, working, advanced, expert } }
}

/** What a change is about, for the form in which its author edits it. */
export function draftOf(change: CatalogChange): DraftChange {
  switch (change.kind) {
    case 'alias':
      return change.of === 'role' ? { kind: 'alias', role: change.slug } : { kind: 'alias', skill: change.slug }
    case 'newSkill':
      return { kind: 'newSkill' }
    default: {
      const { kind } = change
      return {
        kind,
        ...('role' in change ? { role: change.role } : {}),
        ...('level' in change ? { level: change.level } : {}),
        ...('skill' in change ? { skill: change.skill } : {}),
        ...('proficiency' in change ? { proficiency: change.proficiency } : {}),
      }
    }
  }
}
