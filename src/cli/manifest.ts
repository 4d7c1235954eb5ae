import { parseArgs } from 'node:util'
import { COMMANDS } from '../bot/index.ts'
import { PLATFORMS } from '../platforms/registry.ts'
import { parse, UsageError } from './arguments.ts'

/** The ids of the platforms with manifests. */
export const WITH_MANIFEST = [...PLATFORMS.values()]
  .filter(({ manifest }) => manifest !== undefined)
  .map(({ id }) => id)

/** Prints the manifest of a platform's app; with a URL, for deliveries over HTTP. */
export async function manifest(args: readonly string[]): Promise<number> {
  const { positionals, values } = parse(() =>
    parseArgs({ args: [...args], allowPositionals: true, options: { url: { type: 'string' } } }),
  )
  const [name = '', ...more] = positionals
  const write = PLATFORMS.get(name)?.manifest
  if (!write || more.length > 0) throw new UsageError(`manifest takes a platform: ${WITH_MANIFEST.join(', ')}`)
  const { url } = values
  if (url !== undefined && !/^https:\/\/[^\s/]+/u.test(url)) {
    throw new UsageError(`--url takes an address that begins with https://, not "${url}"`)
  }
  process.stdout.write(await write({ commands: COMMANDS, publicUrl: url?.replace(/\/+$/u, '') }))
  return 0
}
