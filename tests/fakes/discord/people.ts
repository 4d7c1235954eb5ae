import { at, brief, type Fields, fieldsAt, isFields, listAt, textAt } from '../../platforms/json.ts'
import type { PostedFile } from './attachments.ts'
import type { FakeDiscord, Interaction, PostedMessage } from './server.ts'
import { emojiFields, memberFields, messageFields, sentFields, userFields } from './wire.ts'

// A person who uses the fake Discord: what they do and what they see.

export interface DiscordPerson {
  readonly id: string
  readonly direct: string
  /** Uses a slash command such as `skills` or `assess start`, in their channel unless `where` says otherwise. */
  command(name: string, options?: Readonly<Record<string, string>>, where?: Where): Promise<Interaction>
  complete(
    name: string,
    option: string,
    typed: string,
    options?: Readonly<Record<string, string>>,
    where?: Where,
  ): Promise<readonly string[]>
  press(message: PostedMessage, label: string | RegExp): Promise<Interaction>
  /** Submits the modal that an interaction opened, with values by the labels of its fields. */
  submit(opened: Interaction, values: Readonly<Record<string, string>>): Promise<Interaction>
  /** Sends the bot a direct message; `more` adds fields, as for a file or a forwarded message. */
  say(text: string, more?: Fields): PostedMessage
  /** Edits a direct message; without a text, Discord adds a preview. */
  edit(message: PostedMessage, text?: string): void
  /** Presses a button with any custom id. */
  forge(customId: string, where?: Where): Promise<Interaction>
  /** Writes in a server channel. */
  write(where: Exclude<Where, 'direct'>, text: string): PostedMessage
  /** Writes in a server channel or a thread and mentions the bot. Only the bot sees the content, as it lacks the intent. */
  mention(where: Exclude<Where, 'direct'>, text: string, more?: Fields): PostedMessage
  /** Adds or removes a reaction. */
  react(message: PostedMessage, emoji: string, options?: { readonly off?: boolean; readonly bot?: boolean }): void
  /** Uses a command of a message's context menu. */
  menu(message: PostedMessage, name: string): Promise<Interaction>
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
    .flatMap((component) => [
      { component },
      ...componentsOf([...listAt(component, 'components'), component['accessory']]),
    ])
}

