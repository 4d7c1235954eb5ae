import { buildCatalog } from '../../src/catalog/build.ts'
import type { Catalog, Proficiency } from '../../src/catalog/index.ts'
import { DomainFile, RoleFile, SkillFile } from '../../src/catalog/schema.ts'
import type { Source } from '../../src/catalog/yaml-source.ts'

// Builds small catalogs from a few lines, with the same schemas and checks as files.

export interface RoleOutline {
  readonly slug: string
  readonly name?: string
  readonly family?: string
  readonly aliases?: readonly string[]
  /** Slugs of the levels, lowest first. */
  readonly levels: readonly string[]
  /** By domain and skill, one letter per level: `awve`, or `-` for absent. */
  readonly rows: Readonly<Record<string, Readonly<Record<string, string>>>>
}

const WORDS: Readonly<Record<string, Proficiency>> = {
  a: 'awareness',
  w: 'working',
  v: 'advanced',
  e: 'expert',
  '-': 'absent',
}

export function buildSmallCatalog(...outlines: readonly RoleOutline[]): Catalog {
  // In the order in which the files of a folder are read.
  const roles = outlines.toSorted((a, b) => (a.slug < b.slug ? -1 : 1))
  const domainOf = new Map(
    roles.flatMap(({ rows }) =>
      Object.entries(rows).flatMap(([domain, skills]) => Object.keys(skills).map((skill) => [skill, domain] as const)),
    ),
  )
  const domains = DomainFile.parse({
    domains: [...new Set(domainOf.values())].map((slug) => ({
      slug,
      name: { en: titled(slug), es: `Dominio ${titled(slug)}` },
    })),
  })
  const skills = [...domainOf].map(([slug, domain]) =>
    SkillFile.parse({
      slug,
      name: titled(slug),
      domain,
      statements: Object.fromEntries(
        ['awareness', 'working', 'advanced', 'expert'].map((step) => [
          step,
          { en: `Shows ${step} of ${slug}.`, es: `Demuestra ${step} de ${slug}.` },
        ]),
      ),
    }),
  )
  const built = buildCatalog({
    domains: source('domains.yaml', domains),
    skills: skills.map((skill) => source(`skills/${skill.slug}.yaml`, skill)),
    roles: roles.map((role) => source(`roles/${role.slug}.yaml`, roleFile(role))),
  })
  if (!built.catalog) throw new Error(built.problems.map(({ file, message }) => `${file}: ${message}`).join('; '))
  return built.catalog
}

function roleFile({ slug, name, family = 'Engineering', aliases = [], levels, rows }: RoleOutline): RoleFile {
  return RoleFile.parse({
    slug,
    name: name ?? titled(slug),
    family,
    aliases,
    description: { en: `The ${slug} role.`, es: `El rol ${slug}.` },
    levels: levels.map((level, at) => ({
      slug: level,
      name: titled(level),
      short: `${titled(level).slice(0, 4)}${at}`,
      focus: { en: `Focus of ${slug} ${level}.`, es: `Foco de ${slug} ${level}.` },
      stack: `Stack of ${slug} ${level}.`,
    })),
    requirements: Object.entries(rows).map(([domain, skills]) => ({
      domain,
      skills: Object.fromEntries(
        Object.entries(skills).map(([skill, letters]) => [skill, Array.from(letters, (letter) => WORDS[letter])]),
      ),
    })),
  })
}

function source<T>(file: string, value: T): Source<T> {
  return { file, value, problemAt: (_path, message) => ({ file, line: 1, column: 1, message }) }
}

/** `data-engineer` as `Data Engineer`. */
function titled(slug: string): string {
  return slug.replaceAll(
    /(^|-)([a-z])/gu,
    (_, hyphen: string, letter: string) => `${hyphen && ' '}${letter.toUpperCase()}`,
  )
}
