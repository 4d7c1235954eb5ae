import { at, brief, type Fields, fieldsAt, isFields, listAt, textAt } from '../../platforms/json.ts'
import type { FakeDiscord, Interaction, PostedMessage } from './server.ts'
import { emojiFields, memberFields, messageFields, sentFields, userFields } from './wire.ts'

// What a person does in Discord, and what they see.

export interface DiscordPerson {
  readonly id: string
  readonly direct: string
  /** Uses a slash command in a channel of a server, or in the direct conversation. */
  command(name: string, options?: Readonly<Record<string, string>>, where?: Where): Promise<Interaction>
  complete(
    name: string,
    option: string,
    typed: string,
    options?: Readonly<Record<string, string>>,
  ): Promise<readonly string[]>
  press(shown: PostedMessage, label: string | RegExp): Promise<Interaction>
  /** Fills the dialog that an interaction opened, by the labels of its fields. */
  submit(opened: Interaction, values: Readonly<Record<string, string>>): Promise<Interaction>
  /** Writes in the direct conversation; with more fields, as for a file, a forwarded message or a poll. */
  say(text: string, more?: Fields): PostedMessage
  /** Edits what they wrote in the direct conversation; without words Discord only adds a preview. */
  edit(shown: PostedMessage, text?: string): void
  /** Sends a press of a button with this id, which no message may have. */
  forge(customId: string, where?: Where): Promise<Interaction>
  /** Writes in a channel of a server. */
  write(where: Exclude<Where, 'direct'>, text: string): PostedMessage
  /** Puts an emoji on a message, or takes it away. */
  react(shown: PostedMessage, emoji: string, options?: { readonly off?: boolean; readonly bot?: boolean }): void
  /** Picks a command of the bot from a message's menu. */
  menu(shown: PostedMessage, name: string): Promise<Interaction>
  sees(where: Where): readonly PostedMessage[]
  reads(
    where: Where,
    text: string | RegExp,
    options?: { readonly since?: number; readonly ms?: number },
  ): Promise<PostedMessage>
}

export type Where = { readonly server: string; readonly channel: string } | 'direct'

export interface PersonOptions {
  readonly id: string
  readonly locale?: string
  readonly where: Exclude<Where, 'direct'>
}

interface Placed {
  readonly component: Fields
}

function componentsOf(components: readonly unknown[]): readonly Placed[] {
  return components
    .filter(isFields)
    .flatMap((component) => [{ component }, ...componentsOf(listAt(component, 'components'))])
}

/** What a person reads. */
export function readOf(shown: Pick<PostedMessage, 'components' | 'content' | 'files'>): string {
  const texts = componentsOf(shown.components).flatMap(({ component }) => {
    switch (component['type']) {
      case 10:
        return [textAt(component, 'content').replaceAll(/\\([^\w\s])/gu, '$1')]
      case 2:
        return [`[${textAt(component, 'label')}]`]
      case 3:
        return fieldsAt(component, 'options').map((option) => `(${textAt(option, 'label')})`)
      default:
        return []
    }
  })
  return [shown.content, ...texts, ...shown.files.map(({ name }) => `<${name}>`)]
    .filter((text) => text !== '')
    .join('\n')
}

export function labelsOf(shown: PostedMessage): readonly string[] {
  return componentsOf(shown.components).flatMap(({ component }) =>
    component['type'] === 2
      ? [textAt(component, 'label')]
      : component['type'] === 3
        ? fieldsAt(component, 'options').map((option) => textAt(option, 'label'))
        : [],
  )
}

