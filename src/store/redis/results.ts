import { personKeys } from '../keys.ts'
import type { ResultStore, StoreOptions } from '../store.ts'
import { newestFirst, readText } from '../stored.ts'
import { AssessmentResult, RESULT_SCHEMA } from '../values.ts'
import type { Asides } from './asides.ts'
import type { Connection } from './connection.ts'

export function redisResults(connection: Connection, { prefix }: StoreOptions, asides: Asides): ResultStore {
  return {
    async list(person) {
      const { results: key, asides: notes } = personKeys(prefix, person)
      const texts = await asides.guarding([[key, 'hash']], notes, () =>
        connection.read((client) => client.hgetall(key)),
      )
      const results: AssessmentResult[] = []
      for (const [id, text] of Object.entries(texts)) {
        const read = readText(AssessmentResult, RESULT_SCHEMA, text)
        if (read.ok) results.push(read.value)
        else if (!read.newer) await asides.field(key, notes, id, text, read.reason)
      }
      return results.sort(newestFirst)
    },
  }
}
