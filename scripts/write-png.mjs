import { crc32, deflateSync } from 'node:zlib'

/** Grey levels kept: letters stay readable, and the picture is a third as large. */
const LEVELS = 6

/**
 * A raw grey picture (PGM, P5, 8 bits) as a PNG of 4 bits a dot.
 * @param {Buffer} pgm
 * @returns {Buffer}
 */
export function pngOfPgm(pgm) {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.subarray(0, 64).toString('latin1'))
  if (head === null) throw new Error('not a grey PGM of 8 bits')
  const [start, width, height] = [head[0].length, Number(head[1]), Number(head[2])]
  const stride = Math.ceil(width / 2)
  const rows = Buffer.alloc((stride + 1) * height)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const grey = pgm[start + y * width + x] ?? 255
      const level = Math.round((Math.round((grey / 255) * (LEVELS - 1)) / (LEVELS - 1)) * 15)
      const at = y * (stride + 1) + 1 + (x >> 1)
      rows[at] = (rows[at] ?? 0) | (x % 2 === 0 ? level << 4 : level)
    }
  const size = Buffer.alloc(13)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  // 4 bits a dot, grey, no interlacing.
  size[8] = 4
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', size),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/**
 * @param {string} name
 * @param {Buffer} data
 * @returns {Buffer}
 */
function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
