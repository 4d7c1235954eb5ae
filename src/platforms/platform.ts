import type { Logger } from 'pino'
import { z } from 'zod'
import type { Bot, Command, Installations, Person } from '../bot/index.ts'
import type { Locale } from '../i18n/index.ts'
import type { Emoji, Message } from '../message/index.ts'
import type { PictureRenderer } from '../pictures/index.ts'
import type {
  Appointment,
  CommunityConfig,
  CommunitySettings,
  CommunityTracker,
  Notifier,
  ProposalsChannel,
} from '../proposals/index.ts'
import type { Environment } from '../runtime/env.ts'
import type { HttpServer } from '../runtime/http-server.ts'
import type { Metrics } from '../runtime/metrics.ts'
import type { Store } from '../store/index.ts'
import type { PlatformInfo } from '../store/platform-info.ts'

// The port: what a chat platform is to the rest of Rung, and what it gets. docs/contributing/platform.md walks through one.

/** What every platform is given. */
export interface PlatformContext {
  /** Answers commands, texts, button presses, forms and reactions. */
  readonly bot: Bot
  /** What is stored for all ladders together. What belongs to one of them is not in it. */
  readonly store: Store
  /** The communities of the ladders, the first ladder's first. */
  readonly communities: readonly [PlatformCommunity, ...PlatformCommunity[]]
  /** The emoji that nominates a message. */
  readonly nominateEmoji: Emoji
  /** The language of what everyone reads, such as cards of proposals. */
  readonly locale: Locale
  readonly catalogVersion: CatalogVersion
  /** The ladder of a person's workspace; undefined if there is only one. Rejects with StoreUnavailable if nothing tells. */
  readonly ladderOf: (person: Person) => Promise<string | undefined>
  /** What the process runs on, for the person who starts it by hand. */
  readonly about: (person: Person) => Promise<AppSummary>
  /** The HTTP server of the process, for platforms that deliver by HTTP. */
  readonly listener: HttpServer
  readonly metrics: Metrics
  /** Draws the pictures of messages, after their delivery is acknowledged. */
  readonly pictures: PictureRenderer
  readonly log: Logger
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Drops the platform, because the service refuses the app for good. `reason` tells the operator what to do. */
  readonly refused: (reason: string) => void
}

/** The people who change a ladder. Only what is set for the first one comes from the operator. */
export interface PlatformCommunity {
  /** The ladder; undefined if there is only one. */
  readonly ladder: string | undefined
  /** Takes the reports of who the members and experts are. */
  readonly community: CommunityTracker
  /** What admins set in chat. A platform with a community connects itself when it is opened. */
  readonly communitySettings: CommunitySettings
}

/** What the operator has set for any ladder but the first. */
export const NO_COMMUNITY: CommunityConfig = { channel: undefined, workspace: undefined, experts: [], admins: [] }

/** Changes whenever an answer of a person's catalog may change. Undefined if nothing tells at the moment which ladder is theirs. */
export type CatalogVersion = (person: Person) => string | undefined | Promise<string | undefined>

/** The catalog and the store of this process. */
export interface AppSummary {
  readonly roles: number
  readonly skills: number
  readonly version: string
  /** Where data is stored: a folder, Redis (null), or nowhere (undefined). */
  readonly store: string | null | undefined
}

/** A chat platform that runs in this process. */
export interface Platform extends Notifier {
  /** Where proposals for a ladder are posted; undefined while none are taken on this platform. Always the same one otherwise. */
  proposalsChannel(ladder: string | undefined): ProposalsChannel | undefined
  /** Where the app is installed, so that the data of a workspace that has removed it can be erased. */
  readonly installed: Installations
  /** Begins to take deliveries; resolves once they arrive. Rejects with an Error for the operator if the platform refuses the app. */
  start(): Promise<void>
  /** Why no deliveries arrive at the moment, for `/readyz`; undefined if they do. */
  check(): Promise<string | undefined>
  /** Takes no more deliveries; resolves when the answers of the running ones have been sent. */
  stop(): Promise<void>
  /** Resolves when the local person has quit; only a platform with one has it. */
  readonly ended?: Promise<void>
}

