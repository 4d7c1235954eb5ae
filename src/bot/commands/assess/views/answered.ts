import type { Translator } from '../../../../i18n/index.ts'
import { actions, type Block } from '../../../../message/index.ts'
import { press } from '../actions.ts'
import type { LoadedSession } from '../loaded-session.ts'
import { refOf } from '../session-ref.ts'
import { controlKeys } from './control-keys.ts'
import { ratingLabel } from './ratings.ts'

/** "✓ REST API Design: Working": the last answer in one line. Undefined before the first one. */
export function answeredLine({ decoded, role }: LoadedSession, t: Translator): string | undefined {
  const last = decoded.answers.at(-1)
  if (!last) return undefined
  const [slug, rating] = last
  const row = role.rows.get(slug)
  const skill = row?.skill.name ?? slug
  return rating === null
    ? t('assess.card.skipped', { skill })
    : t('assess.card.answered', { skill, rating: ratingLabel(rating, row?.skill.scale ?? role.scale, t) })
}

/** The last answer in one line, with the button that changes it. */
export function answeredBlocks(loaded: LoadedSession, t: Translator): readonly Block[] {
  const line = answeredLine(loaded, t)
  if (line === undefined) return []
  const button = press(t('assess.change'), { type: 'back', ref: refOf(loaded) })
  return actions([{ ...button, key: controlKeys(loaded.role).change }], line)
}
