import type { Readable } from 'node:stream'
import yauzl from 'yauzl'
import { ForeignFailure, refuseDamaged, refuseUnsafe } from './foreign-failure.ts'
import { LIMITS } from './limits.ts'

/** A zip whose central directory passed the gate. Parts are opened one by one; real bytes are counted. */
export interface SafeZip {
  readonly names: ReadonlySet<string>
  /** Unpacks a part; chunks as they come. Throws `ForeignFailure` when the part is larger than it says or broken. */
  stream(name: string): Promise<Readable>
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
    if (CODE.test(name)) refuseUnsafe('có chứa macro; hãy lưu lại dạng .xlsx không macro')
    unpacked += entry.uncompressedSize
    const isSwollen =
      entry.uncompressedSize > LIMITS.ratioFloor && entry.uncompressedSize > entry.compressedSize * LIMITS.ratio
    if (unpacked > LIMITS.unpackedBytes || isSwollen) refuseUnsafe('nội dung giải nén lớn bất thường')
    entries.set(name.toLowerCase(), entry)
  })
  const stream = async (name: string): Promise<Readable> => {
    const entry = entries.get(name.toLowerCase())
    if (entry === undefined) return refuseDamaged()
    return openPart(zip, entry)
  }
  return {
    names: new Set([...entries.values()].map((entry) => entry.fileName.replace(/^\/+/, ''))),
    stream,
    text: async (name) => {
      const entry = entries.get(name.toLowerCase())
      if (entry === undefined) return null
      if (entry.uncompressedSize > WHOLE_PART) refuseUnsafe('một phần bên trong lớn bất thường')
      const chunks: Buffer[] = []
      for await (const chunk of await stream(name)) chunks.push(chunk as Buffer)
      return decodeXmlBytes(Buffer.concat(chunks))
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

function openPart(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (stream === undefined) reject(translate(error))
      else resolve(stream)
    })
  })
}

/** yauzl speaks English about the zip; to the clerk it is a damaged file, or one whose names climb out. */
function translate(error: Error | null): ForeignFailure {
  const message = error?.message ?? ''
  if (/invalid relative path|absolute path/.test(message))
    return new ForeignFailure('FILE_UNSAFE', { why: 'tên bên trong không hợp lệ' })
  return new ForeignFailure('FILE_DAMAGED')
}
