import { settingsEnvironment, settingsMarkdown } from '../app/settings-reference.ts'
import { UsageError } from './arguments.ts'

/** Prints the reference of all settings: as the page docs/configuration.md, or with `env` as the file .env.example. */
export function settings(args: readonly string[]): Promise<number> {
  const [form, ...more] = args
  if ((form !== undefined && form !== 'env') || more.length > 0) throw new UsageError('settings takes env, or nothing')
  process.stdout.write(form === 'env' ? settingsEnvironment() : settingsMarkdown())
  return Promise.resolve(0)
}
