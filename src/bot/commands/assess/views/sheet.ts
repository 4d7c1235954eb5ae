import { answerCodes, type Rating } from '../../../../assessment/index.ts'
import { localized, type RoleDomain, type Scale, stepAt } from '../../../../catalog/index.ts'
import type { Translator } from '../../../../i18n/index.ts'
import {
  actions,
  type Block,
  type Form,
  heading,
  type Message,
  plain,
  strong,
  text,
} from '../../../../message/index.ts'
import type { CommandContext } from '../../../command.ts'
import type { BotResponse } from '../../../events.ts'
import { answerText, statementDetail } from '../../../views/statement.ts'
import { payloadOf, press } from '../actions.ts'
import type { LoadedSession } from '../loaded-session.ts'
import { refOf } from '../session-ref.ts'
import { wordsByRating } from '../typed-meaning.ts'
import { asRating, ratingLabel } from './ratings.ts'

type FormContext = Pick<CommandContext, 't' | 'vocabulary'>

/** The cards of a sheet: all domains of the role, or the one that is assessed. */
function cardsOf({ role, domain }: Pick<LoadedSession, 'role' | 'domain'>): readonly RoleDomain[] {
  return role.domains.filter((group) => domain === null || group.domain === domain)
}

/** Index of the first card with an unanswered skill; the last card if there is none. */
export function firstOpenCard(loaded: LoadedSession): number {
  const cards = cardsOf(loaded)
  const open = cards.findIndex((group) => group.rows.some((row) => loaded.ratingOf(row.skill.slug) === undefined))
  return open < 0 ? cards.length - 1 : open
}

/** A card of a sheet: every skill of a domain with its answer so far. */
export function sheetCard(loaded: LoadedSession, wanted: number, t: Translator, notes: readonly Block[] = []): Message {
  const cards = cardsOf(loaded)
  const at = Math.min(Math.max(0, wanted), cards.length - 1)
  const group = cards[at]
  if (!group) return { summary: loaded.role.name, blocks: [...notes] }
  const ref = refOf(loaded)
  const name = localized(group.domain.name, t.locale)
  const answered = loaded.answers.length
  const skills = cards.reduce((sum, each) => sum + each.rows.length, 0)
  const progress = t('assess.sheet.progress', { card: at + 1, cards: cards.length, answered, skills })
  return {
    summary: `${name}: ${progress}`,
    blocks: [
      ...notes,
      heading(t('assess.sheet.title', { role: loaded.role.name, domain: name })),
      { type: 'progress', done: answered, total: skills, label: progress },
      ...(at === 0 && answered === 0 ? [text(t.rich('assess.sheet.how'))] : []),
      {
        type: 'list',
        items: group.rows.map((row) => {
          const rating = loaded.ratingOf(row.skill.slug)
          const step = stepAt(row.skill.scale, rating ?? 0)
          const word = answerWord(rating, row.skill.scale, t)
          return {
            text: [...strong(row.skill.name), ...plain(`: ${word}`)],
            ...(step && statementDetail(row.skill, step.slug, t)),
          }
        }),
      },
      ...actions([
        press(t('assess.sheet.fill'), { type: 'fill', ref, card: at }, 'primary'),
        ...(at + 1 < cards.length ? [press(t('assess.sheet.next'), { type: 'card', ref, card: at + 1 })] : []),
        ...(at > 0 ? [press(t('assess.sheet.previous'), { type: 'card', ref, card: at - 1 })] : []),
        ...(answered > 0 ? [press(t('assess.finish'), { type: 'finish', ref })] : []),
        press(t('assess.pause'), { type: 'pause', ref }),
      ]),
    ],
  }
}

function answerWord(rating: Rating | null | undefined, scale: Scale, t: Translator): string {
  if (rating === undefined) return t('assess.sheet.open')
  return rating === null ? t('assess.skip') : ratingLabel(rating, scale, t)
}

/** A response with the form of a card, if the sheet has such a card: it is filled in next. */
export function withNextForm(
  response: BotResponse,
  loaded: LoadedSession,
  card: number,
  context: FormContext,
): BotResponse {
  if (response.type !== 'reply' || !cardsOf(loaded)[card]) return response
  return { ...response, nextForm: sheetForm(loaded, card, context) }
}

/** A form with a choice for each skill of a card. The fields are named by the skills' codes, so that a changed question is noticed. */
export function sheetForm(loaded: LoadedSession, wanted: number, { t, vocabulary }: FormContext): Form {
  const cards = cardsOf(loaded)
  const at = Math.min(Math.max(0, wanted), cards.length - 1)
  const group = cards[at]
  const codes = answerCodes(loaded.role).bySkill
  return {
    title: group
      ? t('assess.sheet.form', { card: at + 1, cards: cards.length, domain: localized(group.domain.name, t.locale) })
      : loaded.role.name,
    payload: payloadOf({ type: 'fill', ref: refOf(loaded), card: at }),
    submit: t('assess.sheet.submit'),
    fields: (group?.rows ?? []).map(({ skill }) => {
      const rating = loaded.ratingOf(skill.slug)
      const words = new Map(wordsByRating(skill.scale, vocabulary).map(([typed, each]) => [each, typed]))
      const option = (each: Rating | null, label: string) => ({
        value: each === null ? '-' : String(each),
        label,
        words: words.get(each) ?? new Set(),
      })
      return {
        type: 'choice',
        name: codes.get(skill.slug) ?? '',
        label: skill.name,
        optional: true,
        options: [
          option(0, t('assess.none')),
          ...skill.scale.steps.map((step) => option(asRating(step.rank), answerText(skill, step, t))),
          option(null, t('assess.skip')),
        ],
        ...(rating === undefined ? {} : { initial: rating === null ? '-' : String(rating) }),
      }
    }),
  }
}
