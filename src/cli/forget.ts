import { parseArgs } from 'node:util'
import { forgetPerson, forgetWorkspace, NameError } from '../app/forget.ts'
import type { Store } from '../store/index.ts'
import { counted, parse, UsageError } from './arguments.ts'
import { openConfigured } from './configured.ts'

/** Erases the data of a person, named as platform/workspace/user; 0 or 1. */
export function forgetOne(args: readonly string[]): Promise<number> {
  return erased(args, async (named, store) => `erased: ${(await forgetPerson(named, store, Date.now())).join(', ')}`)
}

/** Erases the data of everyone in a workspace, named as platform/workspace; 0 or 1. */
export function forgetAll(args: readonly string[]): Promise<number> {
  return erased(
    args,
    async (named, store) => `erased: ${counted(await forgetWorkspace(named, store, Date.now()), 'account')}`,
  )
}

async function erased(
  args: readonly string[],
  erase: (named: string, store: Store) => Promise<string>,
): Promise<number> {
  const { positionals } = parse(() => parseArgs({ args: [...args], allowPositionals: true, options: {} }))
  const [named] = positionals
  if (named === undefined || positionals.length > 1) throw new UsageError('forget and forget-workspace take one name')
  const store = await openConfigured()
  try {
    process.stdout.write(`${await erase(named, store)}\n`)
    return 0
  } catch (error) {
    if (!(error instanceof NameError)) throw error
    throw new UsageError(error.message)
  } finally {
    await store.close()
  }
}
