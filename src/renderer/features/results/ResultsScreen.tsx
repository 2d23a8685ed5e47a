import {
  ArrowEnterLeftRegular,
  DocumentAddRegular,
  DocumentArrowDownRegular,
  LockClosedRegular,
  SearchInfoRegular,
} from '@fluentui/react-icons'
import { useEffect, useMemo, useState } from 'react'
import { indicatorsOfCut } from '#shared/domain/results/cuts.ts'
import { chooseMany } from '#renderer/api/commands.ts'
import { useData } from '#renderer/api/data.ts'
import { today, useWorkingContext } from '#renderer/api/working-context.ts'
import { periodsText } from '#renderer/text/periods.ts'
import { reportImportText } from '#renderer/text/report-import.ts'
import { resultsText } from '#renderer/text/results.ts'
import { DataGrid } from '#renderer/ui/DataGrid/DataGrid.tsx'
import type { GridMenuItem, WriteCells } from '#renderer/ui/DataGrid/grid-model.ts'
import { EmptyState } from '#renderer/ui/layout/EmptyState.tsx'
import { Screen, type ScreenAction } from '#renderer/ui/layout/Screen.tsx'
import { Waiting } from '#renderer/ui/layout/Waiting.tsx'
import { goTo, takeFocus, unitOfResultRow, useNavigation } from '#renderer/ui/state/navigation.ts'
import { notify } from '#renderer/ui/state/notices.ts'
import { useRowInFocus } from '#renderer/ui/state/row-request.ts'
import { showWarnings } from '#renderer/ui/state/status.ts'
import { type AskedNumber, SourcesDialog } from '#renderer/ui/sources/SourcesDialog.tsx'
import { FileCellsDialog } from '#renderer/ui/sources/FileCellsDialog.tsx'
import { indicatorsOf, shownIndicators, useTableChoice } from '#renderer/ui/state/table-choice.ts'
import { AdjustReasonDialog, type AskedReason } from './AdjustReasonDialog.tsx'
import { ImportReportsDialog } from './import/ImportReportsDialog.tsx'
import { useDroppedReports } from './import/use-dropped-reports.ts'
import { PeriodsDialog } from './periods/PeriodsDialog.tsx'
import { askedOf, type FocusedLine, lineId, ProgressTable } from './ProgressTable.tsx'
import { ReportDialog } from './ReportDialog.tsx'
import { ResultsFilters } from './ResultsFilters.tsx'
import { makeResultColumns, splitColumn } from './result-columns.ts'
import { makeResultSums } from './result-totals.ts'
import { rowKey, tableOf, type ResultGridRow } from './result-rows.ts'
import './results.css'
import { SourcePanel } from './SourcePanel.tsx'
import { comparedWith, USUAL_VIEW } from './view-choice.ts'
import { tryResultCells, writeResultCells } from './write-result-cells.ts'

const NONE: readonly never[] = []

interface FocusedCell {
  readonly row: ResultGridRow
  readonly indicator: string | null
  readonly part: string
}

