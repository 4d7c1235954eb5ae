import { spawn, spawnSync } from 'node:child_process'
import { stripVTControlCharacters } from 'node:util'
import { environment, fileOf, type Program } from './program.ts'

// Someone at a terminal: the program runs behind a real pseudo-terminal, made by `script` of util-linux (on Debian in
// the essential package bsdutils, so it is there wherever tests run in a container).

export interface Terminal {
  /** Presses keys. */
  type(keys: string): void
  /** Waits until something new can be read on the screen; what was read before it does not count again. */
  until(output: string | RegExp): Promise<void>
  /** Everything that has been on the screen, without colors and cursor movements. */
  screen(): string
  /** The same with them. */
  raw(): string
  /** The program's exit code once it has ended, which it must soon do. */
  ended(): Promise<number | null>
}

export const KEYS = {
  enter: '\r',
  tab: '\t',
  up: '\u001b[A',
  ctrlC: '\u0003',
  ctrlD: '\u0004',
} as const

/** The program that makes the pseudo-terminal. */
const MAKER = 'script'

const PATIENCE_MS = 20_000

/** Whether a pseudo-terminal can be had here. */
export function hasTerminal(): boolean {
  const { stdout } = spawnSync(MAKER, ['--version'], { encoding: 'utf8' })
  return typeof stdout === 'string' && stdout.includes('util-linux')
}

export function openTerminal(
  home: string,
  env: Readonly<Record<string, string>> = {},
  columns = 100,
  program: Program = 'main',
  args: readonly string[] = [],
): Terminal {
  const words = [process.execPath, fileOf(program), ...args].map((word) => `'${word}'`).join(' ')
  const command = `stty cols ${columns} rows 40; exec ${words}`
  const child = spawn(MAKER, ['-qfec', command, '/dev/null'], {
    cwd: home,
    env: environment(home, { TERM: 'xterm-256color', SHELL: '/bin/sh', ...env }),
  })
  let output = ''
  let read = 0
  let look: () => void = () => undefined
  child.stdout.setEncoding('utf8')
  child.stdout.on('data', (piece: string) => {
    output += piece
    look()
  })
  child.stdin.on('error', () => undefined)
  const screen = (): string => stripVTControlCharacters(output).replaceAll('\r', '')

  const closed = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })

  return {
    type: (keys) => child.stdin.write(keys),
    screen,
    raw: () => output,
    async ended() {
      const timer = setTimeout(() => child.kill(), PATIENCE_MS)
      const code = await closed
      clearTimeout(timer)
      if (child.killed) throw new Error(`the program did not end; last on the screen:\n${screen().slice(-500)}`)
      return code
    },
    until(expected) {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          look = () => undefined
          child.kill()
          reject(new Error(`${String(expected)} was not shown; on the screen since:\n${screen().slice(read)}`))
        }, PATIENCE_MS)
        look = () => {
          const fresh = screen().slice(read)
          const at = typeof expected === 'string' ? fresh.indexOf(expected) : fresh.search(expected)
          if (at < 0) return
          read += at + 1
          look = () => undefined
          clearTimeout(timer)
          resolve()
        }
        look()
      })
    },
  }
}
