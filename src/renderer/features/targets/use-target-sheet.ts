import { useMemo, useRef } from 'react'
import type { IndicatorRow } from '#shared/contract/indicators.ts'
import type { PlanRow } from '#shared/contract/plans.ts'
import type { PlanVersionRow } from '#shared/contract/plan-versions.ts'
import type { AssignerRow, TargetRow } from '#shared/contract/targets.ts'
import { useData } from '#renderer/api/data.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { targetsText } from '#renderer/text/targets.ts'
import { indicatorsOf, shownIndicators, useTableChoice } from '#renderer/ui/state/table-choice.ts'
import type { ColumnChoice } from './target-columns.ts'
import { splitTable, type SplitTable } from './target-rows.ts'
import { setKey, useTargetView, type TargetSet } from './target-view.ts'

const NONE: readonly never[] = []

export interface TargetSheet {
  readonly plan: PlanRow | undefined
  readonly versions: readonly PlanVersionRow[]
  /** The version looked at; undefined while it is read. */
  readonly shown: PlanVersionRow | undefined
  readonly catalogue: readonly IndicatorRow[]
  readonly assigners: readonly AssignerRow[]
  /** Own entries of the version, of all assigners. */
  readonly targets: readonly TargetRow[]
  readonly choice: ColumnChoice
  readonly split: SplitTable
  /** The table's rows have come. */
  readonly ready: boolean
}

/** Everything the screen shows, of one plan and version, for the assigners chosen. */
export function useTargetSheet(planCode: string | null): TargetSheet {
  const { assigner, kind, indicators: chosen } = useTableChoice()
  const asOf = useWorkingContext((context) => context.asOf)
  const { versions: looked, beside, references: showsReferences } = useTargetView()
  const enabled = planCode !== null
  const plan = (useData('plans.list', {}).data ?? NONE).find(({ code }) => code === planCode)
  const catalogue = useData('indicators.list', {}).data ?? NONE
  const assigners = useData('assigners.list', {}).data ?? NONE
  const listed = useData('plans.versions', { plan: planCode, asOf }, { enabled }).data ?? NONE
  // While another plan's versions are still on their way, the old ones are not its.
  const versions = useMemo(() => listed.filter((version) => version.plan === planCode), [listed, planCode])
  const wanted = planCode === null ? undefined : looked[planCode]
  const shown = versions.find(({ number }) => number === wanted) ?? versions.find(({ inForce }) => inForce)
  const version = shown?.number ?? null
  const hasVersion = enabled && version !== null
  const targets = useData('targets.list', { plan: planCode, version }, { enabled: hasVersion }).data ?? NONE

  const sets = useMemo(() => {
    const main: TargetSet = { assigner, kind }
    const others = beside.filter((set) => setKey(set) !== setKey(main))
    return [main, ...others].map((set) => {
      const name = assigners.find(({ code }) => code === set.assigner)?.shortName ?? set.assigner
      const kindName = targetsText.kinds[set.kind]
      // Beside the main column of the same assigner the kind alone says which it is.
      const title =
        set.kind === 'assigned'
          ? name
          : set !== main && set.assigner === assigner
            ? kindName
            : targetsText.setName(name, kindName)
      return { ...set, title }
    })
  }, [assigner, kind, beside, assigners])
  const asked = useMemo(() => sets.map((set) => ({ assigner: set.assigner, kind: set.kind })), [sets])
  const sheet = useData('targets.sheet', { plan: planCode, version, sets: asked }, { enabled: hasVersion }).data
  const references = useData(
    'targets.references',
    { plan: planCode, assigner, kind },
    { enabled: enabled && showsReferences },
  ).data

  // After each target typed, nearly always the same indicators are in use: the same list, so that the columns stay too.
  const last = useRef<readonly IndicatorRow[]>(NONE)
  const indicators = useMemo(() => {
    const used = new Set(sets.flatMap((set) => [...indicatorsOf(targets, set.assigner, set.kind)]))
    const now = shownIndicators(catalogue, chosen, used)
    const isSame = now.length === last.current.length && now.every((one, at) => one === last.current[at])
    last.current = isSame ? last.current : now
    return last.current
  }, [catalogue, chosen, sets, targets])
  const choice = useMemo(
    () => ({ indicators, sets, references: showsReferences ? (references ?? null) : null }),
    [indicators, sets, showsReferences, references],
  )
  // An answer for other assigners has other columns: better the old ones a moment longer than wrong ones.
  const rows = sheet?.rows ?? NONE
  const split = useMemo(() => splitTable(rows), [rows])
  return { plan, versions, shown, catalogue, assigners, targets, choice, split, ready: sheet !== undefined }
}
