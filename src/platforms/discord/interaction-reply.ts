import {
  type APIMessageTopLevelComponent,
  type APIModalInteractionResponseCallbackData,
  type ChatInputCommandInteraction,
  InteractionResponseType,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  type REST,
  RESTJSONErrorCodes,
  Routes,
} from 'discord.js'
import { z } from 'zod'
import type { Attachment } from '../../message/index.ts'
import { isRefusal } from './api-error.ts'
import { messageBody, uploadsOf } from './channel-messages.ts'
import { sourceMessageOf } from './interaction-input.ts'
import { answerOf, type SentMessage } from './picture-edits.ts'

export type AnswerableInteraction =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | MessageComponentInteraction
  | ModalSubmitInteraction

/** The message that answers an interaction. */
export interface ReplyContent {
  readonly components: readonly APIMessageTopLevelComponent[]
  readonly files?: readonly Attachment[]
  /** Visible to the user alone. Direct messages need no such flag. */
  readonly ephemeral: boolean
  /** Replaces the message whose component was used. */
  readonly inPlace: boolean
  /** The same reply as an encoded request body, if it was sent before; see `encodeReply`. */
  readonly encoded?: Buffer
}

export interface InteractionReply {
  /** Whether a modal can still be opened: not after a deferral. */
  readonly canOpenModal: () => boolean
  /** Sends the answer and resolves with it, or with `expired` if Discord accepts no answer any more. */
  send(content: ReplyContent): Promise<SentMessage | 'expired'>
  /** Opens a modal. Rejects if Discord refuses it. */
  openModal(modal: APIModalInteractionResponseCallbackData): Promise<void>
  cancelDeferral(): void
}

/** Discord waits three seconds (interactions/receiving-and-responding); a slower answer is deferred first. */
const DEFER_MS = 2000

const EXPIRED_CODES = [
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InvalidWebhookToken,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownChannel,
]

/**
 * Prepares the answer to an interaction and defers it if it takes longer than Discord waits. `restWithoutRetries` is for the calls
 * that Discord would carry out twice.
 */
export function createInteractionReply(
  interaction: AnswerableInteraction,
  isEphemeral: boolean,
  restWithoutRetries: REST,
): InteractionReply {
  let deferring: Promise<unknown> | undefined
  const timer = setTimeout(() => {
    // If this fails, so will the answer, which reports it.
    deferring = defer(interaction, isEphemeral).catch(() => undefined)
  }, DEFER_MS)

  return {
    canOpenModal: () => deferring === undefined,
    cancelDeferral: () => clearTimeout(timer),
    async openModal(modal) {
      clearTimeout(timer)
      if (!('showModal' in interaction)) throw new RangeError('a modal cannot open another modal')
      await interaction.showModal(modal).catch((error: unknown) => {
        if (!isAcknowledged(error)) throw error
      })
    },
    async send(content) {
      clearTimeout(timer)
      await deferring
      try {
        return await sendReply(interaction, content, restWithoutRetries)
      } catch (error) {
        // The deferral arrived, but its response was lost: the answer follows it.
        if (isAcknowledged(error) && deferring !== undefined && !interaction.deferred) {
          interaction.deferred = true
          return await sendReply(interaction, content, restWithoutRetries)
        }
        // A retry after a lost response: Discord has the first answer.
        if (isAcknowledged(error)) return answerOf(interaction)
        if (isRefusal(error, ...EXPIRED_CODES)) return 'expired'
        throw error
      }
    },
  }
}

/** Whether Discord refuses an answer because the interaction already has one. */
export function isAcknowledged(error: unknown): boolean {
  return isRefusal(error, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)
}

async function defer(interaction: AnswerableInteraction, isEphemeral: boolean): Promise<void> {
  if (interaction.isCommand() || (interaction.isModalSubmit() && !interaction.isFromMessage())) {
    await interaction.deferReply(isEphemeral ? { flags: MessageFlags.Ephemeral } : {})
  } else {
    await interaction.deferUpdate()
  }
}

/** Encodes a reply as a request body, for answers that are sent many times. */
export function encodeReply(components: readonly APIMessageTopLevelComponent[], ephemeral: boolean): Buffer {
  const data = messageBody({ components }, ephemeral)
  return Buffer.from(JSON.stringify({ type: InteractionResponseType.ChannelMessageWithSource, data }))
}

const FollowUp = z.object({ id: z.string() })

const JSON_HEADERS = { 'content-type': 'application/json' }

async function sendReply(
  interaction: AnswerableInteraction,
  { components, files, ephemeral, inPlace, encoded }: ReplyContent,
  restWithoutRetries: REST,
): Promise<SentMessage> {
  if (encoded && !interaction.deferred && !interaction.replied) {
    await interaction.client.rest.post(Routes.interactionCallback(interaction.id, interaction.token), {
      body: encoded,
      passThroughBody: true,
      headers: JSON_HEADERS,
      auth: false,
    })
    interaction.replied = true
    return answerOf(interaction)
  }
  const { applicationId, token } = interaction
  const attached = { ...uploadsOf(files), auth: false } as const
  const onMessage = !interaction.isCommand() && (!interaction.isModalSubmit() || interaction.isFromMessage())
  if (interaction.deferred && onMessage && !inPlace) {
    // A follow-up has no nonce, so a retry could post it twice; if it is not confirmed, the user is told.
    const body = messageBody({ components }, ephemeral)
    const posted = await restWithoutRetries.post(Routes.webhook(applicationId, token), { body, ...attached })
    return answerOf(interaction, FollowUp.parse(posted).id)
  }
  // The pictures of a message that is replaced stay attached to it unless they are dropped.
  const hadFiles = inPlace && (sourceMessageOf(interaction)?.attachments.size ?? 0) > 0
  const attachments = hadFiles ? { attachments: (files ?? []).map(({ name }, id) => ({ id, filename: name })) } : {}
  if (interaction.deferred) {
    const edit = { body: { ...messageBody({ components }), ...attachments }, ...attached }
    await interaction.client.rest.patch(Routes.webhookMessage(applicationId, token), edit)
  } else {
    const isUpdate = inPlace && onMessage
    const type = isUpdate ? InteractionResponseType.UpdateMessage : InteractionResponseType.ChannelMessageWithSource
    const data = { ...messageBody({ components }, ephemeral && !isUpdate), ...(isUpdate && attachments) }
    const callback = { body: { type, data }, ...attached }
    await interaction.client.rest.post(Routes.interactionCallback(interaction.id, token), callback)
    interaction.replied = true
  }
  return answerOf(interaction)
}
