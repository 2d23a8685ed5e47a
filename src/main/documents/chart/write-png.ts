import { crc32, deflateSync } from 'node:zlib'
import type { Dots } from './fill-outline.ts'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const METRES_AN_INCH = 0.0254

/** Dots as a PNG of one byte a dot with its palette (ISO/IEC 15948), saying how large it is on paper. */
export function writePng({ width, height, colours, palette }: Dots, dotsPerInch: number): Buffer {
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y += 1) rows.set(colours.subarray(y * width, (y + 1) * width), y * (width + 1) + 1)
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 8
  // Numbers of colours; no transparency: what lies under a picture is paper.
  head[9] = 3
  const size = Buffer.alloc(9)
  const dotsAMetre = Math.round(dotsPerInch / METRES_AN_INCH)
  size.writeUInt32BE(dotsAMetre, 0)
  size.writeUInt32BE(dotsAMetre, 4)
  size[8] = 1
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('pHYs', size),
    chunk('PLTE', Buffer.from(palette.colours.flat())),
    chunk('IDAT', deflateSync(rows, { level: 6 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
