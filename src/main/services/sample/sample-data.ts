import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { ALLOCATION_WEIGHTS } from '#shared/domain/targets/why.ts'
import { PLAN_KINDS, TARGET_KINDS } from '#shared/domain/targets/target.ts'
import { REPORT_BASES } from '#shared/domain/results/reported-entry.ts'
import { readCsvFile, type CsvRow } from './read-csv.ts'
import { steering, type SampleSteering } from './steering-data.ts'

const dated = { validFrom: z.string().nullable().default(null), validTo: z.string().nullable().default(null) }
const line = z.object({ documentType: z.string().default(''), text: z.string(), ...dated })
const byUnit = z.record(z.string(), z.number()).default({})

const office = z.object({
  settings: z.record(z.string(), z.string()),
  letterheads: z.array(
    z.object({
      superiorLines: z.array(z.string()),
      issuerLines: z.array(z.string()),
      codeSuffix: z.string(),
      place: z.string(),
      ...dated,
    }),
  ),
  signers: z.array(z.object({ fullName: z.string(), authority: z.string(), position: z.string(), ...dated })),
  legalBases: z.array(line),
})

const plans = z.object({
  plans: z.array(
    z.object({
      code: z.string(),
      kind: z.enum(PLAN_KINDS),
      name: z.string(),
      from: z.string(),
      to: z.string(),
      parent: z.string().nullable().default(null),
      status: z.enum(['draft', 'consulting', 'issued', 'closed']),
    }),
  ),
  targets: z.array(
    z.object({
      plan: z.string(),
      unit: z.string(),
      assigner: z.string(),
      kind: z.enum(TARGET_KINDS),
      /** Left out: as is usual for the plan's kind. */
      basis: z.enum(REPORT_BASES).optional(),
      /** By indicator code. */
      values: z.record(z.string(), z.number()),
    }),
  ),
})

const allocations = z.array(
  z.object({
    plan: z.string(),
    indicator: z.string(),
    assigner: z.string(),
    total: z.number().int(),
    by: z.enum(ALLOCATION_WEIGHTS),
    threshold: z.number().int().optional(),
    floors: byUnit,
    caps: byUnit,
  }),
)

const rounds = z.array(
  z.object({
    name: z.string(),
    source: z.string(),
    surveyedOn: z.string(),
    file: z.string(),
    frozen: z.boolean(),
  }),
)

export type SampleOffice = z.output<typeof office>
export type SamplePlans = z.output<typeof plans>
export type SampleAllocation = z.output<typeof allocations>[number]
export type SampleRound = z.output<typeof rounds>[number] & { readonly rows: readonly CsvRow[] }

/** Everything resources/sample says about the invented province, read and checked for shape. */
export interface SampleData {
  readonly office: SampleOffice
  readonly units: readonly CsvRow[]
  readonly unitRelations: readonly CsvRow[]
  readonly rounds: readonly SampleRound[]
  readonly plans: SamplePlans
  /** Targets of the units in 2023, one column an indicator; assigned by BCH. */
  readonly targets2023: readonly CsvRow[]
  readonly allocations: readonly SampleAllocation[]
  readonly reports: readonly CsvRow[]
  readonly people: readonly CsvRow[]
  readonly unions: readonly CsvRow[]
  readonly followUps: readonly CsvRow[]
  readonly contacts: readonly CsvRow[]
  readonly steering: SampleSteering
}

export function readSampleData(resources: string): SampleData {
  const folder = path.join(resources, 'sample')
  const csv = (file: string): CsvRow[] => readCsvFile(path.join(folder, file))
  const json = <T>(file: string, shape: z.ZodType<T>): T =>
    shape.parse(JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8')))
  return {
    office: json('office.json', office),
    units: csv('units.csv'),
    unitRelations: csv('unit-relations.csv'),
    rounds: json('survey-rounds.json', rounds).map((round) => ({ ...round, rows: csv(round.file) })),
    plans: json('plans.json', plans),
    targets2023: csv('targets-2023.csv'),
    allocations: json('allocations.json', allocations),
    reports: [...csv('reports-2023.csv'), ...csv('reports-2024.csv')],
    people: csv('people.csv'),
    unions: csv('unions.csv'),
    followUps: csv('follow-ups.csv'),
    contacts: csv('contacts.csv'),
    steering: json('steering.json', steering),
  }
}
