import { foldText } from '../text/fold.ts'
import { isDateCell, isErrorCell, type CellValue } from '../exchange/foreign-sheet.ts'

/** What a yes/no cell says: true, false, or null for blank. `isOdd` when a word was taken for yes that may need a look. */
export interface Mark {
  readonly value: boolean | null
  readonly isOdd: boolean
}

const YES = /^(?:x+|v|✓|✔|√|☑|☒|•|●|\*|\+|co|co cd|co cdcs|da co|roi|da thanh lap|yes|y|true|dung|ok|1)$/
const NO = /^(?:khong|ko|k|kg|hong|0|o|no|n|false|sai|☐|□|○|khong co|chua|chua co|chua thanh lap)$/
const SYMBOL_FONT = /^(?:wingdings|webdings|symbol|zapf dingbats)/i

/** Reads a mark; a symbol font draws its tick as a letter ("ü" in Wingdings), so any sign in one is a mark. */
export function readMark(value: CellValue | undefined, text: string, font: string | null): Mark {
  if (value === null || value === undefined || isErrorCell(value)) return { value: null, isOdd: false }
  if (typeof value === 'boolean') return { value, isOdd: false }
  if (typeof value === 'number') return { value: value > 0, isOdd: value !== 0 && value !== 1 }
  if (isDateCell(value)) return { value: true, isOdd: true }
  if (font !== null && SYMBOL_FONT.test(font)) return { value: text !== '' ? true : null, isOdd: false }
  const folded = foldText(text)
  if (folded === '' || /^[-–—_./\s]+$/.test(folded)) return { value: null, isOdd: false }
  if (YES.test(folded)) return { value: true, isOdd: false }
  if (NO.test(folded)) return { value: false, isOdd: false }
  // "Chưa thành lập", "Không đủ điều kiện", "Đang vận động": there is none yet.
  if (/^(?:chua|khong|dang|se|du kien)\b/.test(folded)) return { value: false, isOdd: false }
  // A decision number, a year, a name of the union: there is one.
  return { value: true, isOdd: true }
}
