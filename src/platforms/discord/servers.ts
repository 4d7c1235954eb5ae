import { type REST, Routes } from 'discord.js'
import { z } from 'zod'
import { withRetries } from './retry.ts'

/** user/get-current-user-guilds: as many as one page holds, which is the usual. */
const PAGE = 200

const Servers = z.array(z.object({ id: z.string() }))

/**
 * The ids of all servers that the bot is a member of, those with an outage among them. The gateway tells who removes the bot only
 * with the intent Guilds, which would have every server's roles and channels sent too; and not while no process runs.
 */
export async function listServers(rest: REST): Promise<ReadonlySet<string>> {
  const all = new Set<string>()
  let after = '0'
  for (;;) {
    const query = new URLSearchParams({ limit: String(PAGE), after })
    const page = Servers.parse(await withRetries(() => rest.get(Routes.userGuilds(), { query })))
    for (const { id } of page) all.add(id)
    const last = page.at(-1)
    if (!last || page.length < PAGE) return all
    after = last.id
  }
}
