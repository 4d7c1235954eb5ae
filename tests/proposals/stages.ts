import { type CatalogChange, loadCatalog } from '../../src/catalog/index.ts'
import { ownCatalog } from '../fixtures/catalog.ts'
import { type Community, type CommunityOptions, community, DAY, ID, submit } from './simulated-log.ts'

// Communities whose proposal has come to a stage.

const read = await loadCatalog(ownCatalog)
if (!read.ok) throw new Error('the catalog is broken')
export const loaded = read

export const begin = (options?: CommunityOptions): Community => community(loaded, options)

/** One that has been proposed and nominated: people vote on it. */
export function voting(options?: CommunityOptions, change?: CatalogChange): Community {
  const all = begin(options)
  done(all.act('author', submit(change)))
  const { nominatorsNeeded } = all.proposal()
  for (let n = 0; n < nominatorsNeeded; n += 1) done(all.act(`member-${n}`, { type: 'nominate', id: ID, on: true }))
  return inState(all, 'voting')
}

export function vote(all: Community, inFavour: number, against: number, id = ID): void {
  const { round } = all.proposal(id)
  for (let n = 0; n < inFavour + against; n += 1) {
    done(all.act(`member-${n}`, { type: 'vote', id, round, choice: n < inFavour ? 'for' : 'against' }))
  }
}

/** One that experts decide on. */
export function reviewing(options?: CommunityOptions, change?: CatalogChange): Community {
  const all = voting(options, change)
  vote(all, 5, 0)
  all.later(3 * DAY)
  return inState(all, 'review')
}

export const approve = (id = ID) => ({ type: 'review', id, verdict: 'approve', reason: '' }) as const
export const object = (reason: string, id = ID) => ({ type: 'review', id, verdict: 'object', reason }) as const

export function cell(
  all: Community,
  { role, level, skill } = { role: 'ml-engineer', level: 'middle', skill: 'pytorch' },
) {
  const owner = all.catalog().roles.get(role)
  const at = owner?.levels.findIndex(({ slug }) => slug === level) ?? -1
  return owner?.rows.get(skill)?.cells[at]
}

function done(refusal: object | undefined): void {
  if (refusal) throw new Error(`refused: ${JSON.stringify(refusal)}`)
}

function inState(all: Community, state: string): Community {
  if (all.proposal().state !== state) throw new Error(`it is ${all.proposal().state}, not ${state}`)
  return all
}
