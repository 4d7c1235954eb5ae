import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { createPictureRenderer } from '../../src/pictures/index.ts'
import { openConversation } from '../bot/conversation.ts'
import { openCatalog, ownCatalog } from '../fixtures/catalog.ts'
import { readmePictures } from './readme-pictures.ts'

// The pictures of the README and of the page on commands are those that `npm run pictures` draws today.

const root = join(import.meta.dirname, '../..')
const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>
}
const commands = [
  ...(scripts['pictures'] ?? '').matchAll(/-- '\/skills ([^']+)' --png (\S+)( --dark)? --scale 1/gu),
].map(([, question = '', file = '', dark]) => ({ question, file, theme: dark ? 'dark' : 'light' }) as const)
const renderer = createPictureRenderer()
afterAll(() => renderer.close())

/** The pictures of a page, with a description for those who don't see them. */
async function picturesOf(page: string): Promise<readonly (string | undefined)[]> {
  const text = await readFile(join(root, page), 'utf8')
  return [...text.matchAll(/<img src="([^"]+)"[^>]* alt="[^"]{20,}"/gu)].map((match) => match[1])
}

test('the page on commands has the pictures of answers', async () => {
  expect(commands).toHaveLength(3)
  expect(await picturesOf('docs/commands.md')).toEqual(commands.map(({ file }) => file.replace('docs/', '')))
})

describe('the pictures of the README', () => {
  test('are answers of the bot, as drawn today (run: npm run pictures)', async () => {
    const pictures = await readmePictures()
    for (const [file, png] of Object.entries(pictures)) {
      if (process.env['DRAW_PICTURES'] === '1') await writeFile(join(root, file), png)
      expect([file, png.equals(await readFile(join(root, file)))]).toEqual([file, true])
    }
    expect(await picturesOf('README.md')).toEqual(Object.keys(pictures))
  })
})

test.each(commands)('$file is current', async ({ question, file, theme }) => {
  const { message } = await openConversation(await openCatalog(ownCatalog)).ask(question)
  const block = message.blocks.find((each) => each.type === 'picture')
  if (!block) throw new Error('the answer has no picture')
  const { png } = await renderer.render(block.picture, { theme, scale: 1 })
  expect(png.equals(await readFile(join(root, file)))).toBe(true)
})
