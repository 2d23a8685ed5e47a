import type { AppError } from '#shared/contract/errors.ts'
import type { IndicatorRow } from '#shared/contract/indicators.ts'
import type { ImportFinding, TakenValue, UnitReport } from '#shared/contract/report-import.ts'
import { ownPercent, statedPercent } from '#shared/domain/report-files/check-percents.ts'
import { placeName } from '#shared/domain/report-files/find-unit.ts'
import type { ReadCell, ReadLine, ReadReport } from '#shared/domain/report-files/report-model.ts'
import { IMPORT_SENTENCES } from '#shared/domain/report-files/sentences.ts'
import type { ReportedEntry } from '#shared/domain/results/reported-entry.ts'
import { countedInYear } from '#shared/domain/results/as-of.ts'
import type { PlaceUnit } from '#shared/domain/survey/places.ts'
import type { TreeUnit } from '#shared/domain/units/tree.ts'
import { addDays, type IsoDate } from '#shared/kit/dates.ts'
import { readIndicators } from '../../db/queries/indicators.ts'
import { readOrigins } from '../../db/queries/report-files.ts'
import { readEntries, type StoredEntry } from '../../db/queries/reports.ts'
import type { ReadStore } from '../../db/store.ts'
import { createStager, type StagedEntry } from '../report-entry.ts'
import { describeWarnings } from '../report-findings.ts'
import { chooseCell, settlePeriod, type SettledPeriod } from './choose.ts'
import { createTargets } from './known-targets.ts'

export interface DecideOptions {
  readonly asOf: IsoDate | null
  readonly from: IsoDate | null
  readonly basis: 'cumulative' | 'increment' | null
  readonly plan: string | null
  readonly overwrite: boolean
  readonly adjustReason: string | null
}

/** A figure that goes into the data file, with the cell it is from. */
export interface StagedValue {
  readonly entry: StagedEntry
  readonly cell: ReadCell
  readonly sheet: string
}

export interface DecidedReport {
  readonly report: UnitReport
  readonly staged: readonly StagedValue[]
  readonly findings: readonly ImportFinding[]
}

export interface Decider {
  decide(
    file: string,
    report: ReadReport,
    unit: PlaceUnit,
    source: UnitReport['unitFrom'],
    asOf: IsoDate,
  ): DecidedReport
}

/**
 * Decides what of a report is taken: which column counts, from which day, and how it stands to what is there. One
 * decider sees all the files of an import, so that they are held against each other too.
 */
