import { z } from 'zod'
import { type Languages, languages } from '../i18n/index.ts'
import { type Person, parsePersonKey, personKey } from '../store/person.ts'
import type { KeyValueStore } from '../store/store.ts'
import { DAY_MS, isOpen, type Proposal } from './domain/index.ts'
import type { PublisherContext } from './publisher.ts'

// A line in the direct messages says what a person did with a proposal: "You approved #1". It is stored where that line is, so that it
// says the outcome once there is one, whichever process decides.

/** How long the places of lines are stored after the last one: longer than a proposal is open. */
const LINES_MS = 60 * DAY_MS
/** Lines of proposals that were decided longer ago are not updated. */
const DECIDED_MS = DAY_MS
/** A line may be stored a moment after the decision: the lines are looked at again after this time. */
const AGAIN_MS = 60_000

const StoredLine = z.object({ ref: z.string(), done: z.string(), locale: z.string() })
const StoredLines = z.record(z.string(), StoredLine)

/** A line about a proposal, and where it is. */
type OutcomeLine = z.infer<typeof StoredLine>
type OutcomeLines = z.infer<typeof StoredLines>

/** The most lines of a person: of proposals that are open at the same time. */
const MAX_LINES = 50
/** Attempts at a change that another process may make at the same time. */
const MAX_ATTEMPTS = 4

/** The name of the value with a person's lines, by proposal. */
export function outcomeLinesName(person: Person): string {
  return `proposals/lines/${personKey(person)}`
}

async function changeLines(
  keyValues: KeyValueStore,
  person: Person,
  change: (lines: OutcomeLines) => OutcomeLines,
): Promise<void> {
  const name = outcomeLinesName(person)
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const stored = await keyValues.read(name)
    const next = Object.entries(change(linesIn(stored?.value))).slice(-MAX_LINES)
    if (next.length === 0) {
      if (!stored || (await keyValues.remove(name, stored.version))) return
      continue
    }
    const value = JSON.stringify(Object.fromEntries(next))
    const written = await keyValues.write(name, value, { ifVersion: stored?.version ?? null, ttlMs: LINES_MS })
    if (written.status === 'done') return
  }
}

/** The lines in a stored value; none if it cannot be read. */
function linesIn(value: string | undefined): OutcomeLines {
  try {
    return StoredLines.parse(JSON.parse(value ?? '{}'))
  } catch {
    return {}
  }
}

const without = (lines: OutcomeLines, proposal: string): OutcomeLines =>
  Object.fromEntries(Object.entries(lines).filter(([id]) => id !== proposal))

/** Stores where a person's line about a proposal is. Rejects if the store is unavailable. */
export async function storeOutcomeLine(
  keyValues: KeyValueStore,
  person: Person,
  proposal: string,
  line: OutcomeLine,
): Promise<void> {
  await changeLines(keyValues, person, (lines) => ({ ...without(lines, proposal), [proposal]: line }))
}

/** Says the outcome in the lines of a platform's people. */
export interface OutcomeLineUpdater {
  /** Updates the lines of proposals decided lately. Reports a line that cannot be updated, and leaves it. */
  update(): Promise<void>
  /** Forgets what was updated: another process may update now. */
  reset(): void
}

export function createOutcomeLineUpdater(
  context: PublisherContext,
  { translator }: Pick<Languages, 'translator'> = languages,
): OutcomeLineUpdater {
  const { proposals, proposalsChannel, views, now, report, isStopped } = context
  const keyValues = context.lines ?? context.keyValues
  /** When the lines of each decision were looked at. */
  const looked = new Map<string, number>()

  const updateLine = async (member: string, account: Person, proposal: Proposal): Promise<void> => {
    const stored = await keyValues.read(outcomeLinesName(account))
    const line = linesIn(stored?.value)[proposal.id]
    if (!line) return
    try {
      const viewer = { person: member, isExpert: proposals.canReview(proposal, member) }
      const message = views.outcome(line.done, proposal, context.viewContext(translator(line.locale)), viewer)
      if (message) await proposalsChannel.updateLine?.(line.ref, message, line.locale)
    } catch (error) {
      report('the line of a person about a proposal could not be updated', { proposal: proposal.id, err: error })
    }
    await changeLines(keyValues, account, (lines) => without(lines, proposal.id))
  }

  const updateLines = async (proposal: Proposal): Promise<void> => {
    const { nominators, votes, reviews } = proposal
    const members = new Set([...nominators.keys(), ...votes.keys(), ...reviews.keys()])
    for (const member of members) {
      for (const key of proposals.state().accountsOf(member)) {
        const account = parsePersonKey(key)
        if (isStopped()) return
        if (account?.platform === proposalsChannel.platform) await updateLine(member, account, proposal)
      }
    }
  }

  return {
    async update() {
      if (!proposalsChannel.updateLine) return
      for (const proposal of [...proposals.state().proposals.values()]) {
        const age = now() - proposal.since
        if (isOpen(proposal) || age > DECIDED_MS) continue
        const name = `${proposal.id}/${proposal.since}`
        const last = looked.get(name)
        if (last !== undefined && (last - proposal.since >= AGAIN_MS || age < AGAIN_MS)) continue
        await updateLines(proposal)
        looked.set(name, now())
      }
    },
    reset() {
      looked.clear()
    },
  }
}
