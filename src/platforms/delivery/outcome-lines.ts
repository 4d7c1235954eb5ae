import type { Person, ProposalLine } from '../../bot/index.ts'
import type { Locale } from '../../i18n/index.ts'
import { storeOutcomeLine } from '../../proposals/index.ts'
import type { KeyValueStore } from '../../store/store.ts'

/** Remembers the lines in direct messages that say what their person did with a proposal, for the publisher. */
export interface OutcomeLines {
  /** Stores where a line is, as a reference to its message. Returns at once and never fails: the line then stays what it is. */
  record(person: Person, line: ProposalLine | undefined, place: { readonly ref: string; readonly locale: Locale }): void
  /** Resolves when nothing is being stored. */
  idle(): Promise<void>
}

export interface OutcomeLinesDeps {
  readonly keyValues: KeyValueStore
  readonly report: (problem: string, details: object) => void
}

export function createOutcomeLines({ keyValues, report }: OutcomeLinesDeps): OutcomeLines {
  const running = new Set<Promise<void>>()
  return {
    record(person, line, place) {
      if (!line) return
      const stored = storeOutcomeLine(keyValues, person, line.proposal, { ...place, done: line.done })
        .catch((error: unknown) => report('where a line about a proposal is could not be stored', { err: error }))
        .finally(() => running.delete(stored))
      running.add(stored)
    },
    async idle() {
      await Promise.all(running)
    },
  }
}
