import type { Qualifier } from '../results/qualifier.ts'
import type { PlaceUnit } from '../survey/places.ts'
import type { IsoDate } from '../../kit/dates.ts'
import type { ColumnRole } from './column-role.ts'
import type { UnitSource } from './find-unit.ts'
import type { KnownIndicator, Measure } from './match-indicator.ts'
import type { FigureNote } from './read-figure.ts'

/** form: indicators down, one unit; unitsDown: units down, indicators across; unitsAcross: the other way. */
export type ReportShape = 'form' | 'unitsDown' | 'unitsAcross'

/** A figure as a cell of the file holds it. */
export interface ReadCell {
  readonly role: ColumnRole
  /** "F6" */
  readonly address: string
  /** The cell as it is written. */
  readonly text: string
  readonly value: number
  readonly qualifier: Qualifier | null
  readonly word: string | null
  readonly notes: readonly FigureNote[]
  readonly isFormula: boolean
}

/** All a report says of one indicator. */
export interface ReadLine {
  readonly indicator: KnownIndicator
  /** As the report words it. */
  readonly label: string
  readonly row: number
  readonly hidden: boolean
  readonly cells: Readonly<Partial<Record<ColumnRole, ReadCell>>>
  readonly measure: Measure | null
  readonly isLearned: boolean
}

/** The period a report is of, as far as the file says it. */
export interface ReadPeriod {
  readonly from: IsoDate | null
  readonly asOf: IsoDate | null
  readonly basis: 'cumulative' | 'increment' | null
  /** Where it stands: title, header, sheet, file; null: nowhere. */
  readonly source: 'title' | 'header' | 'sheet' | 'file' | null
  readonly text: string | null
}

export type UnitRef =
  | { readonly kind: 'unit'; readonly unit: PlaceUnit; readonly source: UnitSource; readonly text: string }
  | { readonly kind: 'several'; readonly units: readonly PlaceUnit[]; readonly text: string }
  | { readonly kind: 'unknown'; readonly text: string }

/** What one unit reports in one table. */
export interface ReadReport {
  readonly sheet: string
  readonly shape: ReportShape
  readonly unit: UnitRef
  /** Cell the unit's name stands in; null when it is the title or the file's name. */
  readonly unitCell: string | null
  readonly period: ReadPeriod
  readonly lines: readonly ReadLine[]
}

/** What the file itself says wrongly, found without looking at any data. */
export type FileFindingKind =
  | 'percent'
  | 'total'
  | 'partOverWhole'
  | 'repeated'
  | 'measure'
  | 'noFigure'
  | 'unreadable'
  | 'hiddenRow'
  | 'readAs'
  | 'guessed'
  | 'errorCell'
  | 'incrementOverCumulative'

export interface FileFinding {
  readonly kind: FileFindingKind
  readonly sheet: string
  /** "F6" */
  readonly cell: string
  readonly unit: PlaceUnit | null
  readonly unitText: string | null
  readonly indicator: KnownIndicator | null
  /** Which of the figures: cumulative, target … */
  readonly role: ColumnRole | null
  readonly stated: number | null
  readonly computed: number | null
  /** The cell's text, where the finding is about how it was read. */
  readonly text: string | null
  readonly note?: FigureNote
}

/** A row or column nobody could place. */
export interface UnmatchedItem {
  readonly sheet: string
  readonly cell: string
  readonly text: string
  /** What an answer is remembered under. */
  readonly key: string
  /** Figures that stand there, as written, with their cells. */
  readonly figures: readonly { readonly cell: string; readonly text: string }[]
}

/** Something the clerk must say before a figure can be taken. */
export interface FileQuestion {
  readonly kind: 'indicator' | 'cut' | 'unit' | 'day'
  readonly sheet: string
  /** '' for a question about the whole sheet. */
  readonly cell: string
  readonly text: string
  /** What the answer is remembered under. */
  readonly key: string
  /** Codes of indicators or units, likeliest first. */
  readonly choices: readonly string[]
  /** Cut: the code of the indicator the row above is about. */
  readonly under: string | null
  readonly figures: readonly { readonly cell: string; readonly text: string }[]
}

export interface ReadSheet {
  readonly sheet: string
  readonly hidden: boolean
  readonly reports: readonly ReadReport[]
  readonly findings: readonly FileFinding[]
  readonly questions: readonly FileQuestion[]
  readonly unmatched: readonly UnmatchedItem[]
}
