import { type Person, personKey, personOfKey } from '../store/person.ts'
import type { Ladder } from './ladder.ts'

/** The accounts that one human being has linked, the one that is named first; that one alone if there are no others. */
export function accountsOf(person: Person, ladder: Pick<Ladder, 'board'> | undefined): readonly [Person, ...Person[]] {
  const own = personKey(person)
  const keys = new Set(ladder?.board().accountsOf(own))
  keys.delete(own)
  return [person, ...[...keys].flatMap((key) => personOfKey(key) ?? [])]
}
