import { MessageType, type OmitPartialGroupDMChannel, type Message as Sent } from 'discord.js'
import type { Locale } from '../../i18n/index.ts'
import { translator } from '../../i18n/index.ts'
import { note, plain, text } from '../../message/index.ts'
import type { EventStore } from '../../store/store.ts'
import { decodeText } from './decode.ts'
import { againId } from './ids.ts'
import type { partsOfForm } from './modal.ts'
import type { Parts } from './on-interaction.ts'
import { NO_SERVER } from './origins.ts'
import { renderMessage } from './render.ts'
import { DirectClosed } from './sending.ts'

export interface TextParts extends Parts {
  readonly events: EventStore
}

/** Longer than any answer takes; a process that dies meanwhile gives the delivery to the next one. */
const LEASE_MS = 30_000
const KEPT_MS = 60 * 60 * 1000

/** Makes the handler of what people write in the direct conversation. It never rejects. */
export function texts(parts: TextParts): (message: OmitPartialGroupDMChannel<Sent>) => Promise<void> {
  const { bot, events, metrics, now, report, origins, sending, turns, conversations } = parts

  /** The language of a person, the server they last used, and where their words belong. */
  const locate = async (user: string, typed: string) => {
    const origin = await origins.latest(user)
    const { locale, server: usual } = origin
    const of = { user, locale, usual, direct: true, origin }
    return { locale, usual, place: await conversations.placeOf(of, { type: 'text', text: typed }) }
  }

  const answer = async (message: OmitPartialGroupDMChannel<Sent>): Promise<'answered' | 'failed' | 'ignored'> => {
    const { author, id } = message
    const content = decodeText(message.content)
    const claim = `discord/${id}`
    const claimed = await events.claim(claim, now(), LEASE_MS).catch((error: unknown) => {
      report('a delivery could not be claimed', { err: error })
      return 'unknown' as const
    })
    if (claimed === 'busy' || claimed === 'done') return 'ignored'
    // In the order in which it was typed.
    const { locale, usual, place } = await turns.run(author.id, () => locate(author.id, content))
    const server = place.type === 'server' ? place.server : usual
    const person = { platform: 'discord', workspace: server ?? NO_SERVER, user: author.id }
    try {
      if (place.type === 'ask') {
        await sending.direct(author.id, place.components, { nonce: id })
        if (claimed === 'claimed') await events.done(claim, KEPT_MS).catch(() => undefined)
        return 'answered'
      }
      const outcome = await turns.run(author.id, () => bot.handle({ type: 'text', id, person, locale, text: content }))
      if (outcome.type === 'choices') return 'ignored'
      const components = outcome.type === 'form' ? opening(outcome.form, locale, server) : drawn(outcome.message)
      function drawn(said: Parameters<typeof renderMessage>[0]) {
        const again = { command: bot.commands[0]?.name ?? '', text: content.trim() }
        const turns = !/^\s*\//u.test(content) && againId('page', again, 9999, server) !== undefined
        return renderMessage(said, {
          t: translator(locale),
          ...(server !== undefined && { server }),
          ...(turns && { turn: (to: number) => againId('page', again, to, server) ?? '' }),
        })
      }
      const files = outcome.type === 'reply' ? (outcome.message.files ?? []) : []
      await sending.direct(author.id, components, { files, nonce: id })
      if (claimed === 'claimed') await events.done(claim, KEPT_MS).catch(() => undefined)
      return outcome.type === 'reply' && outcome.failed !== undefined ? 'failed' : 'answered'
    } catch (error) {
      if (claimed === 'claimed') await events.release(claim).catch(() => undefined)
      if (error instanceof DirectClosed) return 'failed'
      report('what was typed could not be answered', { err: error })
      const t = translator(locale)
      const rich = t.rich('inDiscord.unsure')
      await sending.direct(
        author.id,
        renderMessage({ summary: t('inDiscord.unsure'), blocks: [note('warning', rich)] }, { t }),
        { nonce: `${id}t`.slice(-25) },
      )
      return 'failed'
    }
  }

  return async (message) => {
    // Others than people, and what comes with no words, such as a pinned message.
    if (message.author.bot || message.guildId !== null || message.content.trim() === '') return
    if (message.type !== MessageType.Default && message.type !== MessageType.Reply) return
    const from = now()
    let result: 'answered' | 'failed' | 'ignored' = 'failed'
    try {
      result = await answer(message)
    } catch (error) {
      report('a person could not be answered', { kind: 'text', err: error })
    }
    metrics.delivered({ platform: 'discord', kind: 'text', result, seconds: (now() - from) / 1000 })
  }
}

/** A form where nothing opens a dialog: a button that does. */
function opening(form: Parameters<typeof partsOfForm>[0], locale: Locale, server: string | undefined) {
  const t = translator(locale)
  const summary = t('direct.fill', { title: form.title })
  return renderMessage(
    {
      summary,
      blocks: [
        text(plain(summary)),
        { type: 'actions', actions: [{ label: form.title, payload: form.payload, style: 'primary' }] },
      ],
    },
    { t, ...(server !== undefined && { server }) },
  )
}
