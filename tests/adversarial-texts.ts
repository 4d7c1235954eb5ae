import { type SeededRandom, seededRandom } from './seeded-random.ts'

// Texts that people, pastes and attackers send: whatever unfolds, repeats, hides, steers, or makes a pattern try again.

export interface AdversarialText {
  /** What makes it hard, for the report. */
  readonly kind: string
  readonly text: string
}

const NAMES =
  'ml-engineer mle senior junior middle lead staff tech security docker pytorch data model rest api kubernetes testing'.split(
    ' ',
  )
const MISSPELT = 'ml-enginer senoir pytroch securty kubernets dockre tesitng flurble checkpionts'.split(' ')
const COMMAND_WORDS =
  'help because porque reason: evidence evidencia changes link reminders on sheet skip back 3 #1'.split(' ')
const SCRIPTS = [
  'abcdefghij',
  'абвгдежзик',
  'αβγδεζηθικ',
  'ابتثجحخدذر',
  'אבגדהוזחטי',
  '漢字仮名交文言語',
  'かなカナｶﾅ',
  'กขฃคฅฆงจ',
  'अआइईउऊऋ',
  '한국어각힣',
  'İıßſẞǅ',
]
const ANY = 0x10ffff

type Make = (chance: SeededRandom, length: number) => string

/** Repeats a unit, or words that are picked each time, up to a length. */
function filled(length: number, unit: () => string): string {
  let text = ''
  while (text.length < length) text += unit()
  return text.slice(0, length)
}

const repeated =
  (...units: readonly string[]): Make =>
  (chance, length) => {
    const unit = chance.pick(units)
    return unit.repeat(Math.ceil(length / unit.length)).slice(0, length)
  }

const words =
  (list: readonly string[], ...between: readonly string[]): Make =>
  (chance, length) => {
    const gap = chance.pick(between)
    return filled(length, () => chance.pick(list) + gap)
  }

const KINDS: Readonly<Record<string, Make>> = {
  // One sign that compatibility decomposition unfolds to as many as eighteen, and words (unicode.org/reports/tr15).
  'normalization bomb': repeated(
    '\ufdfa',
    '\ufdfb',
    '\u3316',
    '\u33ff',
    '\u1f82',
    '\ufb2c',
    '\u0390',
    '㋿',
    '½',
    '\u2a74',
    '\ufdfa ',
    'a\ufdfa',
  ),
  'long repeat': repeated('x', 'x ', 'a b ', '-', '#', '+', '.', '\n', ' ', '漢', '한', 'é', 'mle', 'ab12'),
  'repeated name': repeated(
    ...NAMES.map((name) => `${name} `),
    ...MISSPELT.map((name) => `${name} `),
    'tech lead ',
    'gra ',
    'dat ',
  ),
  'names in any order': words([...NAMES, ...MISSPELT], ' ', '-', ', ', '/', '\n'),
  'words no name has': words(
    ['flurble', 'checkpionts', 'quuxification', 'zzyzx', 'monitoringg', 'deploymentss'],
    ' ',
    ' and ',
  ),
  'long words': (chance, length) =>
    filled(
      length,
      () => `${'abcdefghijklmnopqrstuvwxyz'.repeat(2).slice(chance.between(0, 20), chance.between(30, 52))} `,
    ),
  'mixed scripts': (chance, length) =>
    filled(length, () => chance.pick(Array.from(chance.pick(SCRIPTS))) + (chance.happens(0.15) ? ' ' : '')),
  'combining marks': (chance, length) =>
    filled(
      length,
      () =>
        chance.pick(['e', 'a', '', ' ']) +
        chance.pick(['\u0301', '\u0345', '\u0f71', '\u20dd', '\u0489']).repeat(chance.pick([1, 40, 4000])),
    ),
  'pattern bomb': repeated(
    '<',
    '<|',
    '<a|',
    '<@',
    '<!',
    '<https://',
    '&',
    '&amp',
    ':',
    ':a',
    '://',
    '://:',
    'a://b:',
    '`',
    '``',
    '*',
    '\\',
    '(',
    '[',
    '[](',
    '"',
    '{',
    '}',
    '~',
    '|',
    '@',
    '/',
    '/a',
    '\n ',
    ' \n',
    '1.',
    '- ',
  ),
  'blanks without an end': (chance, length) =>
    `${chance.pick(['', 'a', '/', 'because', 'evidence'])}${chance.pick([' ', '\t', '\u00a0', '\u3000']).repeat(length - 20)}${chance.pick(['', 'x', '\n', ' x y'])}`,
  'command words': words(COMMAND_WORDS, ' ', ', '),
  'zero width': words([...NAMES, '', '👩'], '\u200b', '\u200d', '\u200c', '\u2060', '\ufeff', '\u00ad', '\ufe0f'),
  surrogates: repeated('\ud83d', '\ude00', '\ude00\ud83d', 'a\ud83d', '\ud83d\ud83d\ude00'),
  emojis: repeated('👩‍👩‍👧‍👦', '🇪🇸', '👍🏽', '3️⃣', '🏴\u{e0067}\u{e0062}\u{e0065}\u{e007f}', '\u{1f468}\u200d'),
  markup: words(
    [
      '<@U1>',
      '<!channel>',
      '<#C1|x>',
      '<https://a.example|b>',
      '**b**',
      '@everyone',
      '||s||',
      '[x](http://a.example)',
      '<t:1:R>',
      '<:a:1>',
      '</a:1>',
      '&lt;',
      '&amp;amp;',
    ],
    '',
    ' ',
  ),
  direction: words(['\u202e', '\u2066', '\u200f', 'abc', 'שלום', '\u0000', '\u001b[31m', '\u009b', '\u2028'], '', ' '),
  digits: repeated('９', '3️⃣', ':three:', '1,', '1.', '-1', '#1', '٣', '①', '9'),
  'any code units': (chance, length) => filled(length, () => String.fromCharCode(chance.between(0, 0xffff))),
  'any code points': (chance, length) => filled(length, () => String.fromCodePoint(chance.between(0, ANY))),
  'command lines': words(['/skills', '/assess', '/propose', '/proposals', '/profile', '/', '//'], ' ', ''),
}

export const MAX_ADVERSARIAL_LENGTH = 8000

/** Texts of every kind in turn, up to 8,000 UTF-16 code units; the same ones for the same seed. */
export function adversarialTexts(count: number, seed: number): readonly AdversarialText[] {
  const chance = seededRandom(seed)
  const kinds = Object.entries(KINDS)
  return Array.from({ length: count }, (_, nth) => {
    const [kind, make] = kinds[nth % kinds.length] ?? ['', repeated('x')]
    const length = chance.pick([60, 400, 1999, 3999, MAX_ADVERSARIAL_LENGTH, MAX_ADVERSARIAL_LENGTH])
    return { kind, text: make(chance, length) }
  })
}
