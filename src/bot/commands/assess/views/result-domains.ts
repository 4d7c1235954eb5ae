import { type Coverage, coverageByDomain, type RatingOf, strengthsOf } from '../../../../assessment/index.ts'
import { localized, type Role } from '../../../../catalog/index.ts'
import type { Translator } from '../../../../i18n/index.ts'
import { type Block, list, plain, strong, text } from '../../../../message/index.ts'
import { ruleText } from '../rule.ts'
import { ratingLabel } from './ratings.ts'
import { countsText } from './result-counts.ts'
import { mainLevel, type ResultDetails } from './result-details.ts'
import { missingBlock } from './result-missing.ts'
import { pointFields } from './result-points.ts'

const MAX_STRENGTHS = 5

/** Each level and each domain, with what was met, and the strengths. */
export function domainBlocks(details: ResultDetails, t: Translator): readonly Block[] {
  const { role, target, ratingOf, result } = details
  const level = target === undefined ? undefined : role.levels[target]
  if (role.points) return [text(ruleText(role, t)), ...pointFields(details, t)]
  return [
    text(ruleText(role, t)),
    text(strong(t('result.levels'))),
    {
      type: 'fields',
      fields: role.levels.map(({ name }, index) => ({
        label: name,
        value: countsText(details, index, t, { level: '' }),
      })),
    },
    ...(target !== undefined && level
      ? [
          text(strong(t('result.domains', { level: level.name }))),
          {
            type: 'fields' as const,
            fields: coverageByDomain(role, target, ratingOf).map(({ domain, coverage }) => ({
              label: localized(domain.name, t.locale),
              value: plain(coverageText(coverage, result.mode, t)),
            })),
          },
        ]
      : []),
    ...missingBlock(details, t),
    ...strengthBlock(role, mainLevel(details), ratingOf, t),
  ]
}

/** "3 of 5 met, 2 not asked"; never "0 met" of what was not asked. */
export function coverageText(
  { met, unmet, skipped, notAsked: left }: Coverage,
  mode: ResultDetails['result']['mode'],
  t: Translator,
): string {
  const answered = met + unmet
  return t('result.coverage', { met, answered, skipped, left, mode })
}

function strengthBlock(role: Role, level: number, ratingOf: RatingOf, t: Translator): readonly Block[] {
  const name = role.levels[level]?.name ?? ''
  const strengths = strengthsOf(role, level, ratingOf)
  const more = strengths.length - MAX_STRENGTHS
  return [
    ...list(
      strengths.slice(0, MAX_STRENGTHS).map(({ row, rating, above }) => ({
        text: [...strong(row.skill.name), ...plain(`: ${ratingLabel(rating, row.skill.scale, t)}`)],
        detail: t.rich('result.strength', { above, level: name }),
      })),
      strong(t('result.strengths')),
    ),
    ...(more > 0 ? [text(t.rich('gaps.more', { count: more }))] : []),
  ]
}
