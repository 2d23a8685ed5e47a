import { foldText } from '../text/fold.ts'

/**
 * What a label of a report says, as a set of words in which it does not matter how an office puts it: "Phát triển
 * mới ĐV", "Đoàn viên kết nạp mới" and "Kết nạp mới đoàn viên công đoàn" are all {DV, MOI}. Words of the field are
 * written large; what stands beside them stays as it is, folded.
 */
export interface LabelWords {
  readonly words: ReadonlySet<string>
  /** "Trong đó: …", "- …": the row is a part of one above it. */
  readonly isPart: boolean
  /** "(người)" behind the label. */
  readonly measure: string | null
}

/** Words that say which part of a whole is meant: a label with one never stands for the whole, nor the other way. */
export function isCutWord(word: string): boolean {
  return CUT_WORDS.has(word) || /^N\d+$/.test(word)
}
const CUT_WORDS: ReadonlySet<string> = new Set([
  'NNN',
  'NN',
  'NU',
  'NAM',
  'COCDCS',
  'CDCSMOI',
  'TUNHIEN',
  'SAPXEP',
  'ND',
  'TYLE',
])

const NUMBERING =
  /^\s*(?:\(?(?:\d{1,2}(?:\.\d{1,2})*|[ivx]{1,5}|[a-zđ])\s*[.)/:](?=\s|\D)\s*|\d{1,2}(?:\.\d{1,2})+\s+)+/i
const BULLET = /^\s*[-–+*•·>]+\s*/
const PART = /^(?:trong (?:do|so do|tong so do)|gom(?: co)?|bao gom|chia ra|rieng|t\.? ?do)\b\s*[:,-]?\s*(?:so\b\s*)?/
const MEASURE =
  /[([]\s*(nguoi|dong chi|d\/c|dc|cdcs|to chuc|don vi|luot(?: nguoi)?|dn|doanh nghiep|%|(?:trieu |ty )?dong|nha|buoi|cuoc)\s*[)\]]/

