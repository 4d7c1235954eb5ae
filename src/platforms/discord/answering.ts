import {
  type APIMessageTopLevelComponent,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  InteractionResponseType,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  RESTJSONErrorCodes,
  Routes,
} from 'discord.js'
import type { Attachment } from '../../message/index.ts'
import { persistently } from './persistent.ts'

export type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | MessageComponentInteraction
  | ModalSubmitInteraction

/** What is given to an interaction. */
export interface Given {
  readonly components: readonly APIMessageTopLevelComponent[]
  readonly files?: readonly Attachment[]
  /** Seen by the person alone; in direct messages nobody else is there. */
  readonly ephemeral: boolean
  /** Takes the place of the message that was acted on. */
  readonly inPlace: boolean
  /** The same as it goes over the wire, where it has been answered before; see `rawReply`. */
  readonly raw?: Buffer
}

export interface Answering {
  /** Whether a dialog can still be opened. */
  readonly isOpen: () => boolean
  /** Gives the answer. `late` where Discord takes none any more. */
  give(given: Given): Promise<'done' | 'late'>
  end(): void
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

/** Answers an interaction at once, or within its time at least. */
export function answering(interaction: Answerable, alone: boolean): Answering {
  let deferring: Promise<unknown> | undefined
  const timer = setTimeout(() => {
    // Whoever waits sees that it is being worked on; where that fails, the answer will tell.
    deferring = defer(interaction, alone).catch(() => undefined)
  }, DEFER_MS)

  return {
    isOpen: () => deferring === undefined,
    end: () => clearTimeout(timer),
    async give(given) {
      clearTimeout(timer)
      await deferring
      try {
        await persistently(() => giveTo(interaction, given))
        return 'done'
      } catch (error) {
        if (!(error instanceof DiscordAPIError)) throw error
        // Asked again after a lost answer, Discord says that it has the first.
        if (error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged) return 'done'
        if (GONE.has(error.code)) return 'late'
        throw error
      }
    },
  }
}

async function defer(interaction: Answerable, alone: boolean): Promise<void> {
  if (interaction.isCommand() || (interaction.isModalSubmit() && !interaction.isFromMessage())) {
    await interaction.deferReply(alone ? { flags: MessageFlags.Ephemeral } : {})
  } else {
    await interaction.deferUpdate()
  }
}

/** A reply as it goes over the wire: for answers that are given again and again. */
export function rawReply(components: readonly APIMessageTopLevelComponent[], ephemeral: boolean): Buffer {
  const flags = MessageFlags.IsComponentsV2 | (ephemeral ? MessageFlags.Ephemeral : 0)
  const data = { flags, components, allowed_mentions: { parse: [] } }
  return Buffer.from(JSON.stringify({ type: InteractionResponseType.ChannelMessageWithSource, data }))
}

const JSON_HEADERS = { 'content-type': 'application/json' }

async function giveTo(interaction: Answerable, { components, files, ephemeral, inPlace, raw }: Given): Promise<void> {
  if (raw && !interaction.deferred && !interaction.replied) {
    await interaction.client.rest.post(Routes.interactionCallback(interaction.id, interaction.token), {
      body: raw,
      passThroughBody: true,
      headers: JSON_HEADERS,
      auth: false,
    })
    interaction.replied = true
    return
  }
  const body = {
    components: [...components],
    ...(files &&
      files.length > 0 && { files: files.map(({ name, content }) => ({ name, attachment: Buffer.from(content) })) }),
  }
  const flags = MessageFlags.IsComponentsV2 as const
  const mine = ephemeral ? ([MessageFlags.IsComponentsV2, MessageFlags.Ephemeral] as const) : flags
  const onMessage = !interaction.isCommand() && (!interaction.isModalSubmit() || interaction.isFromMessage())
  if (interaction.deferred) {
    if (onMessage && !inPlace) await interaction.followUp({ ...body, flags: mine })
    else await interaction.editReply({ ...body, flags })
  } else if (inPlace && onMessage && 'update' in interaction) {
    await interaction.update({ ...body, flags })
  } else {
    await interaction.reply({ ...body, flags: mine })
  }
}
