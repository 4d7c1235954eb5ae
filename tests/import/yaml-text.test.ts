import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { yamlText } from '../../src/import/yaml-text.ts'

test.each([
  { statements: { expert: { en: '=', es: ':\n=' } } },
  { statements: { expert: ['a', '- b\n: c'] } },
  { focus: { en: 'one\n  two', es: '# three\n' } },
])('text of several lines is read back as it was written: %j', (value) => {
  expect(parse(yamlText(value, { head: 'A ladder.' }))).toEqual(value)
})
