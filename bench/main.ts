// The benchmarks: `npm run bench` runs every part, `npm run bench -- catalog` only the named ones; `--small` simulates fewer
// assessments. Each prints its table; the exit code is 1 if a bound is exceeded.

/** Runs a part and prints its results. Resolves to whether all of them are within their bounds. */
type Part = (isSmall: boolean) => Promise<boolean>

/** Imported on demand, so that parts do not share memory or load time. */
const PARTS: ReadonlyMap<string, Part> = new Map<string, Part>([
  ['catalog', async () => (await import('./catalog/catalog.ts')).measureCatalog()],
  [
    'store',
    async () => {
      await (await import('./store/sessions.ts')).run()
      return true
    },
  ],
  ['start', async () => (await import('./start/start.ts')).measureStart()],
  ['slack', async () => (await import('./slack/slack.ts')).measureSlack()],
  ['discord', async () => (await import('./discord/discord.ts')).measureDiscord()],
  ['texts', async () => (await import('./texts/texts.ts')).measureTexts()],
  ['conversation', async () => (await import('./conversation/conversation.ts')).measureConversation()],
  ['pictures', async () => (await import('./pictures/pictures.ts')).measurePictures()],
  ['assessment', async (isSmall) => (await import('./assessment/simulate.ts')).main(isSmall)],
])

const SMALL = '--small'

async function main(args: readonly string[]): Promise<number> {
  const names = args.filter((arg) => arg !== SMALL)
  const unknown = names.filter((name) => !PARTS.has(name))
  if (unknown.length > 0) {
    process.stderr.write(`there is no part ${unknown.map((name) => `"${name}"`).join(', ')}\n`)
    process.stderr.write(`usage: npm run bench -- [${[...PARTS.keys()].join(' | ')}]... [${SMALL}]\n`)
    return 2
  }
  let within = true
  for (const [name, part] of PARTS) {
    if (names.length > 0 && !names.includes(name)) continue
    within = (await part(args.includes(SMALL))) && within
  }
  return within ? 0 : 1
}

process.exitCode = await main(process.argv.slice(2))
