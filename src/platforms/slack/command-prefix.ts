import type { Bot, BotEvent, BotResponse, Command } from '../../bot/index.ts'
import type { Block, Form, Inline, ListItem, Message, RichText } from '../../message/index.ts'

// Slack has one namespace of commands for all apps of a workspace: the app that was installed last gets a name that two of them have. So
// Rung's may have a prefix there, but for /rung, which is its own. The bot knows nothing of it: names are read without it, and what people should type is shown with it.

/** How commands are written in this app. */
export interface CommandNames {
  /** The command of the bot for the one that was typed, with or without the prefix: `/rung-skills` is `skills`. */
  readonly nameOf: (command: string) => string
  /** A text to type as it is typed here: `/skills ml-engineer` is `/rung-skills ml-engineer`. Other texts stay. */
  readonly usageText: (text: string) => string
}

export function createCommandNames(
  prefix: string,
  commands: readonly Pick<Command, 'name' | 'isProductName'>[],
): CommandNames {
  const names = new Set(commands.map(({ name }) => name))
  const prefixed = commands.filter(({ isProductName }) => !isProductName).map(({ name }) => name)
  const usage = new RegExp(`/(?=(?:${prefixed.join('|')})(?![\\w-]))`, 'gu')
  return {
    nameOf(command) {
      const typed = command.replace(/^\//u, '').toLowerCase()
      const rest = typed.startsWith(prefix) ? typed.slice(prefix.length) : typed
      return names.has(rest) ? rest : typed
    },
    usageText: (text) => (prefix === '' ? text : text.replace(usage, `/${prefix}`)),
  }
}

/** A bot whose commands have a prefix: it reads them with and without, and shows them with it. */
export function withCommandPrefix(bot: Bot, names: CommandNames): Bot {
  const withPrefix = (response: BotResponse): BotResponse => {
    switch (response.type) {
      case 'reply': {
        const { message, nextForm } = response
        return {
          ...response,
          message: withUsages(message, names),
          ...(nextForm && { nextForm: formWithUsages(nextForm, names) }),
        }
      }
      case 'form':
        return { ...response, form: formWithUsages(response.form, names) }
      case 'choices':
        return response
    }
  }
  return {
    ...bot,
    async handle(incoming) {
      return withPrefix(await bot.handle(withoutPrefix(incoming, names)))
    },
    async handleReaction(reaction) {
      const response = await bot.handleReaction(reaction)
      return response && withPrefix(response)
    },
  }
}

function withoutPrefix(incoming: BotEvent, { nameOf }: CommandNames): BotEvent {
  if (incoming.type === 'command') return { ...incoming, name: nameOf(incoming.name) }
  if (incoming.type !== 'text') return incoming
  return {
    ...incoming,
    text: incoming.text.replace(/^(\s*\/)(\S+)/u, (_, slash: string, name: string) => slash + nameOf(name)),
  }
}

/** A message in which everything to type has the prefix. Text that is not marked as something to type stays: a person may have written it. */
export function withUsages(message: Message, names: CommandNames): Message {
  return {
    ...message,
    summary: names.usageText(message.summary),
    blocks: message.blocks.map((block) => blockWithUsages(block, names)),
  }
}

function blockWithUsages(block: Block, names: CommandNames): Block {
  const rich = (text: RichText): RichText => text.map((inline) => inlineWithUsage(inline, names))
  switch (block.type) {
    case 'heading':
      return block.text.startsWith('/') ? { ...block, text: names.usageText(block.text) } : block
    case 'text':
    case 'note':
      return { ...block, text: rich(block.text) }
    case 'fields':
      return { ...block, fields: block.fields.map(({ label, value }) => ({ label, value: rich(value) })) }
    case 'list': {
      const items = block.items.map((item) => itemWithUsages(item, rich))
      return { ...block, items, ...(block.title && { title: rich(block.title) }) }
    }
    case 'table': {
      const rows = block.rows.map((row) => row.map((cell) => (cell.startsWith('/') ? names.usageText(cell) : cell)))
      return { ...block, rows }
    }
    case 'matrix':
    case 'progress':
    case 'actions':
    case 'divider':
    case 'picture':
      return block
  }
}

function itemWithUsages({ text, detail, more }: ListItem, rich: (text: RichText) => RichText): ListItem {
  return { text: rich(text), ...(detail && { detail: rich(detail) }), ...(more && { more: more.map(rich) }) }
}

function inlineWithUsage(inline: Inline, { usageText }: CommandNames): Inline {
  return inline.type === 'code' || inline.type === 'usage' ? { ...inline, text: usageText(inline.text) } : inline
}

function formWithUsages(form: Form, { usageText }: CommandNames): Form {
  const fields = form.fields.map((field) => ({
    ...field,
    ...(field.hint !== undefined && { hint: usageText(field.hint) }),
  }))
  return { ...form, fields }
}
