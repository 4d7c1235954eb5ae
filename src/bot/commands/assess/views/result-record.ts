import { gapsInOrder, pointGaps } from '../../../../assessment/index.ts'
import { isDefaultScale } from '../../../../catalog/index.ts'
import { type AssessmentResult, RESULT_SCHEMA } from '../../../../store/records.ts'
import { isStated, type LoadedSession, trackField } from '../loaded-session.ts'
import { ruleKey } from '../rule.ts'

/** The result of a session as it is stored. It has the session's id, so that a second press finds it. */
export function resultOf(loaded: LoadedSession, catalogVersion: string, at: number): AssessmentResult {
  const { session, role, domain, target, assessment, decoded } = loaded
  const { grade, confidence, gaps, targetLevel, ready, plan } = assessment.result
  const stated = isStated(loaded)
  const estimated = new Set(gaps.filter(({ status }) => status === 'estimated').map(({ skillId }) => skillId))
  const ids = gaps.map(({ skillId }) => skillId)
  const unanswered = Object.entries(session.evidence).filter(([slug]) => loaded.ratingOf(slug) === undefined)
  const listed = role.points
    ? pointGaps(role, loaded.ratingOf)
    : targetLevel === undefined
      ? []
      : gapsInOrder(role, targetLevel - 1, ids, loaded.ratingOf)
  // Asked about one level, the others are not settled.
  const isLevelStated = !domain && !target && stated
  const isReadyStated = !domain && target !== null && stated
  return {
    schema: session.schema > 1 ? RESULT_SCHEMA : domain || isLevelStated ? 1 : 2,
    id: session.id,
    role: role.slug,
    roleName: role.name,
    roleVersion: role.version,
    catalogVersion,
    mode: session.mode,
    domain: domain?.slug ?? null,
    startedAt: session.startedAt,
    finishedAt: at,
    grade: isLevelStated ? grade : null,
    level: isLevelStated ? (role.levels[grade - 1]?.slug ?? null) : null,
    target: targetLevel === undefined ? null : (role.levels[targetLevel - 1]?.slug ?? null),
    ...(!domain && trackField(role, false)),
    rule: ruleKey(role),
    ...(!isDefaultScale(role.scale) && { scale: role.scale.key }),
    ...(isReadyStated && { ready: ready === true }),
    ...(!domain && stated && !role.points && { need: { core: plan.core, others: plan.others, sd: plan.sd } }),
    // Of a sum, nothing is estimated: what is not answered leaves it open.
    ...(isLevelStated &&
      !role.points &&
      confidence < 0.5 && { between: likeliestPair(grade, assessment.result.grades) }),
    confidence,
    ...(unanswered.length > 0 && { evidence: Object.fromEntries(unanswered) }),
    ...(decoded.dormant.length > 0 && { dormant: [...decoded.dormant] }),
    ratings: decoded.answers.map(([slug, rating]) => {
      const evidence = session.evidence[slug]
      const skill = role.rows.get(slug)?.skill
      return {
        skill: slug,
        name: skill?.name ?? slug,
        rating,
        ...(skill && skill.scale.key !== role.scale.key && { scale: skill.scale.key }),
        ...(evidence !== undefined && { evidence }),
      }
    }),
    gaps: listed.map(({ row, required }) => ({
      skill: row.skill.slug,
      name: row.skill.name,
      required,
      estimated: estimated.has(row.skill.slug),
    })),
  }
}

/** A grade and the likelier one of its neighbors, the lower one first. `grades` are the probabilities of the grades, from 0. */
function likeliestPair(grade: number, grades: readonly number[]): [number, number] {
  return (grades[grade + 1] ?? -1) > (grades[grade - 1] ?? -1) ? [grade, grade + 1] : [grade - 1, grade]
}
