import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createPictureRenderer } from '../../src/pictures/index.ts'
import { openConversation } from '../bot/conversation.ts'
import { openCatalog, ownCatalog } from '../fixtures/catalog.ts'

// The pictures of the README are those that `npm run pictures` draws today.

const root = join(import.meta.dirname, '../..')
const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>
}
const commands = [
  ...(scripts['pictures'] ?? '').matchAll(/-- '\/skills ([^']+)' --png (\S+)( --dark)? --scale 1/gu),
].map(([, question = '', file = '', dark]) => ({ question, file, theme: dark ? 'dark' : 'light' }) as const)
const renderer = createPictureRenderer()
afterAll(() => renderer.close())

test('three pictures are in the README', async () => {
  const readme = await readFile(join(root, 'README.md'), 'utf8')
  const files = commands.map(({ file }) => file)
  expect(files).toHaveLength(3)
  expect([...readme.matchAll(/<img src="([^"]+)"[^>]* alt="[^"]{20,}"/gu)].map((match) => match[1])).toEqual(files)
})

test.each(commands)('$file is current', async ({ question, file, theme }) => {
  const { message } = await openConversation(await openCatalog(ownCatalog)).ask(question)
  const block = message.blocks.find((each) => each.type === 'picture')
  if (!block) throw new Error('the answer has no picture')
  const { png } = await renderer.render(block.picture, { theme, scale: 1 })
  expect(png.equals(await readFile(join(root, file)))).toBe(true)
})