export function createDecider(store: ReadStore, options: DecideOptions, made: readonly TreeUnit[] = []): Decider {
  const stage = createStager(store, made)
  const indicators = new Map(readIndicators(store).map((row) => [row.code, row]))
  const targets = createTargets(store, options.plan)
  const batch = new Map<string, { readonly value: number; readonly file: string; readonly consolidated: boolean }>()

  return {
    decide(file, report, unit, source, asOf) {
      const period = settlePeriod(store, report, asOf, options)
      const consolidated = report.shape !== 'form'
      const findings: ImportFinding[] = []
      const staged: StagedValue[] = []
      const values: TakenValue[] = []
      const say = (
        kind: ImportFinding['kind'],
        line: ReadLine,
        cell: ReadCell,
        message: string,
        stated: number | null,
        computed: number | null,
      ): void => {
        findings.push({
          kind,
          file,
          sheet: report.sheet,
          cell: cell.address,
          unit: unit.code,
          unitName: unit.name,
          indicator: line.indicator.code,
          stated,
          computed,
          message,
        })
      }
      for (const line of report.lines) {
        const indicator = indicators.get(line.indicator.code)
        const chosen = chooseCell(line, indicator, period, options.basis)
        if (chosen === null || indicator === undefined) continue
        const { cell, basis } = chosen
        const from = basis === 'cumulative' ? period.yearFrom : period.from
        const percent = statedPercent(line)
        const taken = (state: TakenValue['state'], before: number | null): void => {
          values.push({
            indicator: indicator.code,
            indicatorName: indicator.name,
            label: line.label,
            value: cell.value,
            qualifier: cell.qualifier,
            word: cell.word,
            statedPercent: percent?.value ?? null,
            from,
            asOf,
            basis,
            sheet: report.sheet,
            cell: cell.address,
            text: cell.text,
            state,
            before,
          })
        }
        if (isComputed(indicator)) {
          taken('checked', null)
          const ours = computeFrom(indicator, report.lines)
          if (ours !== null && Math.abs(ours - cell.value) > (indicator.kind === 'ratio' ? 0.1 : 0))
            say(
              'computed',
              line,
              cell,
              IMPORT_SENTENCES.computed(indicator.shortName, cell.value, ours),
              cell.value,
              ours,
            )
          continue
        }
        const existing = readEntries(store, unit.id, indicator.id)
        const standing =
          existing.find((entry) => entry.from === from && entry.asOf === asOf && entry.basis === basis) ?? null
        const key = `${unit.id}|${indicator.id}|${from}|${asOf}|${basis}`
        const origin = standing === null ? undefined : readOrigins(store, [standing.id]).get(standing.id)
        const inBatch = batch.get(key)
        const before = inBatch?.value ?? standing?.value ?? null
        const isSame =
          before !== null && before === cell.value && (inBatch !== undefined || standing?.qualifier === cell.qualifier)
        if (inBatch !== undefined && (isSame || consolidated)) {
          if (isSame || valuesAgree(inBatch.value, cell)) taken('unchanged', before)
          else {
            taken('kept', before)
            say(
              'differs',
              line,
              cell,
              IMPORT_SENTENCES.differs(indicator.shortName, cell.value, inBatch.value, inBatch.file),
              cell.value,
              inBatch.value,
            )
          }
          continue
        }
        const ownStands = standing !== null && origin?.consolidated !== true
        if (consolidated && ownStands && standing.value === cell.value) {
          // "hơn 128" in the unit's own report is 128 in the office's table.
          taken('unchanged', before)
          continue
        }
        if (consolidated && ownStands && !isSame && !options.overwrite) {
          taken('kept', before)
          say(
            'differs',
            line,
            cell,
            IMPORT_SENTENCES.differs(indicator.shortName, cell.value, standing.value, origin?.fileName ?? ''),
            cell.value,
            standing.value,
          )
          continue
        }
        const entry = stage({
          unit: unit.code,
          indicator: indicator.code,
          from,
          asOf,
          basis,
          value: cell.value,
          qualifier: cell.word ?? cell.qualifier,
          statedPercent: percent?.value ?? null,
          source: file,
          adjustReason: options.adjustReason,
        })
        if (!entry.ok) {
          const closed = entry.error.code === 'REPORT_PERIOD_CLOSED'
          taken(closed ? 'closed' : 'refused', before)
          say(closed ? 'closed' : 'refused', line, cell, sentenceOf(indicator, entry.error), cell.value, before)
          continue
        }
        if (inBatch === undefined && standing !== null && origin?.consolidated === true && !consolidated && !isSame)
          say(
            'differs',
            line,
            cell,
            IMPORT_SENTENCES.tableSaid(indicator.shortName, cell.value, standing.value, origin.fileName),
            cell.value,
            standing.value,
          )
        // Two files of one unit and period in one go ("bao cao.xlsx", "bao cao (sua).xlsx"): the later one counts, and it is told.
        if (inBatch !== undefined && !inBatch.consolidated && !isSame)
          say(
            'differs',
            line,
            cell,
            IMPORT_SENTENCES.twoFiles(indicator.shortName, cell.value, inBatch.value, inBatch.file),
            cell.value,
            inBatch.value,
          )
        batch.set(key, { value: cell.value, file, consolidated })
        if (isSame && (inBatch !== undefined || origin !== undefined)) taken('unchanged', before)
        else {
          // The same figure typed before gets the cell it is from; nothing else of it changes.
          staged.push({ entry: entry.value, cell, sheet: report.sheet })
          taken(
            isSame ? 'unchanged' : entry.value.adjustment !== null ? 'adjusted' : before === null ? 'new' : 'corrected',
            isSame ? null : before,
          )
        }
        if (!isSame)
          for (const warning of describeWarnings(store, entry.value)) {
            // A percent is held against the target the report itself states, where it states one.
            if (warning.kind === 'percent' && ownPercent(line) !== null) continue
            say(
              warning.kind,
              line,
              cell,
              `${indicator.shortName}: ${warning.message}`,
              warning.stated ?? null,
              warning.computed ?? null,
            )
          }
        checkIncrement(line, indicator, existing, period, say)
      }
      const stated = report.lines.flatMap((line) => {
        const cell = line.cells.target
        if (cell === undefined) return []
        const ours = targets.of(unit.id, line.indicator.code, asOf)
        if (ours.length > 0 && !ours.includes(cell.value))
          say(
            'target',
            line,
            cell,
            IMPORT_SENTENCES.target(line.indicator.shortName, cell.value, ours[0] ?? 0),
            cell.value,
            ours[0] ?? null,
          )
        return [
          {
            indicator: line.indicator.code,
            value: cell.value,
            qualifier: cell.qualifier,
            cell: cell.address,
            ours: ours[0] ?? null,
          },
        ]
      })
      const inPeriod = report.lines.flatMap((line) => {
        const cell = line.cells.increment
        return cell === undefined ||
          chooseCell(line, indicators.get(line.indicator.code), period, options.basis)?.cell === cell
          ? []
          : [
              {
                indicator: line.indicator.code,
                value: cell.value,
                qualifier: cell.qualifier,
                cell: cell.address,
                ours: null,
              },
            ]
      })
      return {
        report: {
          file,
          sheet: report.sheet,
          shape: report.shape,
          unit: unit.code,
          unitName: unit.name,
          place: placeName(unit.name),
          unitFrom: source,
          unitCell: report.unitCell,
          from: values[0]?.from ?? period.yearFrom,
          asOf,
          asOfFrom: options.asOf !== null ? 'asked' : (report.period.source ?? 'asked'),
          basis: values.some(({ basis }) => basis === 'increment') ? 'increment' : 'cumulative',
          values,
          stated,
          inPeriod,
        },
        staged,
        findings,
      }
    },
  }
}

