import type { SheetText } from '../exchange/decode-text.ts'
import type { ForeignRow } from '../exchange/foreign-sheet.ts'
import { findDateInText } from '../text/parse-date.ts'
import { parsePlace, type Place } from './places.ts'
import { foldText } from '../text/fold.ts'
import type { IsoDate } from '../../kit/dates.ts'

/** What stands above the table. */
export interface SheetTitle {
  readonly lines: readonly string[]
  /** "(Số liệu tính đến ngày 31/12/2023)", else any day named there. */
  readonly date: IsoDate | null
  /** Who sent it, as the letterhead says: "BẢO HIỂM XÃ HỘI TỈNH QUẢNG TRỊ". */
  readonly source: string | null
  /** Places the letterhead and title name, for a list that says nowhere else where it is. */
  readonly places: readonly Place[]
}

const AS_OF = /\b(?:tinh den|den ngay|den het|thoi diem|so lieu|cap nhat|tai ngay)\b/
/** Lines that do not say who sent the list: the motto, its title, remarks in brackets. */
const NO_SENDER =
  /^(?:cong hoa xa hoi|doc lap|dang cong san|danh sach|bieu|mau|phu luc|bang|tong hop|bao cao|ket qua|\(|so lieu|don vi tinh|dvt)/
/** A place in an address, or where a paper was signed, is not what the list is about. */
const NOT_ABOUT_PLACE = /\b(?:dia chi|tru so|dien thoai|email|website|so nha|duong)\b|, ngay\b/
const PLACE_IN_TITLE =
  /(?:tỉnh|thành phố|tp\.?|thị xã|tx\.?|huyện đảo|huyện|quận|phường|thị trấn|xã(?!\s+hội)|đặc khu)\s+\p{Lu}[\p{L}\p{M}'’]*(?:\s+\p{Lu}[\p{L}\p{M}'’]*)*/giu

export function readTitle(rows: readonly ForeignRow[], text: SheetText): SheetTitle {
  const lines = rows.flatMap((row) =>
    row.values.map((_, column) => text.read(row, column)).filter((line) => line !== ''),
  )
  const dated = lines.map((line) => ({ line, date: findDateInText(line) })).filter((entry) => entry.date !== null)
  const asOf = dated.find((entry) => AS_OF.test(foldText(entry.line))) ?? dated[0]
  const head = lines.find((line) => !NO_SENDER.test(foldText(line)) && findDateInText(line) === null)
  const places = lines
    .filter((line) => !NOT_ABOUT_PLACE.test(foldText(line)))
    .flatMap((line) => [...line.matchAll(PLACE_IN_TITLE)].flatMap(([found]) => parsePlace(found) ?? []))
  return { lines, date: asOf?.date ?? null, source: head ?? null, places }
}
