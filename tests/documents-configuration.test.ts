import { execFileSync } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readConfig, SETTING_PARSERS, SETTINGS } from '../src/app/config.ts'
import { documentedSettings, settingsEnvironment, settingsMarkdown } from '../src/app/settings-reference.ts'
import { settings } from '../src/cli/settings.ts'
import { DISCORD_VARIABLES, readDiscordConfig } from '../src/platforms/discord/config.ts'
import { readSlackConfig, SLACK_VARIABLES } from '../src/platforms/slack/config.ts'
import { DEFAULT_POLICY, readPolicy } from '../src/proposals/domain/index.ts'

// docs/configuration.md and .env.example: made from the schema, current, complete, and right about defaults and examples.

const root = join(import.meta.dirname, '..')
const page = await readFile(join(root, 'docs/configuration.md'), 'utf8')
const example = await readFile(join(root, '.env.example'), 'utf8')

/** The first cells of all rows of all tables under headings that match. */
function firstCells(headings: RegExp): readonly string[] {
  return page
    .split(/^## /mu)
    .filter((section) => headings.test(section))
    .flatMap((section) => [...section.matchAll(/^\| `(\w+)` \|/gmu)].map(([, name = '']) => name))
}

describe('docs/configuration.md', () => {
  test('is what `cli settings` prints (run: npm run -s cli -- settings > docs/configuration.md)', () => {
    expect(page).toBe(settingsMarkdown())
  })

  test('has every setting once, and no other', () => {
    expect(firstCells(/^(?!Numbers)/u).toSorted()).toEqual([...SETTINGS].toSorted())
  })

  test('has every number of the policy once, with its default', () => {
    expect(firstCells(/^Numbers/u)).toEqual(Object.keys(DEFAULT_POLICY))
    const numbers = [...page.slice(page.indexOf('## Numbers')).matchAll(/^\| `(\w+)` \| [^|]{10,} \| `([^`]+)` \|/gmu)]
    expect(numbers).toHaveLength(Object.keys(DEFAULT_POLICY).length)
    const written = numbers.map(([, name = '', usual = '']) => `${name}=${usual}`).join(',')
    expect(readPolicy(written)).toEqual({ policy: DEFAULT_POLICY })
  })
})

describe('.env.example', () => {
  test('is what `cli settings env` prints (run: npm run -s cli -- settings env > .env.example)', () => {
    expect(example).toBe(settingsEnvironment())
  })

  test('has every setting once, and changes nothing until something is uncommented', () => {
    expect([...example.matchAll(/^# ([A-Z_]+)=/gmu)].map(([, name = '']) => name).toSorted()).toEqual(
      [...SETTINGS].toSorted(),
    )
    expect(example.split('\n').filter((line) => line !== '' && !line.startsWith('#'))).toEqual([])
  })

  test('is read by Node with its examples uncommented, to the letter', () => {
    const uncommented = example.replaceAll(/^# ([A-Z_]+=)/gmu, '$1')
    const names = JSON.stringify(SETTINGS)
    const read: unknown = JSON.parse(
      execFileSync(
        process.execPath,
        [
          '-e',
          `const fs = require('node:fs'), { parseEnv } = require('node:util'); const all = parseEnv(fs.readFileSync(0, 'utf8')); console.log(JSON.stringify(Object.fromEntries(${names}.map((name) => [name, all[name]]))))`,
        ],
        { input: uncommented, encoding: 'utf8' },
      ),
    )
    expect(read).toEqual(Object.fromEntries(documentedSettings().map((setting) => [setting.name, setting.example])))
  })
})

describe.each(documentedSettings())('$name', (setting) => {
  const parser = z.object(SETTING_PARSERS)

  test('takes its example', () => {
    const { error } = parser.safeParse({ [setting.name]: setting.example })
    expect(error?.issues ?? []).toEqual([])
  })

  test('says what it does, and what counts if it is not set', () => {
    expect(setting.meaning).toMatch(/^[A-Z`].{8,}\.$/su)
    expect([setting.default, setting.unset].filter((each) => each !== undefined)).toHaveLength(1)
    expect(setting.section).not.toBe('')
  })

  test('has the default that it says it has', () => {
    if (setting.default === undefined) return
    const tokens = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', DISCORD_TOKEN: 'a.b.c' }
    const values = (environment: Readonly<Record<string, string>>): unknown => {
      const { platforms: _, terminal: __, ...core } = readConfig(environment)
      const slack = readSlackConfig(z.object(SLACK_VARIABLES).parse(environment))
      return { core, slack, discord: readDiscordConfig(z.object(DISCORD_VARIABLES).parse(environment)) }
    }
    expect(values({ ...tokens, [setting.name]: setting.default })).toEqual(values(tokens))
  })
})

test('a number of days, a port and shards have a unit', () => {
  const counts = documentedSettings().filter(({ name }) => /_DAYS$|PORT$|SHARDS?(?:_COUNT)?$/u.test(name))
  expect(counts.length).toBeGreaterThan(8)
  expect(counts.filter(({ unit }) => unit === undefined)).toEqual([])
})

test('the command line takes nothing but env', () => {
  expect(() => settings(['json'])).toThrow('settings takes env')
  expect(() => settings(['env', 'more'])).toThrow('settings takes env')
})

test('papers name no setting that does not exist', async () => {
  const paths = [
    'README.md',
    'CONTRIBUTING.md',
    'compose.yaml',
    'Dockerfile',
    ...(await readdir(join(root, 'docs'), { recursive: true }))
      .filter((name) => /\.(?:md|yaml|yml|service)$/u.test(name))
      .map((name) => `docs/${name}`),
  ]
  for (const path of paths) {
    const document = await readFile(join(root, path), 'utf8')
    const named = [...document.matchAll(/\b(?:SLACK|DISCORD|RUNG|REDIS)_[A-Z_]*[A-Z]\b/gu)].map(([name]) => name)
    // The page of settings quotes a misspelled one; CONTRIBUTING names variables of the tests.
    const unknown = named.filter(
      (name) => !SETTINGS.includes(name) && name !== 'RUNG_HOEM' && name !== 'RUNG_TEST_SEED',
    )
    expect({ path, unknown }).toEqual({ path, unknown: [] })
  }
})
