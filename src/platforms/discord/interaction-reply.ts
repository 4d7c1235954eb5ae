import {
  type APIMessageTopLevelComponent,
  type APIModalInteractionResponseCallbackData,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  InteractionResponseType,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  type REST,
  RESTJSONErrorCodes,
  Routes,
} from 'discord.js'
import type { Attachment } from '../../message/index.ts'
import { withRetries } from './retry.ts'

export type AnswerableInteraction =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | MessageComponentInteraction
  | ModalSubmitInteraction

/** What is given to an interaction. */
export interface ReplyContent {
  readonly components: readonly APIMessageTopLevelComponent[]
  readonly files?: readonly Attachment[]
  /** Seen by the person alone; in direct messages nobody else is there. */
  readonly ephemeral: boolean
  /** Takes the place of the message that was acted on. */
  readonly inPlace: boolean
  /** The same as it goes over the wire, where it has been answered before; see `rawReply`. */
  readonly raw?: Buffer
}

export interface InteractionReply {
  /** Whether a dialog can still be opened. */
  readonly canOpenModal: () => boolean
  /** Gives the answer. `late` where Discord takes none any more. */
  send(given: ReplyContent): Promise<'done' | 'late'>
  /** Opens a dialog. Rejects if Discord refuses it. */
  openModal(modal: APIModalInteractionResponseCallbackData): Promise<void>
  cancelDeferral(): void
}

/** Discord waits three seconds (interactions/receiving-and-responding); what takes longer is announced before. */
const DEFER_MS = 2000

const GONE: ReadonlySet<number | string> = new Set([
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InvalidWebhookToken,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownChannel,
])

/**
 * Answers an interaction at once, or within its time at least. `once` makes each call a single time, for calls that Discord would
 * carry out again.
 */
export function createInteractionReply(
  interaction: AnswerableInteraction,
  alone: boolean,
  once: REST,
): InteractionReply {
  let deferring: Promise<unknown> | undefined
  const timer = setTimeout(() => {
    // Whoever waits sees that it is being worked on; where that fails, the answer will tell.
    deferring = defer(interaction, alone).catch(() => undefined)
  }, DEFER_MS)

  return {
    canOpenModal: () => deferring === undefined,
    cancelDeferral: () => clearTimeout(timer),
    async openModal(modal) {
      clearTimeout(timer)
      if (!('showModal' in interaction)) throw new RangeError('a dialog opens no other one')
      const show = (): Promise<unknown> => interaction.showModal(modal)
      await withRetries(show).catch((error: unknown) => {
        if (!isAcknowledged(error)) throw error
      })
    },
    async send(given) {
      clearTimeout(timer)
      await deferring
      try {
        await giveTo(interaction, given, once)
        return 'done'
      } catch (error) {
        if (!(error instanceof DiscordAPIError)) throw error
        // A deferral whose answer was lost: it stands all the same, and what was announced follows it.
        if (isAcknowledged(error) && deferring !== undefined && !interaction.deferred) {
          interaction.deferred = true
          await giveTo(interaction, given, once)
          return 'done'
        }
        // Asked again after a lost answer, Discord says that it has the first.
        if (isAcknowledged(error)) return 'done'
        if (GONE.has(error.code)) return 'late'
        throw error
      }
    },
  }
}

/** Whether Discord refuses an answer because it has one to that interaction already. */
export function isAcknowledged(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged
}

async function defer(interaction: AnswerableInteraction, alone: boolean): Promise<void> {
  if (interaction.isCommand() || (interaction.isModalSubmit() && !interaction.isFromMessage())) {
    await interaction.deferReply(alone ? { flags: MessageFlags.Ephemeral } : {})
  } else {
    await interaction.deferUpdate()
  }
}

/** A reply as it goes over the wire: for answers that are given again and again. */
export function encodeReply(components: readonly APIMessageTopLevelComponent[], ephemeral: boolean): Buffer {
  const flags = MessageFlags.IsComponentsV2 | (ephemeral ? MessageFlags.Ephemeral : 0)
  const data = { flags, components, allowed_mentions: { parse: [] } }
  return Buffer.from(JSON.stringify({ type: InteractionResponseType.ChannelMessageWithSource, data }))
}

const JSON_HEADERS = { 'content-type': 'application/json' }

async function giveTo(
  interaction: AnswerableInteraction,
  { components, files, ephemeral, inPlace, raw }: ReplyContent,
  once: REST,
): Promise<void> {
  if (raw && !interaction.deferred && !interaction.replied) {
    await withRetries(() =>
      interaction.client.rest.post(Routes.interactionCallback(interaction.id, interaction.token), {
        body: raw,
        passThroughBody: true,
        headers: JSON_HEADERS,
        auth: false,
      }),
    )
    interaction.replied = true
    return
  }
  const { applicationId, token } = interaction
  const own = (files ?? []).map(({ name, content }) => ({ name, data: Buffer.from(content) }))
  const attached = own.length > 0 ? { files: own } : {}
  const flags = MessageFlags.IsComponentsV2 | (ephemeral ? MessageFlags.Ephemeral : 0)
  const body = { components: [...components], allowed_mentions: { parse: [] } }
  const onMessage = !interaction.isCommand() && (!interaction.isModalSubmit() || interaction.isFromMessage())
  if (interaction.deferred && onMessage && !inPlace) {
    // Nothing tells Discord that a second one is the same: it is posted once, and whoever waits is told if it is not confirmed.
    await once.post(Routes.webhook(applicationId, token), { body: { ...body, flags }, ...attached, auth: false })
  } else if (interaction.deferred) {
    const edited = { body: { ...body, flags: MessageFlags.IsComponentsV2 }, ...attached, auth: false } as const
    await withRetries(() => interaction.client.rest.patch(Routes.webhookMessage(applicationId, token), edited))
  } else {
    const isUpdate = inPlace && onMessage
    const type = isUpdate ? InteractionResponseType.UpdateMessage : InteractionResponseType.ChannelMessageWithSource
    const data = { ...body, flags: isUpdate ? MessageFlags.IsComponentsV2 : flags }
    const callback = { body: { type, data }, ...attached, auth: false } as const
    await withRetries(() => interaction.client.rest.post(Routes.interactionCallback(interaction.id, token), callback))
    interaction.replied = true
  }
}
