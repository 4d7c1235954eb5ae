import { planQuestions } from '../../../../assessment/index.ts'
import { localized } from '../../../../catalog/index.ts'
import type { Translator } from '../../../../i18n/index.ts'
import { actions, type Block, heading, type Message, text } from '../../../../message/index.ts'
import { press } from '../actions.ts'
import { gradeName, isStated, type LoadedSession } from '../loaded-session.ts'
import { refOf } from '../session-ref.ts'
import { answeredBlocks } from './answered.ts'
import { evidenceInvitation } from './evidence.ts'
import { planLabel } from './plan-offer.ts'
import { focusToday } from './planned-gaps.ts'
import { resultOf } from './result-record.ts'

/** The card of an assessment with no open question: its conclusion, and what can still be asked. */
export function settledCard(loaded: LoadedSession, t: Translator, notes: readonly Block[]): Message {
  const { role, assessment, domain, target } = loaded
  const ref = refOf(loaded)
  const { progress } = assessment
  const title = domain
    ? t('result.title.domain', { role: role.name, domain: localized(domain.name, t.locale) })
    : verdictTitle(loaded, t)
  const counts = { questions: progress.askedCount, skipped: progress.skipped }
  const summary = domain
    ? t.rich('assess.settled.domain', { domain: localized(domain.name, t.locale), ...counts })
    : isStated(loaded)
      ? t.rich('assess.settled.level', counts)
      : t.rich('assess.settled.early', { about: target ? 'check' : 'level', level: target?.name ?? '' })
  const { planLeft, gapsLeft } = progress
  const offers = domain || !isStated(loaded) ? [] : offersOf(loaded)
  return {
    summary: title,
    blocks: [
      ...answeredBlocks(loaded, t),
      ...evidenceInvitation(loaded, t),
      ...notes,
      heading(title),
      text(summary),
      ...(offers.includes('plan') ? [text(t.rich('assess.settled.offer', { focus: focusKind(loaded) }))] : []),
      ...actions([
        ...(offers.includes('plan')
          ? [
              press(
                planLabel(planQuestions(planLeft, loaded.assessedRole.skills.length - progress.askedCount), t),
                { type: 'plan', ref },
                'primary',
              ),
            ]
          : []),
        press(t('assess.finish'), { type: 'finish', ref }, offers.includes('plan') ? undefined : 'primary'),
        ...(offers.includes('gaps') ? [press(t('assess.refine', { left: gapsLeft }), { type: 'refine', ref })] : []),
        press(t('assess.pause'), { type: 'pause', ref }),
      ]),
    ],
  }
}

/** Whether the skills that the result will name to work on are answered, or estimated. */
function focusKind(loaded: LoadedSession): 'answered' | 'estimated' {
  return focusToday(resultOf(loaded, '', 0), loaded.role, []).every(({ rating }) => rating !== undefined)
    ? 'answered'
    : 'estimated'
}

/** What can still be asked about: enough for a plan, and every gap. */
function offersOf({ assessment, session }: LoadedSession): readonly ('plan' | 'gaps')[] {
  const { planLeft, gapsLeft } = assessment.progress
  const asksAll = session.refine && session.plan !== true
  return [
    ...(planLeft > 0 && !session.refine ? (['plan'] as const) : []),
    ...(gapsLeft > 0 && !asksAll && gapsLeft !== planLeft ? (['gaps'] as const) : []),
  ]
}

/** The conclusion of an assessment in a few words: the level, or whether the person is ready for one. */
function verdictTitle(loaded: LoadedSession, t: Translator): string {
  const { role, target, assessment } = loaded
  const { result } = assessment
  if (!isStated(loaded)) return t('result.early.title', { role: role.name })
  if (target)
    return t(result.ready ? 'result.ready.title' : 'result.notReady.title', { role: role.name, level: target.name })
  if (result.grade === 0) return t('result.title.below', { role: role.name, level: role.levels[0]?.name ?? '' })
  return t('result.title', { role: role.name, level: gradeName(role, result.grade, t) })
}
