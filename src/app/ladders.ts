import { randomBytes } from 'node:crypto'
import type { Logger } from 'pino'
import {
  type Bot,
  createLadderChoices,
  createLadderRouter,
  type LadderBot,
  type LadderName,
  type Ladders,
  type Person,
} from '../bot/index.ts'
import { localized } from '../catalog/index.ts'
import { PLATFORMS } from '../platforms/registry.ts'
import { type ReadinessCheck, type ReadinessNote, runChecks } from '../runtime/checks.ts'
import type { Store } from '../store/index.ts'
import { firstLadder, openLadderStores, withSharedSettings } from '../store/ladders.ts'
import { personKey } from '../store/person.ts'
import type { AppOptions } from './app.ts'
import { composeBot } from './compose-bot.ts'
import type { Config } from './config.ts'
import { createLadderCommunity, type Ladder, type LadderFiles } from './ladder.ts'
import type { LadderFolder } from './ladder-variables.ts'

// All ladders of a deployment, and which one each workspace uses.

export interface LadderOptions {
  readonly config: Config
  readonly options: AppOptions
  readonly files: ReadonlyMap<string | undefined, LadderFiles>
  readonly store: Store
  readonly checks: Readonly<Record<string, ReadinessCheck>>
  readonly isStored: boolean
}

/** Creates the ladders of the configuration, and what chooses between them if there are several. */
export async function createLadders(context: LadderOptions): Promise<{
  readonly all: readonly [Ladder, ...Ladder[]]
  readonly bot: Bot
  readonly ladderOf: (person: Person) => Ladder | Promise<Ladder>
}> {
  const { config, options, store, isStored } = context
  const { log, now = Date.now } = options
  const [firstFolder, ...otherFolders] = config.ladders
  const { id: firstId } = firstFolder
  if (firstId === undefined) {
    await warnOfSeveral(store, isStored, log)
    const only = await createLadder(context, firstFolder, store)
    return { all: [only], bot: only.bot, ladderOf: () => only }
  }
  const otherIds = otherFolders.flatMap(({ id }) => id ?? [])
  const stores = isStored ? await openLadderStores(store, [firstId, ...otherIds]) : new Map<string, Store>()
  const choices = createLadderChoices({
    keyValues: store.keyValues,
    ids: [firstId, ...otherIds],
    assigned: config.workspaceLadders,
    now,
    logChange: (change) => log.info(change, 'a workspace was given another ladder'),
  })
  const all: Ladder[] = []
  const ladders: Omit<Ladders, 'own'> = {
    all: () =>
      all.map(
        ({ id = '', catalogIndex }): LadderName => ({
          id,
          name(locale) {
            const { name } = catalogIndex().catalog.facts
            return name === null ? id : localized(name, locale)
          },
          roles: () => [...new Set(catalogIndex().catalog.roles.values())].map(({ name }) => name),
        }),
      ),
    choices,
    isListedAdmin: (person) => all.some(({ community }) => community.current().admins.includes(personKey(person))),
    root: store,
  }
  const create = (folder: LadderFolder) =>
    createLadder(context, folder, withSharedSettings(stores.get(folder.id ?? '') ?? store, store), {
      ...ladders,
      own: folder.id ?? '',
    })
  const first = await create(firstFolder)
  all.push(first)
  for (const folder of otherFolders) all.push(await create(folder))
  const ladderWith = (id: string): Ladder => all.find((ladder) => ladder.id === id) ?? first
  const bots = all.map(({ id = '', bot }): LadderBot => ({ id, bot }))
  return {
    all: [first, ...all.slice(1)],
    bot: createLadderRouter({ ladders, bots: [{ id: firstId, bot: first.bot }, ...bots.slice(1)] }),
    ladderOf(person) {
      const use = choices.of(person)
      return use instanceof Promise ? use.then(({ id }) => ladderWith(id)) : ladderWith(use.id)
    },
  }
}

/** Warns if the data of several ladders is there but no ladder is named: then the data of the first one is used for any folder. */
async function warnOfSeveral(store: Store, isStored: boolean, log: Logger): Promise<void> {
  const first = isStored ? await firstLadder(store).catch(() => undefined) : undefined
  if (first === undefined) return
  log.warn(
    `RUNG_DATA names no ladder, so what is stored of the ladder "${first}" is used for this folder. Name the folder's ladder there: id=folder`,
  )
}

async function createLadder(
  { config, options, files, checks, isStored }: LadderOptions,
  folder: LadderFolder,
  store: Store,
  ladders?: Ladders,
): Promise<Ladder> {
  const { log, now = Date.now, newId = () => randomBytes(6).toString('base64url') } = options
  const loadedFiles = files.get(folder.id)
  if (!loadedFiles) throw new Error('the files of the ladder are not loaded')
  const own = folder.id === undefined ? log : log.child({ ladder: folder.id })
  const communities = await createLadderCommunity(config, store, { isStored, log: own })
  const composed = composeBot({
    store,
    checkStatus: () => runChecks(checks),
    loaded: loadedFiles.loaded,
    ...communities,
    ...(ladders && { ladders }),
    policy: config.policy,
    sessionMs: config.sessionMs,
    resultMs: config.retention.resultMs,
    assessmentCard: config.assessmentCard,
    now,
    newId,
    isStored,
    nominateEmoji: config.nominateEmoji,
    platforms: PLATFORMS,
    report: (problem, details) => own.error(details, problem),
    logRefusal: (details) => own.info(details, 'action not allowed'),
    onFailure: ({ id, error, incoming }) => own.error({ id, err: error, incoming }, 'a request failed'),
  })
  const catalogReload = loadedFiles.watch(composed.proposals)
  return { ...folder, ...composed, ...communities, store, catalogReload }
}

/** The notes about changed catalogs that are ignored. */
export function catalogNote(ladders: readonly Ladder[]): ReadinessNote | undefined {
  const notes = ladders.flatMap(({ id, catalogReload }) => {
    const note = catalogReload.note()?.note
    return note === undefined ? [] : [id === undefined ? note : `${id}: ${note}`]
  })
  return notes.length > 0 ? { note: notes.join('; ') } : undefined
}

/** The ladders for the log: version and folder, of each if there are several. */
export function laddersInLog(ladders: readonly Ladder[]): object {
  const [only, ...others] = ladders.map(({ id, folder, catalogIndex }) => ({
    ...(id !== undefined && { ladder: id }),
    catalog: catalogIndex().catalog.version,
    data: folder,
  }))
  return others.length === 0 ? { ...only } : { ladders: [only, ...others] }
}
