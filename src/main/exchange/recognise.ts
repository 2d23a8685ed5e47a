/**
 * What a file is by its first bytes, whatever its name says. Names lie: portals send HTML as .xls, people rename
 * .xls to .xlsx, a document is attached as a list.
 */
export type FileKind =
  'zip' | 'ole' | 'biff' | 'html' | 'xmlSpreadsheet' | 'text' | 'empty' | { readonly alien: string }

// Vietnamese names, they stand in the sentence "nội dung thật là …".
const ALIENS: readonly (readonly [readonly number[], string])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'tệp PDF'],
  [[0x89, 0x50, 0x4e, 0x47], 'ảnh PNG'],
  [[0xff, 0xd8, 0xff], 'ảnh JPEG'],
  [[0x47, 0x49, 0x46, 0x38], 'ảnh GIF'],
  [[0x42, 0x4d], 'ảnh BMP'],
  [[0x52, 0x61, 0x72, 0x21], 'tệp nén RAR'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'tệp nén 7z'],
  [[0x1f, 0x8b], 'tệp nén GZ'],
  [[0x4d, 0x5a], 'chương trình máy tính'],
  [[0x7f, 0x45, 0x4c, 0x46], 'chương trình máy tính'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'văn bản RTF'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], 'tệp cơ sở dữ liệu'],
]

export function recognise(bytes: Buffer): FileKind {
  if (bytes.length === 0 || isAllSpace(bytes)) return 'empty'
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) return 'zip'
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return 'ole'
  // A worksheet stream without its container, as Excel 4 and some exports wrote: BOF of BIFF2…BIFF5.
  if (
    bytes[0] === 0x09 &&
    [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? 1) &&
    (bytes[2] ?? 0) <= 0x10 &&
    bytes[3] === 0
  )
    return 'biff'
  const isUtf16 = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])
  if (isUtf16) return judgeText(decodeHead(bytes))
  for (const [magic, name] of ALIENS)
    if (startsWith(bytes, magic) && (magic.length > 2 || looksBinary(bytes))) return { alien: name }
  if (looksBinary(bytes)) return { alien: 'dữ liệu không rõ loại' }
  return judgeText(decodeHead(bytes))
}

function startsWith(bytes: Buffer, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte)
}

function isAllSpace(bytes: Buffer): boolean {
  return bytes.length < 4096 && bytes.every((byte) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09)
}

/** Control signs no text has; UTF-16 without a mark has NULs too, but on one side of each pair only. */
function looksBinary(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 4096)
  let controls = 0
  const zeros = [0, 0]
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
    else if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0x1a)
      controls++
  })
  const [even = 0, odd = 0] = zeros
  const isUtf16 = Math.max(even, odd) > head.length * 0.2 && Math.min(even, odd) < head.length * 0.02
  return isUtf16 ? false : even + odd + controls > head.length * 0.01 + 2
}

function decodeHead(bytes: Buffer): string {
  const head = bytes.subarray(0, 4096)
  if (startsWith(bytes, [0xff, 0xfe])) return head.toString('utf16le')
  if (startsWith(bytes, [0xfe, 0xff]))
    return Buffer.from(head.subarray(0, head.length & ~1))
      .swap16()
      .toString('utf16le')
  return head.toString('latin1')
}

function judgeText(head: string): FileKind {
  const start = head.replace(/^(?:\ufeff|ï»¿)?\s*(?:<!--[\s\S]*?-->\s*)*/, '').toLowerCase()
  if (/urn:schemas-microsoft-com:office:spreadsheet/i.test(head) && start.startsWith('<')) return 'xmlSpreadsheet'
  if (
    /^<(?:!doctype html|html|head|body|table|meta|style|div|script)/.test(start) ||
    (start.startsWith('<') && /<(?:html|table)[\s>]/.test(start))
  )
    return 'html'
  if (start.startsWith('<?xml') || /^<[a-z!]/.test(start)) return { alien: 'tệp XML' }
  if (/^[{[]\s*["{[\]}]/.test(start)) return { alien: 'tệp JSON' }
  return 'text'
}
