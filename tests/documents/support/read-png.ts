import { crc32, inflateSync } from 'node:zlib'

export interface ReadPng {
  readonly width: number
  readonly height: number
  readonly dotsPerInch: number
  /** Red, green, blue of a dot. */
  at(x: number, y: number): readonly [number, number, number]
}

/** Decodes a PNG of one byte a dot with a palette, checking what a viewer checks: signature, order and sums of chunks. */
export function readPng(bytes: Uint8Array): ReadPng {
  const data = Buffer.from(bytes)
  if (data.subarray(0, 8).toString('hex') !== '89504e470d0a1a0a') throw new Error('no PNG')
  const chunks = new Map<string, Buffer>()
  for (let at = 8; at < data.length;) {
    const length = data.readUInt32BE(at)
    const name = data.toString('latin1', at + 4, at + 8)
    const body = data.subarray(at + 8, at + 8 + length)
    if (data.readUInt32BE(at + 8 + length) !== crc32(data.subarray(at + 4, at + 8 + length))) throw new Error(name)
    chunks.set(name, body)
    at += 12 + length
  }
  const part = (name: string): Buffer => {
    const found = chunks.get(name)
    if (found === undefined) throw new Error(`no ${name}`)
    return found
  }
  const head = part('IHDR')
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)]
  if (head[8] !== 8 || head[9] !== 3 || head[12] !== 0) throw new Error('one byte a dot with a palette')
  const palette = part('PLTE')
  const rows = inflateSync(part('IDAT'))
  if (rows.length !== (width + 1) * height || !chunks.has('IEND')) throw new Error('not whole')
  return {
    width,
    height,
    dotsPerInch: part('pHYs').readUInt32BE(0) * 0.0254,
    at(x, y) {
      if (rows[y * (width + 1)] !== 0) throw new Error('plain rows')
      const number = rows[y * (width + 1) + 1 + x] ?? 0
      if (number * 3 + 2 >= palette.length) throw new Error('a colour outside the palette')
      return [palette[number * 3] ?? 0, palette[number * 3 + 1] ?? 0, palette[number * 3 + 2] ?? 0]
    },
  }
}

/** How bright a grey print makes a colour, 0 black to 1 white (ITU-R BT.709). */
export function greyOf([red, green, blue]: readonly [number, number, number]): number {
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255
}
