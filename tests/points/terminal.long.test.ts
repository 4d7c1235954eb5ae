import { expect, test } from 'vitest'
import { run } from '../platforms/console/program.ts'
import { branching } from '../tracks/ladder.ts'
import { milestones } from './ladder.ts'

// Ladders of points, and ladders that branch, as a person types them into the terminal, in both languages.

async function typed(data: string, language: string, lines: readonly string[]): Promise<string> {
  const env = { RUNG_DATA: data, RUNG_USER: 'ana', LANG: language }
  const { code, stdout, stderr } = await run('main', { env, input: [...lines, ''].join('\n') })
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.any(String) })
  return stdout
}

test.each([
  [
    'en_US.UTF-8',
    'Open the sheet',
    'finish',
    'Engineer: Engineer II',
    '5 more points to Engineer III, which takes 15.',
  ],
  [
    'es_ES.UTF-8',
    'Abrir la hoja',
    'terminar',
    'Engineer: Engineer II',
    'Faltan 5 puntos para Engineer III, que pide 15.',
  ],
])('a level of points is a sum over the sheet (%s)', async (language, open, finish, title, missing) => {
  const sheet = ['1', '3', '2', '1', '1', '2', '3']
  const answer = await typed(await milestones(), language, ['/assess engineer', open, ...sheet, finish])
  expect(answer).toContain(title)
  expect(answer).toContain(missing)
})

test.each([
  ['en_US.UTF-8', 'Leading people', 'Find my level', 'Show my result'],
  ['es_ES.UTF-8', 'Gestión', 'Descubrir mi nivel', 'Ver mi resultado'],
])('a level is decided on the track that is chosen (%s)', async (language, track, find, show) => {
  const lines = ['/assess engineer', track, find, '3', '3', '3', '3', show]
  expect(await typed(await branching(), language, lines)).toContain('Engineer: Manager')
})
