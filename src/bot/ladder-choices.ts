import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { ladderChoiceName } from '../store/ladders.ts'
import { type Person, personKey, workspaceKey } from '../store/person.ts'
import type { KeyValueStore } from '../store/store.ts'

// Which of several ladders each workspace uses: what its admins chose in chat, else what the operator has set, else the first one.

/** A workspace in use may be read again after this, in milliseconds: another process may have stored a new choice. */
const FRESH_MS = 5000
const MAX_WORKSPACES = 20_000

/** What admins of a workspace have chosen. */
const Choice = z.looseObject({
  schema: z.literal(1),
  /** Null if they went back to what the operator has set. */
  ladder: z.string().nullable(),
  /** The ladder that the workspace used before. */
  former: z.string(),
})
type Choice = Readonly<z.infer<typeof Choice>>

/** The ladder that a workspace uses. */
export interface LadderUse {
  readonly id: string
  /** Whether admins have chosen it in chat, the operator has set it, or it is the first one. */
  readonly source: 'chat' | 'operator' | 'first'
  /** The ladder that the workspace used before its admins chose this one, if it is still there. */
  readonly former?: string
  /** A ladder that admins have chosen and that is not there any more. */
  readonly missing?: string
}

export interface LadderChoices {
  /** The ladder of a person's workspace, at most some seconds old. Rejects with StoreUnavailable if it was never read. */
  of(person: Person): LadderUse | Promise<LadderUse>
  /** As it was read last; what the operator has set if it was not read yet. */
  lastOf(person: Person): LadderUse
  /** Chooses a ladder for a person's workspace; null goes back to what the operator has set. It is in use here when this resolves. */
  choose(person: Person, id: string | null): Promise<LadderUse>
}

export interface LadderChoicesOptions {
  readonly keyValues: KeyValueStore
  /** The ids of all ladders, the first one first. */
  readonly ids: readonly [string, ...string[]]
  /** What the operator has set, by `workspaceKey`. */
  readonly assigned: ReadonlyMap<string, string>
  readonly now: () => number
  /** Logs a choice: who, where, and the ladders before and after. */
  readonly logChange: (change: object) => void
}
export function createLadderChoices(options: LadderChoicesOptions): LadderChoices {
  const { keyValues, ids, assigned, now, logChange } = options
  const cache = new LRUCache<string, { readonly use: LadderUse; readonly at: number }>({ max: MAX_WORKSPACES })
  /** Concurrent reads of one workspace are one. */
  const pending = new Map<string, Promise<LadderUse>>()

  const operatorUse = (key: string): LadderUse => {
    const id = assigned.get(key)
    return id === undefined ? { id: ids[0], source: 'first' } : { id, source: 'operator' }
  }
  const useOf = (key: string, choice: Choice | undefined): LadderUse => {
    const base = operatorUse(key)
    if (!choice) return base
    const { ladder, former } = choice
    const isThere = ladder !== null && ids.includes(ladder)
    const use: LadderUse = isThere ? { id: ladder, source: 'chat' } : base
    return {
      ...use,
      ...(former !== use.id && ids.includes(former) && { former }),
      ...(ladder !== null && !isThere && { missing: ladder }),
    }
  }
  const remember = (key: string, use: LadderUse): LadderUse => {
    cache.set(key, { use, at: now() })
    return use
  }

  const fetch = async (person: Person, key: string): Promise<LadderUse> => {
    const before = cache.get(key)
    try {
      const stored = await keyValues.read(ladderChoiceName(person.platform, person.workspace))
      const after = cache.get(key)
      // A choice in this process may have been faster.
      return after === before
        ? remember(key, useOf(key, stored ? parseChoice(stored.value) : undefined))
        : (after?.use ?? operatorUse(key))
    } catch (error) {
      if (!before) throw error
      return remember(key, before.use)
    }
  }

  const current = (person: Person): LadderUse | Promise<LadderUse> => {
    const key = workspaceKey(person)
    const cached = cache.get(key)
    const time = now()
    if (cached && time >= cached.at && time - cached.at < FRESH_MS) return cached.use
    const reading = pending.get(key) ?? fetch(person, key).finally(() => pending.delete(key))
    pending.set(key, reading)
    return reading
  }

  return {
    of: current,
    lastOf(person) {
      const key = workspaceKey(person)
      return cache.get(key)?.use ?? operatorUse(key)
    },
    async choose(person, id) {
      const key = workspaceKey(person)
      const before = await current(person)
      // Choosing the same one again keeps what it was before.
      const former = before.id === id ? (before.former ?? before.id) : before.id
      const choice: Choice = { schema: 1, ladder: id, former }
      const use = useOf(key, choice)
      await keyValues.write(ladderChoiceName(person.platform, person.workspace), JSON.stringify(choice))
      logChange({ by: personKey(person), what: 'ladder', workspace: key, from: before.id, to: use.id })
      return remember(key, use)
    },
  }
}

/** A choice that a later version of Rung has written is left alone, and counts as none. */
function parseChoice(value: string): Choice | undefined {
  try {
    return Choice.safeParse(JSON.parse(value)).data
  } catch {
    return undefined
  }
}
