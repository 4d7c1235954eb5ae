import { type REST, Routes } from 'discord.js'
import { z } from 'zod'

/** user/get-current-user-guilds: the largest page. */
const PAGE_SIZE = 200

const Servers = z.array(z.object({ id: z.string() }))

/**
 * Lists the ids of all servers that the bot is in, those with an outage included. The gateway reports removals of the bot only with
 * the intent Guilds, which also sends every server's roles and channels, and only while a process runs.
 */
export async function listServers(rest: REST): Promise<ReadonlySet<string>> {
  const all = new Set<string>()
  let after = '0'
  for (;;) {
    const query = new URLSearchParams({ limit: String(PAGE_SIZE), after })
    const page = Servers.parse(await rest.get(Routes.userGuilds(), { query }))
    for (const { id } of page) all.add(id)
    const last = page.at(-1)
    if (!last || page.length < PAGE_SIZE) return all
    after = last.id
  }
}
