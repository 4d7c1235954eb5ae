import { ASIDE, personKeys } from '../keys.ts'
import type { ResultStore, StoreOptions } from '../store.ts'
import { newestFirst, readText } from '../stored.ts'
import { AssessmentResult, RESULT_SCHEMA } from '../values.ts'
import type { SetTextAside } from './asides.ts'
import type { Disk } from './disk.ts'

export function embeddedResults(disk: Disk, { prefix }: StoreOptions, setAside: SetTextAside): ResultStore {
  return {
    async list(person) {
      const keys = personKeys(prefix, person)
      return disk.alone(keys.all, async () => {
        const results: AssessmentResult[] = []
        for (const [key, text] of await disk.range(`${keys.results}:`)) {
          if (key.includes(ASIDE)) continue
          const read = readText(AssessmentResult, RESULT_SCHEMA, text)
          if (read.ok) results.push(read.value)
          else if (!read.newer) await setAside(key, text, read.reason)
        }
        return results.sort(newestFirst)
      })
    },
  }
}
