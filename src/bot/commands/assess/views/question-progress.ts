import type { Translator } from '../../../../i18n/index.ts'
import { type Block, note } from '../../../../message/index.ts'
import { gradeName, type LoadedSession } from '../loaded-session.ts'
import type { Outlook } from '../outlook.ts'

/** Where a person is in an assessment, in a few words. */
export function progressText(loaded: LoadedSession, outlook: Outlook, t: Translator): string {
  const { between } = outlook
  const { assessment, domain, session, target } = loaded
  const { askedCount, settled, coreLeft } = assessment.progress
  const number = askedCount + 1
  if (domain) return t('assess.card.progressDomain', { number, total: askedCount + outlook.left })
  // After this one.
  const left = Math.max(0, outlook.left - 1)
  if (settled)
    return t(session.plan === true ? 'assess.card.progressPlan' : 'assess.card.progressGaps', { number, left })
  // A figure would wander from answer to answer.
  if (between) {
    const { leaning } = outlook
    const level = typeof leaning === 'number' ? gradeName(loaded.role, leaning, t) : ''
    return t('assess.card.progressEdge', { number, level, leaning: level === '' ? (leaning ?? 'none') : 'level' })
  }
  if (coreLeft > 0) return t('assess.card.progressCore', { number, left })
  return t(target ? 'assess.card.progressTarget' : 'assess.card.progress', { number, left })
}

/** Says what is open, and what stopping means, to a person who has come between two levels. Later cards have the progress alone. */
export function edgeNote(
  loaded: LoadedSession,
  { between, isNewlyBetween, isNearHalf, left, most }: Outlook,
  t: Translator,
): readonly Block[] {
  const { role, target } = loaded
  if (!between || !isNewlyBetween) return []
  const [lower, upper] = between
  const hasCore = role.core.domains.length + role.core.skills.length > 0
  const words = {
    left: Math.max(1, left),
    most,
    bound: most > left ? 'open' : 'same',
    core: hasCore ? (isNearHalf ? 'half' : 'settled') : isNearHalf ? 'near' : 'none',
    lower: gradeName(role, lower, t),
    upper: gradeName(role, upper, t),
  }
  return [
    note(
      'info',
      target ? t.rich('assess.edge.target', { ...words, level: target.name }) : t.rich('assess.edge', words),
    ),
  ]
}
