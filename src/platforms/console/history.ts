import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** The history of the prompt, in a file that only its owner can read. */
export interface PromptHistory {
  /** The latest first, as readline takes them. */
  readonly lines: readonly string[]
  /** Appends a line. Never rejects: the prompt works without its history. */
  add(line: string): Promise<void>
}

/** Most lines that are latest. */
export const MAX_HISTORY = 500

/** Opens the history in a file; an unreadable one counts as empty. A file that has grown to twice the limit is cut. */
export async function openHistory(path: string): Promise<PromptHistory> {
  const all = await readLines(path)
  const latest = all.slice(-MAX_HISTORY)
  if (all.length >= 2 * MAX_HISTORY) {
    await unlessRefused(() => writeFile(path, latest.map((line) => `${line}\n`).join(''), { mode: 0o600 }))
  }
  return {
    lines: latest.toReversed(),
    add: (line) =>
      unlessRefused(async () => {
        await mkdir(dirname(path), { recursive: true })
        await appendFile(path, `${line.replace(/[\r\n]/gu, ' ')}\n`, { mode: 0o600 })
      }),
  }
}

async function readLines(path: string): Promise<readonly string[]> {
  try {
    return (await readFile(path, 'utf8')).split('\n').filter((line) => line !== '')
  } catch {
    return []
  }
}

async function unlessRefused(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch {
    // A full disk or a folder without rights must not end the prompt.
  }
}
