import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { at, brief, type Fields, fieldsAt, isFields, listAt, textAt } from '../../platforms/json.ts'
import { messageViolations, viewViolations } from '../../platforms/slack/limits-check.ts'
import { asSent, valuesOf, viewAsSent } from './methods.ts'
import { optionsOf, plainTextOf, textOf } from './plain-text.ts'
import type { Delivered, DeliverOptions, FakeSlack } from './server.ts'
import type { Message, ShownView } from './state.ts'
import { asWritten } from './written.ts'

// A person's actions in Slack, and what they see.

export interface EventOptions {
  /** Delivers it several times, at once and later. */
  readonly twice?: boolean
  /** The workspace that the envelope names, if it is not the app's: in a shared channel. */
  readonly envelope?: string
}

export interface SlackPerson {
  readonly team: string
  readonly id: string
  /** The direct conversation with the bot. */
  readonly direct: string
  /** Types a slash command; resolves when Slack has taken the acknowledgement. */
  command(channel: string, line: string): Promise<Delivered>
  /** Writes to the bot in the direct conversation. Delivered again, as Slack does, until it is acknowledged. */
  say(text: string, options?: EventOptions & { readonly bot?: boolean; readonly more?: Fields }): Promise<Delivered>
  /** Presses the button or picks the option with a label. */
  press(where: Message | ShownView, label: string | RegExp, options?: { readonly twice?: boolean }): Promise<Delivered>
  /** Writes in a channel, or in the thread of a message there. */
  write(channel: string, text: string, thread?: Message): Message
  /** Writes in a channel and mentions the bot. Slack delivers that only if the bot is in the channel and has the scope. */
  mention(
    channel: string,
    text: string,
    options?: EventOptions & { readonly thread?: Message; readonly more?: Fields },
  ): Promise<Delivered>
  /** Edits a message in the direct conversation. */
  edit(message: Message, text: string): Promise<Delivered>
  /** Adds an emoji to a message, or removes it. `unheard`: without a delivery to the app. */
  react(
    message: Message,
    emoji: string,
    options?: EventOptions & { readonly off?: boolean; readonly unheard?: boolean },
  ): Promise<Delivered>
  /** Picks the app's shortcut from a message's menu. */
  shortcut(message: Message, callback: string): Promise<Delivered>
  /** Picks one of the app's global shortcuts, which belongs to no conversation. */
  globalShortcut(callback: string): Promise<Delivered>
  openHome(): Promise<Delivered>
  /** Opens the Messages tab of the app. */
  openMessages(): Promise<Delivered>
  /** Fills in a modal by the labels of its fields and submits it; resolves with its errors by label, empty if it was accepted. */
  submit(
    modal: ShownView,
    values: Readonly<Record<string, string>>,
    options?: { readonly twice?: boolean },
  ): Promise<Readonly<Record<string, string>>>
  /** Returns the messages that they see in a conversation, oldest first. */
  sees(channel: string): readonly Message[]
  /** Waits for a message that was posted or changed after `since` and whose text matches. */
  reads(
    channel: string,
    text: string | RegExp,
    options?: { readonly since?: number; readonly ms?: number },
  ): Promise<Message>
  modal(title: string | RegExp): Promise<ShownView>
  home(text: string | RegExp, options?: { readonly since?: number }): Promise<ShownView>
}

/** The text of a message or view. */
export function readOf(source: Message | ShownView): string {
  if ('view' in source) return `${textOf(at(source.view, 'title'))}\n${plainTextOf(fieldsAt(source.view, 'blocks'))}`
  const words = source.blocks.length > 0 ? plainTextOf(source.blocks) : source.text
  return [words, ...source.files.map((file) => `<${textAt(file, 'name')}>`)].join('\n')
}

/** The labels of the buttons and options of a message or view. */
export function labelsOf(source: Message | ShownView): readonly string[] {
  return elementsOf(source).flatMap(({ element }) =>
    element['type'] === 'button'
      ? [textOf(element['text'])]
      : optionsOf(element).map((option) => textOf(option['text'])),
  )
}

