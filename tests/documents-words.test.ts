import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { languages, type WordList } from '../src/i18n/index.ts'

// The page on commands lists the words of both languages that can be typed.

const LISTS: readonly WordList[] = [
  'assessStart',
  'assessSheet',
  'assessGuided',
  'assessResume',
  'assessStatus',
  'assessCancel',
  'assessReminders',
  'on',
  'off',
  'profileShow',
  'profileSettings',
  'profileGaps',
  'profileExport',
  'profileDelete',
  'profileLink',
  'profileUnlink',
  'proposalsOpen',
  'proposalsMine',
  'proposalsReview',
  'proposalsRecent',
  'proposalsShow',
  'rungAbout',
  'rungPrivacy',
  'rungSettings',
  'rungStatus',
  'rungChannel',
  'rungExperts',
  'rungAdmins',
  'rungLanguage',
  'rungReset',
  'none',
  'awareness',
  'working',
  'advanced',
  'expert',
  'skip',
  'back',
  'why',
  'statements',
  'evidence',
  'pause',
  'resume',
  'finish',
  'cancel',
  'leaveForm',
  'help',
  'history',
]

const wordsOf = (locale: string, list: WordList): string =>
  (languages.byLocale.get(locale)?.vocabulary[list] ?? '')
    .split(',')
    .map((word) => `\`${word.trim()}\``)
    .join(' ')

test('docs/commands.md has every word of a command, in English and Spanish', async () => {
  const page = await readFile('docs/commands.md', 'utf8')
  const missing = LISTS.map((list) => `| ${wordsOf('en', list)} | ${wordsOf('es', list)} |`).filter(
    (row) => !page.includes(row),
  )
  expect(missing).toEqual([])
})

test('docs/commands.md has the Spanish names of the commands', async () => {
  const page = await readFile('docs/commands.md', 'utf8')
  const names = languages.byLocale.get('es')?.commandNames ?? {}
  const missing = ['skills', 'assess', 'profile', 'propose', 'proposals'].filter(
    (name) => !page.includes(`\`/${names[name]}\``),
  )
  expect(missing).toEqual([])
})
