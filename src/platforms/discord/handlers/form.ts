import type { APIMessageTopLevelComponent, ModalSubmitInteraction } from 'discord.js'
import type { BotResponse, PageRequest } from '../../../bot/index.ts'
import { type Form, type Message, note, plain, text } from '../../../message/index.ts'
import { type DeliveryResult, deliveryResultOf } from '../../../runtime/metrics.ts'
import { type CustomId, partButtonId } from '../components/custom-id.ts'
import { LIMITS } from '../components/limits.ts'
import { countParts, labelsInPart, renderModal } from '../components/modal.ts'
import { renderMessage } from '../components/render.ts'
import { readFormValues } from '../interaction-input.ts'
import { noticeOf } from '../notices.ts'
import { type InteractionContext, type Responder, serverInIds } from './responder.ts'

// A form is a modal. Discord's modals hold five fields, so a longer form has parts, each opened by its own button.

/** Sends the bot's response: a message or a form. */
export async function sendResponse(
  responder: Responder,
  context: InteractionContext,
  response: BotResponse,
  request: PageRequest,
): Promise<DeliveryResult> {
  switch (response.type) {
    case 'choices':
      throw new RangeError('choices answer an autocomplete only')
    case 'form':
      return openForm(responder, context, response.form)
    case 'reply':
      return responder.sendReply(context, response, { request })
  }
}

/** Opens the modal of a form or of one part. Offers buttons instead if the form has several parts or no modal can be opened. */
export async function openForm(
  responder: Responder,
  context: InteractionContext,
  form: Form,
  part?: number,
): Promise<DeliveryResult> {
  const { reply, interaction } = context
  if (interaction.guildId === null && form.fields.some(({ type }) => type === 'channel' || type === 'people')) {
    await responder.send(context, responder.render(noticeOf('info', 'inDiscord.formInServer', context.t), context))
    return 'answered'
  }
  if ((part !== undefined || countParts(form) === 1) && reply.canOpenModal() && !interaction.isModalSubmit()) {
    await reply.openModal(renderModal(form, part ?? 0, serverInIds(context)))
    return 'answered'
  }
  const summary =
    countParts(form) === 1
      ? context.t('direct.fill', { title: form.title })
      : context.t('inDiscord.parts', { title: form.title, count: form.fields.length, most: LIMITS.modalFields })
  const message = { summary, blocks: [text(plain(summary))] }
  await responder.send(context, { components: renderParts(form, context, message, 0) })
  return 'answered'
}

/** Handles a submitted modal. After all but the last part of a form it offers the parts that follow. */
export async function submitForm(
  responder: Responder,
  context: InteractionContext & { readonly interaction: ModalSubmitInteraction },
  { payload, part, isLast }: Extract<CustomId, { kind: 'form' }>,
): Promise<DeliveryResult> {
  const { interaction, t } = context
  const values = readFormValues(interaction)
  const response = await responder.handle(context, { type: 'form', payload, values })
  if (response.type !== 'reply') return sendResponse(responder, context, response, { payload })
  if (response.failed !== undefined) {
    const message = withTypedValues(response.message, Object.values(values), t('inDiscord.typed'))
    await responder.send(context, responder.render(message, context))
    return deliveryResultOf(response)
  }
  // Opening the form again tells which parts follow.
  const next = isLast ? undefined : await responder.handle(context, { type: 'action', payload })
  if (next?.type === 'form' && part + 1 < countParts(next.form)) {
    const saved = t('inDiscord.kept')
    const message: Message = { summary: saved, blocks: [note('success', plain(saved))] }
    await responder.send(context, { components: renderParts(next.form, context, message, part + 1), inPlace: true })
    return 'answered'
  }
  return responder.sendReply(context, response, { request: { payload } })
}

/** A message with a button for each part of a form from `first` on. */
function renderParts(
  form: Form,
  context: InteractionContext,
  message: Message,
  first: number,
): readonly APIMessageTopLevelComponent[] {
  const buttons = Array.from({ length: countParts(form) }, (_, part) => part)
    .slice(first)
    .flatMap((part) => {
      const id = partButtonId(form.payload, part, serverInIds(context)) ?? partButtonId(form.payload, part)
      const labels = labelsInPart(form, part)
      const label = labels.length > 1 ? `${labels[0]} … ${labels.at(-1)}` : (labels[0] ?? '…')
      return id === undefined ? [] : [{ label: `${part + 1}. ${label}`, id }]
    })
  return renderMessage(message, { t: context.t, buttons: buttons.slice(0, LIMITS.buttonsInARow) })
}

/** Discord shows no errors in a modal and closes it: the message repeats what was typed, so that it is not lost. */
function withTypedValues(message: Message, values: readonly string[], heading: string): Message {
  const typed = values.filter((value) => value.length > 2)
  if (typed.length === 0) return message
  return {
    ...message,
    blocks: [...message.blocks, text(plain(heading)), ...typed.map((value) => text([{ type: 'code', text: value }]))],
  }
}
