import { MessageType, type OmitPartialGroupDMChannel, type Message as Sent } from 'discord.js'
import { z } from 'zod'
import type { Locale } from '../../../i18n/index.ts'
import { translator } from '../../../i18n/index.ts'
import { note, plain, text } from '../../../message/index.ts'
import { type DeliveryResult, deliveryResultOf } from '../../../runtime/metrics.ts'
import type { ClaimStore } from '../../../store/store.ts'
import { pageId } from '../components/custom-id.ts'
import type { countParts } from '../components/modal.ts'
import { renderMessage } from '../components/render.ts'
import { decodeText } from '../decode.ts'
import { DirectMessagesClosedError } from '../direct-messages.ts'
import { NO_SERVER } from '../user-profiles.ts'
import type { InteractionHandlerDeps } from './interaction.ts'

type Ended = DeliveryResult

export interface DirectMessageHandlerDeps extends InteractionHandlerDeps {
  readonly events: ClaimStore
}

/** Longer than any answer takes; a process that dies meanwhile gives the delivery to the next one. */
const LEASE_MS = 30_000
const KEPT_MS = 60 * 60 * 1000

/** An edit (gateway-events, message update). Discord also sends one when it adds a preview: without a time of an edit. */
const Edit = z.object({
  id: z.string(),
  guild_id: z.string().optional(),
  author: z.object({ id: z.string(), bot: z.boolean().optional() }),
  edited_timestamp: z.string(),
})

/** A person who waits in the direct conversation. */
type Waiting = Pick<OmitPartialGroupDMChannel<Sent>, 'id' | 'author'>

interface DirectMessageHandlers {
  readonly onText: (message: OmitPartialGroupDMChannel<Sent>) => Promise<void>
  /** Takes an edit as it comes over the gateway. */
  readonly onEdit: (data: unknown) => Promise<void>
}

