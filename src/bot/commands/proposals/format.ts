import {
  type Catalog,
  type CatalogChange,
  type ChangeValue,
  localized,
  PROFICIENCIES,
  type Proficiency,
  proposedValue,
} from '../../../catalog/index.ts'
import type { Translator } from '../../../i18n/index.ts'
import type { Inline, ListItem, RichText } from '../../../message/index.ts'
import { plain, strong } from '../../../message/index.ts'
import { ERASED_PLATFORM, type Proposal } from '../../../proposals/domain/index.ts'
import type { ProposalViewContext } from '../../../proposals/views.ts'
import { parsePersonKey } from '../../../store/person.ts'
import { platformName } from '../../../store/platform-info.ts'
import { proficiencyName } from '../../views/proficiency.ts'

// How proposals are said: what they are about, what they change, who takes part.

/** What a change is about: "PyTorch · ML Engineer · Middle". */
export function subjectOf(change: CatalogChange, catalog: Catalog, t: Translator): string {
  const role = 'role' in change ? catalog.roles.get(change.role) : undefined
  const roleName = role?.name ?? ('role' in change ? change.role : '')
  const skillName = 'skill' in change ? (catalog.skills.get(change.skill)?.name ?? change.skill) : ''
  const levelName =
    'level' in change ? (role?.levels.find(({ slug }) => slug === change.level)?.name ?? change.level) : ''
  switch (change.kind) {
    case 'requirement':
    case 'mandatory':
      return [skillName, roleName, levelName].join(' · ')
    case 'addSkill':
    case 'removeSkill':
      return [skillName, roleName].join(' · ')
    case 'statement':
      return [skillName, proficiencyName(change.proficiency, t)].join(' · ')
    case 'focus':
    case 'stack':
      return [t(`propose.kind.${change.kind}`), roleName, levelName].join(' · ')
    case 'description':
      return [t('propose.kind.description'), roleName].join(' · ')
    case 'alias': {
      const name = (change.of === 'role' ? catalog.roles : catalog.skills).get(change.slug)?.name ?? change.slug
      return [t('propose.kind.alias'), name].join(' · ')
    }
    case 'newSkill':
      return [t('propose.kind.newSkill'), change.to.name].join(' · ')
  }
}

/** A value as people read it. */
export function valueText(value: ChangeValue, kind: CatalogChange['kind'], t: Translator): string {
  if (value === null) return t('proposal.value.none')
  if (kind === 'mandatory')
    return t(`proposal.mandatory.${value === 'true' ? 'true' : value === 'false' ? 'false' : 'unknown'}`)
  if (typeof value === 'boolean') return String(value)
  if (typeof value !== 'string') return value.map((word) => wordText(word, t)).join(' · ')
  return kind === 'requirement' ? wordText(value, t) : value
}

function wordText(word: string, t: Translator): string {
  const proficiency = PROFICIENCIES.find((name) => name === word)
  return proficiency ? proficiencyName(proficiency, t) : t('proficiency.absent')
}

/** What changes, in one line: "Working → Advanced". */
export function diffText({ change, from }: NonNullable<Proposal['request']>, t: Translator): string {
  if (change.kind === 'newSkill') return change.to.name
  return `${valueText(from, change.kind, t)} → ${valueText(proposedValue(change), change.kind, t)}`
}

/** What changes, with what it means in behaviour where it is a proficiency. */
export function diffItems(
  { change, from }: NonNullable<Proposal['request']>,
  decided: boolean,
  catalog: Catalog,
  t: Translator,
): readonly ListItem[] {
  const before = decided ? 'proposal.before' : 'proposal.today'
  switch (change.kind) {
    case 'requirement': {
      const skill = catalog.skills.get(change.skill)
      const item = (word: string, key: 'proposal.before' | 'proposal.today' | 'proposal.proposed'): ListItem => {
        const proficiency = PROFICIENCIES.find((name): name is Proficiency => name === word)
        const line = [...plain(`${t(key)}: `), ...strong(wordText(word, t))]
        return proficiency && skill
          ? { text: line, detail: plain(localized(skill.statements[proficiency], t.locale)) }
          : { text: line }
      }
      return [item(String(from), before), item(change.to, 'proposal.proposed')]
    }
    case 'newSkill':
      return PROFICIENCIES.map((proficiency) => {
        const statement = change.to.statements[proficiency]
        return {
          text: strong(proficiencyName(proficiency, t)),
          detail: plain(typeof statement === 'string' ? statement : localized(statementOf(statement), t.locale)),
        }
      })
    default:
      return [
        { text: [...plain(`${t(before)}: `), ...strong(valueText(from, change.kind, t))] },
        {
          text: [...plain(`${t('proposal.proposed')}: `), ...strong(valueText(proposedValue(change), change.kind, t))],
        },
      ]
  }
}

function statementOf({ en, es }: { readonly en: string; readonly es?: string | undefined }) {
  return es === undefined ? { en } : { en, es }
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

/** Some of many people. */
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

const DAY_MS = 24 * 60 * 60 * 1000
const HOUR_MS = 60 * 60 * 1000

/** How long something still takes, in the largest unit that fits. */
export function timeLeft(until: number, now: number, t: Translator): string {
  const left = until - now
  if (left <= 0) return t('proposal.left.over')
  if (left >= 2 * DAY_MS) return t('proposal.left.days', { count: Math.round(left / DAY_MS) })
  return t('proposal.left.hours', { count: Math.max(1, Math.round(left / HOUR_MS)) })
}