// In order: longer wordings before the shorter ones they hold. Folded; each stands as whole words.
const FIELD_WORDS: readonly (readonly [RegExp, string])[] = [
  // "PTĐV", "KN ĐV", "TLCĐCS", "GTĐVƯT": a verb's letters before what it is done to.
  [/(?:pt|kn)(?:m)? ?(?:doan vien(?! (?:cong doan )?uu tu)(?: cong doan)?|dvcd|dv)(?! ?ut)/g, 'DV MOI'],
  [/(?:tl|ptr?)(?:m)? ?cdcs/g, 'CDCS MOI'],
  // Who joins the union is a worker until then.
  [
    /(?:lao dong|nld|cnld|nguoi lao dong) (?:duoc |moi )*(?:ket nap|gia nhap) (?:vao )?(?:to chuc )?cong doan(?! co so)/g,
    'DV MOI',
  ],
  [/ra khoi(?: to chuc)?(?: cong doan)?/g, 'GIAM'],
  [/gt ?(?:dv ?ut)/g, 'GT UUTU'],
  [/kn ?(?:dv ?ut|zdang)/g, 'KN UUTU'],
  [/ngoai (?:khu vuc )?(?:kv )?(?:nha nuoc|nn|quoc doanh)|khu vuc tu nhan|nkvnn|kvnnn|nnn|nqd/g, 'NNN'],
  [
    /(?:tu |co |>= ?|≥ ?|tren )*(\d{1,3}) ?(?:lao dong|nguoi lao dong|cong nhan|nguoi|nld|ld|cn)\b(?: tro len)?/g,
    'N$1',
  ],
  [/(?:xem xet|de xet|boi duong)[ ,]*(?:va )?(?:boi duong)?[ ,]*(?:va )?(?:xem xet )?(?:de )?(?:duoc )?ket nap/g, ' '],
  [/thoa uoc(?: lao dong)?(?: tap the)?|tuldtt|tldtt|tu ldtt/g, 'THOAUOC'],
  [
    /(?:hoi nghi|hn) (?:can bo[ ,]*)?(?:cong chuc[ ,]*)(?:va )?(?:vien chuc)?[ ,]*(?:va )?(?:(?:nguoi )?lao dong|n?ld)?|(?:hoi nghi |hn ?)cb[ ,]*cc(?:[ ,]*vc)?(?:[ ,]*n?ld)?/g,
    'HNCBCC',
  ],
  [/(?:hoi nghi|hn) (?:(?:cong nhan[ ,]*)?(?:nguoi )?lao dong|c?nld)|hnnld/g, 'HNNLD'],
  [
    /(?:to chuc )?cong doan co so|(?:to chuc )?cdcs|cong doan cs|c doan co so|cd co so|to chuc cong doan(?! viet)/g,
    'CDCS',
  ],
  [/nghiep doan(?: co so)?/g, 'ND'],
  [/doan vien (?:cong doan )?uu tu|dv ?ut|dv uu tu|quan chung uu tu|uu tu/g, 'UUTU'],
  [/doan vien(?: cong doan)?|cong doan vien|dvcd|dv/g, 'DV'],
  [
    /(?:can bo[ ,]*)?(?:cong chuc[ ,]*)?(?:cong nhan[ ,]*)?vien chuc[ ,-]*(?:va )?(?:cong nhan[ ,]*)?(?:nguoi )?lao dong|cong nhan[ ,]*(?:nguoi )?lao dong|cnvc ?-? ?n?ld|cnvcld|cbccvcld|cnld|nguoi lao dong|lao dong|nld|ld/g,
    'LD',
  ],
  [/doanh nghiep|dn/g, 'DN'],
  [
    /(?:noi |o noi |don vi |da )*(?:da )?co CDCS|CDCS (?:da co|cu|san co|dang co)|noi da co cong doan|(?:o|tai) (?:cac )?CDCS cu/g,
    'COCDCS',
  ],
  [
    /(?:o|tai|thuoc|trong|cua)(?: cac)? CDCS(?: duoc)?(?: moi)?(?: thanh lap)?(?: moi)|(?:o|tai|thuoc|trong|cua)(?: cac)? CDCS(?: duoc)? thanh lap/g,
    'CDCSMOI',
  ],
  [/nha nuoc|kvnn/g, 'NN'],
  [
    /(?:vao|cho|dung trong hang ngu) zdang(?: cong san)?(?: viet nam)?(?: csvn)?|zdang(?: vien)?(?: cong san)?(?: viet nam)?/g,
    'DANG',
  ],
  [/chuyen den|tiep nhan (?:den)?|tu noi khac den/g, 'CHUYENDEN'],
  [/chuyen di|chuyen sinh hoat di/g, 'CHUYENDI'],
  [/thuc tang|tang thuc(?: te)?|tang thuan|tang rong|tang[ ,/-]+giam|thuc te tang/g, 'THUCTANG'],
  [/gioi thieu|de cu|gt/g, 'GT'],
  [
    /ket nap moi|phat trien moi|phat trien them|phat trien|thanh lap moi|moi thanh lap|thanh lap|thanh moi|thanh lam|moi ket nap|tang moi|tang them|tang trong ky|tang|ra mat|moi/g,
    'MOI',
  ],
  [/ket nap|kn/g, 'KN'],
  [/(?:tu )?giai the|ket thuc hoat dong|cham dut hoat dong|sap nhap|giam/g, 'GIAM'],
  [/(?:do )?sap xep(?: to chuc| bo may)*/g, 'SAPXEP'],
  [/tu nhien/g, 'TUNHIEN'],
  [/ty le|ti le|phan tram/g, 'TYLE'],
  [
    /tong so|tong cong|tong|ts|hien co|hien nay|hien tai|hien dang|co den(?: cuoi ky)?|co mat|co cuoi ky|cuoi ky|toan don vi|toan nganh|toan huyen|toan tinh|dang hoat dong|dang sinh hoat/g,
    'TONG',
  ],
  [/nu(?: gioi)?/g, 'NU'],
  [/so tien|kinh phi|tri gia|tong tien/g, 'TIEN'],
  [/luot(?: nguoi)?/g, 'LUOT'],
]

/** Each as whole words: "dv" is not found in "advice". */
const WHOLE_WORDS: readonly (readonly [RegExp, string])[] = FIELD_WORDS.map(([pattern, word]) => [
  new RegExp(`(?<![a-zA-Z0-9])(?:${pattern.source})(?![a-zA-Z0-9])`, 'g'),
  word,
])

// Say nothing of what is counted.
const EMPTY_WORDS = new Set(
  (
    'so luong duoc cac cua trong ky nam thang quy tuan va la o tai thuoc cho tu den da nguoi dong chi theo ke hoach ' +
    'giao dat bao cao cap tren thuc hien ket qua co nhung voi the khu vuc kv cong doan dau tinh don vi ca luy do nay ' +
    'moi loai hinh hoat ve cong tac nhiem vu chi tieu huyen thi xa thanh pho csvn vn viet xet can xem tro len ' +
    'm lien doan ldld noi vao'
  ).split(' '),
)

/** "g/thiệu", "k.nạp": verbs of which only the first letter is left. */
const SHORTENED: readonly (readonly [RegExp, string])[] = [
  [/\bg[./ ]thieu\b/g, 'gioi thieu'],
  [/\bk[./ ]nap\b/g, 'ket nap'],
  [/\bt[./ ]lap\b/g, 'thanh lap'],
  [/\bp[./ ]trien\b/g, 'phat trien'],
]