/** The visible text of a message, with buttons in square and options in round brackets. */
export function readOf(message: Pick<PostedMessage, 'components' | 'content' | 'files'>): string {
  const pictures = new Set(picturesOf(message).map(({ name }) => name))
  const texts = componentsOf(message.components).flatMap(({ component }) => {
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
  return [
    message.content,
    ...texts,
    ...message.files.filter(({ name }) => !pictures.has(name)).map(({ name }) => `<${name}>`),
  ]
    .filter((text) => text !== '')
    .join('\n')
}

/** The pictures that a message shows in galleries. */
export function picturesOf({
  components,
  files,
}: Pick<PostedMessage, 'components' | 'files'>): readonly (PostedFile & { readonly alt: string })[] {
  return componentsOf(components)
    .filter(({ component }) => component['type'] === 12)
    .flatMap(({ component }) => fieldsAt(component, 'items'))
    .flatMap((item) => {
      const file = files.find(({ name }) => at(item, 'media', 'url') === `attachment://${name}`)
      return file ? [{ ...file, alt: textAt(item, 'description') }] : []
    })
}

export function labelsOf(message: PostedMessage): readonly string[] {
  return componentsOf(message.components).flatMap(({ component }) =>
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

  /** Finds a command. Throws if it is not registered or not available there. */
  const mustBeRegistered = (name: string, type: number, where: Where): Fields => {
    const command = discord.commands.find((each) => each['name'] === name && (each['type'] ?? 1) === type)
    if (!command) throw new Error(`no command is called ${name}`)
    const contexts = listAt(command, 'contexts')
    if (contexts.length > 0 && !contexts.includes(where === 'direct' ? 1 : 0)) {
      throw new Error(`${name} cannot be used there`)
    }
    return command
  }

  /**
   * The data of an interaction with a command or a subcommand. Throws if Discord's client would not send it: without the subcommand, with
   * an option that does not exist, or without a required one.
   */
  const commandData = (
    path: string,
    where: Where,
    values: Readonly<Record<string, string>>,
    focused?: string,
  ): Fields => {
    const [name = '', subcommand] = path.split(' ')
    const command = mustBeRegistered(name, 1, where)
    const subcommands = fieldsAt(command, 'options').filter(({ type }) => type === 1)
    if (subcommands.length > 0 && subcommand === undefined) throw new Error(`/${name} cannot be used by itself`)
    const part = subcommand === undefined ? command : subcommands.find((each) => each['name'] === subcommand)
    if (!part) throw new Error(`/${name} has no subcommand ${subcommand}`)
    const declared = fieldsAt(part, 'options')
    for (const [option, value] of Object.entries(values)) {
      const match = declared.find((each) => each['name'] === option)
      if (!match) throw new Error(`/${path} has no option ${option}`)
      const choices = fieldsAt(match, 'choices').map((choice) => textAt(choice, 'value'))
      if (choices.length > 0 && !choices.includes(value)) throw new Error(`${option} has no choice ${value}`)
      if (option === focused && match['autocomplete'] !== true) throw new Error(`${option} is not completed`)
    }
    const missing = declared.find((each) => each['required'] === true && values[textAt(each, 'name')] === undefined)
    if (missing && focused === undefined) throw new Error(`/${path} needs ${textAt(missing, 'name')}`)
    const options = Object.entries(values).map(([option, value]) => ({
      type: 3,
      name: option,
      value,
      ...(option === focused && { focused: true }),
    }))
    return {
      id: textAt(command, 'id') || '1',
      name,
      type: 1,
      options: subcommand === undefined ? options : [{ type: 1, name: subcommand, options }],
    }
  }

  const placeOf = (where: Where): { channel: string; server: string | undefined } =>
    where === 'direct' ? { channel: direct, server: undefined } : where

  /** Delivers an interaction and waits until the bot acknowledges it or Discord gives up. */
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
      (message) => message.channel === channel && (message.ephemeralTo === undefined || message.ephemeralTo === id),
    )
  }

  return {
    id,
    direct,
    sees,
    command(name, options = {}, where = home) {
      const data = commandData(name, where, options)
      const interaction = discord.newInteraction({ user: id, message: undefined, ...placeOf(where) })
      return deliver(interaction, 2, data)
    },
    async complete(name, option, typed, options = {}, where = home) {
      const data = commandData(name, where, { ...options, [option]: typed }, option)
      const interaction = discord.newInteraction({ user: id, message: undefined, ...placeOf(where) })
      await deliver(interaction, 4, data)
      return (interaction.choices ?? []).map((choice) => textAt(choice, 'name'))
    },
    press(message, label) {
      const place = { channel: message.channel, server: message.server }
      const interaction = discord.newInteraction({ user: id, message, ...place })
      for (const { component } of componentsOf(message.components)) {
        if (component['type'] === 2) {
          const name = textAt(component, 'label')
          if (typeof label === 'string' ? name !== label : !label.test(name)) continue
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
      throw new Error(`no button or option is labeled ${String(label)}; there are: ${labelsOf(message).join(' | ')}`)
    },
    submit(opened, values) {
      const { modal, channel, server, message } = opened
      if (!modal) throw new Error('no modal is open')
      const labels: string[] = []
      const resolved: Record<'users' | 'members' | 'roles' | 'channels', Record<string, Fields>> = {
        users: {},
        members: {},
        roles: {},
        channels: {},
      }
      const defaultsOf = (menu: unknown): readonly string[] =>
        fieldsAt(menu, 'default_values').map((each) => textAt(each, 'id'))
      /** Adds what was chosen, as Discord sends it. Throws for what its menu does not offer. */
      const resolve = (type: string, chosen: string, from: string): void => {
        const members = discord.servers.get(from)
        const roles = members?.get(chosen)
        if (type === '8') {
          if (discord.channels.get(chosen) !== from) throw new Error(`${chosen} is no channel of the server`)
          resolved.channels[chosen] = { id: chosen, type: 0, name: 'proposals', permissions: '0', parent_id: null }
        } else if (roles) {
          const { user: chosenUser, ...member } = memberFields(userFields(chosen), roles)
          Object.assign(resolved.users, { [chosen]: chosenUser })
          resolved.members[chosen] = { ...member, permissions: '0' }
        } else if ([...(members?.values() ?? [])].some((held) => held.includes(chosen))) {
          resolved.roles[chosen] = { id: chosen, name: chosen, permissions: '0', position: 1, color: 0, managed: false }
        } else throw new Error(`${chosen} is no person and no role of the server`)
      }
      const components = fieldsAt(modal, 'components').map((label) => {
        const inner = at(label, 'component')
        const name = textAt(label, 'label')
        labels.push(name)
        const wanted = values[name]
        if (textAt(inner, 'type') === '4') {
          const value = wanted ?? textAt(inner, 'value')
          // Discord does not submit a modal with invalid fields.
          if (value === '' && at(inner, 'required') !== false) throw new Error(`“${name}” must be filled in`)
          if (value.length > Number(at(inner, 'max_length') ?? 4000)) throw new Error(`“${name}” is too long`)
          return { type: 18, component: { type: 4, custom_id: at(inner, 'custom_id'), value } }
        }
        if (inner !== undefined && ['7', '8'].includes(textAt(inner, 'type'))) {
          const values = wanted?.split(' ').filter((each) => each !== '') ?? defaultsOf(inner)
          if (server === undefined) throw new Error(`“${name}” offers nothing in direct messages`)
          if (values.length > Number(at(inner, 'max_values') ?? 1)) throw new Error(`“${name}” takes fewer values`)
          if (values.length === 0 && at(inner, 'required') !== false) throw new Error(`“${name}” must be chosen`)
          for (const each of values) resolve(textAt(inner, 'type'), each, server)
          return { type: 18, component: { type: at(inner, 'type'), custom_id: at(inner, 'custom_id'), values } }
        }
        const options = fieldsAt(inner, 'options')
        const option =
          wanted === undefined
            ? options.find((each) => each['default'] === true)
            : options.find((each) => matches(textAt(each, 'label'), wanted))
        if (!option && at(inner, 'required') !== false) throw new Error(`“${name}” must be chosen`)
        if (wanted !== undefined && !option) throw new Error(`“${name}” has no ${wanted}`)
        return {
          type: 18,
          component: { type: 3, custom_id: at(inner, 'custom_id'), values: option ? [option['value']] : [] },
        }
      })
      const unknown = Object.keys(values).filter((label) => !labels.includes(label))
      if (unknown.length > 0) throw new Error(`no field is called ${unknown.join(', ')}: ${labels.join(' | ')}`)
      const interaction = discord.newInteraction({ user: id, message, channel, server })
      return deliver(interaction, 5, { custom_id: modal['custom_id'], components, resolved })
    },
    write: (where, text) => discord.put({ ...where, fromBot: false, by: id, ephemeralTo: undefined, content: text }),
    mention(where, words, more = {}) {
      const mentioned = `<@${discord.applicationId}>`
      const content = words.includes('@Rung') ? words.replace('@Rung', mentioned) : `${mentioned} ${words}`
      const message = discord.put({ ...where, fromBot: false, by: id, ephemeralTo: undefined, content })
      discord.dispatch('MESSAGE_CREATE', {
        ...sentFields(message, discord.applicationId),
        mentions: [{ ...userFields(discord.applicationId, true), username: 'rung' }],
        member: memberFields(user, rolesIn(where.server)),
        ...(discord.threads.has(where.channel) && { channel_type: 11, position: 1 }),
        ...more,
      })
      return message
    },
    react(message, emoji, { off = false, bot = false } = {}) {
      const own = message.reactions.get(emoji) ?? new Set()
      if (off) own.delete(id)
      else own.add(id)
      if (bot) discord.bots.add(id)
      message.reactions.set(emoji, own)
      discord.dispatch(off ? 'MESSAGE_REACTION_REMOVE' : 'MESSAGE_REACTION_ADD', {
        user_id: id,
        channel_id: message.channel,
        message_id: message.id,
        guild_id: message.server,
        // Only an added reaction carries the author of the message and the member.
        ...(!off && {
          message_author_id: message.fromBot ? discord.applicationId : message.by,
          member: memberFields(userFields(id, bot), rolesIn(message.server)),
          burst_colors: [],
        }),
        emoji: emojiFields(emoji),
        burst: false,
        type: 0,
      })
    },
    menu(message, name) {
      mustBeRegistered(name, 3, message.server === undefined ? 'direct' : home)
      const place = { channel: message.channel, server: message.server }
      const interaction = discord.newInteraction({ user: id, message: undefined, ...place })
      return deliver(interaction, 2, {
        id: '2',
        name,
        type: 3,
        target_id: message.id,
        resolved: {
          messages: { [message.id]: messageFields(message, discord.applicationId) },
        },
      })
    },
    say(text, more = {}) {
      const message = discord.put({
        channel: direct,
        server: undefined,
        fromBot: false,
        by: id,
        ephemeralTo: undefined,
        content: text,
      })
      discord.dispatch('MESSAGE_CREATE', { ...sentFields(message, discord.applicationId), ...more })
      return message
    },
    edit(message, text) {
      if (text !== undefined) message.content = text
      discord.dispatch('MESSAGE_UPDATE', {
        ...sentFields(message, discord.applicationId),
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
        () =>
          sees(where).findLast((message) => message.fromBot && message.seq > since && matches(readOf(message), text)),
        { ...(ms !== undefined && { ms }), seen: () => brief(sees(where).slice(-3).map(readOf).join('\n---\n'), 1500) },
      )
    },
  }
}
