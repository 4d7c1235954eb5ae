import { createInterface, type Interface } from 'node:readline'
import { readConfig } from '../app/config.ts'
import { translator } from '../i18n/index.ts'
import { NEW_LADDER, NEW_LADDER_PARSERS, type NewLadder, type ParsedAnswer, suggestedShare } from '../import/index.ts'

/** The answers, or how the person left before the last one. */
export type AskedLadder =
  | { readonly ladder: NewLadder }
  | { readonly left: 'interrupt' | 'end'; readonly message: string }

class Left extends Error {
  override readonly name = 'Left'
  readonly how: 'interrupt' | 'end'

  constructor(how: 'interrupt' | 'end') {
    super(how)
    this.how = how
  }
}

/** Asks the person at the terminal what a new ladder begins with, in their language. Each question suggests an answer. */
export async function askNewLadder(folder: string): Promise<AskedLadder> {
  const { locale } = readConfig(process.env)
  const t = translator(locale)
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  process.stdout.write(`${t('new.intro', { folder })}\n`)
  try {
    const ask = asker(lines)
    const ladder = {
      name: await ask(t('new.name'), t('new.name.default'), NEW_LADDER_PARSERS.name),
      languages: await ask(t('new.languages'), locale, NEW_LADDER_PARSERS.languages),
      role: await ask(t('new.role'), t('new.role.default'), NEW_LADDER_PARSERS.role),
      levels: await ask(t('new.levels'), t('new.levels.default'), NEW_LADDER_PARSERS.levels),
      scale: await ask(t('new.scale'), NEW_LADDER.scale.join(', '), NEW_LADDER_PARSERS.scale),
      skills: await ask(t('new.skills'), t('new.skills.default'), NEW_LADDER_PARSERS.skills),
    }
    const rule = await ask(t('new.rule'), suggestedShare(ladder), NEW_LADDER_PARSERS.rule)
    return { ladder: { ...ladder, rule } }
  } catch (error) {
    if (!(error instanceof Left)) throw error
    return { left: error.how, message: t('new.left') }
  } finally {
    lines.close()
  }
}

/** Asks a question until its answer can be read. */
function asker(lines: Interface) {
  return async <T>(question: string, suggestion: string, read: (text: string) => ParsedAnswer<T>): Promise<T> => {
    for (;;) {
      const text = await nextLine(lines, `${question} [${suggestion}] `)
      const parsed = read(text.trim() === '' ? suggestion : text)
      if ('value' in parsed) return parsed.value
      process.stdout.write(`${parsed.problem}\n`)
    }
  }
}

/** The next line. Rejects with `Left` on Ctrl-C, and when the input ends. */
function nextLine(lines: Interface, prompt: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const leave = (how: 'interrupt' | 'end') => () => {
      process.stdout.write('\n')
      reject(new Left(how))
    }
    const [onInterrupt, onEnd] = [leave('interrupt'), leave('end')]
    lines.once('SIGINT', onInterrupt)
    lines.once('close', onEnd)
    lines.question(prompt, (text) => {
      lines.off('SIGINT', onInterrupt)
      lines.off('close', onEnd)
      resolve(text)
    })
  })
}