/** "1. Kết nạp mới" → "Kết nạp mới". */
export function withoutNumbering(label: string): string {
  return label.normalize('NFC').replace(NUMBERING, '').replace(BULLET, '').replace(NUMBERING, '').trim()
}

/** Whether a label says what is counted, or only what became of it ("Kết nạp mới"). */
export function namesSubject(words: ReadonlySet<string>): boolean {
  return ['DV', 'CDCS', 'UUTU', 'LD', 'DN', 'ND'].some((word) => words.has(word))
}

/** Takes a label apart; a label that says nothing of the field has only its own words. */
export function readLabel(label: string): LabelWords {
  // "Đảng" and "đang" fold alike, and one of them decides what a row is about.
  const marked = label.normalize('NFC').replace(/đảng/giu, 'zdang')
  const isBare = foldText(label) === label.toLowerCase().trim().replace(/\s+/g, ' ')
  let text = foldText(marked)
  for (const [short, whole] of SHORTENED) text = text.replace(short, whole)
  // "T.đó" is no number of a row.
  if (!PART.test(text)) text = text.replace(NUMBERING, '')
  const hasBullet = BULLET.test(text)
  text = text.replace(BULLET, '')
  if (!PART.test(text)) text = text.replace(NUMBERING, '')
  if (isBare) text = text.replace(/\b(vao|cho|ket nap) dang\b/g, '$1 zdang').replace(/\bdang vien\b/g, 'zdang vien')
  const measure = MEASURE.exec(text)
  if (measure !== null) text = text.replace(measure[0], ' ')
  text = text.replace(BRACKETS, (whole, inside: string) => (narrows(inside) ? ` ${inside} ` : ' ')).trim()
  const part = PART.exec(text)
  if (part !== null) text = text.slice(part[0].length).replace(BULLET, '')
  return {
    words: settleWords(toWords(text), part !== null || hasBullet),
    isPart: part !== null || hasBullet,
    measure: measure?.[1] ?? null,
  }
}

const BRACKETS = /[([]([^)\]]*)[)\]]/g

/** "(khu vực ngoài nhà nước)" narrows what is counted; "(nghỉ hưu, chuyển đi)" and "(trong đó nữ: 12)" only tell of it. */
function narrows(inside: string): boolean {
  return !PART.test(inside.trim()) && toWords(inside).some(isCutWord)
}

function toWords(text: string): string[] {
  let rest = text.replace(/[^\p{L}\p{N}%≥>=\s,/-]+/gu, ' ')
  for (const [whole, word] of WHOLE_WORDS) rest = rest.replace(whole, ` ${word} `).replace(/\s+/g, ' ')
  const found: string[] = []
  for (const word of rest.split(/[^a-zA-Z0-9%]+/)) {
    if (word === '' || EMPTY_WORDS.has(word) || /^\d+$/.test(word) || found.includes(word)) continue
    found.push(word)
  }
  return found
}

/** What follows from what: somebody admitted to the Party was an outstanding member, and is no new member of the union. */
function settleWords(found: readonly string[], isPart: boolean): ReadonlySet<string> {
  const words = new Set(found)
  const drop = (...gone: readonly string[]): void => gone.forEach((word) => words.delete(word))
  if (words.has('DANG')) {
    words.add('UUTU')
    drop('DANG')
  }
  if (words.has('UUTU')) {
    // "Giới thiệu … cho Đảng bồi dưỡng", "… để kết nạp": the first verb is what was done.
    if (words.has('GT')) drop('boi', 'duong')
    if (words.has('GT') && words.has('KN')) drop(found.indexOf('GT') < found.indexOf('KN') ? 'KN' : 'GT')
    if (words.has('MOI') && !words.has('GT') && !words.has('KN')) words.add('KN')
    drop('DV', 'MOI', 'TONG')
  } else if (words.has('KN')) {
    drop('KN')
    words.add('MOI')
  }
  // "Thành lập CĐCS, nghiệp đoàn" is of unions of either kind.
  if (words.has('CDCS') && words.has('ND') && !isPart) drop('ND')
  if (words.has('THUCTANG')) drop('MOI', 'GIAM', 'TONG')
  if (words.has('GIAM') || words.has('CHUYENDEN') || words.has('CHUYENDI')) drop('MOI')
  if (['MOI', 'GIAM', 'CHUYENDEN', 'CHUYENDI', 'GT', 'KN', 'TYLE'].some((word) => words.has(word))) drop('TONG')
  if (words.has('CDCSMOI') && !words.has('DV') && !isPart) {
    drop('CDCSMOI')
    words.add('CDCS').add('MOI')
  }
  return words
}