/** A platform with its settings, ready to be opened. */
export interface ConfiguredPlatform {
  readonly id: string
  readonly displayName: string
  /** How deliveries arrive, for the log: "HTTP", "Socket Mode". Undefined if there is only one way. */
  readonly transport: string | undefined
  /** Who uses the platform, if it has no accounts: the user of this machine. */
  readonly localPerson: Person | undefined
  /** Loads the platform's library and connects the bot. Rejects with an Error for the operator. */
  open(context: PlatformContext): Promise<Platform>
}

/** Settings of the process that a platform has to agree with. */
export interface SharedSettings {
  readonly nominateEmoji: Emoji
  /** The folder for files that a platform saves. */
  readonly home: string
  /** Whether text may have colors. */
  readonly color: boolean
}

export interface PreviewOptions {
  readonly locale: Locale
  /** What was asked, with no command name. */
  readonly query: string
  /** Where the result is written, if it is text. */
  readonly screen: { readonly width: number; readonly color: boolean }
}

/** How one platform renders, for the command line. */
export interface Preview {
  /** The payload that the platform's API would get, as data; a text if the platform shows plain text. */
  render(message: Message, options: PreviewOptions): Promise<unknown>
}

/** Everything that Rung knows of a platform before it runs. Loading it loads no library of the platform. */
export interface PlatformFactory extends Preview, PlatformInfo {
  /** As in the keys of people and in the command line: "slack". Lower-case letters. */
  readonly id: string
  /** The names of the variables that the platform reads, with their parsers. */
  readonly variables: z.ZodRawShape
  /** What its own variables begin with: "SLACK_". */
  readonly variablePrefix: string
  /** The variables without which it does not run; the first is named when none of them is set. */
  readonly credentials: readonly string[]
  /**
   * Reads its settings from an environment that its variables have parsed. Undefined if it is not to run. Throws a ConfigError if
   * settings contradict one another.
   */
  configure(environment: Environment, shared: SharedSettings): ConfiguredPlatform | undefined
  /** The manifest that an app on this platform is made from, as text; undefined if the platform has none. */
  readonly manifest?: (options: {
    readonly commands: readonly Command[]
    readonly publicUrl: string | undefined
    /** What can be typed after a command, with names of the ladder. */
    readonly examplesOf: (command: Command) => readonly string[]
    /** Begins the names of commands, which other apps may have too; undefined for none. */
    readonly prefix: string | undefined
  }) => Promise<string>
}

/** What `definePlatform` takes: a factory whose settings have a type of their own. */
interface PlatformDefinition<Variables extends z.ZodRawShape, Settings>
  extends Omit<PlatformFactory, 'variables' | 'configure'> {
  readonly variables: Variables
  /** Undefined if the platform is not to run. Throws a ConfigError. */
  readSettings(
    variables: z.infer<z.ZodObject<Variables>>,
    shared: SharedSettings,
    environment: Environment,
  ): Settings | undefined
  readonly transport?: (settings: Settings) => string
  readonly localPerson?: (settings: Settings) => Person
  open(settings: Settings, context: PlatformContext): Promise<Platform>
}

/** Makes a factory of a definition, so that the registry can hold platforms whose settings differ. */
export function definePlatform<Variables extends z.ZodRawShape, Settings>(
  definition: PlatformDefinition<Variables, Settings>,
): PlatformFactory {
  const { id, displayName } = definition
  const schema = z.object(definition.variables)
  return {
    ...definition,
    configure(environment, shared) {
      const settings = definition.readSettings(schema.parse(environment), shared, environment)
      return (
        settings && {
          id,
          displayName,
          transport: definition.transport?.(settings),
          localPerson: definition.localPerson?.(settings),
          open: (context) => definition.open(settings, context),
        }
      )
    },
  }
}

/** What the names of commands may begin with, where other apps may have the same names: lower-case letters, digits, - and _. */
export const COMMAND_PREFIX = /^[a-z][a-z0-9_-]{0,15}$/u

export type { Appointment, CommunityConfig, Installations, Notifier, ProposalsChannel }
