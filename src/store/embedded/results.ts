import { personKeys, QUARANTINE_MARK } from '../keys.ts'
import type { Person } from '../person.ts'
import { AssessmentResult, RESULT_SCHEMA } from '../records.ts'
import type { ResultStore, StoreOptions } from '../store.ts'
import { newestFirst, parseText } from '../validation.ts'
import type { Disk } from './disk.ts'
import type { SetTextAside } from './quarantine.ts'

export function createEmbeddedResults(disk: Disk, { prefix }: StoreOptions, setAside: SetTextAside): ResultStore {
  /** The results of a person that can be read, and how many only a later version can. */
  function all(person: Person): Promise<{ readonly results: AssessmentResult[]; readonly newer: number }> {
    const keys = personKeys(prefix, person)
    return disk.runExclusive(keys.prefix, async () => {
      const results: AssessmentResult[] = []
      let newer = 0
      for (const [key, text] of await disk.range(`${keys.results}:`)) {
        if (key.includes(QUARANTINE_MARK)) continue
        const read = parseText(AssessmentResult, RESULT_SCHEMA, text)
        if (read.ok) results.push(read.value)
        else if (read.newer) newer += 1
        else await setAside(key, text, read.reason)
      }
      return { results: results.sort(newestFirst), newer }
    })
  }

  return {
    list: async (person) => (await all(person)).results,
    countNewer: async (person) => (await all(person)).newer,
  }
}
