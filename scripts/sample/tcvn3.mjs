// Text as typed in the TCVN3 fonts (.VnTime and its like) of the nineties: one byte a letter, read as Latin-1.

/** Where each run of letters begins; the table has holes. */
const RUNS = /** @type {const} */ ([
  [0xa1, 'ĂÂÊÔƠƯĐăâêôơưđ'],
  [0xb5, 'àảãáạ'],
  [0xbb, 'ằẳẵắ'],
  [0xc6, 'ặầẩẫấậè'],
  [0xce, 'ẻẽéẹềểễếệìỉ'],
  [0xdc, 'ĩíịò'],
  [0xe1, 'ỏõóọồổỗốộờởỡớợù'],
  [0xf1, 'ủũúụừửữứựỳỷỹýỵ'],
])

const CODES = new Map(
  RUNS.flatMap(([start, letters]) => [...letters].map((letter, at) => /** @type {const} */ ([letter, start + at]))),
)

/** "Nghiệp" → "NghiÖp". A capital with a tone mark has no code of its own and comes out as its small letter. @param {string} text */
export function toTcvn3(text) {
  return [...text.normalize('NFC')]
    .map((letter) => {
      const code = CODES.get(letter) ?? CODES.get(letter.toLowerCase())
      return code === undefined ? letter : String.fromCharCode(code)
    })
    .join('')
}

/** For the capital fonts (.VnTimeH), which draw the codes of small letters as capitals. @param {string} text */
export function toTcvn3Capitals(text) {
  return toTcvn3(text.toLowerCase())
}
