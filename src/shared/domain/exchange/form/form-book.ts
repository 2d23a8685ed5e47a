/**
 * The workbook an office without the program fills in: what stands in it, whatever the library that writes it. A form
 * is a carrier only; what its figures mean belongs to the kind it is made for.
 */
export interface FormBook {
  readonly stamp: FormStamp
  /** Whose form: "LIÊN ĐOÀN LAO ĐỘNG TỈNH …". */
  readonly office: string
  readonly title: string
  /** Lines of the first sheet: what is asked of whom and until when. */
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  /** How to fill it in, one step a line. */
  readonly steps: readonly string[]
  readonly tables: readonly FormTable[]
}

/**
 * Says which form this is. It stands in the hidden part and, to be read by eye and by telephone, on every sheet: with
 * it a form whose hidden part was lost is still known again by the office that made it.
 */
export interface FormStamp {
  /** Version of the make-up of forms. */
  readonly version: number
  readonly kind: string
  /** Code of the unit the form was made for. */
  readonly unit: string
  /** Code of the period, or a day ("2024-06", "2024-6T"); null where the kind has none. */
  readonly period: string | null
  /** Id of the package whose base the form carries. */
  readonly id: string
}

export const FORM_VERSION = 1

export type FormColumnKind = 'text' | 'count' | 'number' | 'date' | 'choice' | 'taxCode'
export type FormValue = string | number | null

export interface FormChoice {
  /** As the program keeps it. */
  readonly value: string
  /** As the list shows it. */
  readonly label: string
}

export interface FormColumn {
  /** Stands in a hidden line above the title, so that a column that was moved or renamed is known again. */
  readonly key: string
  readonly title: string
  /** Other wordings of the title that mean this column and no other. */
  readonly also?: readonly string[] | undefined
  /** Common title over this column and its neighbours of the same. */
  readonly group?: string | undefined
  readonly kind: FormColumnKind
  /** Whether the unit fills it in; the others are shown and locked. */
  readonly isOpen: boolean
  /** Filled in by the unit in lines it adds, though locked in those that were there. */
  readonly isOpenInNew?: boolean | undefined
  /** The least a number may be; null for any. A change of members may be negative, a count may not. */
  readonly least?: number | null | undefined
  /** Column that takes the word before a figure: "hơn 7.000". */
  readonly wordKey?: string | undefined
  readonly choices?: readonly FormChoice[] | undefined
  /** In widths of a digit. */
  readonly width: number
}

export interface FormRow {
  readonly id: string
  readonly cells: Readonly<Record<string, FormValue>>
  /** Shown bold and locked: a heading among the rows. */
  readonly isHeading?: boolean | undefined
}

export interface FormTable {
  readonly key: string
  /** Name of the sheet, at most 31 letters. */
  readonly sheet: string
  readonly title: string
  readonly notes: readonly string[]
  readonly columns: readonly FormColumn[]
  readonly rows: readonly FormRow[]
  /** Empty lines for rows the unit adds; 0: it adds none. */
  readonly spareRows: number
  /** Whether a row may be marked to be deleted. */
  readonly isDeletable: boolean
  /** Columns that together tell a row whose hidden id was lost, the surest first. */
  readonly knownBy: readonly string[]
  /** Shown for information: nothing in it is read back. */
  readonly isShownOnly?: boolean | undefined
}

/** Keys of the columns every table has. */
export const ID_COLUMN = '_id'
export const DELETE_COLUMN = '_delete'

/** First cell of the hidden sheet; the sheet is known by it, not by its name. */
export const HIDDEN_MARK = 'chitieu-form'
/** What the unit types to clear a cell; a blank one changes nothing. */
export const CLEAR_WORD = '[xóa]'

/** "ct:report:value": the hidden line over a column says table and column. */
export function keyMark(table: string, column: string): string {
  return `ct:${table}:${column}`
}

export function readKeyMark(text: string): { readonly table: string; readonly column: string } | null {
  const match = /^\s*ct:([A-Za-z]+):([A-Za-z_][\w.-]*)\s*$/.exec(text)
  return match?.[1] === undefined || match[2] === undefined ? null : { table: match[1], column: match[2] }
}

/** "Mã biểu: ct1|report|HA-01|2024-06|0198…" */
export function writeStamp({ version, kind, unit, period, id }: FormStamp): string {
  return `Mã biểu: ct${version}|${kind}|${unit}|${period ?? '-'}|${id}`
}

/** The stamp anywhere in a text; null when there is none. */
export function readStamp(text: string): FormStamp | null {
  const match = /ct(\d{1,4})\|([a-z-]{2,40})\|([^|\s]{1,60})\|(\d{4}[0-9A-Za-z-]{0,12}|-)\|([0-9A-Za-z-]{8,64})/.exec(
    text,
  )
  if (match === null) return null
  const [, version = '', kind = '', unit = '', period = '', id = ''] = match
  return { version: Number(version), kind, unit, period: period === '-' ? null : period, id }
}
