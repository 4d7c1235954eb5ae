import { normalize } from '../catalog/index.ts'
import type { ActionButton, Message } from '../message/index.ts'
import { type Person, personKey } from '../store/person.ts'

/** The buttons of the last answer that each person got from this process, so that typing a label presses its button. */
export interface LastButtons {
  /** Records an answer. */
  remember(person: Person, message: Message): void
  /** Forgets the buttons of a person whose last answer is not known. */
  forget(person: Person): void
  /** The payload of the only button with this label, whatever its case and accents; undefined if there is none, or several. */
  payloadOf(person: Person, typed: string): string | undefined
}

/** Most people whose buttons are remembered. */
const MAX_PEOPLE = 5000
/** No label is longer. */
const MAX_LABEL_LENGTH = 100

export function createLastButtons(): LastButtons {
  const byPerson = new Map<string, readonly ActionButton[]>()
  return {
    remember(person, { blocks }) {
      const key = personKey(person)
      byPerson.delete(key)
      byPerson.set(
        key,
        blocks.flatMap((block) => (block.type === 'actions' ? block.actions : [])),
      )
      const [oldest] = byPerson.keys()
      if (byPerson.size > MAX_PEOPLE && oldest !== undefined) byPerson.delete(oldest)
    },
    forget: (person) => void byPerson.delete(personKey(person)),
    payloadOf(person, typed) {
      const label = typed.length > MAX_LABEL_LENGTH ? '' : normalize(typed)
      const buttons = label === '' ? [] : (byPerson.get(personKey(person)) ?? [])
      const payloads = new Set(
        buttons.filter((button) => normalize(button.label) === label).map((each) => each.payload),
      )
      const [payload] = payloads
      return payloads.size === 1 ? payload : undefined
    },
  }
}
