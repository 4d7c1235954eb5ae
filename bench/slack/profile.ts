import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'

// Self time of a process by folder of src or by package.

const Profile = z.object({
  nodes: z.array(z.object({ id: z.number(), callFrame: z.object({ functionName: z.string(), url: z.string() }) })),
  samples: z.array(z.number()),
  timeDeltas: z.array(z.number()),
})

/** Creates a folder for the profile of one process. `args` make Node write the profile there when the process ends. */
export async function openProfile(): Promise<{
  readonly args: readonly string[]
  /** Resolves with the shares of the busy time, the largest first. */
  read(): Promise<readonly (readonly [part: string, share: number])[]>
}> {
  const folder = await mkdtemp(join(tmpdir(), 'rung-profile-'))
  return {
    args: ['--cpu-prof', `--cpu-prof-dir=${folder}`],
    async read() {
      const [file] = await readdir(folder)
      if (file === undefined) throw new Error('the process has written no profile')
      const { nodes, samples, timeDeltas } = Profile.parse(JSON.parse(await readFile(join(folder, file), 'utf8')))
      await rm(folder, { recursive: true })
      const parts = new Map(nodes.map(({ id, callFrame }) => [id, partOf(callFrame.functionName, callFrame.url)]))
      const times = new Map<string, number>()
      for (const [index, id] of samples.entries()) {
        const part = parts.get(id)
        if (part !== undefined) times.set(part, (times.get(part) ?? 0) + (timeDeltas[index] ?? 0))
      }
      const busy = [...times.values()].reduce((sum, time) => sum + time, 0)
      return [...times].map(([part, time]) => [part, time / busy] as const).toSorted(([, a], [, b]) => b - a)
    },
  }
}

/** Returns the part that a call frame belongs to; undefined for idle time. */
function partOf(name: string, url: string): string | undefined {
  if (name === '(idle)') return undefined
  if (name === '(garbage collector)') return 'garbage collection'
  const own = /\.bench\/(src\/(?:platforms\/)?[^/]+)\//u.exec(url)?.[1]
  if (own !== undefined) return own
  const modules = url.split('node_modules/').at(-1)?.split('/') ?? []
  if (!url.includes('node_modules/')) return 'Node'
  return modules.slice(0, modules[0]?.startsWith('@') ? 2 : 1).join('/')
}
