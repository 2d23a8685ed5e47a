import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

/** A part of an Open XML package as it lies in its zip: squeezed already, so that it can go into another unchanged. */
export interface ZippedPart {
  readonly name: string
  /** 0 stored, 8 deflated. */
  readonly method: number
  readonly crc: number
  readonly size: number
  readonly bytes: Buffer
}

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
/** Names are UTF-8. */
const FLAGS = 0x0800
/** 1 January 2020: the same document made twice gives the same bytes. */
const DOS_DATE = ((2020 - 1980) << 9) | (1 << 5) | 1
const VERSION = 20

export function zipPart(name: string, content: string | Uint8Array): ZippedPart {
  const plain = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content)
  return { name, method: 8, crc: crc32(plain), size: plain.length, bytes: deflateRawSync(plain, { level: 5 }) }
}

export function textOfPart({ method, bytes }: ZippedPart): string {
  return (method === 8 ? inflateRawSync(bytes) : bytes).toString()
}

/** What is squeezed already: trying again takes time and saves nothing. */
export function storedPart(name: string, content: Uint8Array): ZippedPart {
  const bytes = Buffer.from(content)
  return { name, method: 0, crc: crc32(bytes), size: bytes.length, bytes }
}

/** The parts of a zip this program itself has just made; a file from elsewhere goes through the zip gate instead. */
export function partsOf(zip: Uint8Array): ZippedPart[] {
  const data = Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength)
  const end = data.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  const count = data.readUInt16LE(end + 10)
  const parts: ZippedPart[] = []
  let at = data.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    const packed = data.readUInt32LE(at + 20)
    const nameLength = data.readUInt16LE(at + 28)
    const local = data.readUInt32LE(at + 42)
    const from = local + 30 + data.readUInt16LE(local + 26) + data.readUInt16LE(local + 28)
    parts.push({
      name: data.toString('utf8', at + 46, at + 46 + nameLength),
      method: data.readUInt16LE(at + 10),
      crc: data.readUInt32LE(at + 16),
      size: data.readUInt32LE(at + 24),
      // A copy: a slice would keep the whole zip in memory.
      bytes: Buffer.from(data.subarray(from, from + packed)),
    })
    at += 46 + nameLength + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32)
  }
  return parts
}

/** One zip of all parts, in their order. */
export function joinParts(parts: readonly ZippedPart[]): Buffer {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const name = Buffer.from(part.name)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(LOCAL, 0)
    local.writeUInt16LE(VERSION, 4)
    writeCommon(local, 6, part, name)
    pieces.push(local, name, part.bytes)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(CENTRAL, 0)
    central.writeUInt16LE(VERSION, 4)
    central.writeUInt16LE(VERSION, 6)
    writeCommon(central, 8, part, name)
    central.writeUInt32LE(offset, 42)
    directory.push(central, name)
    offset += local.length + name.length + part.bytes.length
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...pieces, ...directory, end])
}

/** Flags, method, time, checksum, sizes and the name's length stand alike in both kinds of header. */
function writeCommon(header: Buffer, at: number, part: ZippedPart, name: Buffer): void {
  header.writeUInt16LE(FLAGS, at)
  header.writeUInt16LE(part.method, at + 2)
  header.writeUInt16LE(DOS_DATE, at + 6)
  header.writeUInt32LE(part.crc, at + 8)
  header.writeUInt32LE(part.bytes.length, at + 12)
  header.writeUInt32LE(part.size, at + 16)
  header.writeUInt16LE(name.length, at + 20)
}