/** Ai làm được bao nhiêu? */
export function ResultsScreen() {
  const { plan: planCode, asOf } = useWorkingContext()
  const { assigner, kind, indicators: chosen } = useTableChoice()
  const hasPlan = planCode !== null
  const plan = (useData('plans.list', {}).data ?? NONE).find(({ code }) => code === planCode)
  const catalogue = useData('indicators.list', {}).data ?? NONE
  const assigners = useData('assigners.list', {}).data ?? NONE
  const types = useData('unitTypes.list', {}).data ?? NONE
  const [choice, setChoice] = useState(USUAL_VIEW)
  const { by, unitsOf: unitView, cut } = choice
  const units = useData('units.list', { asOf: unitView === 'then' ? asOf : today() }).data
  const targets = useData('targets.list', { plan: planCode }, { enabled: hasPlan }).data ?? NONE
  const compare = comparedWith(choice, asOf)
  const view = { plan: planCode, asOf, view: unitView, compare, cut: cut === '' ? null : cut }
  const progress = useData('progress.get', view, { enabled: hasPlan && by === 'table' }).data
  const lines = useData(
    'progress.get',
    { ...view, by: by === 'table' ? null : by },
    { enabled: hasPlan && by !== 'table' },
  ).data
  const [line, setLine] = useState<FocusedLine | null>(null)
  const [opened, setOpened] = useState<AskedNumber | null>(null)
  const [focused, setFocused] = useState<FocusedCell | null>(null)
  const [showsSource, setShowsSource] = useState(false)
  // A unit named on another screen ("chưa báo cáo") opens its report form at once.
  const [entering, setEntering] = useState<string | null>(() => {
    const { focus } = useNavigation.getState()
    return focus === null || unitOfResultRow(focus) !== null ? null : takeFocus()
  })
  const [importing, setImporting] = useState<readonly string[] | null>(null)
  const [showsPeriods, setShowsPeriods] = useState(false)
  const [openFile, setOpenFile] = useState<string | null>(null)
  const [asked, setAsked] = useState<AskedReason | null>(null)
  const drop = useDroppedReports(setImporting)

  const comparedOn = progress?.comparedOn ?? null
  const indicators = useMemo(
    () =>
      cut === ''
        ? shownIndicators(catalogue, chosen, indicatorsOf(targets, assigner, kind))
        : indicatorsOfCut(cut, catalogue),
    [catalogue, chosen, targets, assigner, kind, cut],
  )
  const shownCodes = useMemo(() => indicators.map(({ code }) => code), [indicators])
  const scope = useMemo(() => (by === 'assigner' ? null : { assigner, kind }), [by, assigner, kind])
  const table = useMemo(
    () => tableOf(progress, units ?? NONE, types, { assigner, kind }),
    [progress, units, types, assigner, kind],
  )
  useRowInFocus('results', (focus) => {
    const code = unitOfResultRow(focus)
    const row = code === null ? undefined : table.rows.find(({ unit }) => unit === code)
    return row === undefined ? null : rowKey(row)
  })
  const sums = useMemo(() => makeResultSums(table.rows), [table.rows])
  const columns = useMemo(
    () =>
      plan === undefined
        ? NONE
        : makeResultColumns(indicators, {
            compared: comparedOn === null ? null : { on: comparedOn, isLastYear: choice.comparison === 'last-year' },
            isTyped: unitView === 'then',
          }),
    [indicators, plan, comparedOn, choice.comparison, unitView],
  )
  const shortNames = useMemo(() => new Map(catalogue.map(({ code, shortName }) => [code, shortName])), [catalogue])
  const askReason = (sentence: string): Promise<string | null> =>
    new Promise((resolve) => setAsked({ sentence, answer: resolve }))
  const write: WriteCells<ResultGridRow> = (edits, origin) =>
    writeResultCells({ plan: planCode ?? '', asOf, shortNames, askReason }, edits, origin)

  useEffect(() => {
    if (progress === undefined) return
    showWarnings([
      ...progress.silent.map(({ unit, name }) => ({
        text: resultsText.warningSilent(name),
        open: () => setEntering(unit),
      })),
      ...progress.findings.map(({ name, indicator, stated, computed }) => ({
        text: resultsText.warningStated(name, shortNames.get(indicator) ?? indicator, stated, computed),
      })),
    ])
    return () => showWarnings([])
  }, [progress, shortNames])

  if (!hasPlan)
    return (
      <Screen title={resultsText.screen}>
        <EmptyState
          title={resultsText.noPlanTitle}
          text={resultsText.noPlanText}
          actions={[{ label: resultsText.goToTargets, main: true, run: () => goTo('targets') }]}
        />
      </Screen>
    )

  /** The line may be of the view or day before: it is looked up among those that are shown. */
  const openLine = (view: Exclude<typeof by, 'table'>): void => {
    const row = line === null ? undefined : lines?.rows.find((one) => lineId(one) === lineId(line.row))
    if (lines === undefined || line === null || row === undefined) notify('info', resultsText.sourcePanel.choose)
    else setOpened(askedOf(lines, view, row, line.column))
  }
  const unitAt = focused?.row.level === 'unit' ? focused.row.unit : null
  const actions: ScreenAction[] = [
    {
      label: resultsText.enter,
      icon: <ArrowEnterLeftRegular />,
      main: true,
      run: () =>
        setEntering(unitAt ?? table.rows.find(({ depth, level }) => level === 'unit' && depth === 1)?.unit ?? ''),
    },
    {
      label: reportImportText.action,
      icon: <DocumentArrowDownRegular />,
      run: () =>
        void chooseMany('report').then((files) => {
          if (files.length > 0) setImporting(files)
        }),
    },
    {
      label: resultsText.source,
      icon: <SearchInfoRegular />,
      ...(by === 'table' ? { run: () => setShowsSource(!showsSource) } : { run: () => openLine(by) }),
    },
    { label: periodsText.action, icon: <LockClosedRegular />, run: () => setShowsPeriods(true) },
    { label: resultsText.makeReport, icon: <DocumentAddRegular />, run: () => goTo('documents', 'bao-cao-tien-do') },
  ]
  const menu = (row: ResultGridRow): readonly GridMenuItem[] => [
    ...(row.level === 'unit' ? [{ label: resultsText.enter, run: () => setEntering(row.unit) }] : []),
    { label: resultsText.source, run: () => setShowsSource(true) },
  ]
  const isEmpty = units !== undefined && units.length <= 1

  return (
    <Screen
      title={resultsText.title(plan?.name ?? planCode)}
      subtitle={resultsText.subtitle(asOf)}
      actions={actions}
      filters={
        <ResultsFilters
          choice={choice}
          onChange={(patch) => setChoice((before) => ({ ...before, ...patch }))}
          catalogue={catalogue}
          shown={shownCodes}
          assigners={assigners}
          targets={targets}
        />
      }
    >
      {isEmpty ? (
        <EmptyState
          title={resultsText.noUnitsTitle}
          text={resultsText.noUnitsText}
          actions={[{ label: resultsText.goToUnits, main: true, run: () => goTo('units') }]}
        />
      ) : (
        <div
          className={drop.isOver ? 'with-panel results-drop-zone results-dropping' : 'with-panel results-drop-zone'}
          data-hint={reportImportText.dropHint}
          {...drop.handlers}
        >
          {by === 'table' ? (
            <DataGrid<ResultGridRow>
              name="results"
              label={resultsText.table}
              about={`${planCode ?? ''} ${asOf}`}
              columns={columns}
              rows={table.rows}
              totals={table.totals}
              sums={sums}
              rowId={rowKey}
              isGroup={isGroupRow}
              tree={TREE}
              historyOf={historyOf}
              write={write}
              tryWrite={(edits) => tryResultCells({ asOf }, edits)}
              onFocusRow={(row, column) => {
                const { indicator, part } = splitColumn(column ?? '')
                setFocused(row === null ? null : { row, indicator: shortNames.has(indicator) ? indicator : null, part })
              }}
              menu={menu}
            />
          ) : lines === undefined ? (
            <Waiting />
          ) : (
            <ProgressTable
              progress={lines}
              by={by}
              isCut={cut !== ''}
              catalogue={catalogue}
              shown={shownCodes}
              scope={scope}
              onFocus={setLine}
              onOpen={setOpened}
              onEnter={setEntering}
            />
          )}
          {showsSource && by === 'table' ? (
            <SourcePanel
              plan={planCode}
              asOf={asOf}
              view={unitView}
              cell={
                focused === null || focused.indicator === null
                  ? null
                  : {
                      row: focused.row,
                      indicator: focused.indicator,
                      isTarget: focused.part === 'target',
                      before: focused.part === 'before' ? comparedOn : null,
                    }
              }
              rows={table.rows}
              indicators={catalogue}
              onOpenFile={setOpenFile}
              onClose={() => setShowsSource(false)}
            />
          ) : null}
        </div>
      )}
      {entering === null || units === undefined ? null : (
        <ReportDialog
          unit={entering}
          units={units}
          indicators={catalogue}
          shownFirst={shownCodes}
          table={table.rows}
          onClose={() => setEntering(null)}
        />
      )}
      {importing === null ? null : (
        <ImportReportsDialog
          files={importing}
          indicators={catalogue}
          units={units ?? NONE}
          onClose={() => setImporting(null)}
        />
      )}
      {showsPeriods ? <PeriodsDialog plan={planCode} asOf={asOf} onClose={() => setShowsPeriods(false)} /> : null}
      {opened === null ? null : <SourcesDialog asked={opened} onClose={() => setOpened(null)} />}
      {openFile === null ? null : <FileCellsDialog file={openFile} onClose={() => setOpenFile(null)} />}
      {asked === null ? null : <AdjustReasonDialog asked={asked} onClose={() => setAsked(null)} />}
    </Screen>
  )
}

function isGroupRow(row: ResultGridRow): boolean {
  return row.level !== 'unit' || row.depth === 0
}

const TREE = {
  depthOf: (row: ResultGridRow) => (row.level === 'unit' ? Math.max(0, row.depth - 1) : 0),
  parentOf: () => null,
}

function historyOf(row: ResultGridRow) {
  return row.level === 'unit' && row.unit !== null ? { table: 'units', row: row.unit, of: 'results' as const } : null
}
