import { parseArgs } from 'node:util'
import { COMMANDS, examplesOf } from '../bot/index.ts'
import { loadCatalog } from '../catalog/index.ts'
import { translator } from '../i18n/index.ts'
import { COMMAND_PREFIX } from '../platforms/platform.ts'
import { PLATFORMS } from '../platforms/registry.ts'
import { parse, UsageError } from './arguments.ts'
import { configuredLadders } from './configured.ts'

/** The ids of the platforms with manifests. */
export const WITH_MANIFEST = [...PLATFORMS.values()]
  .filter(({ manifest }) => manifest !== undefined)
  .map(({ id }) => id)

/** Prints the manifest of a platform's app; with a URL, for deliveries over HTTP; with a prefix, commands have it. */
export async function manifest(args: readonly string[]): Promise<number> {
  const { positionals, values } = parse(() =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { url: { type: 'string' }, prefix: { type: 'string' } },
    }),
  )
  const [name = '', ...more] = positionals
  const write = PLATFORMS.get(name)?.manifest
  if (!write || more.length > 0) throw new UsageError(`manifest takes a platform: ${WITH_MANIFEST.join(', ')}`)
  const { url, prefix } = values
  if (url !== undefined && !/^https:\/\/[^\s/]+/u.test(url)) {
    throw new UsageError(`--url takes an address that starts with https://, not "${url}"`)
  }
  if (prefix !== undefined && !COMMAND_PREFIX.test(prefix)) {
    throw new UsageError(`--prefix takes a prefix for commands, such as rung-, not "${prefix}"`)
  }
  const [{ folder }] = await configuredLadders()
  const loaded = await loadCatalog(folder)
  if (!loaded.ok) throw new UsageError('the ladder is invalid: run validate first')
  const { catalog } = loaded
  process.stdout.write(
    await write({
      commands: COMMANDS,
      examplesOf: (command) => examplesOf(command, catalog, translator('en')),
      prefix,
      publicUrl: url?.replace(/\/+$/u, ''),
    }),
  )
  return 0
}
