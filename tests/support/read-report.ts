import fs from 'node:fs'
import path from 'node:path'
import type { CellValue, ForeignSheet } from '#shared/domain/exchange/foreign-sheet.ts'
import { createUnitFinder } from '#shared/domain/report-files/find-unit.ts'
import {
  createIndicatorDirectory,
  type IndicatorDirectory,
  type KnownIndicator,
  type LearnedWording,
} from '#shared/domain/report-files/match-indicator.ts'
import { readSheet, type ReadingContext } from '#shared/domain/report-files/read-sheet.ts'
import type { ReadReport, ReadSheet } from '#shared/domain/report-files/report-model.ts'
import { createPlaceDirectory, type PlaceUnit } from '#shared/domain/survey/places.ts'
import { sheetOf } from '#tests/support/foreign-sheet.ts'
import { RESOURCES } from '#tests/support/resources.ts'

/** The catalogue as a new data file has it. */
export function shippedIndicators(): readonly KnownIndicator[] {
  const folder = path.join(RESOURCES, 'indicators')
  return fs
    .readdirSync(folder)
    .toSorted()
    .flatMap((file) => JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8')) as Omit<KnownIndicator, 'parent'>[])
    .map((indicator) => ({ parent: null, ...indicator }))
}

let usual: IndicatorDirectory | null = null

/** The look-up of the shipped catalogue; what nobody taught it is the same for all, and made once. */
export function indicatorDirectory(learned: readonly LearnedWording[] = []): IndicatorDirectory {
  if (learned.length > 0) return createIndicatorDirectory(shippedIndicators(), learned)
  return (usual ??= createIndicatorDirectory(shippedIndicators(), []))
}

export const QUANG_TRI: readonly (readonly [code: string, name: string, type: string])[] = [
  ['QTRI', 'Liên đoàn Lao động tỉnh Quảng Trị', 'LDLD_TINH'],
  ['DHA', 'Thành phố Đông Hà', 'LDLD_HUYEN'],
  ['TXQT', 'Thị xã Quảng Trị', 'LDLD_HUYEN'],
  ['VLI', 'Huyện Vĩnh Linh', 'LDLD_HUYEN'],
  ['GLI', 'Huyện Gio Linh', 'LDLD_HUYEN'],
  ['CLO', 'Huyện Cam Lộ', 'LDLD_HUYEN'],
  ['TPH', 'Huyện Triệu Phong', 'LDLD_HUYEN'],
  ['HLA', 'Huyện Hải Lăng', 'LDLD_HUYEN'],
  ['DKR', 'Huyện Đakrông', 'LDLD_HUYEN'],
  ['HHO', 'Huyện Hướng Hóa', 'LDLD_HUYEN'],
  ['CCO', 'Huyện đảo Cồn Cỏ', 'LDLD_HUYEN'],
]

/** A province of all kinds of units, before and after 2025. */
export const HAI_SON: readonly (readonly [code: string, name: string, type: string])[] = [
  ['LDLDT', 'Liên đoàn Lao động tỉnh Hải Sơn', 'LDLD_TINH'],
  ['TPSH', 'Liên đoàn Lao động thành phố Sông Hậu', 'LDLD_HUYEN'],
  ['HVL', 'Liên đoàn Lao động huyện Vĩnh Lộc', 'LDLD_HUYEN'],
  ['HAK', 'Liên đoàn Lao động huyện An Khê', 'LDLD_HUYEN'],
  ['KCN', 'Công đoàn các Khu công nghiệp tỉnh', 'CD_KCN'],
  ['GD', 'Công đoàn ngành Giáo dục', 'CD_NGANH'],
  ['YT', 'Công đoàn ngành Y tế', 'CD_NGANH'],
  ['VC', 'Công đoàn Viên chức tỉnh', 'CD_VIENCHUC'],
  ['XBM', 'Công đoàn xã Bình Minh', 'CD_XA'],
  ['PTH', 'Công đoàn phường Tân Hòa', 'CD_PHUONG'],
]

export function placeUnits(rows: readonly (readonly [string, string, string])[]): readonly PlaceUnit[] {
  return rows.map(([code, name, typeCode]) => ({ id: code, code, name, shortName: name, typeCode, aliases: [] }))
}

export interface ReadWith {
  readonly fileName?: string
  readonly units?: readonly (readonly [string, string, string])[]
  readonly learned?: readonly LearnedWording[]
  readonly yearStart?: string
  readonly yearHint?: number | null
}

export function readingContext(wanted: ReadWith = {}): ReadingContext {
  const units = placeUnits(wanted.units ?? QUANG_TRI)
  const directory = createPlaceDirectory(units)
  return {
    indicators: indicatorDirectory(wanted.learned),
    units: createUnitFinder(units, units[0]?.id ?? '', directory),
    fileName: wanted.fileName ?? 'bao cao.xlsx',
    yearStart: wanted.yearStart ?? '01-01',
    yearHint: wanted.yearHint ?? null,
  }
}

export function readReportSheet(sheet: ForeignSheet, wanted: ReadWith = {}): ReadSheet {
  const read = readSheet(sheet, readingContext(wanted))
  if (read === null) throw new Error('the sheet reads as no report')
  return read
}

type ShortFigures = Readonly<Record<string, number | string>>

export interface ShortReport {
  readonly unit: string
  readonly from: string | null
  readonly asOf: string | null
  readonly basis: string | null
  readonly target?: ShortFigures
  readonly cumulative?: ShortFigures
  readonly increment?: ShortFigures
  readonly value?: ShortFigures
}

/** A report in short: unit, day and values by indicator and role. */
export function shortReport(report: ReadReport): ShortReport {
  const of = (role: 'cumulative' | 'increment' | 'value' | 'target'): Record<string, number | string> =>
    Object.fromEntries(
      report.lines.flatMap(({ indicator, cells }) => {
        const cell = cells[role]
        return cell === undefined
          ? []
          : [[indicator.code, cell.qualifier === null ? cell.value : `${cell.qualifier}${cell.value}`]]
      }),
    )
  const kept = Object.fromEntries(
    (['target', 'cumulative', 'increment', 'value'] as const).flatMap((role) => {
      const values = of(role)
      return Object.keys(values).length === 0 ? [] : [[role, values]]
    }),
  )
  return {
    unit: report.unit.kind === 'unit' ? report.unit.unit.code : `?${report.unit.text}`,
    from: report.period.from,
    asOf: report.period.asOf,
    basis: report.period.basis,
    ...kept,
  }
}

/** Rows of a sheet as a test writes them; undefined is blank. */
export type Rows = readonly (readonly (CellValue | undefined)[])[]
type Options = NonNullable<Parameters<typeof sheetOf>[1]>

/** Reads a sheet and tells of it in short. */
export function readRows(rows: Rows, options: Options = {}, wanted: ReadWith = {}) {
  const sheet = readReportSheet(sheetOf(rows, options), wanted)
  return {
    reports: sheet.reports.map(shortReport),
    findings: sheet.findings.map(({ kind, cell, indicator, stated, computed }) =>
      [kind, cell, indicator?.code ?? null, stated, computed].filter((part) => part !== null),
    ),
    questions: sheet.questions.map(({ kind, cell, choices }) => [kind, cell, choices[0] ?? null]),
    unmatched: sheet.unmatched.map(({ cell }) => cell),
  }
}
