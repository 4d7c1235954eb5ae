import type { Level, Role } from '../../../catalog/index.ts'
import { localized } from '../../../catalog/index.ts'
import type { Translator } from '../../../i18n/index.ts'
import type { RichText } from '../../../message/index.ts'
import { plain } from '../../../message/index.ts'

/** The name of the rule in stored sessions and results. Without a name they follow the one before, "four in five of all". */
export const RULE = 'core-and-breadth'

/** The rule in words, and what the core of the role is. With a level, what it takes to be ready for that level. */
export function ruleText(role: Role, t: Translator, target: Level | null = null): RichText {
  const names = coreNames(role, t)
  const level = target?.name ?? ''
  if (names.length === 0) return target ? t.rich('assess.rule.target.whole', { level }) : t.rich('assess.rule.whole')
  return [
    ...(target ? t.rich('assess.rule.target', { level }) : t.rich('assess.rule')),
    ...plain(' '),
    ...t.rich('assess.rule.core', { role: role.name, core: t.all(names) }),
  ]
}

/** The domains and skills that the core of a role consists of. */
export function coreNames({ core: { domains, skills } }: Role, t: Translator): readonly string[] {
  return [...domains.map(({ name }) => localized(name, t.locale)), ...skills.map(({ name }) => name)]
}
