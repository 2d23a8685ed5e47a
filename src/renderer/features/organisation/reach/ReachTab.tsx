import { Button, Input } from '@fluentui/react-components'
import { ClipboardTaskAddRegular, TimerRegular } from '@fluentui/react-icons'
import { useDeferredValue, useMemo, useState } from 'react'
import { parseDecimal } from '#shared/domain/results/parse-value.ts'
import { useData } from '#renderer/api/data.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { organisationText } from '#renderer/text/organisation.ts'
import { reachText as text } from '#renderer/text/reach.ts'
import { Screen } from '#renderer/ui/layout/Screen.tsx'
import { RemedyDialog, type RemedySubject } from '#renderer/ui/remedies/RemedyDialog.tsx'
import { notify } from '#renderer/ui/state/notices.ts'
import type { TabProps } from '../OrganisationScreen.tsx'
import type { ReachList } from './reach-list.ts'
import { ReachNumbers } from './ReachNumbers.tsx'
import { ReachRows } from './ReachRows.tsx'
import { StuckLimitsDialog } from './StuckLimitsDialog.tsx'
import './reach.css'

const NONE: readonly never[] = []
const ALL_ROWS = 100_000

/** A unit whose number was opened in the table of units, and what the filter above said then: another choice ends it. */
interface OpenedUnit {
  readonly code: string
  readonly name: string
  readonly below: string | null
}

/** Enterprises on the way to a union and unions to mend, by the day that is looked at: numbers above, their rows below. */
export function ReachTab({ unit, choices }: TabProps) {
  const asOf = useWorkingContext((context) => context.asOf)
  const [list, setList] = useState<ReachList>({ of: 'stuck', stage: null })
  const [opened, setOpened] = useState<OpenedUnit | null>(null)
  const [size, setSize] = useState('')
  const [chosen, setChosen] = useState<RemedySubject | null>(null)
  const [planning, setPlanning] = useState<RemedySubject | null>(null)
  const [limiting, setLimiting] = useState(false)
  const within = opened?.below === unit ? opened : null
  const scope = within?.code ?? unit
  const funnel = useData('funnel.get', {
    asOf,
    unit: scope,
    minWorkers: useDeferredValue(readSize(size)),
    allOfRound: true,
    limit: ALL_ROWS,
  }).data
  const unions = useData('remedies.weakUnions', { asOf, unit: scope }).data ?? NONE
  // Whoever has a plan is difficult or to be mended, whatever list it is looked at in.
  const planned = useMemo(
    () =>
      new Set(
        [...(funnel?.difficult ?? NONE), ...unions].flatMap(({ id, remedyId }) => (remedyId === null ? [] : [id])),
      ),
    [funnel, unions],
  )
  const show = (shown: ReachList): void => {
    setChosen(null)
    setList(shown)
  }
  const plan = (row: RemedySubject | null): void => {
    if (row === null) notify('info', organisationText.chooseFirst)
    else if (planned.has(row.id)) notify('info', text.planned)
    else setPlanning(row)
  }
  return (
    <Screen
      title={organisationText.title}
      {...(funnel === undefined
        ? {}
        : { subtitle: text.summary(funnel.total.enterprises, funnel.stuckCount, funnel.difficultCount) })}
      actions={[
        { label: text.makeRemedy, icon: <ClipboardTaskAddRegular />, main: true, run: () => plan(chosen) },
        { label: text.limits.action, icon: <TimerRegular />, run: () => setLimiting(true) },
      ]}
      filters={
        <>
          {choices}
          {within === null ? null : (
            <Button size="small" onClick={() => setOpened(null)} title={text.everywhere}>
              {text.within(within.name)} ✕
            </Button>
          )}
          <label className="filter">
            {text.minWorkers}
            <Input
              size="small"
              className="small-number"
              value={size}
              placeholder={funnel === undefined ? '' : String(funnel.minWorkers)}
              onChange={(_, { value }) => setSize(value)}
            />
            {text.workers}
          </label>
        </>
      }
    >
      {funnel === undefined ? null : (
        <div className="organisation-split">
          <ReachNumbers funnel={funnel} unions={unions} shown={list} onShow={show} />
          <div className="organisation-part large">
            <ReachRows
              list={list}
              funnel={funnel}
              unions={unions}
              unit={scope}
              asOf={asOf}
              planned={planned}
              onChoose={setChosen}
              onPlan={plan}
              onUnit={(one, shown) => {
                setOpened({ ...one, below: unit })
                show(shown)
              }}
            />
          </div>
        </div>
      )}
      {planning === null ? null : <RemedyDialog subject={planning} onClose={() => setPlanning(null)} />}
      {limiting ? <StuckLimitsDialog onClose={() => setLimiting(false)} /> : null}
    </Screen>
  )
}

/** The size typed above the numbers; null (the office's own) as long as it is no whole number. */
function readSize(typed: string): number | null {
  const size = parseDecimal(typed)
  return size !== null && Number.isInteger(size) && size >= 0 && size <= 1_000_000 ? size : null
}
