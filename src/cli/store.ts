import { parseArgs } from 'node:util'
import { readConfig } from '../app/config.ts'
import { embeddedStoreFolder, repairStore } from '../store/index.ts'
import { counted, parse, UsageError } from './arguments.ts'

/** `store repair` recovers the readable part of a damaged embedded store; 0 or 1. */
export async function repair(args: readonly string[]): Promise<number> {
  const { positionals } = parse(() => parseArgs({ args: [...args], allowPositionals: true, options: {} }))
  if (positionals.length !== 1 || positionals[0] !== 'repair') throw new UsageError('store takes one action: repair')
  const { redisUrl, home } = readConfig(process.env)
  if (redisUrl !== undefined) throw new UsageError('store repair works on the embedded store, but REDIS_URL is set')
  try {
    const { folder, copy, values } = await repairStore(embeddedStoreFolder(home), Date.now())
    process.stdout.write(`copied: ${copy}\nok: ${folder} opens; ${counted(values, 'value')} can be read\n`)
    return 0
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  }
}
