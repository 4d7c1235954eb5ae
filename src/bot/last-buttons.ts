import { normalize } from '../catalog/index.ts'
import type { ActionButton } from '../message/index.ts'
import { type Person, personKey } from '../store/person.ts'
import type { BotResponse } from './events.ts'

type Reply = Extract<BotResponse, { type: 'reply' }>

/** The buttons of the last answer that each person got from this process, so that typing a label presses its button. */
export interface LastButtons {
  /** Records an answer. The buttons of an open card stay beside those of later answers, until another card. */
  remember(person: Person, answer: Pick<Reply, 'message' | 'card' | 'isConfirmation'>): void
  /** Forgets the buttons of a person whose last answer is not known. */
  forget(person: Person): void
  /**
   * The payload of the only button with this label, whatever its case and accents and with or without what it has in parentheses;
   * undefined if there is none, or several. For a button that `acceptsShort`, two or more of the label's words from the first one on are
   * enough, and words may be left out.
   */
  payloadOf(person: Person, typed: string): string | undefined
  /** The payload that "yes" or "no" presses, if the last answer asks to confirm something that cannot be undone. */
  confirmationOf(person: Person, isConfirmed: boolean): string | undefined
}

/** The buttons of a person's open card, and of the last answer besides. */
interface Buttons {
  readonly card: readonly ActionButton[]
  readonly last: readonly ActionButton[]
  readonly isConfirmation?: boolean
}

const NO_BUTTONS: Buttons = { card: [], last: [] }

/** Most people whose buttons are remembered. */
const MAX_PEOPLE = 5000
/** No label is longer. */
const MAX_LABEL_LENGTH = 100

/** `acceptsShort` says of a payload whether its label may be shortened: one that names a role or a skill could be meant as a question. */
export function createLastButtons(acceptsShort: (payload: string) => boolean = () => false): LastButtons {
  const byPerson = new Map<string, Buttons>()
  const buttonsOf = (person: Person): Buttons => byPerson.get(personKey(person)) ?? NO_BUTTONS
  return {
    remember(person, { message: { blocks }, card, isConfirmation = false }) {
      const key = personKey(person)
      const buttons = blocks.flatMap((block) => (block.type === 'actions' ? block.actions : []))
      const open = card ? [] : buttonsOf(person).card
      byPerson.delete(key)
      byPerson.set(
        key,
        card?.isOpen === true ? { card: buttons, last: [] } : { card: open, last: buttons, isConfirmation },
      )
      const [oldest] = byPerson.keys()
      if (byPerson.size > MAX_PEOPLE && oldest !== undefined) byPerson.delete(oldest)
    },
    forget(person) {
      const { card } = buttonsOf(person)
      if (card.length === 0) byPerson.delete(personKey(person))
      else byPerson.set(personKey(person), { card, last: [] })
    },
    payloadOf(person, typed) {
      const label = typed.length > MAX_LABEL_LENGTH ? '' : normalize(typed)
      const { last, card } = buttonsOf(person)
      return label === '' ? undefined : (payloadIn(last, label) ?? payloadIn(card, label))
    },
    confirmationOf(person, isConfirmed) {
      const { last, isConfirmation } = buttonsOf(person)
      const matches = last.filter(({ style }) => (style === 'danger') === isConfirmed)
      return isConfirmation && last.length === 2 && matches.length === 1 ? matches[0]?.payload : undefined
    },
  }

  function payloadIn(buttons: readonly ActionButton[], label: string): string | undefined {
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
