import { crc32, deflateRawSync } from 'node:zlib'

/** A zip part with everything about it that can be lied about. */
export interface RawPart {
  readonly name: string
  readonly content: Buffer
  /** Packed size and content as stated in the directory, when they are not the true ones. */
  readonly statedSize?: number
  readonly statedCrc?: number
  /** Size in the local head only. */
  readonly localSize?: number
  readonly encrypted?: boolean
  readonly stored?: boolean
  readonly method?: number
  /** Where its local head is said to lie. */
  readonly statedOffset?: number
}

/** A zip byte by byte, for forms no library writes. */
export function rawZip(
  parts: readonly RawPart[],
  options: { readonly entries?: number; readonly prefix?: Buffer; readonly comment?: Buffer } = {},
): Buffer {
  const local: Buffer[] = [options.prefix ?? Buffer.alloc(0)]
  const central: Buffer[] = []
  let offset = options.prefix?.length ?? 0
  for (const part of parts) {
    const packed = part.stored === true ? part.content : deflateRawSync(part.content, { level: 1 })
    const name = Buffer.from(part.name, 'utf8')
    const facts = Buffer.alloc(12)
    facts.writeUInt32LE((part.statedCrc ?? crc32(part.content)) >>> 0, 0)
    facts.writeUInt32LE(packed.length, 4)
    facts.writeUInt32LE((part.statedSize ?? part.content.length) >>> 0, 8)
    const localFacts = Buffer.from(facts)
    if (part.localSize !== undefined) localFacts.writeUInt32LE(part.localSize >>> 0, 8)
    const flags = Buffer.alloc(2)
    // Bit 11: the name is UTF-8.
    flags.writeUInt16LE((part.encrypted === true ? 1 : 0) | 0x0800, 0)
    const method = Buffer.alloc(2)
    method.writeUInt16LE(part.method ?? (part.stored === true ? 0 : 8), 0)
    const nameLength = Buffer.alloc(4)
    nameLength.writeUInt16LE(name.length, 0)
    const head = Buffer.concat([
      Buffer.from([0x50, 0x4b, 3, 4, 20, 0]),
      flags,
      method,
      Buffer.alloc(4),
      localFacts,
      nameLength,
      name,
    ])
    local.push(head, packed)
    const entry = Buffer.alloc(46)
    Buffer.from([0x50, 0x4b, 1, 2, 20, 0, 20, 0]).copy(entry)
    flags.copy(entry, 8)
    method.copy(entry, 10)
    facts.copy(entry, 16)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE((part.statedOffset ?? offset) >>> 0, 42)
    central.push(entry, name)
    offset += head.length + packed.length
  }
  const directory = Buffer.concat(central)
  const comment = options.comment ?? Buffer.alloc(0)
  const end = Buffer.alloc(22)
  Buffer.from([0x50, 0x4b, 5, 6]).copy(end)
  end.writeUInt16LE(options.entries ?? parts.length, 8)
  end.writeUInt16LE(options.entries ?? parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  end.writeUInt16LE(comment.length, 20)
  return Buffer.concat([...local, directory, end, comment])
}
