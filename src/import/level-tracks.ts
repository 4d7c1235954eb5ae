import type { Draft, DraftLevel, DraftRole, Findings } from './draft.ts'
import { keyOf } from './table.ts'

// Levels that branch, told by their names: "Senior developer - management" stands beside "Senior developer", not above it. The UK
// government's capability framework names its management levels so.

/** The name of a level and of its track: `Senior developer - management` or `Senior developer (management)`. */
const IN_TRACK = /^(?<base>.+?)(?:\s+[-–—]\s+(?<track>[^()]+)|\s+\((?<inside>[^()]+)\))$/u

interface Branch {
  /** The indices of the levels on the track, lowest first. */
  readonly indices: readonly number[]
  readonly track: string
}

/** Makes tracks of the levels of a draft whose names say so. Roles whose levels lead somewhere already stay as they are. */
export function withTracks(draft: Draft, findings: Findings): Draft {
  return { ...draft, roles: draft.roles.map((role) => inTracks(role, findings)) }
}

function inTracks(role: DraftRole, findings: Findings): DraftRole {
  const { levels, place, name } = role
  if (levels.some(({ leadsTo }) => leadsTo)) return role
  const branches = branchesOf(levels)
  if (branches.length === 0) return role
  const inBranch = new Map(branches.flatMap(({ indices, track }) => indices.map((index) => [index, track] as const)))
  const trunk = levels.flatMap((_, index) => (inBranch.has(index) ? [] : [index]))
  const start = Math.min(...branches.map(({ indices }) => forkBelow(indices, trunk)))
  const after = (list: readonly number[], index: number): readonly number[] => {
    const next = list[list.indexOf(index) + 1]
    return next === undefined ? [] : [next]
  }
  const following = (index: number): readonly number[] => {
    const own = branches.find(({ indices }) => indices.includes(index))
    if (own) return after(own.indices, index)
    const forks = branches.filter(({ indices }) => forkBelow(indices, trunk) === index)
    return [...after(trunk, index), ...forks.flatMap(({ indices }) => indices[0] ?? [])].toSorted((a, b) => a - b)
  }
  for (const { indices, track } of branches) {
    const names = indices.map((index) => levels[index]?.name ?? '').join(', ')
    findings.guess(place, `${name} has a track "${track}" beside its other levels: ${names}`)
  }
  const named = (index: number): string => levels[index]?.name ?? ''
  return {
    ...role,
    levels: levels.map((level, index): DraftLevel => {
      const track = inBranch.get(index)
      // Below the fork, each level leads to the next one of the list, as without a word about it.
      const leadsTo = index < start ? undefined : following(index).map(named)
      return { ...level, ...(track !== undefined && { track }), ...(leadsTo && { leadsTo }) }
    }),
  }
}

/** The trunk's level that a branch leaves from: the one below the level that its first one stands beside; -1 for none. */
function forkBelow(indices: readonly number[], trunk: readonly number[]): number {
  const beside = trunk.filter((index) => index < (indices[0] ?? 0)).at(-1) ?? 0
  return trunk[trunk.indexOf(beside) - 1] ?? -1
}

/** The branches of a list of levels: each of their levels stands after the one that it is named after. */
function branchesOf(levels: readonly DraftLevel[]): readonly Branch[] {
  const at = new Map(levels.map(({ name }, index) => [keyOf(name), index]))
  const byTrack = new Map<string, { readonly indices: number[]; readonly track: string }>()
  for (const [index, { name }] of levels.entries()) {
    const { base = '', track, inside } = IN_TRACK.exec(name)?.groups ?? {}
    const word = track ?? inside
    const beside = at.get(keyOf(base))
    if (word === undefined || beside === undefined || beside > index) continue
    const branch = byTrack.get(keyOf(word)) ?? { indices: [], track: word.charAt(0).toUpperCase() + word.slice(1) }
    branch.indices.push(index)
    byTrack.set(keyOf(word), branch)
  }
  return [...byTrack.values()]
}
