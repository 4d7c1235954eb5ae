import { access, constants, stat } from 'node:fs/promises'
import { ConfigError } from '../runtime/env.ts'
import type { LadderFolder } from './ladder-variables.ts'

/**
 * Throws a ConfigError that names RUNG_DATA if a catalog folder does not exist, is not a folder or is not readable, with a line for each.
 * The catalog's loader checks the files in it.
 */
export async function checkDataFolders(ladders: readonly LadderFolder[]): Promise<void> {
  const problems = await Promise.all(
    ladders.map(async ({ id, folder }) => {
      const reason = await reasonAgainst(folder)
      const named = JSON.stringify(id === undefined ? folder : `${id}=${folder}`)
      return reason === undefined
        ? []
        : [
            `RUNG_DATA=${named}: ${reason}. It must be a folder with domains.yaml, roles/ and skills/. If RUNG_DATA is not set, Rung uses its own ladder`,
          ]
    }),
  )
  if (problems.flat().length > 0) throw new ConfigError(problems.flat())
}

async function reasonAgainst(folder: string): Promise<string | undefined> {
  try {
    if (!(await stat(folder)).isDirectory()) return 'is not a folder'
    await access(folder, constants.R_OK | constants.X_OK)
    return undefined
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    if (code === 'ENOENT') return 'there is no such folder'
    if (code === 'ENOTDIR') return 'is not a folder'
    if (code === 'EACCES' || code === 'EPERM') return 'this user is not allowed to read the folder'
    return `the folder cannot be read (${code})`
  }
}
