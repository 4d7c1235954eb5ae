import type { Role } from '../../../catalog/index.ts'
import { localized } from '../../../catalog/index.ts'
import type { Translator } from '../../../i18n/index.ts'
import type { RichText } from '../../../message/index.ts'
import { plain } from '../../../message/index.ts'

/** The name of the rule in stored sessions and results. Without a name they follow the one before, "four in five of all". */
export const RULE = 'core-and-breadth'

/** The rule in words, and what the core of the role is. */
export function ruleText(role: Role, t: Translator): RichText {
  const names = coreNames(role, t)
  if (names.length === 0) return t.rich('assess.rule.whole')
  return [
    ...t.rich('assess.rule'),
    ...plain(' '),
    ...t.rich('assess.rule.core', { role: role.name, core: t.all(names) }),
  ]
}

/** The domains and skills that the core of a role consists of. */
export function coreNames({ core: { domains, skills } }: Role, t: Translator): readonly string[] {
  return [...domains.map(({ name }) => localized(name, t.locale)), ...skills.map(({ name }) => name)]
}
