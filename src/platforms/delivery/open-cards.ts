import { LRUCache } from 'lru-cache'
import type { CardState, Person } from '../../bot/index.ts'
import type { Message } from '../../message/index.ts'
import { personKey } from '../../store/person.ts'

// Of an assessment, a chat holds one card with buttons. A press replaces its card; a typed answer gets a card of its own, and the one
// before becomes one line. That follows the answer and delays nothing: if it fails, the old card stays, and its buttons change nothing.

/** The most people whose open card a process remembers. */
const MAX_CARDS = 50_000

export interface OpenCardsDeps<Place> {
  /** Tells messages from each other. */
  readonly idOf: (place: Place) => string
  /** Replaces a message. */
  readonly edit: (place: Place, message: Message) => Promise<void>
  readonly report: (problem: string, details: object) => void
}

/** The open card of each person, as this process sent it. */
export interface OpenCards<Place> {
  /**
   * Records where an answer is, once it is sent, and shortens the person's card before if that is another message. Returns at once.
   * `place` is undefined for a message that cannot be edited later; `card` for an answer that has nothing to do with assessments.
   */
  record(person: Person, card: CardState | undefined, place: Place | undefined): void
  /** Resolves when no edit is on its way. */
  idle(): Promise<void>
}

export function createOpenCards<Place extends object>({ idOf, edit, report }: OpenCardsDeps<Place>): OpenCards<Place> {
  // Stale if another process has sent a newer card: then that one is not shortened.
  const places = new LRUCache<string, Place>({ max: MAX_CARDS })
  /** Edits on their way, by the id of their message. */
  const running = new Map<string, Promise<void>>()

  const shorten = async (place: Place, line: Message): Promise<void> => {
    try {
      await edit(place, line)
    } catch (error) {
      report('the card before an answer could not be shortened', { err: error })
    } finally {
      running.delete(idOf(place))
    }
  }

  return {
    record(person, card, place) {
      if (!card) return
      const key = personKey(person)
      const before = places.get(key)
      // A card that was pressed just as it is shortened may end as one line: the one after it stays.
      if (place && running.has(idOf(place))) return
      if (card.isOpen && place) places.set(key, place)
      else places.delete(key)
      if (!before || (place && idOf(place) === idOf(before))) return
      running.set(idOf(before), shorten(before, card.before))
    },
    async idle() {
      await Promise.all(running.values())
    },
  }
}