/** Makes the handlers of what people write in the direct conversation and of what they edit there. They never reject. */
export function createDirectMessageHandlers(parts: DirectMessageHandlerDeps): DirectMessageHandlers {
  const { bot, events, metrics, now, report, origins, sending, turns, conversations } = parts

  /** The language of a person, the server they last used, and where their words belong. */
  const locate = async (user: string, typed: string) => {
    const origin = await origins.getLatest(user)
    const { locale, server: usual } = origin
    const of = { user, locale, usual, direct: true, origin }
    return { locale, usual, place: await conversations.resolveServer(of, { type: 'text', text: typed }) }
  }

  /** Says one sentence in the direct conversation, once. */
  const sayOnce = async (
    user: string,
    mark: string,
    key: 'inDiscord.onlyText' | 'inDiscord.edited',
  ): Promise<Ended> => {
    const claim = `discord/${mark}`
    const claimed = await events.claim(claim, now(), LEASE_MS).catch(() => 'unknown' as const)
    if (claimed === 'busy' || claimed === 'done') return 'ignored'
    const t = translator((await origins.get(user)).locale)
    const message = { summary: t(key), blocks: [note('info', t.rich(key))] }
    try {
      await sending.send(user, renderMessage(message, { t }), { nonce: mark.slice(-25) })
    } catch (error) {
      if (claimed === 'claimed') await events.release(claim).catch(() => undefined)
      throw error
    }
    if (claimed === 'claimed') await events.complete(claim, KEPT_MS).catch(() => undefined)
    return 'answered'
  }

  const answer = async ({ author, id }: Waiting, content: string): Promise<Ended> => {
    const claim = `discord/${id}`
    const claimed = await events.claim(claim, now(), LEASE_MS).catch((error: unknown) => {
      report('a delivery could not be claimed', { err: error })
      return 'unknown' as const
    })
    if (claimed === 'busy' || claimed === 'done') return 'ignored'
    try {
      // In the order in which it was typed.
      const { locale, usual, place } = await turns.run(author.id, () => locate(author.id, content))
      const server = place.type === 'server' ? place.server : usual
      const person = { platform: 'discord', workspace: server ?? NO_SERVER, user: author.id }
      if (place.type === 'ask') {
        await sending.send(author.id, place.components, { nonce: id })
        if (claimed === 'claimed') await events.complete(claim, KEPT_MS).catch(() => undefined)
        return 'answered'
      }
      const outcome = await turns.run(author.id, () =>
        bot.handle({ type: 'text', id, person, locale, displayName: author.displayName, text: content }),
      )
      if (outcome.type === 'choices') throw new RangeError('choices are for completion alone')
      const components = outcome.type === 'form' ? opening(outcome.form, locale, server) : drawn(outcome.message)
      function drawn(said: Parameters<typeof renderMessage>[0]) {
        const again = { command: bot.commands[0]?.name ?? '', text: content.trim() }
        const turns = !/^\s*\//u.test(content) && pageId('page', again, 9999, server) !== undefined
        return renderMessage(said, {
          t: translator(locale),
          ...(server !== undefined && { server }),
          ...(turns && { pageId: (to: number) => pageId('page', again, to, server) ?? '' }),
        })
      }
      const files = outcome.type === 'reply' ? (outcome.message.files ?? []) : []
      await sending.send(author.id, components, { files, nonce: id })
      if (claimed === 'claimed') await events.complete(claim, KEPT_MS).catch(() => undefined)
      return outcome.type === 'reply' ? deliveryResultOf(outcome) : 'answered'
    } catch (error) {
      if (claimed === 'claimed') await events.release(claim).catch(() => undefined)
      if (error instanceof DirectMessagesClosedError) return 'failed'
      report('what was typed could not be answered', { err: error })
      const t = translator((await origins.get(author.id)).locale)
      const rich = t.rich('inDiscord.unsure')
      await sending.send(
        author.id,
        renderMessage({ summary: t('inDiscord.unsure'), blocks: [note('warning', rich)] }, { t }),
        { nonce: `${id}t`.slice(-25) },
      )
      return 'failed'
    }
  }

  /** Answers, and counts it; what goes wrong is reported. */
  const deliver = async (work: () => Promise<Ended>): Promise<void> => {
    const from = now()
    let result: Ended = 'failed'
    try {
      result = await work()
    } catch (error) {
      report('a person could not be answered', { kind: 'text', err: error })
    }
    metrics.recordDelivery({ platform: 'discord', kind: 'text', result, seconds: (now() - from) / 1000 })
  }

  return {
    async onText(message) {
      if (message.author.bot || message.guildId !== null || !TYPED.has(message.type)) return
      const words = wordsOf(message)
      await deliver(() =>
        words.trim() === ''
          ? sayOnce(message.author.id, message.id, 'inDiscord.onlyText')
          : answer(message, decodeText(words)),
      )
    },
    async onEdit(data) {
      const parsed = Edit.safeParse(data)
      if (!parsed.success || parsed.data.guild_id !== undefined || parsed.data.author.bot === true) return
      const { id, author, edited_timestamp: at } = parsed.data
      // A preview or a pin brings an earlier edit again; by then it may be forgotten that it was answered.
      if (now() - Date.parse(at) > KEPT_MS) return
      await deliver(() => sayOnce(author.id, `${id}/${Date.parse(at)}`, 'inDiscord.edited'))
    },
  }
}

/** What people write: other types are Discord's own, such as a pin or a call (resources/message, message types). */
const TYPED: ReadonlySet<MessageType> = new Set([MessageType.Default, MessageType.Reply])

/** The words of a message, and of the one that it forwards; empty for files, stickers, voice messages and polls. */
function wordsOf({ content, messageSnapshots }: Sent): string {
  return [content, ...messageSnapshots.map((snapshot) => snapshot.content)].filter((text) => text).join('\n')
}

/** A form where nothing opens a dialog: a button that does. */
function opening(form: Parameters<typeof countParts>[0], locale: Locale, server: string | undefined) {
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
