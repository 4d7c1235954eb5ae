import type { Locale } from '../i18n/index.ts'
import type { Person } from '../store/person.ts'
import type { Store } from '../store/store.ts'
import type { LadderChoices } from './ladder-choices.ts'

/** One of several ladders, as people see it. */
export interface LadderName {
  readonly id: string
  /** What its files call it; its id if they name none. */
  name(locale: Locale): string
  /** The names of its roles. */
  roles(): readonly string[]
}

/** The ladders of a deployment with several. */
export interface Ladders {
  /** All ladders, the first one first. */
  all(): readonly LadderName[]
  /** The id of the ladder that these services are of. */
  readonly own: string
  readonly choices: LadderChoices
  /** Whether a person is listed as an admin of the community of any ladder. */
  isListedAdmin(person: Person): boolean
  /** The store of the whole deployment, whose data of people is in each ladder's. */
  readonly root: Store
}

/** The ladder with an id, or its id alone if it is not there. */
export function ladderNamed({ all }: Pick<Ladders, 'all'>, id: string, locale: Locale): string {
  return (
    all()
      .find((ladder) => ladder.id === id)
      ?.name(locale) ?? id
  )
}
