import {
  type Catalog,
  type CatalogChange,
  type ChangeValue,
  changeToday,
  proposedValue,
  requestToday,
} from '../../../catalog/index.ts'
import type { Translator } from '../../../i18n/index.ts'
import type { Inline, ListItem, RichText } from '../../../message/index.ts'
import { plain, strong } from '../../../message/index.ts'
import { type ChangeRequest, ERASED_PLATFORM } from '../../../proposals/domain/index.ts'
import type { ProposalViewContext } from '../../../proposals/views.ts'
import { parsePersonKey } from '../../../store/person.ts'
import { platformName } from '../../../store/platform-info.ts'
import { changeForm } from './kinds/index.ts'
import { type DraftChange, requirementText, scaleFor, type TargetNames } from './kinds/kind.ts'

// How proposals read: their subject, what they change, who takes part.

/** The subject of a change: "PyTorch · ML Engineer · Middle". */
export function subjectOf(proposed: CatalogChange, catalog: Catalog, t: Translator): string {
  const change = changeToday(proposed, catalog)
  const { roles, skills } = catalog
  const names: TargetNames = {
    role: (slug) => roles.get(slug)?.name ?? slug,
    level: (role, slug) => roles.get(role)?.levels.find((level) => level.slug === slug)?.name ?? slug,
    skill: (slug) => skills.get(slug)?.name ?? slug,
  }
  return changeForm(change.kind).subject(change, names, t, catalog).join(' · ')
}

/** A value of a change as people read it. */
export function valueText(
  value: ChangeValue,
  { kind, skill }: Pick<DraftChange, 'kind' | 'skill'>,
  catalog: Catalog,
  t: Translator,
): string {
  const scale = scaleFor({ skill }, catalog)
  if (value === null) return t('proposal.value.none')
  if (typeof value === 'boolean') return String(value)
  if (typeof value !== 'string') return value.map((each) => requirementText(each, scale, t)).join(' · ')
  return changeForm(kind).valueText?.(value, t, scale) ?? value
}

/** What changes, in one line: "Working → Advanced". */
export function diffText(request: ChangeRequest, catalog: Catalog, t: Translator): string {
  const { change, from } = requestToday(request, catalog)
  const text = (value: ChangeValue): string => valueText(value, change, catalog, t)
  return changeForm(change.kind).added?.(change) ?? `${text(from)} → ${text(proposedValue(change))}`
}

/** What changes, with the behavior that a proficiency means. */
export function diffItems(
  request: ChangeRequest,
  isDecided: boolean,
  { t, catalog }: Pick<ProposalViewContext, 't' | 'catalog'>,
): readonly ListItem[] {
  const { change, from } = requestToday(request, catalog)
  const label = t(isDecided ? 'proposal.before' : 'proposal.today')
  const item = (valueLabel: string, value: ChangeValue): ListItem => ({
    text: [...plain(`${valueLabel}: `), ...strong(valueText(value, change, catalog, t))],
  })
  return (
    changeForm(change.kind).details?.(change, { label, from }, { t, catalog }) ?? [
      item(label, from),
      item(t('proposal.proposed'), proposedValue(change)),
    ]
  )
}

/** A person by their key. */
export function personInline(key: string, { t, platforms }: Pick<ProposalViewContext, 't' | 'platforms'>): Inline {
  const person = parsePersonKey(key)
  if (!person) return { type: 'text', text: key }
  const { platform, user } = person
  if (platform === ERASED_PLATFORM) return { type: 'text', text: t('proposal.forgotten') }
  const text = t('proposal.member', { platform: platformName(platform, platforms) })
  return { type: 'person', text, platform, user }
}

/** The first of many people, and how many more there are. */
export function peopleInline(keys: readonly string[], view: Pick<ProposalViewContext, 't' | 'platforms'>): RichText {
  const listed = keys.slice(0, MOST_PEOPLE)
  const more = keys.length - listed.length
  return [
    ...listed.flatMap((key, nth): Inline[] => [
      ...(nth > 0 ? [{ type: 'text', text: ', ' } as const] : []),
      personInline(key, view),
    ]),
    ...(more > 0 ? plain(` ${view.t('proposal.more', { count: more })}`) : []),
  ]
}

const MOST_PEOPLE = 12
