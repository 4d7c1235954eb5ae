import { LOCALES } from '../i18n/index.ts'
import { EXPORT_KINDS, KINDS } from '../import/index.ts'
import { PLATFORMS } from '../platforms/registry.ts'
import { WITH_MANIFEST } from './manifest.ts'

const CLI = 'npm run -s cli --'

/** How each command is typed: one text for each form of it. A line that goes on is indented. */
export const USAGES: Readonly<Record<string, readonly string[]>> = {
  validate: [`${CLI} validate [folder]`],
  import: [
    `${CLI} import <file or folder> [--into folder] [--as ${KINDS.join('|')}] [--name name] [--role name]
    [--scale "Step, Step"] [--dry-run] [--replace]`,
  ],
  new: [
    `${CLI} new [folder] [--name name] [--languages en,es] [--role name] [--levels "Level, Level"]
    [--scale "Step, Step"] [--skills "Domain: Skill, Skill; Domain: Skill"]
           [--rule 80%|core-and-breadth|all-core|points] | --from <file or folder>`,
  ],
  links: [`${CLI} links [folder]`],
  manifest: [`${CLI} manifest ${WITH_MANIFEST.join('|')} [--url https://rung.example.com] [--prefix rung-]`],
  settings: [`${CLI} settings [env]`],
  health: [`${CLI} health`],
  log: [`${CLI} log check [--ladder id]`, `${CLI} log repair [position ...] [--ladder id]`],
  export: [
    `${CLI} export [folder] [--ladder id]`,
    `${CLI} export [folder] [--ladder id] --as ${EXPORT_KINDS.join('|')} [--into file] [--replace]`,
  ],
  'import-changes': [`${CLI} import-changes <changes.yaml> [folder] [--ladder id]`],
  store: [`${CLI} store repair`],
  forget: [`${CLI} forget <platform/workspace/user>`],
  'forget-workspace': [`${CLI} forget-workspace <platform/workspace>`],
  ask: [
    `npm run -s ask -- "<command>" [--json|--schema] [--png file.png [--dark] [--scale 1|2]] [--locale ${LOCALES.join('|')}] [--platform ${[...PLATFORMS.keys()].join('|')}] [--ladder id]`,
  ],
}

export const ALL_COMMANDS = `All commands: ${CLI} --help`

export function usage(forms: readonly string[]): string {
  return `usage: ${forms.join('\n').replaceAll('\n', '\n       ')}`
}
