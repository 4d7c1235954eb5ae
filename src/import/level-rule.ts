import type { Draft, DraftRole, Findings } from './draft.ts'

// When a level is reached, in a ladder that doesn't say it: with most of what it expects, unless that mistakes a level for the next one.

const SHARES = [
  { share: 0.8, words: 'four in five of what it expects' },
  { share: 0.9, words: 'nine in ten of what it expects' },
  { share: 1, words: 'all that it expects' },
] as const

/** The share of its requirements that a level takes: the lowest that mistakes no more levels than any other. */
export function levelShare({ roles }: Draft, findings: Findings): (typeof SHARES)[number] {
  const mistakesAt = (share: number): readonly string[] => roles.flatMap((role) => mistaken(role, share))
  const fewest = mistakesAt(1).length
  const chosen = SHARES.find(({ share }) => mistakesAt(share).length === fewest) ?? SHARES[2]
  const reason = chosen === SHARES[0] ? '' : `, because with four in five ${mistakesAt(SHARES[0].share)[0]}`
  findings.choose(`a level is reached with ${chosen.words}${reason}; levelRule in ladder.yaml changes it`)
  return chosen
}

/** The levels whose own requirements are enough for the level above, in words. */
function mistaken({ name, levels, rows }: DraftRole, share: number): readonly string[] {
  return levels.flatMap((above, at) => {
    const index = levels.findIndex(({ leadsTo }, below) => leadsTo?.includes(above.name) ?? below === at - 1)
    if (index < 0) return []
    const level = levels[index]?.name ?? ''
    const expected = rows.filter(({ cells }) => (cells[at] ?? 0) > 0)
    const met = expected.filter(({ cells }) => (cells[index] ?? 0) >= (cells[at] ?? 0))
    const isEnough = expected.length > 0 && 100 * met.length >= Math.round(100 * share) * expected.length
    const named = level.includes(name) ? level : `${level} of ${name}`
    return isEnough ? [`someone who exactly meets ${named} would be at ${above.name}`] : []
  })
}
