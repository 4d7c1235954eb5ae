import { PermissionsBitField, type REST, RESTJSONErrorCodes, Routes } from 'discord.js'
import { z } from 'zod'
import { isRefusal } from './api-error.ts'

/** resources/guild: the server with its roles and its owner. */
const Guild = z.object({ owner_id: z.string(), roles: z.array(z.object({ id: z.string(), permissions: z.string() })) })
const Member = z.object({ roles: z.array(z.string()) })

const { Flags } = PermissionsBitField
const ADMINISTERS = Flags.Administrator | Flags.ManageGuild

/** The timeout of one call, its retries included: a form waits for it. */
const TIMEOUT_MS = 2000

export interface ServerAdministration {
  /** Whether the user owns the server, or has a role with Administrator or Manage Server. */
  readonly isAdministrator: boolean
  readonly roles: readonly string[]
}

/** Reads whether a user administers a server, and the roles of the server. Rejects if Discord does not answer. */
export async function readAdministration(rest: REST, server: string, user: string): Promise<ServerAdministration> {
  const signal = AbortSignal.timeout(TIMEOUT_MS)
  const { owner_id: owner, roles } = Guild.parse(await rest.get(Routes.guild(server), { signal }))
  const member = await rest.get(Routes.guildMember(server, user), { signal }).catch((error: unknown) => {
    if (isRefusal(error, RESTJSONErrorCodes.UnknownMember, RESTJSONErrorCodes.UnknownUser)) return undefined
    throw error
  })
  // The role of everyone has the id of the server (topics/permissions).
  const heldRoles = new Set(member === undefined ? [] : [server, ...Member.parse(member).roles])
  const hasPermission = roles.some(
    ({ id, permissions }) => heldRoles.has(id) && (BigInt(permissions) & ADMINISTERS) !== 0n,
  )
  return {
    isAdministrator: member !== undefined && (owner === user || hasPermission),
    roles: roles.map(({ id }) => id),
  }
}
