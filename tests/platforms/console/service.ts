import { PassThrough, Writable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { terminalPlatform } from '../../../src/platforms/console/factory.ts'
import type { Member, PlatformService, VisibleMessage } from '../../contract/platform.ts'

// A terminal in memory as the tests that every platform shares see it.

const TRIES = 300
const WAIT_MS = 10

/** The end of the prompt for a field of a form: how to choose. */
const FIELD = /number|número/iu

/** A terminal in memory: what is typed and what has been written since. */
function createTerminal() {
  const stdin = Object.assign(new PassThrough(), { isTTY: true })
  let written: string[] = []
  const stdout = new Writable({
    write(chunk, _, done) {
      written.push(String(chunk))
      done()
    },
  })
  return {
    streams: { stdin, stdout },
    type(line: string) {
      written = []
      stdin.write(`${line}\n`)
    },
    /** The messages below the line that was typed last; not the prompt. */
    messages: () => written.filter((text) => text.endsWith('\n\n')),
  }
}

function memberAt(terminal: ReturnType<typeof createTerminal>): Member {
  const type = (line: string): void => terminal.type(line)
  const messages = (): readonly string[] => terminal.messages()
  const labelsIn = (text: string): readonly string[] =>
    [...text.matchAll(/\[\d+\] (.+?)(?= {3}\[|\n|$)/gu)].map(([, label = '']) => label)
  const visible = (text: string): VisibleMessage => ({
    text: () => text,
    labels: () => labelsIn(text),
    press(label) {
      const [, number] =
        [...text.matchAll(/\[(\d+)\] /gu)].find(({ 0: mark, index }) => text.startsWith(label, index + mark.length)) ??
        []
      if (number === undefined) throw new Error(`no action ${label}: ${text}`)
      type(number)
      return Promise.resolve()
    },
  })
  const wait = async (what: RegExp): Promise<string> => {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const text = messages().findLast((message) => what.test(message))
      if (text !== undefined) return text
      await sleep(WAIT_MS)
    }
    throw new Error(`waited for ${what}; shown: ${messages().join('\n---\n')}`)
  }
  return {
    person: { platform: 'console', workspace: 'local', user: 'ana' },
    say(text) {
      type(text)
      return Promise.resolve()
    },
    reads: async (text) => visible(await wait(text)),
    seen: (text) =>
      messages()
        .filter((message) => text.test(message))
        .map(visible),
    async form(title) {
      let field = await wait(title)
      return {
        async submit(options) {
          while (FIELD.test(field)) {
            const prompt = field
            const [, option = ''] = Object.entries(options).find(([label]) => prompt.includes(label)) ?? []
            type(String(option))
            field = await wait(/\S/u)
          }
        },
      }
    },
    nominate: undefined,
  }
}

/** Starts a terminal in memory. A process of Rung serves one person, in one language. */
export function startTerminalService(locale: 'en' | 'es'): Promise<PlatformService> {
  const terminal = createTerminal()
  return Promise.resolve({
    factory: terminalPlatform({ tokenVariables: [], streams: terminal.streams }),
    environment: { RUNG_USER: 'ana' },
    locale,
    member: () => Promise.resolve(memberAt(terminal)),
    close: () => Promise.resolve(),
  })
}
