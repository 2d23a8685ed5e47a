import { promisify } from 'node:util'
import { crc32, inflateRaw } from 'node:zlib'
import yauzl from 'yauzl'
import { ForeignFailure, refuseDamaged, refuseUnsafe } from './foreign-failure.ts'
import { LIMITS } from './limits.ts'

/** A zip whose central directory passed the gate. Parts are opened one by one; real bytes are counted. */
export interface SafeZip {
  readonly names: ReadonlySet<string>
  /** Unpacks a part. Throws `ForeignFailure` when it is larger than it says, or broken. */
  bytes(name: string): Promise<Buffer>
  /** A small part whole, as text. Null when there is none. */
  text(name: string): Promise<string | null>
  close(): void
}

/** Entries that mean the archive holds code. */
const CODE = /(?:^|\/)(?:vbaProject\.bin|.*\.(?:exe|dll|js|vbs|scr))$/i
const WHOLE_PART = 40 * 1024 * 1024

/**
 * Opens a zip from memory and refuses what no office program writes, before anything is unpacked: too many or too
 * large parts, absurd ratios, names that climb out, duplicates, encryption, macros.
 */
export async function openSafeZip(bytes: Buffer): Promise<SafeZip> {
  const zip = await openZip(bytes)
  const entries = new Map<string, yauzl.Entry>()
  let unpacked = 0
  await forEachEntry(zip, (entry) => {
    const name = entry.fileName.replace(/^\/+/, '')
    if (entries.size >= LIMITS.zipEntries) refuseUnsafe('quá nhiều phần bên trong')
    if (entry.isEncrypted()) throw new ForeignFailure('FILE_ENCRYPTED')
    if (name.split('/').includes('..') || /^[a-z]:/i.test(name)) refuseUnsafe('tên bên trong không hợp lệ')
    if (name.endsWith('/')) return
    if (entries.has(name.toLowerCase())) refuseUnsafe('có hai phần trùng tên')
    if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) refuseUnsafe('cách nén lạ')
    if (CODE.test(name)) refuseUnsafe('có chứa macro; hãy lưu lại dạng tệp không macro')
    unpacked += entry.uncompressedSize
    const isSwollen =
      entry.uncompressedSize > LIMITS.ratioFloor && entry.uncompressedSize > entry.compressedSize * LIMITS.ratio
    if (unpacked > LIMITS.unpackedBytes || isSwollen) refuseUnsafe('nội dung giải nén lớn bất thường')
    entries.set(name.toLowerCase(), entry)
  })
  let read = 0
  const bytesOf = async (name: string): Promise<Buffer> => {
    const entry = entries.get(name.toLowerCase())
    if (entry === undefined) return refuseDamaged()
    // Two hundred sheets may all name the same part, and each would be read anew.
    read += entry.uncompressedSize
    if (read > LIMITS.unpackedBytes * 2) refuseUnsafe('một phần bên trong được dùng lại quá nhiều lần')
    return unpack(bytes, entry)
  }
  return {
    names: new Set([...entries.values()].map((entry) => entry.fileName.replace(/^\/+/, ''))),
    bytes: bytesOf,
    text: async (name) => {
      const entry = entries.get(name.toLowerCase())
      if (entry === undefined) return null
      if (entry.uncompressedSize > WHOLE_PART) refuseUnsafe('một phần bên trong lớn bất thường')
      return decodeXmlBytes(await bytesOf(name))
    },
    close: () => zip.close(),
  }
}

function decodeXmlBytes(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le').replace(/^\ufeff/, '')
  return bytes.toString('utf8').replace(/^\ufeff/, '')
}

function openZip(bytes: Buffer): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(
      bytes,
      { lazyEntries: true, decodeStrings: true, validateEntrySizes: true, strictFileNames: false, autoClose: false },
      (error, zip) => {
        if (zip === undefined) reject(translate(error))
        else resolve(zip)
      },
    )
  })
}

function forEachEntry(zip: yauzl.ZipFile, visit: (entry: yauzl.Entry) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    zip.on('error', (error) => reject(translate(error)))
    zip.on('end', () => resolve())
    zip.on('entry', (entry: yauzl.Entry) => {
      try {
        visit(entry)
        zip.readEntry()
      } catch (failure) {
        zip.close()
        reject(failure instanceof Error ? failure : new Error(String(failure)))
      }
    })
    zip.readEntry()
  })
}

const inflate = promisify(inflateRaw)
const LOCAL_HEADER = 0x04034b50

/**
 * Unpacks one part in a single go, off this thread. The output may grow to what the entry states and no further, so
 * a part that lies about its size ends there.
 */
async function unpack(archive: Buffer, entry: yauzl.Entry): Promise<Buffer> {
  const head = entry.relativeOffsetOfLocalHeader
  if (head + 30 > archive.length || archive.readUInt32LE(head) !== LOCAL_HEADER) return refuseDamaged()
  const start = head + 30 + archive.readUInt16LE(head + 26) + archive.readUInt16LE(head + 28)
  const packed = archive.subarray(start, start + entry.compressedSize)
  if (packed.length !== entry.compressedSize) return refuseDamaged()
  if (entry.compressionMethod === 0) return crc32(packed) === entry.crc32 ? packed : refuseDamaged()
  try {
    const size = entry.uncompressedSize
    // One piece as large as the whole, so that nothing has to be put together afterwards.
    const unpacked = await inflate(packed, { maxOutputLength: size + 1, chunkSize: Math.max(size + 1, 1024) })
    return unpacked.length === size && crc32(unpacked) === entry.crc32 ? unpacked : refuseDamaged()
  } catch {
    return refuseDamaged()
  }
}

/** yauzl speaks English about the zip; to the clerk it is a damaged file, or one whose names climb out. */
function translate(error: Error | null): ForeignFailure {
  const message = error?.message ?? ''
  if (/invalid relative path|absolute path/.test(message))
    return new ForeignFailure('FILE_UNSAFE', { why: 'tên bên trong không hợp lệ' })
  return new ForeignFailure('FILE_DAMAGED')
}
