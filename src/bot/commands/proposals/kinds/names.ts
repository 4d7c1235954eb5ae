import { type CatalogChange, localized, MAX_LENGTHS, normalize } from '../../../../catalog/index.ts'
import { plain, strong } from '../../../../message/index.ts'
import { UserError } from '../../../errors.ts'
import { quoteInput } from '../../../quote.ts'
import { proficiencyName } from '../../../views/proficiency.ts'
import { type ChangeForm, type FormContext, type FormValues, lineFrom, textField } from './kind.ts'

// Names that are added: an alias of a role or skill, and a skill that no role requires yet.

const alias: ChangeForm<Extract<CatalogChange, { kind: 'alias' }>> = {
  letter: 'l',
  needs: ['skill'],
  acceptsRole: true,
  sample: ({ role = '', skill = '' }) =>
    skill === ''
      ? { kind: 'alias', of: 'role', slug: role, to: '' }
      : { kind: 'alias', of: 'skill', slug: skill, to: '' },
  target: ({ of, slug }) => (of === 'role' ? { role: slug } : { skill: slug }),
  fields: ({ label, initial }, { t }) => [
    textField('to', MAX_LENGTHS.alias, {
      label: t('propose.form.alias', { name: label }),
      ...(typeof initial === 'string' && { initial }),
    }),
  ],
  subject: ({ of, slug }, names, t) => [t('propose.kind.alias'), of === 'role' ? names.role(slug) : names.skill(slug)],
}

/** Domains named as examples in the hint of the field. */
const MOST_DOMAINS = 6

const newSkill: ChangeForm<Extract<CatalogChange, { kind: 'newSkill' }>> = {
  letter: 'n',
  needs: [],
  sample(_, { catalogIndex }) {
    const [domain = ''] = catalogIndex.catalog.domains.keys()
    return { kind: 'newSkill', to: { slug: '', name: '', domain, aliases: [] } }
  },
  target: () => ({}),
  fields: (_, context) => {
    const { t } = context
    const domains = domainNames(context).slice(0, MOST_DOMAINS).join(', ')
    return [
      textField('name', MAX_LENGTHS.name, { label: t('propose.form.name') }),
      textField('domain', MAX_LENGTHS.name, {
        label: t('propose.form.domain'),
        hint: t('propose.form.domain.hint', { domains }),
      }),
      textField('statements', 700, {
        label: t('propose.form.statements'),
        hint: t('propose.form.statements.hint', { most: MAX_LENGTHS.statement }),
      }),
    ]
  },
  withValues: (_, values, context) => ({ kind: 'newSkill', to: skillFrom(values, context) }),
  subject: ({ to }, _, t) => [t('propose.kind.newSkill'), to.name],
  added: ({ to }) => to.name,
  details: ({ to }, _, { t, catalog }) =>
    catalog.scale.steps.flatMap((step) => {
      const statement = to.statements?.[step.slug]
      if (statement === undefined) return []
      const inLocale =
        typeof statement === 'string'
          ? statement
          : (Object.values(statement).filter((each) => typeof each === 'string')[0] ?? '')
      return { text: strong(proficiencyName(step, t)), detail: plain(inLocale) }
    }),
}

/** A new skill: its name, its domain by any of its names, and a line for each proficiency. */
function skillFrom(values: FormValues, context: FormContext): unknown {
  const { catalogIndex, t, vocabulary } = context
  const name = lineFrom(values['name'])
  const slug = normalize(name)
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-|-$/gu, '')
    .slice(0, 40)
  if (slug === '') throw new UserError('error.propose.name', {}, [], 'name')
  const typed = (values['domain'] ?? '').trim()
  const match = catalogIndex
    .parse(typed, vocabulary.words('connectives'))
    .flatMap((part) => part.meanings)
    .find((named) => named.kind === 'domain')
  if (match?.kind !== 'domain') {
    const params = { text: quoteInput(typed) || '…', domains: domainNames(context).join(', ') }
    throw new UserError('error.propose.domain', params, [], 'domain')
  }
  const lines = (values['statements'] ?? '')
    .split('\n')
    .map(lineFrom)
    .filter((line) => line !== '')
  const { steps } = catalogIndex.catalog.scale
  if (lines.length !== steps.length || lines.some((line) => line.length > MAX_LENGTHS.statement)) {
    const words = steps.map((step) => proficiencyName(step, t)).join(', ')
    throw new UserError(
      'error.propose.statements',
      { words, count: lines.length, most: MAX_LENGTHS.statement },
      [],
      'statements',
    )
  }
  return {
    slug,
    name,
    domain: match.domain.slug,
    aliases: [],
    statements: Object.fromEntries(steps.map(({ slug: step }, at) => [step, lines[at]])),
  }
}

function domainNames({ catalogIndex, t }: FormContext): readonly string[] {
  return [...catalogIndex.catalog.domains.values()].map(({ name }) => localized(name, t.locale))
}

export const NAME_FORMS = { alias, newSkill }
