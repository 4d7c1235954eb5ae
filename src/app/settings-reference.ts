import { PLATFORMS, TERMINAL } from '../platforms/registry.ts'
import { POLICY_NUMBERS } from '../proposals/domain/index.ts'
import { type SettingDescription, settingDescription } from '../runtime/env.ts'
import { SETTING_PARSERS } from './config.ts'
import { CORE_VARIABLES, FIRST_SECTIONS } from './core-variables.ts'

// The reference of settings, docs/configuration.md and .env.example, made from the schema of the environment.

/** A setting as the reference lists it. */
export interface DocumentedSetting extends SettingDescription {
  readonly name: string
  readonly section: string
}

/** Every setting with its description, in the order of the reference. Throws an Error if one has none. */
export function documentedSettings(): readonly DocumentedSetting[] {
  const settings = Object.entries(SETTING_PARSERS).map(([name, parser]) => {
    const description = settingDescription(parser)
    if (!description) throw new Error(`${name} has no description: make it with \`setting\``)
    const owner = [...PLATFORMS.values(), TERMINAL].find(({ variables }) => Object.hasOwn(variables, name))
    return { ...description, name, section: description.section ?? owner?.displayName ?? '' }
  })
  const rank = ({ name, section }: DocumentedSetting): number =>
    FIRST_SECTIONS.includes(section) ? 0 : Object.hasOwn(CORE_VARIABLES, name) ? 2 : 1
  return settings.toSorted((a, b) => rank(a) - rank(b))
}

function bySection(settings: readonly DocumentedSetting[]): ReadonlyMap<string, readonly DocumentedSetting[]> {
  const sections = new Map<string, DocumentedSetting[]>()
  for (const setting of settings) sections.set(setting.section, [...(sections.get(setting.section) ?? []), setting])
  return sections
}

const UNITS: Readonly<Record<NonNullable<SettingDescription['unit']>, string>> = {
  days: 'days',
  port: 'port number',
  shards: 'shards',
}

const prefixes = ['RUNG_', ...[...PLATFORMS.values()].map(({ variablePrefix }) => variablePrefix)]
  .map((prefix) => `\`${prefix}\``)
  .join(', ')

const INTRODUCTION = `# Configuration

Rung is configured with environment variables. Every one of them is optional: without any, Rung answers in the terminal and
keeps its data in the folder \`.rung\`.

This page is generated from the code. After a change there, run:

    npm run -s cli -- settings > docs/configuration.md
    npm run -s cli -- settings env > .env.example

[\`.env.example\`](../.env.example) lists the same settings, ready to fill in. Docker Compose reads \`.env\` by itself; elsewhere
[operating.md](operating.md) shows how to load it.

- A variable with an empty value counts as not set, and Rung logs a warning.
- A value that is not accepted stops the start. The error names the variable and says what it takes. Values of secrets are never
  shown.
- A name that looks like a misspelled setting stops the start too: \`RUNG_HOEM: is not a setting of Rung. Did you mean
  RUNG_HOME?\` Other unknown names that begin with ${prefixes} are warnings.
- An empty token stops the start if there is no terminal to run in instead.
- Settings are read once, when the process starts.`

const POLICY_INTRODUCTION = `## Numbers of \`RUNG_POLICY\`

\`RUNG_POLICY\` changes any of these numbers, separated by commas: \`RUNG_POLICY="voteDays=5, pass=3/5"\`. A proposal keeps the
numbers that were in force when it entered its current stage. Days are from 1 to 365, hours from 0 to 8,760, counts from 1 to
10,000, and shares are fractions from 0 to 1.`

/** docs/configuration.md. */
export function settingsMarkdown(): string {
  const sections = [...bySection(documentedSettings())].map(([title, settings]) =>
    [
      `## ${title}`,
      '',
      '| variable | meaning | default, or what happens if it is not set | unit | example |',
      '|---|---|---|---|---|',
      ...settings.map(
        ({ name, meaning, default: usual, unset, unit, example }) =>
          `| \`${name}\` | ${meaning} | ${usual === undefined ? (unset ?? '') : `\`${usual}\``} | ${unit === undefined ? '' : UNITS[unit]} | \`${example}\` |`,
      ),
    ].join('\n'),
  )
  const policy = [
    POLICY_INTRODUCTION,
    '',
    '| number | meaning | default | unit |',
    '|---|---|---|---|',
    ...POLICY_NUMBERS.map(
      ({ name, meaning, usual }) => `| \`${name}\` | ${meaning} | \`${usual}\` | ${unitOf(name)} |`,
    ),
  ].join('\n')
  return `${[INTRODUCTION, ...sections, policy].join('\n\n')}\n`
}

function unitOf(policyNumber: string): string {
  if (policyNumber.endsWith('Days')) return 'days'
  if (policyNumber.endsWith('Hours')) return 'hours'
  return ['pass', 'contested'].includes(policyNumber) ? 'share of votes' : ''
}

/** .env.example: every setting as a comment, so that a copy of the file changes nothing. */
export function settingsEnvironment(): string {
  const sections = [...bySection(documentedSettings())].map(([title, settings]) =>
    [`# --- ${title} ---`, ...settings.map(environmentLines)].join('\n\n'),
  )
  const head =
    '# Settings of Rung. Copy this file to .env and remove the # before what you need. docs/configuration.md explains each of them.'
  return `${[head, ...sections].join('\n\n')}\n`
}

function environmentLines({ name, meaning, default: usual, unset, unit, example }: DocumentedSetting): string {
  const plain = meaning.replaceAll(/[*`]/gu, '').replaceAll(/\[([^\]]+)\]\([^)]+\)/gu, 'docs/$1')
  const otherwise = usual === undefined ? `If not set: ${(unset ?? '').replaceAll('`', '')}.` : `Default: ${usual}`
  const counts = unit === undefined || usual === undefined ? '' : ` (${UNITS[unit]})`
  return [`# ${plain}`, `# ${otherwise}${counts}`, `# ${name}=${example}`].join('\n')
}
