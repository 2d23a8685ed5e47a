import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { FORM_KINDS } from '#shared/domain/organisation/words.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import { type Area, wordedFor } from '#shared/domain/units/area.ts'
import type { Transaction } from '../db/store.ts'
import {
  assigners,
  commendationForms,
  committeeRoles,
  indicators,
  legalBases,
  legalForms,
  reasons,
  recipients,
  stages,
  unitTypes,
} from '../db/schema/index.ts'

const dated = { validFrom: z.string().nullable().default(null), validTo: z.string().nullable().default(null) }

const unitTypeEntry = z.object({
  code: z.string(),
  name: z.string(),
  shortName: z.string(),
  groupTitle: z.string(),
  level: z.enum(['province', 'upper', 'grassroots']),
  ...dated,
})
const legalFormEntry = z.object({
  code: z.string(),
  name: z.string(),
  shortName: z.string(),
  sector: z.enum(['state', 'non_state', 'foreign']),
  ...dated,
})
const assignerEntry = z.object({
  code: z.string(),
  name: z.string(),
  shortName: z.string(),
  aliases: z.array(z.string()).default([]),
})
const stageEntry = z.object({
  code: z.string(),
  name: z.string(),
  shortName: z.string(),
  branch: z.enum(['main', 'difficult']).default('main'),
  ...dated,
})
const reasonEntry = z.object({
  code: z.string(),
  kind: z.enum(['difficulty', 'loss', 'ending']),
  name: z.string(),
  restructuring: z.boolean().default(false),
  ...dated,
})
const roleEntry = z.object({ code: z.string(), name: z.string(), single: z.boolean().default(false), ...dated })
const formEntry = z.object({ code: z.string(), name: z.string(), kind: z.enum(FORM_KINDS), ...dated })
const lineEntry = z.object({ documentType: z.string().default(''), text: z.string(), ...dated })
const indicatorEntry = z.object({
  code: z.string(),
  name: z.string(),
  shortName: z.string(),
  unitLabel: z.string(),
  kind: z.enum(['flow', 'loss', 'net', 'stock', 'ratio']),
  formula: z.unknown().optional(),
  parent: z.string().nullable().default(null),
  cut: z.unknown().optional(),
  side: z.boolean().default(false),
  ...dated,
})

/**
 * Copies the catalogues of resources/ into a new data file as rows. From then on they are the office's
 * own: it may add, end or reword them; a newer program never overwrites them.
 */
export function seedCatalogues(tx: Transaction, resources: string, area: Pick<Area, 'isCity'>): void {
  const worded = (name: string): string => wordedFor(area, name)
  const rowsOf = <T>(file: string, entry: z.ZodType<T>): T[] => {
    const text = fs.readFileSync(path.join(resources, file), 'utf8')
    return z.array(entry).parse(JSON.parse(text))
  }
  const ordered = <T>(rows: readonly T[]): (T & { id: string; sortOrder: number })[] =>
    rows.map((row, index) => ({ ...row, id: tx.newId(), sortOrder: (index + 1) * 10 }))

  tx.db
    .insert(unitTypes)
    .values(
      ordered(
        rowsOf('catalogues/unit-types.json', unitTypeEntry).map((type) => ({
          ...type,
          name: worded(type.name),
          shortName: worded(type.shortName),
          groupTitle: worded(type.groupTitle),
        })),
      ),
    )
    .run()
  tx.db
    .insert(legalForms)
    .values(ordered(rowsOf('catalogues/legal-forms.json', legalFormEntry)))
    .run()
  const assignerRows = rowsOf('catalogues/assigners.json', assignerEntry).map((row) => ({
    ...row,
    name: worded(row.name),
    shortName: worded(row.shortName),
    // Files of others may still say it the other way.
    aliases: [...new Set([...row.aliases, ...row.aliases.map(worded)])],
    nameFolded: foldText(worded(row.name)),
  }))
  tx.db.insert(assigners).values(ordered(assignerRows)).run()
  tx.db
    .insert(recipients)
    .values(ordered(rowsOf('catalogues/recipients.json', lineEntry)))
    .run()
  tx.db
    .insert(legalBases)
    .values(ordered(rowsOf('catalogues/legal-bases.json', lineEntry)))
    .run()
  tx.db
    .insert(stages)
    .values(ordered(rowsOf('catalogues/stages.json', stageEntry)))
    .run()
  tx.db
    .insert(reasons)
    .values(ordered(rowsOf('catalogues/reasons.json', reasonEntry)))
    .run()
  tx.db
    .insert(committeeRoles)
    .values(ordered(rowsOf('catalogues/committee-roles.json', roleEntry)))
    .run()
  tx.db
    .insert(commendationForms)
    .values(
      ordered(
        rowsOf('catalogues/commendation-forms.json', formEntry).map((form) => ({ ...form, name: worded(form.name) })),
      ),
    )
    .run()
  seedIndicators(tx, path.join(resources, 'indicators'))
}

function seedIndicators(tx: Transaction, folder: string): void {
  const entries = fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .flatMap((name) => z.array(indicatorEntry).parse(JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'))))
  const idByCode = new Map<string, string>()
  entries.forEach((entry, index) => {
    const { parent, formula, cut, ...columns } = entry
    const id = tx.newId()
    const parentId = parent === null ? null : idByCode.get(parent)
    if (parentId === undefined) throw new Error(`indicator ${entry.code}: its parent ${parent} must stand before it`)
    idByCode.set(entry.code, id)
    tx.db
      .insert(indicators)
      .values({ ...columns, id, parentId, formula: formula ?? null, cut: cut ?? null, sortOrder: (index + 1) * 10 })
      .run()
  })
}
