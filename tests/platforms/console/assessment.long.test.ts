import { describe, expect, test } from 'vitest'
import type { Locale } from '../../../src/i18n/index.ts'
import { inTemporaryFolder, start } from './program.ts'

// A whole assessment as someone at a terminal gives it: begun, interrupted, gone on with by another process, finished.

interface Words {
  readonly lang: string
  readonly answers: readonly string[]
  readonly skip: string
  readonly back: string
  readonly evidence: string
  readonly pause: string
  readonly resume: string
  readonly settled: string
  readonly finish: string
  readonly says: readonly string[]
  readonly result: readonly (string | RegExp)[]
}

const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    lang: 'en_US.UTF-8',
    answers: ['working', '3', 'w'],
    skip: 'skip',
    back: 'back',
    evidence: 'evidence: https://git.example/pr/128',
    pause: 'pause',
    resume: '/assess resume',
    settled: 'That took 14 questions (1 skipped).',
    finish: 'finish',
    says: ['Undone. Here’s that question again.', 'Evidence saved for', '3 answers saved.'],
    result: [
      'ML Engineer: Middle',
      'What Middle means here: ',
      'Core at Middle: 8 of 8 met (6 needed), 1 skipped. Others: 5 of the 5 you answered are met (3 of those needed)',
      'What to work on next',
      'shouldn’t be used for hiring',
      /\d+% sure that the remaining skills wouldn’t change the result\./u,
      /For Senior: 6 more core skills \(of the 8 not met yet\) and about \d+ more \(\d+ to \d+\) of the other skills\./u,
    ],
  },
  es: {
    lang: 'es_ES.UTF-8',
    answers: ['competente', '3', 'w'],
    skip: 'omitir',
    back: 'atrás',
    evidence: 'evidencia: https://git.example/pr/128',
    pause: 'pausa',
    resume: '/assess continuar',
    settled: 'Han sido 14 preguntas, 1 omitida.',
    finish: 'terminar',
    says: [
      'He deshecho tu última respuesta. Aquí tienes otra vez la pregunta.',
      'Evidencia de',
      '3 respuestas guardadas.',
    ],
    result: [
      'ML Engineer: Middle',
      'Qué significa aquí Middle: ',
      'Esenciales en Middle: 8 de 8 cumplidas (hacen falta 6), 1 omitida. Las demás: 5 cumplidas de las 5 respondidas',
      'En qué trabajar ahora',
      'autoevaluación',
      /\d+ % de certeza de que el resto de las habilidades no cambiaría el resultado\./u,
      /Para Senior: 6 habilidades esenciales más \(de las 8 pendientes\) y unas \d+ más de las demás habilidades \(de \d+ a \d+\)\./u,
    ],
  },
}

describe.each(Object.entries(WORDS))('an assessment at the terminal, in %s', (_, words) => {
  test('is begun, interrupted, gone on with by another process and finished', async () => {
    await inTemporaryFolder(async (home) => {
      const env = { LANG: words.lang }
      const [one = '', two = '', three = ''] = words.answers
      const beginning = ['/assess mle guided', one, two, words.back, words.evidence, three, words.skip, words.pause]
      const first = await start('main', home, { env, input: `${beginning.join('\n')}\n` }).ended
      expect(first).toMatchObject({ code: 0, stderr: '' })
      for (const sentence of words.says) expect(first.stdout).toContain(sentence)

      // Enough answers to settle the level; what is typed after that is explained and changes nothing.
      const lines = [words.resume, ...Array.from({ length: 40 }, () => one), words.finish, '/profile']
      const second = await start('main', home, { env, input: `${lines.join('\n')}\n` }).ended
      expect(second).toMatchObject({ code: 0, stderr: '' })
      expect(second.stdout).toContain(words.settled)
      for (const sentence of words.result) {
        const flowing = second.stdout.replace(/\s+/gu, ' ')
        expect(flowing).toSatisfy((text: string) =>
          typeof sentence === 'string' ? text.includes(sentence) : sentence.test(text),
        )
      }

      const third = await start('main', home, { env, input: '/profile export\n' }).ended
      expect(third.stdout).toMatch(/rung-profile-\d{4}-\d\d-\d\d\.json/u)
    })
  })
})
