import { readConfig } from '../app/config.ts'
import { checkDataFolder } from '../app/data-folder.ts'
import { openStore, type Store } from '../store/index.ts'

/** The catalog folder of the configuration. Throws a ConfigError if it does not exist. */
export async function dataFolder(): Promise<string> {
  const { data } = readConfig(process.env)
  await checkDataFolder(data)
  return data
}

/** Opens the store of the configuration. A value that cannot be read is reported on stderr and quarantined. */
export function openConfigured(): Promise<Store> {
  const { redisUrl, home, prefix } = readConfig(process.env)
  const onQuarantine = ({ key, reason }: { key: string; reason: string }): void =>
    void process.stderr.write(`${key} could not be read and was quarantined: ${reason}\n`)
  return openStore({ redisUrl, home, prefix, onQuarantine: onQuarantine })
}
