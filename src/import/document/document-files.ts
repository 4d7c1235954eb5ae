import { CHANGES_FILE } from '../../catalog/index.ts'
import { yamlText } from '../yaml-text.ts'
import type { DocumentInFile } from './schema.ts'

/** The files of a ladder folder that hold a document, by path. `head` is the comment at the top of each. */
export function documentFiles(
  { ladder, domains, skills, roles, changes }: DocumentInFile,
  head: string,
): ReadonlyMap<string, string> {
  const file = (path: string, value: unknown): readonly [string, string] => [path, yamlText(value, { head })]
  return new Map([
    ...(ladder ? [file('ladder.yaml', ladder)] : []),
    ...(domains ? [file('domains.yaml', { domains })] : []),
    ...skills.map((skill) => file(`skills/${skill.slug}.yaml`, skill)),
    ...roles.map((role) => file(`roles/${role.slug}.yaml`, role)),
    ...(changes ? [file(CHANGES_FILE, { changes })] : []),
  ])
}
