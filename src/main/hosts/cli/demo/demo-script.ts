import fs from 'node:fs'
import path from 'node:path'
import type { Input } from '#shared/contract/index.ts'
import type { TargetKind } from '#shared/domain/targets/target.ts'

/** What the demo does, as data: resources/sample/demo.json. */
export interface DemoScript {
  /** Where the received files lie. */
  readonly folder: string
  readonly plan: string
  /** The day the received files speak of, for those that do not say it themselves. */
  readonly surveyDay: string
  readonly files: readonly string[]
  readonly targets: readonly {
    readonly assigner: string
    readonly kind: TargetKind
    /** By indicator code. */
    readonly values: Readonly<Record<string, number>>
  }[]
  readonly allocations: readonly Omit<Input<'targets.allocate'>, 'plan'>[]
  /** The day results are typed for and the reports are of. */
  readonly asOf: string
  readonly results: readonly {
    readonly unit: string
    readonly source: string
    /** As a clerk types them: "32", "khoảng 30". */
    readonly values: Readonly<Record<string, string>>
  }[]
}

/** Reads our own file; every value of it is checked by the contract when it is asked for. */
export function readDemoScript(resources: string): DemoScript {
  const folder = path.join(resources, 'sample')
  const script = JSON.parse(fs.readFileSync(path.join(folder, 'demo.json'), 'utf8')) as Omit<DemoScript, 'folder'>
  return { ...script, folder: path.join(folder, 'tep-nhan') }
}
