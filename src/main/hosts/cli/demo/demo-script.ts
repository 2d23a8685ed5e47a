import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { ALLOCATION_WEIGHTS } from '#shared/domain/targets/why.ts'
import { TARGET_KINDS } from '#shared/domain/targets/target.ts'

const byUnit = z.record(z.string(), z.number().int()).default({})

const demoScript = z.object({
  plan: z.string(),
  /** The day the received files speak of, for those that do not say it themselves. */
  surveyDay: z.string(),
  files: z.array(z.string()),
  targets: z.array(
    z.object({ assigner: z.string(), kind: z.enum(TARGET_KINDS), values: z.record(z.string(), z.number()) }),
  ),
  allocations: z.array(
    z.object({
      indicator: z.string(),
      assigner: z.string(),
      total: z.number().int(),
      by: z.enum(ALLOCATION_WEIGHTS),
      threshold: z.number().int().optional(),
      locks: byUnit,
      floors: byUnit,
      caps: byUnit,
    }),
  ),
  /** The day results are typed for and the reports are of. */
  asOf: z.string(),
  results: z.array(
    z.object({
      unit: z.string(),
      source: z.string(),
      /** As a clerk types them: "32", "khoảng 30". */
      values: z.record(z.string(), z.string()),
    }),
  ),
})

/** What the demo does, as data: resources/sample/demo.json. */
export type DemoScript = z.output<typeof demoScript> & { readonly folder: string }

export function readDemoScript(resources: string): DemoScript {
  const folder = path.join(resources, 'sample')
  const script: unknown = JSON.parse(fs.readFileSync(path.join(folder, 'demo.json'), 'utf8'))
  return { ...demoScript.parse(script), folder: path.join(folder, 'tep-nhan') }
}
