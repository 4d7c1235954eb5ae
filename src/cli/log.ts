import { parseArgs } from 'node:util'
import { checkLog, skipEntries } from '../proposals/log-check.ts'
import type { Store } from '../store/index.ts'
import { counted, parse, UsageError } from './arguments.ts'
import { configuredLadder, configuredLadders, openConfigured, storeOf } from './configured.ts'

/**
 * `log check` prints the size of the log of decisions and its unreadable entries, of each ladder: 0 if there are none, else 1. `log repair`
 * voids unreadable entries, or those at the given positions of one ladder.
 */
export async function log(args: readonly string[]): Promise<number> {
  const { positionals, values } = parse(() =>
    parseArgs({ args: [...args], allowPositionals: true, options: { ladder: { type: 'string' } } }),
  )
  const [action, ...positions] = positionals
  if (action !== 'check' && action !== 'repair') throw new UsageError('log takes check or repair')
  if (action === 'check' && positions.length > 0) throw new UsageError('log check takes no other arguments')
  const isOne = values.ladder !== undefined || positions.length > 0
  const ladders = isOne ? [await configuredLadder({ id: values.ladder })] : await configuredLadders()
  const root = await openConfigured()
  try {
    let code = 0
    for (const { id } of ladders) {
      const store = await storeOf(root, { id })
      const prefix = id === undefined || ladders.length === 1 ? '' : `${id}: `
      const done = action === 'check' ? await check(store, prefix) : await repair(store, positions, prefix)
      if (!done) code = 1
    }
    return code
  } finally {
    await root.close()
  }
}

/** Prints the size of a log and its unreadable entries. Resolves with whether all can be read. */
async function check(store: Store, prefix: string): Promise<boolean> {
  const { entries, state: board, unreadable } = await checkLog(store)
  for (const { position, of, id, reason } of unreadable) {
    process.stdout.write(
      `${prefix}${position}: ${of ?? 'an entry'} of proposal ${id ?? '(unknown)'} cannot be read: ${reason}\n`,
    )
  }
  const counts = `${countOf(entries)}, ${counted(board.proposals.size, 'proposal')}`
  if (unreadable.length === 0) process.stdout.write(`${prefix}ok: ${counts}\n`)
  else process.stdout.write(`${prefix}${counts}; ${countOf(unreadable.length)} cannot be read\n`)
  return unreadable.length === 0
}

/** Voids unreadable entries of a log: those at the positions, or all. */
async function repair(store: Store, positions: readonly string[], prefix: string): Promise<boolean> {
  const { unreadable } = await checkLog(store)
  const unknown = positions.find((position) => !unreadable.some((entry) => entry.position === position))
  if (unknown !== undefined) throw new UsageError(`there is no unreadable entry at ${unknown}; log check lists them`)
  const skipped = unreadable.filter(({ position }) => positions.length === 0 || positions.includes(position))
  await skipEntries(store, skipped, Date.now())
  process.stdout.write(`${prefix}ok: ${countOf(skipped.length)} skipped; running processes continue at once\n`)
  return true
}

function countOf(entries: number): string {
  return entries === 1 ? '1 entry' : `${entries} entries`
}
