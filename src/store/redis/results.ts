import { personKeys } from '../keys.ts'
import type { Person } from '../person.ts'
import { AssessmentResult, RESULT_SCHEMA } from '../records.ts'
import type { ResultStore, StoreOptions } from '../store.ts'
import { newestFirst, parseText } from '../validation.ts'
import type { Connection } from './connection.ts'
import type { Asides } from './quarantine.ts'

export function createRedisResults(connection: Connection, { prefix }: StoreOptions, asides: Asides): ResultStore {
  /** The results of a person that can be read, and how many only a later version can. */
  async function all(person: Person): Promise<{ readonly results: AssessmentResult[]; readonly newer: number }> {
    const { results: key, quarantine: notes } = personKeys(prefix, person)
    const texts = await asides.guarding([[key, 'hash']], notes, () => connection.read((client) => client.hgetall(key)))
    const results: AssessmentResult[] = []
    let newer = 0
    for (const [id, text] of Object.entries(texts)) {
      const read = parseText(AssessmentResult, RESULT_SCHEMA, text)
      if (read.ok) results.push(read.value)
      else if (read.newer) newer += 1
      else await asides.field(key, notes, id, text, read.reason)
    }
    return { results: results.sort(newestFirst), newer }
  }

  return {
    list: async (person) => (await all(person)).results,
    countNewer: async (person) => (await all(person)).newer,
  }
}
