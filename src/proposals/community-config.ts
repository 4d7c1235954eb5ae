import { z } from 'zod'
import type { Locale } from '../i18n/index.ts'

// Who takes part in changing the ladder on a platform, and where: what the operator has set, and what admins have set in chat.

/** Who takes part in changing the ladder on a platform, and in which channel. */
export interface CommunityConfig {
  /** The channel that proposals are posted in; without one none are taken on the platform. */
  readonly channel: string | undefined
  /** The workspace of the channel, if it is set with it. */
  readonly workspace: string | undefined
  readonly experts: readonly Appointment[]
  readonly admins: readonly Appointment[]
  /** The language of the cards; that of the process by default. */
  readonly locale?: Locale | undefined
}

/** A user, a group or a role by the platform's id, and the domain that the appointment is limited to. */
export interface Appointment {
  readonly id: string
  readonly domain: string | null
}

/** What admins of one workspace have set in chat. What is absent is as the operator has set it. */
const CommunityRecord = z.looseObject({
  schema: z.literal(1),
  workspace: z.string(),
  channel: z.string().optional(),
  /** The experts of each domain (null: of all) whose list was replaced. */
  experts: z.array(z.object({ domain: z.string().nullable(), ids: z.array(z.string()) })).default([]),
  admins: z.array(z.string()).optional(),
  locale: z.string().optional(),
})
export type CommunityRecord = Readonly<z.infer<typeof CommunityRecord>>

/** Reads a stored record; undefined if it is unreadable, or a later version of Rung has written it. */
export function parseRecord(value: string): CommunityRecord | undefined {
  return CommunityRecord.safeParse(parseJson(value)).data
}

/** The workspace of a stored record of any version. */
export function workspaceOf(value: string): string | undefined {
  return z.looseObject({ workspace: z.string() }).safeParse(parseJson(value)).data?.workspace
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What an admin changes. Null goes back to what the operator has set. */
export interface CommunityChange {
  readonly channel?: string | null
  readonly experts?: { readonly domain: string | null; readonly ids: readonly string[] | null }
  readonly admins?: readonly string[] | null
  readonly locale?: Locale | null
}

/** The record if it counts: without a channel of its own, it is about the workspace that the operator has named. */
export function usableRecord(
  record: CommunityRecord | undefined,
  { workspace }: CommunityConfig,
): CommunityRecord | undefined {
  const isElsewhere = record?.channel === undefined && workspace !== undefined && record?.workspace !== workspace
  return isElsewhere ? undefined : record
}

/** The settings in force. */
export function mergedConfig(operator: CommunityConfig, stored: CommunityRecord | undefined): CommunityConfig {
  const record = usableRecord(stored, operator)
  if (!record) return operator
  const replaced = new Set(record.experts.map(({ domain }) => domain))
  return {
    channel: record.channel ?? operator.channel,
    workspace: record.channel === undefined ? operator.workspace : record.workspace,
    experts: [
      ...operator.experts.filter(({ domain }) => !replaced.has(domain)),
      ...record.experts.flatMap(({ domain, ids }) => ids.map((id) => ({ id, domain }))),
    ],
    admins: record.admins?.map((id) => ({ id, domain: null })) ?? operator.admins,
    locale: record.locale ?? operator.locale,
  }
}

/** The record after a change; undefined if nothing in it differs from what the operator has set. */
export function changedRecord(
  before: CommunityRecord | undefined,
  workspace: string,
  { channel, experts, admins, locale }: CommunityChange,
): CommunityRecord | undefined {
  const { channel: oldChannel, admins: oldAdmins, locale: oldLocale, experts: oldExperts = [], ...rest } = before ?? {}
  const changed = <T>(old: T | undefined, next: T | null | undefined): T | undefined =>
    next === undefined ? old : (next ?? undefined)
  const nextChannel = changed(oldChannel, channel)
  const nextAdmins = changed<readonly string[]>(oldAdmins, admins)
  const nextLocale = changed(oldLocale, locale)
  const nextExperts = experts
    ? [
        ...oldExperts.filter(({ domain }) => domain !== experts.domain),
        ...(experts.ids ? [{ domain: experts.domain, ids: [...experts.ids] }] : []),
      ]
    : oldExperts
  if (nextChannel === undefined && !nextAdmins && nextLocale === undefined && nextExperts.length === 0) return undefined
  return {
    ...rest,
    schema: 1,
    workspace,
    experts: nextExperts,
    ...(nextChannel !== undefined && { channel: nextChannel }),
    ...(nextAdmins && { admins: [...nextAdmins] }),
    ...(nextLocale !== undefined && { locale: nextLocale }),
  }
}

/** The ids that are appointed for a domain; of the admins, that is null. */
export function idsFor(appointments: readonly Appointment[], domain: string | null): readonly string[] {
  return appointments.filter((each) => each.domain === domain).map(({ id }) => id)
}
