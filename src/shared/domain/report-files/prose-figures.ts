import { parseDecimal } from '../results/parse-value.ts'
import { parseQualifier, type Qualifier, qualifierWords } from '../results/qualifier.ts'
import { foldText } from '../text/fold.ts'
import { readPercentText } from './read-figure.ts'

/** A number a sentence tells, with the words around it that say what is counted. */
export interface ProseFigure {
  readonly value: number
  readonly qualifier: Qualifier | null
  readonly word: string | null
  /** "20/25": the target told beside it. */
  readonly target: number | null
  /** "(đạt 58% kế hoạch)" */
  readonly percent: number | null
  /** What is counted, from more words to fewer: "kết nạp mới đoàn viên". */
  readonly labels: readonly string[]
  /** The piece of the sentence as written. */
  readonly text: string
}

/** Sentences of a line; "12.500", "TP. Đông Hà" and "1. Kết quả" hold dots that end none. */
export function sentencesOf(line: string): readonly string[] {
  return line
    .split(/(?<=[\p{L}\d)%”"][.!?…])(?<!\b(?:TP|TX|TT|H|P|X|Q|tr|đ)\.)(?<!^\s*\d{1,2}\.)\s+(?=[\p{Lu}“"(])|;\s+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
}

/** What somebody means to do, or did in another year. */
const NOT_DONE =
  /phan dau|muc tieu|phuong huong|thoi gian toi|cuoi nam|du kien|giai doan \d|(?:de ra|giao) chi tieu|chi tieu (?:la|phan dau|de ra)|(?:^| )se |nhiem vu trong tam (?:quy|thang|6|9)/
const OF_BEFORE = /cung ky|nam truoc|ky truoc|thang truoc|so voi/

export function tellsOfDeeds(sentence: string): boolean {
  return !NOT_DONE.test(foldText(sentence))
}

const WORDS = qualifierWords().join('|')
const NUMBER = new RegExp(
  String.raw`(?<![\p{L}\d./,-])(?:(${WORDS})\s+)?(\d{1,3}(?:[. ]\d{3})+|\d{1,7})(?:\s*/\s*(\d{1,3}(?:[. ]\d{3})+|\d{1,7}))?(?![\d/.,-]*\d|[-/]\p{L}|\s*(?:%|tháng|năm|ngày|quý|tuần|giờ|h\b|triệu|tỷ|tỉ|nghìn đồng|đồng(?! chí)\b|phần trăm|lao động trở lên|người trở lên))`,
  'giu',
)
const VERB =
  /kết nạp|phát triển|thành lập|thành mới|ra mắt|công nhận|giới thiệu|giảm|giải thể|tổng số|nâng tổng|hiện có|tư vấn|tổ chức|thăm|tặng|tập huấn/giu
const BEHIND = /\s*[,(]?\s*(?:đạt|bằng|vượt|tăng|nâng|trong đó|so với|với|do|gồm|tại|ở các|trên địa bàn)\s.*$/iu

/** What is counted stands right behind its number, or the number closes what was said: "Tổng số đoàn viên là 63.000". */
const COUNTED =
  /^\s*(?:\p{L}+\s+)?(?:đoàn viên|ĐV|ĐVCĐ|ĐVƯT|CĐCS|công đoàn cơ sở|tổ chức công đoàn|nghiệp đoàn|đồng chí|đ\/c|người|lượt|NLĐ|lao động|CNVCLĐ|CNLĐ|hội nghị|cuộc|buổi|lớp|doanh nghiệp|DN|đơn vị|cơ quan|nhà|căn|quần chúng)(?![\p{L}])/iu
const CLOSING = /(?:là|lên|còn|đạt|có|:)\s*$/iu
const IS_LAST = /^\s*(?:[.;)]|$)/u

/** Numbers of a sentence with what they count; a percent goes with the number before it. */
export function figuresOfSentence(sentence: string): readonly ProseFigure[] {
  const pieces = sentence.split(/,\s+|\s+và\s+(?=(?:đã |được )?(?:kết nạp|phát triển|thành lập|giới thiệu|có))|:\s+/u)
  const figures: ProseFigure[] = []
  pieces.forEach((piece, at) => {
    // "6 tháng đầu năm 2024 đã có 1.110 cơ quan": the first that counts something.
    const found = [...piece.matchAll(NUMBER)].find((number) => isCount(piece, number)) ?? null
    const percent = /(?:đạt|bằng|vượt)\s[^%]{0,12}?\d[\d.,]*\s*%/iu.exec(piece)?.[0] ?? null
    if (found === null || OF_BEFORE.test(foldText(piece.slice(0, found.index)))) {
      // "… 20/25 CĐCS, đạt 80%": of the figure before it.
      const last = figures.at(-1)
      if (percent !== null && last !== undefined && last.percent === null)
        figures[figures.length - 1] = { ...last, percent: readPercentText(percent) }
      return
    }
    const value = parseDecimal(found[2] ?? '')
    if (value === null) return
    const qualified = found[1] === undefined ? null : parseQualifier(found[1])
    const before = piece.slice(0, found.index)
    const verb = [...before.matchAll(VERB)].at(-1)
    const lead = verb === undefined ? before.split(/\s+/).slice(-5).join(' ') : before.slice(verb.index)
    const after = piece
      .slice(found.index + found[0].length)
      .replace(/\([^)]*\)/g, ' ')
      .replace(/\s+từ (?:các )?.*?(?=\s+được\s)/u, '')
    const tail = after.replace(BEHIND, '')
    // "137 đoàn viên, công nhân, lao động được kết nạp vào Đảng"
    const next = pieces.slice(at + 1)
    const end = next.findIndex((other) => /\d/.test(other))
    const further = [tail, ...(end < 0 ? next : next.slice(0, end))].join(' ')
    figures.push({
      value,
      qualifier: qualified?.qualifier ?? null,
      word: qualified === null ? null : (found[1] ?? null),
      target: found[3] === undefined ? null : parseDecimal(found[3]),
      percent: percent === null ? null : readPercentText(percent),
      labels: [
        ...new Set([`${lead} ${tail}`, `${lead} ${after}`, `${verb === undefined ? '' : verb[0]} ${tail}`, further]),
      ]
        .map((label) =>
          label
            .replace(/[()“”"]/g, ' ')
            .replace(/\s+/g, ' ')
            .trim(),
        )
        .filter((label) => label !== ''),
      text: piece.trim(),
    })
  })
  return figures
}

function isCount(piece: string, number: RegExpMatchArray & { readonly index: number }): boolean {
  const after = piece.slice(number.index + number[0].length)
  const isOfMoney = /\d\s*(?:triệu|tỷ|tỉ|nghìn đồng|đồng\b)/iu.test(piece.slice(0, number.index))
  return !isOfMoney && (COUNTED.test(after) || (CLOSING.test(piece.slice(0, number.index)) && IS_LAST.test(after)))
}
