import { normalize } from '../catalog/index.ts'
import type { ActionButton, Message } from '../message/index.ts'
import { type Person, personKey } from '../store/person.ts'

/** The buttons of the last answer that each person got from this process, so that typing a label presses its button. */
export interface LastButtons {
  /** Records an answer. */
  remember(person: Person, message: Message): void
  /** Forgets the buttons of a person whose last answer is not known. */
  forget(person: Person): void
  /**
   * The payload of the only button with this label, whatever its case and accents and with or without what it has in parentheses;
   * undefined if there is none, or several. For a button that `acceptsShort`, two or more of the label's words from the first one on are
   * enough, and words may be left out.
   */
  payloadOf(person: Person, typed: string): string | undefined
}

/** Most people whose buttons are remembered. */
const MAX_PEOPLE = 5000
/** No label is longer. */
const MAX_LABEL_LENGTH = 100

/** `acceptsShort` says of a payload whether its label may be shortened: one that names a role or a skill could be meant as a question. */
export function createLastButtons(acceptsShort: (payload: string) => boolean = () => false): LastButtons {
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
      const short = buttons.filter(({ payload }) => acceptsShort(payload))
      const steps: readonly (() => readonly ActionButton[])[] = [
        () => buttons.filter((button) => normalize(button.label) === label),
        () => buttons.filter((button) => withoutCount(button.label) === label),
        () => short.filter((button) => isShortOf(label, withoutCount(button.label))),
      ]
      const matches = steps.map((step) => step()).find((each) => each.length > 0) ?? []
      const payloads = new Set(matches.map((each) => each.payload))
      const [payload] = payloads
      return payloads.size === 1 ? payload : undefined
    },
  }
}

/** A label without what stands in parentheses, such as a number of questions. */
const withoutCount = (label: string): string => normalize(label.replace(/\([^()]*\)/gu, ' '))

/** Whether a normalized text has two or more words of a label in their order, the first one among them. */
function isShortOf(typed: string, label: string): boolean {
  const words = typed.split(' ')
  const rest = label.split(' ')
  if (words.length < 2 || words[0] !== rest[0]) return false
  return words.every((word) => {
    const at = rest.indexOf(word)
    rest.splice(0, at + 1)
    return at >= 0
  })
}
