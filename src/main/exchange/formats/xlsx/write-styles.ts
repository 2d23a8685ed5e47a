/** Looks of cells; each different one becomes one entry of the workbook's styles. */
export interface CellLook {
  /** Excel's format code; null for none. */
  readonly format: string | null
  readonly bold?: boolean
  readonly italic?: boolean
  readonly size?: number
  readonly align?: 'left' | 'right' | 'center'
  readonly indent?: number
  readonly wrap?: boolean
  readonly border?: boolean
  readonly fill?: 'header' | 'group' | 'input'
  /** Typed over, the cell stays text: "=1+1" never becomes a formula. */
  readonly quoted?: boolean
  /** May be typed in though its sheet is protected. */
  readonly unlocked?: boolean
}

const FONT = 'Times New Roman'
const USUAL_SIZE = 12
const FIRST_OWN_FORMAT = 164
const FILLS: Readonly<Record<'header' | 'group' | 'input', string>> = {
  header: 'FFE7EEF7',
  group: 'FFF2F2F2',
  input: 'FFFFFBE6',
}
/** Format codes Excel knows by number. */
const BUILT_IN: Readonly<Record<string, number>> = { General: 0, '0': 1, '#,##0': 3, '0%': 9, '0.00%': 10, '@': 49 }

/** Collects looks while rows are written; `toXml` makes the part of the workbook they are kept in. */
export class StyleSheet {
  private readonly looks = new Map<string, number>()
  private readonly cells: string[] = []
  private readonly formats = new Map<string, number>()
  private readonly fonts = new Map<string, number>()

  constructor() {
    this.fontOf({ format: null })
    this.indexOf({ format: null })
  }

  /** Number a cell names its look by. */
  indexOf(look: CellLook): number {
    const key = JSON.stringify([
      look.format,
      look.bold ?? false,
      look.italic ?? false,
      look.size ?? USUAL_SIZE,
      look.align ?? '',
      look.indent ?? 0,
      look.wrap ?? false,
      look.border ?? false,
      look.fill ?? '',
      look.quoted ?? false,
      look.unlocked ?? false,
    ])
    let index = this.looks.get(key)
    if (index === undefined) {
      index = this.cells.length
      this.looks.set(key, index)
      this.cells.push(this.cellXml(look))
    }
    return index
  }

  toXml(): string {
    const formats = [...this.formats].map(([code, id]) => `<numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`)
    const fills = Object.values(FILLS).map(
      (colour) =>
        `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`,
    )
    const thin = ['left', 'right', 'top', 'bottom'].map(
      (side) => `<${side} style="thin"><color rgb="FF808080"/></${side}>`,
    )
    return (
      `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
      (formats.length === 0 ? '' : `<numFmts count="${formats.length}">${formats.join('')}</numFmts>`) +
      `<fonts count="${this.fonts.size}">${[...this.fonts.keys()].join('')}</fonts>` +
      `<fills count="${fills.length + 2}"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fills.join('')}</fills>` +
      `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${thin.join('')}<diagonal/></border></borders>` +
      `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
      `<cellXfs count="${this.cells.length}">${this.cells.join('')}</cellXfs>` +
      `<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>` +
      `</styleSheet>`
    )
  }

  private cellXml(look: CellLook): string {
    const format = look.format === null ? 0 : this.formatOf(look.format)
    const fill = look.fill === undefined ? 0 : Object.keys(FILLS).indexOf(look.fill) + 2
    const alignment = [
      look.align === undefined ? '' : ` horizontal="${look.align}"`,
      ' vertical="center"',
      look.wrap === true ? ' wrapText="1"' : '',
      look.indent === undefined || look.indent === 0 ? '' : ` indent="${look.indent}"`,
    ]
    return (
      `<xf numFmtId="${format}" fontId="${this.fontOf(look)}" fillId="${fill}" borderId="${look.border === true ? 1 : 0}" xfId="0"` +
      `${look.quoted === true ? ' quotePrefix="1"' : ''} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"` +
      `${look.unlocked === true ? ' applyProtection="1"' : ''} applyAlignment="1"><alignment${alignment.join('')}/>` +
      `${look.unlocked === true ? '<protection locked="0"/>' : ''}</xf>`
    )
  }

  private formatOf(code: string): number {
    const known = BUILT_IN[code] ?? this.formats.get(code)
    if (known !== undefined) return known
    const id = FIRST_OWN_FORMAT + this.formats.size
    this.formats.set(code, id)
    return id
  }

  private fontOf(look: CellLook): number {
    const xml = `<font>${look.bold === true ? '<b/>' : ''}${look.italic === true ? '<i/>' : ''}<sz val="${look.size ?? USUAL_SIZE}"/><color rgb="FF000000"/><name val="${FONT}"/><family val="1"/></font>`
    let index = this.fonts.get(xml)
    if (index === undefined) {
      index = this.fonts.size
      this.fonts.set(xml, index)
    }
    return index
  }
}

/** XML of version 1.0 cannot hold control signs at all; halves of a pair would break the file. */
const UNPRINTABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const MARKUP = /[&<>"]/
const MARKUP_ALL = /[&<>"]/g
const SUSPECT = /[\u0000-\u001f\ud800-\udfff\ufffe\uffff]/
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export function escapeXml(text: string): string {
  const printable = SUSPECT.test(text)
    ? text.replace(UNPRINTABLE, ' ').replaceAll('\r\n', '\n').replaceAll('\r', '\n')
    : text
  return MARKUP.test(printable) ? printable.replace(MARKUP_ALL, (sign) => ENTITIES[sign] ?? sign) : printable
}
