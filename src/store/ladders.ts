import { z } from 'zod'
import { personalSettings, type Settings } from './records.ts'
import type { SettingsStore, Store } from './store.ts'

// Which ladders have stored something, and where. The ladder that was configured first has the keys of a deployment with one ladder, so
// what was stored before there were several stays its own, even if the order of the configuration changes.

const NAME = 'ladders/registry'
/** Attempts at a write. Each one that fails is a write of another process. */
const MAX_ATTEMPTS = 5

const Registry = z.looseObject({
  schema: z.literal(1),
  /** The ladder whose keys have no id. */
  first: z.string(),
  /** All ladders that have ever been configured. */
  ids: z.array(z.string()),
})
type Registry = Readonly<z.infer<typeof Registry>>

async function readRegistry({ keyValues }: Pick<Store, 'keyValues'>) {
  const stored = await keyValues.read(NAME)
  if (!stored) return undefined
  const { data } = Registry.safeParse(JSON.parse(stored.value))
  if (!data) throw new Error(`${NAME} cannot be read: a later version of Rung may have written it`)
  return { registry: data, version: stored.version }
}

/** The id of the ladder that has the keys of a deployment with one ladder; undefined if there was never more than one. */
export async function firstLadder(root: Pick<Store, 'keyValues'>): Promise<string | undefined> {
  return (await readRegistry(root))?.registry.first
}

/**
 * Opens the stores of the configured ladders, by id, and remembers the ids. Of a deployment that had one ladder so far, the first id gets
 * what is stored. Rejects with StoreUnavailable: without the store, nothing tells which data is whose.
 */
export async function openLadderStores(root: Store, ids: readonly string[]): Promise<ReadonlyMap<string, Store>> {
  const { first } = await register(root, ids)
  return new Map(await Promise.all(ids.map(async (id) => [id, id === first ? root : await root.ofLadder(id)] as const)))
}

async function register(root: Store, ids: readonly string[]): Promise<Registry> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const before = await readRegistry(root)
    const first = before?.registry.first ?? ids[0] ?? ''
    const all = [...new Set([...(before?.registry.ids ?? []), ...ids])]
    if (before && all.length === before.registry.ids.length) return before.registry
    const registry: Registry = { ...before?.registry, schema: 1, first, ids: all }
    const written = await root.keyValues.write(NAME, JSON.stringify(registry), { ifVersion: before?.version ?? null })
    if (written.status === 'done') return registry
  }
  throw new Error(`${NAME} is changed by others all the time`)
}

/** The name of what the admins of a workspace have chosen. */
export function ladderChoiceName(platform: string, workspace: string): string {
  return `${platform}/ladder/${workspace}`
}

/** The store of one ladder. */
export interface LadderStore {
  /** Undefined in a deployment that never had several. */
  readonly id: string | undefined
  readonly store: Store
}

/**
 * The stores of all ladders that were ever configured, the given one of the deployment first: what is done about a person or a workspace
 * as a whole is done in each.
 */
export async function allLadderStores(root: Store): Promise<readonly LadderStore[]> {
  const registry = (await readRegistry(root))?.registry
  const others = registry?.ids.filter((id) => id !== registry.first) ?? []
  return [
    { id: registry?.first, store: root },
    ...(await Promise.all(others.map(async (id) => ({ id, store: await root.ofLadder(id) })))),
  ]
}

/** The settings that hold whatever ladder a person uses: the personal ones, and whether the account was greeted. */
function sharedSettings(settings: Partial<Settings>): Partial<Settings> {
  const { isWelcomed } = settings
  return { ...personalSettings(settings), ...(isWelcomed !== undefined && { isWelcomed }) }
}

/** The store of a ladder, in which a person's language and reminders are those of the whole deployment. */
export function withSharedSettings(store: Store, root: Store): Store {
  if (store === root) return store
  const settings: SettingsStore = {
    async read(person) {
      const [own, shared] = await Promise.all([store.settings.read(person), root.settings.read(person)])
      return { ...own, ...sharedSettings(shared) }
    },
    async change(person, change) {
      const shared = sharedSettings(change)
      const own = Object.fromEntries(Object.entries(change).filter(([name]) => !(name in shared)))
      const [after, everywhere] = await Promise.all([
        Object.keys(own).length > 0 ? store.settings.change(person, own) : store.settings.read(person),
        Object.keys(shared).length > 0 ? root.settings.change(person, shared) : root.settings.read(person),
      ])
      return { ...after, ...sharedSettings(everywhere) }
    },
  }
  return { ...store, settings }
}
