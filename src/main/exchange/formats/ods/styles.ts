import type { CellStyle } from '#shared/domain/exchange/foreign-sheet.ts'
import { ownValue } from '#shared/kit/own-value.ts'
import { refuseUnsafe } from '../../foreign-failure.ts'
import { LIMITS } from '../../limits.ts'
import type { Attributes } from '../xlsx/xml.ts'

interface Style {
  readonly parent: string | undefined
  readonly dataStyle: string | undefined
  font: string | null
  isHiddenTable: boolean
}

/** The elements a number style stands in (OpenDocument 1.3, part 3, 16.29). */
const DATA_STYLES: Readonly<Record<string, string>> = {
  'number-style': 'General',
  'currency-style': '#,##0',
  'percentage-style': '0%',
  'date-style': 'dd/mm/yyyy',
  'time-style': 'h:mm',
  'boolean-style': 'General',
  'text-style': '@',
}
/** A chain of parents longer than any office program writes. */
const DEEPEST = 20

/** Gathers the styles of an OpenDocument part while it is read; names of families do not clash with each other. */
export class OdsStyles {
  private readonly faces = new Map<string, string>()
  private readonly styles = new Map<string, Style>()
  private readonly formats = new Map<string, string>()
  private readonly looks = new Map<string, CellStyle>()
  private current: Style | null = null
  private dataStyle: string | null = null

  open(name: string, attributes: Attributes): void {
    if (name === 'font-face') {
      const family = attributes.get('font-family') ?? attributes.get('name')
      if (family !== undefined) this.faces.set(attributes.get('name') ?? '', unquote(family))
    } else if (name === 'style' || name === 'default-style') this.openStyle(name, attributes)
    else if (name === 'text-properties' && this.current !== null) {
      const face = attributes.get('font-name')
      const family = attributes.get('font-family')
      this.current.font = face !== undefined ? (this.faces.get(face) ?? face) : unquote(family ?? '') || null
    } else if (name === 'table-properties' && this.current !== null) {
      if (attributes.get('display') === 'false') this.current.isHiddenTable = true
    } else if (ownValue(DATA_STYLES, name) !== undefined) {
      this.dataStyle = attributes.get('name') ?? null
      if (this.dataStyle !== null) this.formats.set(this.dataStyle, ownValue(DATA_STYLES, name) ?? 'General')
    } else if (name === 'number' && this.dataStyle !== null) {
      const isPercent = this.formats.get(this.dataStyle)?.endsWith('%') === true
      this.formats.set(this.dataStyle, isPercent ? `${formatOf(attributes, '0')}%` : formatOf(attributes, 'General'))
    }
  }

  close(name: string): void {
    if (name === 'style' || name === 'default-style') this.current = null
    else if (ownValue(DATA_STYLES, name) !== undefined) this.dataStyle = null
  }

  private openStyle(name: string, attributes: Attributes): void {
    if (this.styles.size > LIMITS.styles) refuseUnsafe('quá nhiều kiểu định dạng')
    const family = attributes.get('family') ?? ''
    this.current = {
      parent: attributes.get('parent-style-name'),
      dataStyle: attributes.get('data-style-name'),
      font: null,
      isHiddenTable: false,
    }
    this.styles.set(keyOf(family, name === 'style' ? (attributes.get('name') ?? '') : ''), this.current)
  }

  /** How a cell of this style looks; with its parents, and at last the default of all cells. */
  lookOf(style: string): CellStyle {
    const known = this.looks.get(style)
    if (known !== undefined) return known
    let font: string | null = null
    let dataStyle: string | undefined
    // What names no style is of the one called Default, whatever stands for all families comes last.
    let at: string | undefined = style === '' ? 'Default' : style
    for (let depth = 0; at !== undefined && depth < DEEPEST; depth++) {
      const found: Style | undefined = this.styles.get(keyOf('table-cell', at))
      font ??= found?.font ?? null
      dataStyle ??= found?.dataStyle
      at = at === '' ? undefined : (found?.parent ?? (at === 'Default' ? '' : 'Default'))
    }
    const look = { font, format: (dataStyle === undefined ? undefined : this.formats.get(dataStyle)) ?? 'General' }
    this.looks.set(style, look)
    return look
  }

  /** Font of a piece of text; null: the cell's. */
  fontOfText(style: string | undefined): string | null {
    return style === undefined ? null : (this.styles.get(keyOf('text', style))?.font ?? null)
  }

  isHiddenTable(style: string | undefined): boolean {
    return style !== undefined && this.styles.get(keyOf('table', style))?.isHiddenTable === true
  }
}

function keyOf(family: string, name: string): string {
  return `${family} ${name}`
}

function unquote(family: string): string {
  return family.replace(/^['"]|['"]$/g, '').trim()
}

/** "0000000000" for a number that is drawn with ten digits at least: a tax code that lost its zero is known by it. */
function formatOf(attributes: Attributes, plain: string): string {
  const digits = Math.min(Math.max(Number(attributes.get('min-integer-digits') ?? 1) || 1, 1), 30)
  const decimals = Math.min(Number(attributes.get('decimal-places') ?? 0) || 0, 20)
  const whole = attributes.get('grouping') === 'true' ? '#,##0' : '0'.repeat(digits)
  if (whole === '0' && decimals <= 0) return attributes.get('decimal-places') === undefined ? plain : '0'
  return decimals > 0 ? `${whole}.${'0'.repeat(decimals)}` : whole
}
