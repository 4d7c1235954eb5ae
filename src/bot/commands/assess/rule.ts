import { type Level, type LevelRule, localized, type Role } from '../../../catalog/index.ts'
import type { Translator } from '../../../i18n/index.ts'
import type { RichText } from '../../../message/index.ts'
import { plain } from '../../../message/index.ts'
import { pointsRuleText } from './points-rule.ts'

/** The name of a role's level rule in stored sessions and results. Without a name they follow the first one, "four in five of all". */
export function ruleKey({ levelRule, points }: Pick<Role, 'levelRule' | 'points'>): string {
  if (points) return `points-${points.key}`
  return levelRule.kind === 'share' ? `share-${percentOf(levelRule.share)}` : levelRule.kind
}

/** Whether a stored rule is one of points. */
export function isSum(rule: string | undefined): boolean {
  return rule?.startsWith('points-') === true
}

const percentOf = (share: number): number => Math.round(100 * share)

/** The rule of a catalog in words, for any role of it. */
export function generalRule(levelRule: LevelRule, t: Translator): RichText {
  switch (levelRule.kind) {
    case 'core-and-breadth':
      return t.rich('assess.rule')
    case 'all-core':
      return t.rich('assess.rule.allCore')
    case 'share':
      return t.rich('assess.rule.share', { percent: percentOf(levelRule.share) })
    case 'points':
      return t.rich('points.rule')
  }
}

/** The rule in words, and what the core of the role is. With a level, what it takes to be ready for that level. */
export function ruleText(role: Role, t: Translator, target: Level | null = null): RichText {
  if (role.points) return pointsRuleText(role, role.points, t, target)
  const names = coreNames(role, t)
  const level = target?.name ?? ''
  if (names.length === 0) return wholeRule(role, t, level)
  return [
    ...(target ? targetRule(role, level, t) : generalRule(role.levelRule, t)),
    ...plain(' '),
    ...t.rich('assess.rule.core', { role: role.name, core: t.all(names) }),
  ]
}

/** The rule of a role without a core, in general or, with a name, for a level. */
function wholeRule({ levelRule }: Role, t: Translator, level: string): RichText {
  if (levelRule.kind === 'core-and-breadth') {
    return level === '' ? t.rich('assess.rule.whole') : t.rich('assess.rule.target.whole', { level })
  }
  const percent = levelRule.kind === 'share' ? percentOf(levelRule.share) : 100
  return level === ''
    ? t.rich('assess.rule.share', { percent })
    : t.rich('assess.rule.target.share', { level, percent })
}

function targetRule({ levelRule }: Role, level: string, t: Translator): RichText {
  return levelRule.kind === 'all-core'
    ? t.rich('assess.rule.target.allCore', { level })
    : t.rich('assess.rule.target', { level })
}

/** The domains and skills that the core of a role consists of. */
export function coreNames({ core: { domains, skills } }: Role, t: Translator): readonly string[] {
  return [...domains.map(({ name }) => localized(name, t.locale)), ...skills.map(({ name }) => name)]
}
