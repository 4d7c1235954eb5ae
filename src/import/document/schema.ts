import { z } from 'zod'
import { RecordedChange } from '../../catalog/changes/change.ts'
import { DomainFile, LadderFile, mapping, RoleFile, SkillFile } from '../../catalog/schema.ts'

// A whole ladder as one value: the JSON that `cli export` writes. A workbook and a CSV file hold the same in tables.

export const FORMAT = 'rung-ladder'

/** Rises when a reader of the version before would misread a file. */
export const FORMAT_VERSION = 1

export const LadderDocument = mapping({
  format: z.string().refine((text) => text === FORMAT, { error: `must be "${FORMAT}"` }),
  formatVersion: z.int().refine((version) => version === FORMAT_VERSION, {
    error: `must be ${FORMAT_VERSION}, the version of the format that this version of Rung reads`,
  }),
  /** The version of the catalog it was made of. Importing it into the same folder needs no other record of what was in it. */
  exportedFrom: z
    .string()
    .regex(/^[0-9a-f]{12}$/u, { error: 'must be the version of a ladder, 12 hexadecimal digits' })
    .optional(),
  ladder: LadderFile.optional(),
  domains: DomainFile.shape.domains.optional(),
  skills: z.array(SkillFile).min(1),
  roles: z.array(RoleFile).min(1),
  /** The content of `changes.yaml`. */
  changes: z.array(RecordedChange).optional(),
})

/** A checked document, with a value for every key that has a default. */
export type LadderDocument = z.infer<typeof LadderDocument>

/** A document as it is written: keys that have their default may be absent. */
export type DocumentInFile = z.input<typeof LadderDocument>

export type SkillInFile = DocumentInFile['skills'][number]
export type RoleInFile = DocumentInFile['roles'][number]
export type RowInFile = RoleInFile['requirements'][number]['skills'][string]
export type StatementInDocument = NonNullable<SkillInFile['statements']>[string]
