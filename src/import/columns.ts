import { keyOf } from './table.ts'

const COLUMN_KINDS = ['skill', 'domain', 'role', 'family', 'level', 'proficiency', 'statement', 'ignored'] as const

/** What a column holds; `value` if its head names a level, a step or a skill. */
export type ColumnKind = (typeof COLUMN_KINDS)[number] | 'value'

/** The heads of columns that people write, in English, Spanish and German, normalized. */
const HEADS: Readonly<Record<Exclude<ColumnKind, 'value'>, readonly string[]>> = {
  skill:
    words(`skill; skills; skill name; competency; competencies; competence; capability; topic; axis; criterion; criteria; track;
    dimension; attribute; responsibility; habilidad; competencia; fahigkeit; kompetenz; skill title`),
  domain:
    words(`domain; area; category; group; skill group; skill area; skill category; pillar; theme; section; dominio; categoria;
    bereich; kategorie; capability area`),
  role: words('role; role name; job; job title; title; position; profession; role title; rol; puesto; rolle; stelle'),
  family: words('role family; family; job family; discipline; department; function; familia; familie'),
  level: words('level; role level; job level; grade; band; seniority; level name; nivel; stufe; ebene; role grade'),
  proficiency:
    words(`proficiency; skill level; required level; proficiency level; expected level; rating; score; expected; required;
    required proficiency; value; competence level; expected proficiency; step; mastery; dominio requerido`),
  statement:
    words(`statement; description; text; definition; skill level description; level description; what good looks like;
    behavior; behaviors; skill description; descripcion; beschreibung; statements; summary; resumen; zusammenfassung`),
  ignored: words(`id; no; nr; number; note; notes; comment; comments; link; links; url; owner; role description;
    role level description; last updated; updated`),
}

function words(text: string): readonly string[] {
  return text.split(';').map((word) => word.trim().replaceAll(/\s+/gu, ' '))
}

const KINDS: ReadonlyMap<string, ColumnKind> = new Map(
  COLUMN_KINDS.flatMap((kind) => HEADS[kind].map((head) => [head, kind] as const)),
)

/** What a column with this head holds. */
export function columnKind(head: string): ColumnKind {
  return KINDS.get(keyOf(head)) ?? 'value'
}
