import { parseArgs } from 'node:util'
import { checkLog, skipEntries } from '../proposals/log-check.ts'
import { counted, parse, UsageError } from './arguments.ts'
import { openConfigured } from './configured.ts'

/**
 * `log check` prints the size of the log of decisions and its unreadable entries: 0 if there are none, else 1. `log repair` voids
 * unreadable entries, or those at the given positions.
 */
export async function log(args: readonly string[]): Promise<number> {
  const { positionals } = parse(() => parseArgs({ args: [...args], allowPositionals: true, options: {} }))
  const [action, ...positions] = positionals
  if (action !== 'check' && action !== 'repair') throw new UsageError('log takes check or repair')
  if (action === 'check' && positions.length > 0) throw new UsageError('log check takes no other arguments')
  const store = await openConfigured()
  try {
    const { entries, state: board, unreadable } = await checkLog(store)
    const unknown = positions.find((position) => !unreadable.some((entry) => entry.position === position))
    if (unknown !== undefined) throw new UsageError(`there is no unreadable entry at ${unknown}; log check lists them`)
    const skipped = unreadable.filter(({ position }) => positions.length === 0 || positions.includes(position))
    if (action === 'repair') {
      await skipEntries(store, skipped, Date.now())
      process.stdout.write(`ok: ${countOf(skipped.length)} skipped; running processes continue at once\n`)
      return 0
    }
    for (const { position, of, id, reason } of unreadable) {
      process.stdout.write(
        `${position}: ${of ?? 'an entry'} of proposal ${id ?? '(unknown)'} cannot be read: ${reason}\n`,
      )
    }
    const counts = `${countOf(entries)}, ${counted(board.proposals.size, 'proposal')}`
    if (unreadable.length === 0) process.stdout.write(`ok: ${counts}\n`)
    else process.stdout.write(`${counts}; ${countOf(unreadable.length)} cannot be read\n`)
    return unreadable.length === 0 ? 0 : 1
  } finally {
    await store.close()
  }
}

function countOf(entries: number): string {
  return entries === 1 ? '1 entry' : `${entries} entries`
}
