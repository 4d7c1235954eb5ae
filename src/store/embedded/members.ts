import { membersKey } from '../keys.ts'
import { personKey } from '../person.ts'
import type { MemberStore, StoreOptions } from '../store.ts'
import type { Disk } from './disk.ts'

export function createEmbeddedMembers(
  disk: Disk,
  { prefix }: StoreOptions,
): MemberStore & { readonly keyOf: (person: string) => string } {
  const beginning = `${membersKey(prefix)}:`
  const keyOf = (person: string): string => `${beginning}${person}`
  return {
    keyOf,
    async recordActivity(person, at) {
      const key = keyOf(personKey(person))
      await disk.runExclusive(beginning, async () => {
        if (Number((await disk.get(key)) ?? -1) < at) await disk.write([{ type: 'put', key, value: String(at) }])
      })
    },
    async activeSince(at) {
      const all = await disk.range(beginning)
      return all.filter(([, time]) => Number(time) >= at).map(([key]) => key.slice(beginning.length))
    },
  }
}