export function personOf(discord: FakeDiscord, { id, locale = 'en-US', where: home }: PersonOptions): DiscordPerson {
  const direct = discord.directOf(id)
  const user = userFields(id)
  const members = discord.servers.get(home.server)
  if (members && !members.has(id) && !discord.wasKicked(home.server, id)) members.set(id, [])
  const matches = (text: string, wanted: string | RegExp): boolean =>
    typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text)

  const rolesIn = (server: string | undefined): readonly string[] => discord.servers.get(server ?? '')?.get(id) ?? []

  const base = (interaction: Interaction): Fields => ({
    id: interaction.id,
    application_id: discord.applicationId,
    token: interaction.token,
    version: 1,
    locale,
    app_permissions: '0',
    entitlements: [],
    authorizing_integration_owners:
      interaction.server !== undefined && discord.servers.has(interaction.server)
        ? { '0': interaction.server }
        : { '1': id },
    attachment_size_limit: 10_000_000,
    channel_id: interaction.channel,
    ...(interaction.server === undefined
      ? { user, context: 1, channel: { id: interaction.channel, type: 1 } }
      : {
          guild_id: interaction.server,
          guild: { id: interaction.server, locale: 'en-US', features: [] },
          guild_locale: 'en-US',
          context: 0,
          channel: { id: interaction.channel, type: 0, name: 'general', permissions: '0' },
          member: { ...memberFields(user, rolesIn(interaction.server)), permissions: '0' },
        }),
  })

  /** Nobody can use a command that is not registered, or not for this place, nor give an option that it does not have. */
  const mustBeRegistered = (name: string, type: number, where: Where, options: readonly string[]): Fields => {
    const command = discord.commands.find((each) => each['name'] === name && (each['type'] ?? 1) === type)
    if (!command) throw new Error(`no command is called ${name}`)
    const contexts = listAt(command, 'contexts')
    if (contexts.length > 0 && !contexts.includes(where === 'direct' ? 1 : 0)) {
      throw new Error(`${name} cannot be used there`)
    }
    const known = fieldsAt(command, 'options').map((option) => textAt(option, 'name'))
    const other = options.filter((option) => !known.includes(option))
    if (other.length > 0) throw new Error(`${name} has no option ${other.join(', ')}`)
    return command
  }

  const placeOf = (where: Where): { channel: string; server: string | undefined } =>
    where === 'direct' ? { channel: direct, server: undefined } : where

  /** Delivers it and waits until the bot has acknowledged it, or Discord would have given up. */
  const deliver = async (interaction: Interaction, type: number, data: Fields): Promise<Interaction> => {
    const { message, server } = interaction
    interaction.kind = type
    if (server !== undefined && discord.wasKicked(server, id)) throw new Error(`${id} is no member of ${server}`)
    discord.dispatch('INTERACTION_CREATE', {
      ...base(interaction),
      type,
      data,
      ...(message && { message: messageFields(message, discord.applicationId) }),
    })
    await discord
      .until('an acknowledgement', () => (interaction.acknowledged ? true : undefined), { ms: 3200 })
      .catch(() => {
        const { channel } = interaction
        const content = 'The application did not respond'
        discord.put({ channel, server, fromBot: false, ephemeralTo: id, content })
      })
    return interaction
  }

  const sees = (where: Where): readonly PostedMessage[] => {
    const { channel } = placeOf(where)
    return discord.messages.filter(
      (shown) => shown.channel === channel && (shown.ephemeralTo === undefined || shown.ephemeralTo === id),
    )
  }

  return {
    id,
    direct,
    sees,
    command(name, options = {}, where = home) {
      mustBeRegistered(name, 1, where, Object.keys(options))
      const interaction = discord.newInteraction({ user: id, message: undefined, ...placeOf(where) })
      const given = Object.entries(options).map(([option, value]) => ({ type: 3, name: option, value }))
      return deliver(interaction, 2, { id: '1', name, type: 1, options: given })
    },
    async complete(name, option, typed, options = {}) {
      const command = mustBeRegistered(name, 1, home, [option, ...Object.keys(options)])
      if (!fieldsAt(command, 'options').some((each) => each['name'] === option && each['autocomplete'] === true)) {
        throw new Error(`${option} is not completed`)
      }
      const interaction = discord.newInteraction({ user: id, message: undefined, ...placeOf(home) })
      const given = Object.entries(options).map(([other, value]) => ({ type: 3, name: other, value }))
      const focused = { type: 3, name: option, value: typed, focused: true }
      await deliver(interaction, 4, { id: '1', name, type: 1, options: [...given, focused] })
      return (interaction.choices ?? []).map((choice) => textAt(choice, 'name'))
    },
    press(shown, label) {
      const place = { channel: shown.channel, server: shown.server }
      const interaction = discord.newInteraction({ user: id, message: shown, ...place })
      for (const { component } of componentsOf(shown.components)) {
        if (component['type'] === 2) {
          const said = textAt(component, 'label')
          if (typeof label === 'string' ? said !== label : !label.test(said)) continue
          return deliver(interaction, 3, { component_type: 2, custom_id: component['custom_id'] })
        }
        if (component['type'] !== 3) continue
        const option = fieldsAt(component, 'options').find((each) => matches(textAt(each, 'label'), label))
        if (option) {
          return deliver(interaction, 3, {
            component_type: 3,
            custom_id: component['custom_id'],
            values: [option['value']],
          })
        }
      }
      throw new Error(`nothing to press reads ${String(label)}; there are: ${labelsOf(shown).join(' | ')}`)
    },
    submit(opened, values) {
      const { modal, channel, server, message } = opened
      if (!modal) throw new Error('no dialog is open')
      const labels: string[] = []
      const components = fieldsAt(modal, 'components').map((label) => {
        const inner = at(label, 'component')
        const said = textAt(label, 'label')
        labels.push(said)
        const wanted = values[said]
        if (textAt(inner, 'type') === '4') {
          const value = wanted ?? textAt(inner, 'value')
          // Discord sends no dialog whose fields are not filled in as they ask for.
          if (value === '' && at(inner, 'required') !== false) throw new Error(`“${said}” must be filled in`)
          if (value.length > Number(at(inner, 'max_length') ?? 4000)) throw new Error(`“${said}” is too long`)
          return { type: 18, component: { type: 4, custom_id: at(inner, 'custom_id'), value } }
        }
        const options = fieldsAt(inner, 'options')
        const option =
          wanted === undefined
            ? options.find((each) => each['default'] === true)
            : options.find((each) => matches(textAt(each, 'label'), wanted))
        if (!option && at(inner, 'required') !== false) throw new Error(`“${said}” must be chosen`)
        if (wanted !== undefined && !option) throw new Error(`“${said}” has no ${wanted}`)
        return {
          type: 18,
          component: { type: 3, custom_id: at(inner, 'custom_id'), values: option ? [option['value']] : [] },
        }
      })
      const unknown = Object.keys(values).filter((label) => !labels.includes(label))
      if (unknown.length > 0) throw new Error(`no field is called ${unknown.join(', ')}: ${labels.join(' | ')}`)
      const interaction = discord.newInteraction({ user: id, message, channel, server })
      return deliver(interaction, 5, { custom_id: modal['custom_id'], components })
    },
    write: (where, text) => discord.put({ ...where, fromBot: false, by: id, ephemeralTo: undefined, content: text }),
    react(shown, emoji, { off = false, bot = false } = {}) {
      const own = shown.reactions.get(emoji) ?? new Set()
      if (off) own.delete(id)
      else own.add(id)
      if (bot) discord.bots.add(id)
      shown.reactions.set(emoji, own)
      discord.dispatch(off ? 'MESSAGE_REACTION_REMOVE' : 'MESSAGE_REACTION_ADD', {
        user_id: id,
        channel_id: shown.channel,
        message_id: shown.id,
        guild_id: shown.server,
        // Who wrote the message, and the member, come with an emoji that is put on alone.
        ...(!off && {
          message_author_id: shown.fromBot ? discord.applicationId : shown.by,
          member: memberFields(userFields(id, bot), rolesIn(shown.server)),
          burst_colors: [],
        }),
        emoji: emojiFields(emoji),
        burst: false,
        type: 0,
      })
    },
    menu(shown, name) {
      mustBeRegistered(name, 3, shown.server === undefined ? 'direct' : home, [])
      const place = { channel: shown.channel, server: shown.server }
      const interaction = discord.newInteraction({ user: id, message: undefined, ...place })
      return deliver(interaction, 2, {
        id: '2',
        name,
        type: 3,
        target_id: shown.id,
        resolved: {
          messages: { [shown.id]: messageFields(shown, discord.applicationId) },
        },
      })
    },
    say(text, more = {}) {
      const shown = discord.put({
        channel: direct,
        server: undefined,
        fromBot: false,
        by: id,
        ephemeralTo: undefined,
        content: text,
      })
      discord.dispatch('MESSAGE_CREATE', { ...sentFields(shown, discord.applicationId), ...more })
      return shown
    },
    edit(shown, text) {
      if (text !== undefined) shown.content = text
      discord.dispatch('MESSAGE_UPDATE', {
        ...sentFields(shown, discord.applicationId),
        ...(text !== undefined && { edited_timestamp: new Date().toISOString() }),
      })
    },
    forge(customId, where = 'direct') {
      const { channel, server } = placeOf(where)
      const message = discord.put({ channel, server, fromBot: true, ephemeralTo: undefined, content: 'a message' })
      const interaction = discord.newInteraction({ user: id, message, channel, server })
      return deliver(interaction, 3, { component_type: 2, custom_id: customId })
    },
    reads(where, text, { since = 0, ms } = {}) {
      return discord.until(
        `${id} to read ${String(text)}`,
        () => sees(where).findLast((shown) => shown.fromBot && shown.seq > since && matches(readOf(shown), text)),
        { ...(ms !== undefined && { ms }), seen: () => brief(sees(where).slice(-3).map(readOf).join('\n---\n'), 1500) },
      )
    },
  }
}
