import { Button, Checkbox } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import { useData } from '#renderer/api/data.ts'
import { sourcesText as text } from '#renderer/text/sources.ts'
import { ReadingDialog } from '../layout/ReadingDialog.tsx'
import { TabBar } from '../layout/TabBar.tsx'
import { Waiting } from '../layout/Waiting.tsx'
import { goTo, resultRowFocus } from '../state/navigation.ts'
import { FileCellsDialog } from './FileCellsDialog.tsx'
import { ReportLines, TargetLines } from './SourceTables.tsx'
import { orderReports, showAmount, type SourceReport } from './source-lines.ts'
import './sources.css'

/** A number on a screen: whose, of what, as of which day, and the day it is held against. */
export interface AskedNumber {
  readonly plan: string
  readonly asOf: string
  /** Null: the whole province. */
  readonly unit: string | null
  readonly indicator: string
  /** A sum over units: `unit` is then the code of their type. */
  readonly sum?: 'group' | 'type' | 'total'
  readonly view?: 'then' | 'now'
  /** A phase may count its own days or the year's. */
  readonly basis?: 'cumulative' | 'increment'
  readonly before?: string
  /** Which of the two days is opened. */
  readonly opens?: 'now' | 'before'
}

type Day = 'now' | 'before'

interface SourcesDialogProps {
  readonly asked: AskedNumber
  readonly onClose: () => void
}

/** Every number opens what it rests on: reports with their files and cells, targets with their decisions. */
export function SourcesDialog({ asked, onClose }: SourcesDialogProps) {
  const { plan, asOf, unit, indicator, before, sum = null, view = 'then', basis = null } = asked
  const [day, setDay] = useState<Day>(before === undefined ? 'now' : (asked.opens ?? 'now'))
  const [withCovered, setWithCovered] = useState(false)
  const [chosen, setChosen] = useState<SourceReport | null>(null)
  const [openFile, setOpenFile] = useState<string | null>(null)
  const compare = day === 'before' ? (before ?? null) : null
  const { data, isPlaceholderData } = useData('progress.sources', {
    plan,
    asOf,
    unit,
    indicator,
    compare,
    sum,
    view,
    basis,
    covered: withCovered,
  })
  const catalogue = useData('indicators.list', {}).data
  // What is shown stays while the reports gone over are fetched; of the other day nothing stays.
  const wanted = compare ?? asOf
  const sources = isPlaceholderData && data?.asOf !== wanted ? undefined : data
  const reports = useMemo(() => orderReports(sources?.reports ?? []), [sources])
  if (openFile !== null) return <FileCellsDialog file={openFile} onClose={() => setOpenFile(null)} />

  const named = catalogue?.find(({ code }) => code === indicator)
  const names = new Map((catalogue ?? []).map(({ code, shortName }) => [code, shortName]))
  const covered = sources?.coveredCount ?? 0
  const file = chosen !== null && reports.includes(chosen) ? chosen.file : null
  return (
    <ReadingDialog
      title={text.title(named?.shortName ?? indicator, sources?.name ?? '')}
      width={1160}
      contentClass="sources"
      onClose={onClose}
      extra={
        <>
          {reports.some((report) => report.file !== null) ? (
            <Button disabled={file === null} onClick={() => setOpenFile(file?.id ?? null)}>
              {text.openFile}
            </Button>
          ) : null}
          {sources === undefined || sources.round === null ? null : (
            <Button
              onClick={() => {
                onClose()
                goTo('enterprises')
              }}
            >
              {text.openEnterprises}
            </Button>
          )}
          <Button
            onClick={() => {
              onClose()
              goTo(
                'results',
                sum !== null || sources === undefined || sources.unit === null ? null : resultRowFocus(sources.unit),
              )
            }}
          >
            {text.openResults}
          </Button>
        </>
      }
    >
      {before === undefined ? null : (
        <TabBar
          label={text.days}
          ids={DAYS}
          titleOf={(id) => text.day(id === 'before' ? before : asOf)}
          shown={day}
          onShow={setDay}
        />
      )}
      {sources === undefined ? (
        <Waiting />
      ) : (
        <>
          <p className="sources-figure">
            {sources.result === null
              ? text.noFigure(sources.asOf)
              : text.figure(showAmount(sources.result, sources.qualifierWord), named?.unitLabel ?? '', sources.asOf)}
          </p>
          {sources.round === null ? null : (
            <p className="dialog-note">
              {text.round(
                sources.round.name,
                sources.round.surveyedOn,
                sources.round.file ?? sources.round.source ?? '',
              )}
            </p>
          )}
          {sources.reports.length === 0 && sources.round !== null ? null : (
            <ReportLines reports={reports} names={names} indicator={indicator} onChoose={setChosen} />
          )}
          {covered === 0 ? null : (
            <Checkbox
              label={text.withCovered(covered)}
              checked={withCovered}
              onChange={(_, { checked }) => setWithCovered(checked === true)}
            />
          )}
          <TargetLines targets={sources.targets} />
        </>
      )}
    </ReadingDialog>
  )
}

const DAYS: readonly Day[] = ['now', 'before']
