import type { CellStyle } from '#shared/domain/exchange/foreign-sheet.ts'
import { refuseUnsafe } from '../../foreign-failure.ts'
import { LIMITS } from '../../limits.ts'
import { builtInFormat, isDateFormat } from '../number-format.ts'
import { readXmlText } from './xml.ts'

/** Fonts and number formats by the `s` of a cell. Equal looks share one entry of `styles`. */
export interface StyleTable {
  readonly styles: readonly CellStyle[]
  /** Index into `styles` and whether numbers are days, by `s`. */
  readonly styleOf: readonly number[]
  readonly isDate: readonly boolean[]
}

export function readStyles(xml: string | null): StyleTable {
  const fonts: (string | null)[] = []
  const formats = new Map<number, string>()
  const cells: { font: number; format: number }[] = []
  let section = ''
  if (xml !== null)
    readXmlText(xml, {
      open(name, attributes) {
        if (name === 'fonts' || name === 'cellXfs' || name === 'numFmts' || name === 'cellStyleXfs' || name === 'dxfs')
          section = name
        else if (name === 'numFmt' && section === 'numFmts')
          formats.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? 'General')
        else if (name === 'font' && section === 'fonts') fonts.push(null)
        else if (name === 'name' && section === 'fonts' && fonts.length > 0)
          fonts[fonts.length - 1] = attributes.get('val') ?? null
        else if (name === 'xf' && section === 'cellXfs') {
          if (cells.length >= LIMITS.styles) refuseUnsafe('quá nhiều kiểu ô')
          cells.push({ font: Number(attributes.get('fontId') ?? 0), format: Number(attributes.get('numFmtId') ?? 0) })
        }
      },
      close(name) {
        if (name === section) section = ''
      },
    })
  if (cells.length === 0) cells.push({ font: 0, format: 0 })
  const styles: CellStyle[] = []
  const known = new Map<string, number>()
  const styleOf: number[] = []
  const isDate: boolean[] = []
  for (const cell of cells) {
    const font = fonts[cell.font]?.slice(0, 100) ?? null
    const format = (formats.get(cell.format) ?? builtInFormat(cell.format)).slice(0, 255)
    const key = `${font ?? ''}\u0000${format}`
    const index = known.get(key) ?? styles.push({ font, format }) - 1
    known.set(key, index)
    styleOf.push(index)
    isDate.push(isDateFormat(format))
  }
  return { styles, styleOf, isDate }
}