interface Placed {
  readonly element: Fields
  readonly block: string
}

function elementsOf(source: Message | ShownView): readonly Placed[] {
  const blocks = 'view' in source ? fieldsAt(source.view, 'blocks') : source.blocks
  return blocks.flatMap((block) =>
    [...fieldsAt(block, 'elements'), at(block, 'accessory'), at(block, 'element')]
      .filter(isFields)
      .map((element) => ({ element, block: textAt(block, 'block_id') })),
  )
}

/** Slack delivers an event again at once, after a minute and after five (docs.slack.dev/apis/events-api); here sooner. */
const RETRY_MS = [100, 3000, 6000]

export function personOf(slack: FakeSlack, teamId: string, id: string): SlackPerson {
  const { world } = slack
  const team = world.team(teamId)
  const direct = world.direct(teamId, id).id
  const matches = (text: string, wanted: string | RegExp): boolean =>
    typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text)

  /** The workspace of their own company, which deliveries from a shared channel name. */
  const home = team.users.get(id)?.from ?? teamId
  const sender = { id, username: id.toLowerCase(), name: id.toLowerCase(), team_id: home }
  const place = { id: teamId, domain: team.domain }

  const inChannel = (channel: string): { id: string; name: string } => {
    const { name } = world.channelOf(teamId, channel)
    return { id: channel, name }
  }

  /** Shows Slack's own notice of a failure, to the person alone. */
  const notice = (channel: string, text: string): void => {
    world.put(teamId, channel, { author: 'USLACKBOT', fromBot: false, text, ephemeralTo: id })
  }

  const sees = (channel: string): readonly Message[] => {
    const own = team.ephemerals.filter((message) => message.channel === channel && message.ephemeralTo === id)
    return [...world.channelOf(teamId, channel).messages, ...own].toSorted((a, b) => (a.ts < b.ts ? -1 : 1))
  }

  const event = async (inner: Fields, options: EventOptions): Promise<Delivered> => {
    const payload = {
      token: 'x',
      team_id: options.envelope ?? home,
      context_team_id: teamId,
      api_app_id: 'A0RUNG',
      event: inner,
      type: 'event_callback',
      event_id: `Ev${randomBytes(5).toString('hex').toUpperCase()}`,
      event_time: Math.floor(world.now() / 1000),
      authorizations: [{ enterprise_id: null, team_id: teamId, user_id: team.botUser, is_bot: true }],
    }
    const deliver = (how: DeliverOptions): Promise<Delivered> => slack.deliver('events_api', payload, how)
    if (options.twice) {
      const [first] = await Promise.all([
        deliver({}),
        deliver({ retryNum: 1 }),
        sleep(30).then(() => deliver({ retryNum: 2 })),
      ])
      await deliver({ retryNum: 3 })
      return first
    }
    let delivered = await deliver({})
    for (const [at, ms] of RETRY_MS.entries()) {
      if (delivered.status === 200) break
      await sleep(ms)
      delivered = await deliver({ retryNum: at + 1 })
    }
    return delivered
  }

  const find = (
    source: Message | ShownView,
    label: string | RegExp,
  ): { readonly placed: Placed; readonly action: Fields } => {
    for (const placed of elementsOf(source)) {
      const { element, block } = placed
      const actionFields = {
        action_id: element['action_id'],
        block_id: block,
        type: element['type'],
        action_ts: world.nextTs(),
      }
      if (element['type'] === 'button') {
        const text = textOf(element['text'])
        if (typeof label === 'string' ? text !== label : !label.test(text)) continue
        return { placed, action: { ...actionFields, text: element['text'], value: element['value'] } }
      }
      const option = optionsOf(element).find((each) => matches(textOf(each['text']), label))
      if (option) return { placed, action: { ...actionFields, selected_option: option } }
    }
    throw new Error(`nothing to press reads ${String(label)}; there are: ${labelsOf(source).join(' | ')}`)
  }

  return {
    team: teamId,
    id,
    direct,
    sees,

    async command(channel, line) {
      const [, command = '', text = ''] = /^(\/\S+)\s*([\s\S]*)$/u.exec(line) ?? []
      const delivered = await slack.deliver('slash_commands', {
        token: 'x',
        team_id: teamId,
        team_domain: team.domain,
        channel_id: channel,
        channel_name: inChannel(channel).name,
        user_id: id,
        user_name: sender.name,
        command,
        // Escaped as messages are, by reports of bot authors, with should_escape: false too.
        text: asWritten(text),
        api_app_id: 'A0RUNG',
        is_enterprise_install: 'false',
        response_url: slack.newResponseUrl({ team: teamId, channel, user: id, message: undefined }),
        trigger_id: world.newTrigger(teamId, id),
      })
      if (delivered.status === undefined) notice(channel, `${command} failed with the error "operation_timeout"`)
      else if (delivered.status !== 200) notice(channel, `${command} failed with the error "dispatch_failed"`)
      else if (typeof delivered.answer === 'string') {
        world.put(teamId, channel, { author: team.botUser, fromBot: true, text: delivered.answer, ephemeralTo: id })
      } else if (isFields(delivered.answer)) {
        const { answer } = delivered
        const problems = messageViolations(answer)
        if (problems.length > 0) throw new Error(`Slack would not show the acknowledgement: ${problems.join('; ')}`)
        const ephemeralTo = textAt(answer, 'response_type') === 'in_channel' ? undefined : id
        world.put(teamId, channel, {
          author: team.botUser,
          fromBot: true,
          text: textAt(answer, 'text'),
          blocks: at(answer, 'blocks'),
          ephemeralTo,
        })
      }
      return delivered
    },

    say(text, options = {}) {
      const message = world.put(teamId, direct, { author: id, fromBot: false, text })
      const inner = {
        type: 'message',
        channel: direct,
        channel_type: 'im',
        user: id,
        text: asWritten(text),
        ts: message.ts,
        event_ts: message.ts,
        team: home,
        ...options.more,
        ...(options.bot && { bot_id: 'BOTHER', subtype: 'bot_message' }),
      }
      return event(inner, options)
    },

    async press(where, label, options = {}) {
      // Also delivered for a button that opens a URL.
      const { action } = find(where, label)
      const inView = 'view' in where
      const container = inView
        ? { type: 'view', view_id: where.id }
        : {
            type: 'message',
            message_ts: where.ts,
            channel_id: where.channel,
            is_ephemeral: where.ephemeralTo !== undefined,
          }
      const payload = {
        type: 'block_actions',
        user: sender,
        api_app_id: 'A0RUNG',
        token: 'x',
        container,
        trigger_id: world.newTrigger(teamId, id),
        team: place,
        enterprise: null,
        is_enterprise_install: false,
        actions: [action],
        ...(inView
          ? { view: viewAsSent(where, team) }
          : {
              channel: inChannel(where.channel),
              state: { values: {} },
              response_url: slack.newResponseUrl({ team: teamId, channel: where.channel, user: id, message: where }),
              ...(where.ephemeralTo === undefined && { message: asSent(where, team) }),
            }),
      }
      const deliver = (): Promise<Delivered> => slack.deliver('interactive', payload)
      const [delivered] = await Promise.all(options.twice ? [deliver(), deliver()] : [deliver()])
      if (!delivered) throw new Error('nothing was delivered')
      if (delivered.status !== 200) notice(inView ? direct : where.channel, 'This app did not respond')
      return delivered
    },

    write: (channel, text, thread) =>
      world.put(teamId, channel, { author: id, fromBot: false, text, ...(thread && { threadTs: thread.ts }) }),

    async mention(channel, words, { thread, more, ...options } = {}) {
      const mentioned = `<@${team.botUser}>`
      const text = words.includes('@Rung') ? words.replace('@Rung', mentioned) : `${mentioned} ${words}`
      const message = world.put(teamId, channel, {
        author: id,
        fromBot: false,
        text,
        ...(thread && { threadTs: thread.threadTs ?? thread.ts }),
      })
      const isDelivered = world.channelOf(teamId, channel).members.has(team.botUser)
      if (!isDelivered || !team.scopes.has('app_mentions:read')) return { status: undefined, answer: undefined, ms: 0 }
      const inner = {
        type: 'app_mention',
        channel,
        user: id,
        text: asWritten(text),
        ts: message.ts,
        event_ts: message.ts,
        team: home,
        ...(thread && { thread_ts: thread.threadTs ?? thread.ts }),
        ...more,
      }
      return event(inner, options)
    },

    edit(message, text) {
      const previous = asSent(message, team)
      world.edit(message, text, [])
      const inner = {
        type: 'message',
        subtype: 'message_changed',
        hidden: true,
        channel: direct,
        channel_type: 'im',
        ts: world.nextTs(),
        message: { ...asSent(message, team), edited: { user: id, ts: world.nextTs() } },
        previous_message: previous,
      }
      return event(inner, {})
    },

    react(message, alias, { off = false, unheard = false, ...options } = {}) {
      // Slack always delivers the canonical name.
      const emoji = alias.replace(/^thumbsup(?=$|::)/u, '+1')
      const existing = message.reactions.find(({ name }) => name === emoji)
      if (off) existing?.users.splice(existing.users.indexOf(id), 1)
      else if (existing) existing.users.push(id)
      else message.reactions.push({ name: emoji, users: [id] })
      const inner = {
        type: off ? 'reaction_removed' : 'reaction_added',
        user: id,
        reaction: emoji,
        item: { type: 'message', channel: message.channel, ts: message.ts },
        item_user: message.author,
        event_ts: world.nextTs(),
      }
      if (unheard) return Promise.resolve({ status: undefined, answer: undefined, ms: 0 })
      return event(inner, options)
    },

    shortcut(message, callback) {
      return slack.deliver('interactive', {
        type: 'message_action',
        callback_id: callback,
        trigger_id: world.newTrigger(teamId, id),
        response_url: slack.newResponseUrl({ team: teamId, channel: message.channel, user: id, message: undefined }),
        user: sender,
        team: place,
        channel: inChannel(message.channel),
        message: asSent(message, team),
        message_ts: message.ts,
        api_app_id: 'A0RUNG',
        token: 'x',
        action_ts: world.nextTs(),
        enterprise: null,
        is_enterprise_install: false,
      })
    },

    globalShortcut(callback) {
      return slack.deliver('interactive', {
        type: 'shortcut',
        callback_id: callback,
        trigger_id: world.newTrigger(teamId, id),
        user: sender,
        team: place,
        token: 'x',
        action_ts: world.nextTs(),
        enterprise: null,
        is_enterprise_install: false,
      })
    },

    openHome() {
      const existing = world.home(teamId, id)
      return event(
        {
          type: 'app_home_opened',
          user: id,
          channel: direct,
          tab: 'home',
          event_ts: world.nextTs(),
          ...(existing && { view: viewAsSent(existing, team) }),
        },
        {},
      )
    },

    openMessages() {
      return event(
        { type: 'app_home_opened', user: id, channel: direct, tab: 'messages', event_ts: world.nextTs() },
        {},
      )
    },

    async submit(modal, values, options = {}) {
      const labels = new Map<string, string>()
      for (const block of fieldsAt(modal.view, 'blocks')) {
        const element = at(block, 'element')
        if (block['type'] !== 'input' || !isFields(element)) continue
        const label = textOf(block['label'])
        const blockId = textAt(block, 'block_id')
        labels.set(blockId, label)
        const spot = `${blockId}/${textAt(element, 'action_id')}`
        const wanted = values[label]
        const type = textAt(element, 'type')
        if (type === 'plain_text_input') {
          const value = wanted ?? textAt(element, 'initial_value')
          modal.chosen.set(spot, { type, value: value === '' ? null : value })
        } else if (type === 'conversations_select') {
          const conversation = wanted ?? textAt(element, 'initial_conversation')
          if (conversation !== '' && !world.channelOf(teamId, conversation).members.has(id)) {
            throw new Error(`${id} cannot choose ${conversation}`)
          }
          modal.chosen.set(spot, { type, selected_conversation: conversation === '' ? null : conversation })
        } else if (type === 'multi_users_select') {
          const users = wanted?.split(' ').filter((user) => user !== '') ?? listAt(element, 'initial_users').map(String)
          const missing = users.find((user) => !team.users.has(user))
          if (missing !== undefined) throw new Error(`there is no user ${missing} to choose`)
          modal.chosen.set(spot, { type, selected_users: users })
        } else {
          const options = optionsOf(element)
          const option =
            wanted === undefined
              ? element['initial_option']
              : options.find((each) => matches(textOf(each['text']), wanted))
          if (wanted !== undefined && option === undefined) {
            throw new Error(`“${label}” has no ${wanted}: ${options.map((each) => textOf(each['text'])).join(' | ')}`)
          }
          modal.chosen.set(spot, { type, selected_option: option ?? null })
        }
      }
      const unknown = Object.keys(values).filter((label) => ![...labels.values()].includes(label))
      if (unknown.length > 0)
        throw new Error(`no field is called ${unknown.join(', ')}: ${[...labels.values()].join(' | ')}`)
      const payload = {
        type: 'view_submission',
        team: place,
        user: sender,
        api_app_id: 'A0RUNG',
        token: 'x',
        trigger_id: world.newTrigger(teamId, id),
        view: { ...viewAsSent(modal, team), state: { values: valuesOf(modal) } },
        response_urls: [],
        is_enterprise_install: false,
        enterprise: null,
      }
      const deliver = (): Promise<Delivered> => slack.deliver('interactive', payload)
      const [delivered] = await Promise.all(options.twice ? [deliver(), deliver()] : [deliver()])
      if (delivered?.status !== 200) return { '': 'We had some trouble connecting. Try again?' }
      const errors = at(delivered.answer, 'errors')
      if (textAt(delivered.answer, 'response_action') === 'errors' && isFields(errors)) {
        return Object.fromEntries(
          Object.entries(errors).map(([block, text]) => [labels.get(block) ?? `? ${block}`, String(text)]),
        )
      }
      const next = at(delivered.answer, 'view')
      if (textAt(delivered.answer, 'response_action') === 'update' && isFields(next)) {
        const problems = viewViolations(next)
        // Slack keeps the modal as it is, with this sentence.
        if (problems.length > 0) throw new Error(`Slack would not show the view: ${problems.join('; ')}`)
        world.redraw(modal, next)
        return {}
      }
      modal.open = false
      world.changed()
      return {}
    },

    reads(channel, text, { since = 0, ms } = {}) {
      return world.until(
        `${id} to read ${String(text)} in ${channel}`,
        () => sees(channel).findLast((message) => message.seq > since && matches(readOf(message), text)),
        {
          ...(ms !== undefined && { ms }),
          seen: () =>
            brief(
              sees(channel)
                .slice(-3)
                .map((message) => `#${message.seq} ${readOf(message).slice(0, 400)}`)
                .join('\n---\n'),
              1500,
            ),
        },
      )
    },

    modal(title) {
      return world.until(
        `a modal ${String(title)} for ${id}`,
        () => world.modals(teamId, id).findLast((view) => matches(readOf(view), title)),
        { seen: () => brief(world.modals(teamId, id).map(readOf).join('\n---\n')) },
      )
    },

    home(text, { since = -1 } = {}) {
      return world.until(
        `the Home tab of ${id} to read ${String(text)}`,
        () => {
          const view = world.home(teamId, id)
          return view && view.seq > since && matches(readOf(view), text) ? view : undefined
        },
        { seen: () => brief(readOf(world.home(teamId, id) ?? NO_HOME)) },
      )
    },
  }
}

const NO_HOME: Message = {
  team: '',
  channel: '',
  ts: '',
  author: '',
  fromBot: false,
  ephemeralTo: undefined,
  threadTs: undefined,
  text: 'nothing',
  blocks: [],
  metadata: undefined,
  files: [],
  reactions: [],
  chosen: new Map(),
  edits: 0,
  seq: 0,
}
