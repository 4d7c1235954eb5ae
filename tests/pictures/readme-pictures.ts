import type { Rating } from '../../src/assessment/index.ts'
import { loadCatalog } from '../../src/catalog/index.ts'
import { translator } from '../../src/i18n/index.ts'
import { createRasterizer } from '../../src/pictures/rasterizer.ts'
import { FALLBACK_FONT_FILES, MAIN_FONT_FILES } from '../../src/pictures/typeface.ts'
import { answerAll } from '../bot/assess/drive.ts'
import { TestUser } from '../bot/assess/harness.ts'
import { openLadder, person } from '../bot/proposals/open-ladder.ts'
import { ownCatalog } from '../fixtures/catalog.ts'
import { type ChatTurn, drawChat } from './chat-picture.ts'

/** What the person of the picture does: ahead in some skills and domains, behind in others, and otherwise working. */
const RATINGS: Readonly<Record<string, Rating>> = {
  pytorch: 3,
  mlflow: 1,
  'model-serving': 1,
  'data-engineering': 3,
  'api-integration': 1,
  'programming-fundamentals': 3,
}

/** The pictures of the README: a look-up and a question, and a result. Real answers, by file name. */
export async function readmePictures(): Promise<Readonly<Record<string, Buffer>>> {
  const loaded = await loadCatalog(ownCatalog)
  if (!loaded.ok) throw new Error('the own ladder is broken')
  const open = await openLadder({ catalog: loaded, experts: ['E1', 'E2', 'E3'] })
  const rasterizer = createRasterizer()
  try {
    const user = new TestUser(open.bot, open.store, person('U1'), 'en')
    const role = loaded.catalog.roles.get('ml-engineer')
    if (!role) throw new Error('the own ladder has no ML Engineer')
    const question = 'what does a senior ml engineer do about security?'
    const lookUp = await user.say(question)
    const start = '/assess ml-engineer guided'
    const card = await user.say(start)
    await answerAll(user, role, ({ skill }) => RATINGS[skill.slug] ?? RATINGS[skill.domain.slug] ?? 2)
    const result = await user.press(translator('en')('assess.finish'))
    const left: readonly ChatTurn[] = [
      { typed: question },
      { answer: lookUp, mostButtons: 4 },
      { typed: start },
      { answer: card, mostButtons: 5 },
    ]
    const right: readonly ChatTurn[] = [{ answer: result, mostButtons: 4 }]
    const height = Math.max(drawChat(left).height, drawChat(right).height)
    const draw = async (turns: readonly ChatTurn[]): Promise<Buffer> => {
      const { svg, width } = drawChat(turns, height)
      return rasterizer.rasterize({ svg, width, fontFiles: [...MAIN_FONT_FILES, ...FALLBACK_FONT_FILES] })
    }
    return { 'docs/pictures/ask.png': await draw(left), 'docs/pictures/result.png': await draw(right) }
  } finally {
    await Promise.all([open.close(), rasterizer.close()])
  }
}
