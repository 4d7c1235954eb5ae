import { userInfo } from 'node:os'
import { z } from 'zod'
import { optionalText, setting } from '../../runtime/env.ts'
import { definePlatform, type PlatformFactory } from '../platform.ts'
import type { TerminalStreams } from './console.ts'

export interface TerminalOptions {
  /** The variables of which one makes Rung run on a chat platform instead. */
  readonly tokenVariables: readonly string[]
  /** The streams of the process by default. */
  readonly streams?: TerminalStreams
}

/** The terminal of this process: one person, who has no account. */
export function terminalPlatform({ tokenVariables, streams }: TerminalOptions): PlatformFactory {
  return definePlatform({
    id: 'console',
    displayName: 'Console',
    hasGlobalUserIds: false,
    variables: {
      RUNG_USER: setting(
        optionalText.pipe(
          z
            .string()
            .regex(/^[\w.-]{1,40}$/u, { error: 'must be 1 to 40 letters, digits or any of . _ -' })
            .optional(),
        ),
        {
          section: 'Terminal',
          meaning:
            'Who you are in the terminal. With another name you are another person, so that you can try proposals by yourself.',
          example: 'maria',
          unset: 'the user of this machine',
        },
      ),
    },
    variablePrefix: 'RUNG_',
    credentials: [],
    readSettings: ({ RUNG_USER: user = userName() }, { home, color }) => ({
      // The same in every session, so that an assessment can be continued.
      person: { platform: 'console', workspace: 'local', user },
      home,
      color,
    }),
    localPerson: ({ person }) => person,
    async open(settings, context) {
      const { createConsole } = await import('./console.ts')
      return createConsole({ ...settings, ...context, tokenVariables, streams: streams ?? process })
    },
    async render(message, { screen }) {
      const { renderMessage } = await import('./render.ts')
      return renderMessage(message, screen).text
    },
  })
}

function userName(): string {
  try {
    return userInfo().username
  } catch {
    // In a container, the user id may have no name.
    return 'local'
  }
}
