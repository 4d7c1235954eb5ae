import { resolve } from 'node:path'
import { readConfig } from '../app/config.ts'
import { checkDataFolders } from '../app/data-folder.ts'
import type { LadderFolder } from '../app/ladder-variables.ts'
import { openStore, type Store } from '../store/index.ts'
import { openLadderStores } from '../store/ladders.ts'
import { UsageError } from './arguments.ts'

/** The ladders of the configuration. Throws a ConfigError if a folder does not exist. */
export async function configuredLadders(): Promise<readonly [LadderFolder, ...LadderFolder[]]> {
  const { ladders } = readConfig(process.env)
  await checkDataFolders(ladders)
  return ladders
}

/** What the command line says about the ladder that a command is about. */
export interface NamedLadder {
  /** The value of `--ladder`. */
  readonly id?: string | undefined
  /** A folder, which may be that of a ladder. */
  readonly folder?: string | undefined
}

/**
 * The ladder that is named by its id or its folder, or the only one; with the folder that is named, if one is. Throws a UsageError if
 * there is no such ladder, or if several are possible.
 */
export async function configuredLadder({ id, folder }: NamedLadder): Promise<LadderFolder> {
  const { ladders } = readConfig(process.env)
  const ids = ladders.flatMap((ladder) => ladder.id ?? [])
  const only = ladders.length === 1 ? ladders[0] : undefined
  const inFolder = ladders.find((ladder) => folder !== undefined && resolve(ladder.folder) === resolve(folder))
  const named = id === undefined ? (inFolder ?? only) : ladders.find((ladder) => ladder.id === id)
  if (!named) {
    throw new UsageError(
      id === undefined
        ? `there are several ladders: name one with --ladder ${ids.join('|')}`
        : `there is no ladder "${id}"; RUNG_DATA ${ids.length > 0 ? `has ${ids.join(', ')}` : 'names none'}`,
    )
  }
  const ladder = { id: named.id, folder: folder ?? named.folder }
  if (folder === undefined) await checkDataFolders([ladder])
  return ladder
}

/** Opens the store of the configuration. A value that cannot be read is reported on stderr and quarantined. */
export function openConfigured(): Promise<Store> {
  const { redisUrl, home, prefix } = readConfig(process.env)
  const onQuarantine = ({ key, reason }: { key: string; reason: string }): void =>
    void process.stderr.write(`${key} could not be read and was quarantined: ${reason}\n`)
  return openStore({ redisUrl, home, prefix, onQuarantine: onQuarantine })
}

/** The store of one ladder, in the store of the configuration. */
export async function storeOf(root: Store, { id }: Pick<LadderFolder, 'id'>): Promise<Store> {
  if (id === undefined) return root
  // All of them, since the first one of a configuration may get what was stored before.
  const ids = readConfig(process.env).ladders.flatMap((ladder) => ladder.id ?? [])
  return (await openLadderStores(root, ids)).get(id) ?? root
}
