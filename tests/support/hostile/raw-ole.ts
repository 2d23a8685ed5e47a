const SECTOR = 512
const FREE = 0xffffffff
const END_OF_CHAIN = 0xfffffffe
const FAT_SECTOR = 0xfffffffd

export interface OleLies {
  /** Sector that follows each sector of the stream, in the place of the true chain. */
  readonly next?: (sector: number, isLast: boolean) => number
  readonly statedSize?: number
  readonly sectorShift?: number
  readonly fatSectors?: number
  readonly firstDifat?: number
  readonly difatSectors?: number
  /** Child of the root entry in the directory's tree, and the sibling of the stream's entry. */
  readonly rootChild?: number
  readonly sibling?: number
}

/** The smallest OLE container with one stream ([MS-CFB]): header, FAT, one directory sector, the stream. */
export function oleWith(stream: string, content: Buffer, lies: OleLies = {}): Buffer {
  const sectors = Math.max(8, Math.ceil(content.length / SECTOR))
  const data = Buffer.alloc(sectors * SECTOR)
  content.copy(data)
  const header = Buffer.alloc(SECTOR, 0xff)
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(header)
  header.fill(0, 8, 76)
  header.writeUInt16LE(0x3e, 24)
  header.writeUInt16LE(3, 26)
  header.writeUInt16LE(0xfffe, 28)
  header.writeUInt16LE(lies.sectorShift ?? 9, 30)
  header.writeUInt16LE(6, 32)
  const fatCount = Math.ceil((sectors + 3) / 128)
  header.writeUInt32LE(lies.fatSectors ?? fatCount, 44)
  header.writeUInt32LE(fatCount, 48)
  header.writeUInt32LE(4096, 56)
  header.writeUInt32LE(END_OF_CHAIN, 60)
  header.writeUInt32LE(lies.firstDifat ?? END_OF_CHAIN, 68)
  header.writeUInt32LE(lies.difatSectors ?? 0, 72)
  for (let at = 0; at < fatCount; at++) header.writeUInt32LE(at, 76 + at * 4)
  const first = fatCount + 1
  const fat = Buffer.alloc(SECTOR * fatCount, 0xff)
  for (let at = 0; at < fatCount; at++) fat.writeUInt32LE(FAT_SECTOR, at * 4)
  fat.writeUInt32LE(END_OF_CHAIN, fatCount * 4)
  for (let at = 0; at < sectors; at++) {
    const isLast = at === sectors - 1
    const next = lies.next?.(first + at, isLast) ?? (isLast ? END_OF_CHAIN : first + at + 1)
    fat.writeUInt32LE(next >>> 0, (first + at) * 4)
  }
  const directory = Buffer.alloc(SECTOR)
  const entry = (at: number, name: string, type: number, child: number, start: number, size: number): void => {
    const base = at * 128
    directory.write(name, base, 'utf16le')
    directory.writeUInt16LE((name.length + 1) * 2, base + 64)
    directory.writeUInt8(type, base + 66)
    directory.writeUInt8(1, base + 67)
    directory.writeUInt32LE(FREE, base + 68)
    directory.writeUInt32LE(at === 1 ? (lies.sibling ?? FREE) : FREE, base + 72)
    directory.writeUInt32LE(child, base + 76)
    directory.writeUInt32LE(start, base + 116)
    directory.writeUInt32LE(size, base + 120)
  }
  entry(0, 'Root Entry', 5, lies.rootChild ?? 1, END_OF_CHAIN, 0)
  entry(1, stream, 2, FREE, first, lies.statedSize ?? data.length)
  return Buffer.concat([header, fat, directory, data])
}

/** Records of a workbook stream: type and body of each. */
export function biff(...records: readonly (readonly [type: number, body: Buffer | readonly number[]])[]): Buffer {
  return Buffer.concat(
    records.map(([type, body]) => {
      const bytes = Buffer.from(body as Uint8Array)
      const head = Buffer.alloc(4)
      head.writeUInt16LE(type, 0)
      head.writeUInt16LE(bytes.length, 2)
      return Buffer.concat([head, bytes])
    }),
  )
}
