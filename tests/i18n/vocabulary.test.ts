import { expect, test } from 'vitest'
import { createVocabulary } from '../../src/bot/input.ts'
import { languages, type WordList } from '../../src/i18n/index.ts'

const vocabulary = createVocabulary(languages)

test.each<[string, readonly WordList[]]>([
  [
    'at an open question',
    [
      'none',
      'awareness',
      'working',
      'advanced',
      'expert',
      'skip',
      'back',
      'why',
      'statements',
      'pause',
      'cancel',
      'resume',
      'finish',
      'evidence',
      'help',
    ],
  ],
  [
    'after /assess',
    ['assessResume', 'assessStatus', 'assessCancel', 'assessGuided', 'assessSheet', 'assessReminders', 'help'],
  ],
  ['after /assess reminders', ['on', 'off']],
  ['after /profile', ['profileExport', 'profileDelete', 'profileLink', 'profileUnlink', 'help']],
  ['after /proposals', ['proposalsOpen', 'proposalsMine', 'proposalsReview', 'proposalsRecent', 'help']],
])('no word of any language stands for two things %s', (_, lists) => {
  const words = lists.flatMap((list) => [...vocabulary.words(list)])
  expect(words.length).toBeGreaterThan(lists.length)
  expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([])
  expect(words).not.toContain('')
})
