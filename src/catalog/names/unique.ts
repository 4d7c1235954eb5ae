import { LRUCache } from 'lru-cache'
import type { LocalText } from '../model.ts'
import type { Path, Problem, Source } from '../yaml-source.ts'
import { normalize } from './normalize.ts'

/** Remembers who holds a name, so that no two things of one kind answer to the same words. */
export class UniqueNames {
  readonly #holders = new Map<string, string>()

  reserve(source: Source<unknown>, path: Path, name: string, holder: string, problems: Problem[]): void {
    const key = keyOf(name)
    if (key === '') {
      problems.push(source.problemAt(path, `"${name}" has no letter or digit in it`))
      return
    }
    const other = this.#holders.get(key)
    if (other === undefined) this.#holders.set(key, holder)
    else if (other !== holder) {
      problems.push(
        source.problemAt(path, `"${name}" already names ${other}; a name or alias must lead to one thing only`),
      )
    }
  }
}

const MOST_KEYS = 50_000
const KEYS = new LRUCache<string, string>({ max: MOST_KEYS })

/** A name as it is compared. The names of a catalogue are nearly the same after each change. */
function keyOf(name: string): string {
  const known = KEYS.get(name)
  if (known !== undefined) return known
  const key = normalize(name)
  KEYS.set(name, key)
  return key
}

interface NamedEntry {
  readonly slug: string
  readonly name: LocalText | string
  readonly aliases: readonly string[]
}

/** Claims the slug, the name and the aliases of a thing at a place of its file. */
export function reserveNames(
  register: UniqueNames,
  source: Source<unknown>,
  at: Path,
  entry: NamedEntry,
  problems: Problem[],
): void {
  register.reserve(source, [...at, 'slug'], entry.slug, entry.slug, problems)
  const names = typeof entry.name === 'string' ? [entry.name] : [entry.name.en, entry.name.es]
  for (const name of names) {
    if (name !== undefined) register.reserve(source, [...at, 'name'], name, entry.slug, problems)
  }
  for (const [index, alias] of entry.aliases.entries()) {
    register.reserve(source, [...at, 'aliases', index], alias, entry.slug, problems)
  }
}
