import { z } from 'zod'
import { REPORT_BASES } from '../domain/results/reported-entry.ts'
import { TARGET_KINDS } from '../domain/targets/target.ts'
import { codeText, figure, filledText } from './fields.ts'

// How plans, versions, assigners and target cells are named wherever they are asked for.

/** A plan by its code; null or left out: the newest year plan. */
export const planCode = codeText.nullable().default(null)
/** A version by its number, its name ("Phương án B") or the letter of a draft ("B"). */
export const versionName = z.union([z.number().int().min(1).max(999_999), filledText])
/** Null or left out: the one that counts: in force on the day, of a plan not issued the chosen draft. */
export const anyVersion = versionName.nullable().default(null)
/** As the list of steps names it. */
export const stepLabel = filledText.refine((text) => text.length <= 200, { error: 'dài quá 200 chữ' }).optional()
/** Who sets the target: a code, name, short name or alias; a name not known yet makes a new row. */
export const assignerName = filledText
export const targetKind = z.enum(TARGET_KINDS)
export const basis = z.enum(REPORT_BASES)

/** One cell to write. `basis` null: as is usual for the plan's kind. */
export const targetCell = z.object({
  unit: codeText,
  indicator: codeText,
  assigner: assignerName,
  kind: targetKind.default('assigned'),
  basis: basis.nullable().default(null),
  value: figure.nullable(),
  /** Null leaves the note as it is, '' clears it. */
  note: z.string().nullable().default(null),
  /** True takes the target away; `value` is then not looked at. */
  remove: z.boolean().default(false),
})