/** Net figures and ratios with a formula are made by the program; a file's number is only held against it. */
function isComputed({ kind, formula }: Pick<IndicatorRow, 'kind' | 'formula'>): boolean {
  return (kind === 'net' || kind === 'ratio') && formula !== null
}

function computeFrom(indicator: IndicatorRow, lines: readonly ReadLine[]): number | null {
  const { formula } = indicator
  const of = (code: string): number | null => {
    const cells = lines.find((line) => line.indicator.code === code)?.cells
    return (cells?.cumulative ?? cells?.value ?? cells?.increment)?.value ?? null
  }
  if (formula === null || !('plus' in formula || 'numerator' in formula)) return null
  if ('numerator' in formula) {
    const [part, whole] = [of(formula.numerator), of(formula.denominator)]
    return part === null || whole === null || whole === 0 ? null : Math.round((part / whole) * 1000) / 10
  }
  const optional = formula.optional ?? []
  const sum = (codes: readonly string[]): number | null =>
    codes.reduce<number | null>((total, code) => {
      const value = of(code) ?? (optional.includes(code) ? 0 : null)
      return total === null || value === null ? null : total + value
    }, 0)
  const [plus, minus] = [sum(formula.plus), sum(formula.minus)]
  return plus === null || minus === null ? null : plus - minus
}

/** "Trong tháng" against what the cumulative figure has grown by since the report before. */
function checkIncrement(
  line: ReadLine,
  indicator: IndicatorRow,
  existing: readonly StoredEntry[],
  period: SettledPeriod,
  say: (
    kind: ImportFinding['kind'],
    line: ReadLine,
    cell: ReadCell,
    message: string,
    stated: number | null,
    computed: number | null,
  ) => void,
): void {
  const { cumulative, increment } = line.cells
  if (cumulative === undefined || increment === undefined || indicator.kind === 'stock' || indicator.kind === 'ratio')
    return
  if (cumulative.qualifier !== null || increment.qualifier !== null) return
  if (increment.value > cumulative.value) {
    say(
      'incrementOverCumulative',
      line,
      increment,
      `${indicator.shortName}: số trong kỳ ${increment.value} lớn hơn lũy kế ${cumulative.value}.`,
      increment.value,
      cumulative.value,
    )
    return
  }
  const dayBefore = addDays(period.from, -1)
  const entries: readonly ReportedEntry[] = existing
  const before = countedInYear(entries, period.yearFrom, dayBefore)
  if (before.amount === null || before.asOf !== dayBefore || before.amount.qualifier !== null) return
  const grown = cumulative.value - before.amount.value
  if (grown !== increment.value)
    say(
      'increment',
      line,
      increment,
      IMPORT_SENTENCES.increment(indicator.shortName, increment.value, grown, dayBefore),
      increment.value,
      grown,
    )
}

function valuesAgree(ours: number, cell: ReadCell): boolean {
  return ours === cell.value
}

function sentenceOf(indicator: Pick<IndicatorRow, 'shortName'>, error: AppError): string {
  return `${indicator.shortName}: ${error.message}`
}
