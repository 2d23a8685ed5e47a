// Makes broken files out of good ones, the same from the same seed.
import { inflateRawSync } from 'node:zlib'
import { rawZip } from '../support/hostile/raw-zip.ts'

/** Numbers from 0 to 1, the same for a seed (mulberry32). */
export function randomFrom(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const NASTY = [
  '',
  ' ',
  '0',
  '-1',
  '1e999',
  'NaN',
  '99999999999999999999',
  '2147483648',
  '4294967295',
  '-2147483648',
  '1048577',
  'XFD1048576',
  'A0',
  'ZZZZ1',
  'true',
  '&amp;',
  '&#0;',
  '&#xD800;',
  '_x0000_',
  '__proto__',
  'constructor',
  '../../x',
  '\u0000',
  'Tổng cộng',
  'Huyện',
  'I. Huyện A',
  '31/02/2020',
  '44927',
  'khoảng 20',
  '1.348',
  '1,5',
  'đ'.repeat(5000),
  '('.repeat(3000),
  ' '.repeat(3000),
  '¸µ¶·¹¨»¾¼½Æ',
  'ă'.normalize('NFD').repeat(200),
  '🙂',
  '=1+1',
  '"',
  '\n',
]

/** One broken file of a good one: `kind` is its true format. */
export function mutate(bytes, kind, random) {
  const pick = (list) => list[Math.floor(random() * list.length)]
  const times = 1 + Math.floor(random() * 6)
  if (kind === 'xlsx' && random() < 0.75) return mutateWorkbook(bytes, random, pick, times)
  if (kind === 'csv' && random() < 0.75) return mutateText(bytes, random, pick, times)
  if (kind === 'xls' && random() < 0.6) return mutateRecords(bytes, random, times)
  return mutateBytes(bytes, random, times)
}

function mutateBytes(bytes, random, times) {
  let result = Buffer.from(bytes)
  const place = () => Math.floor(random() * result.length)
  for (let done = 0; done < times && result.length > 0; done++) {
    const at = place()
    const length = Math.min(result.length - at, 1 + Math.floor(random() ** 4 * 4000))
    const way = Math.floor(random() * 7)
    if (way === 0) result[at] ^= 1 << Math.floor(random() * 8)
    else if (way === 1) result.fill(random() < 0.5 ? 0 : 0xff, at, at + length)
    else if (way === 2) result = Buffer.concat([result.subarray(0, at), result.subarray(at + length)])
    else if (way === 3)
      result = Buffer.concat([result.subarray(0, at), result.subarray(at, at + length), result.subarray(at)])
    else if (way === 4) result = result.subarray(0, at)
    else if (way === 5) result.copy(result, place(), at, at + length)
    else if (at + 4 <= result.length) result.writeUInt32LE(Math.floor(random() * 2 ** 32), at)
  }
  return result
}

function mutateText(bytes, random, pick, times) {
  const lines = bytes.toString('utf8').split('\n')
  for (let done = 0; done < times; done++) {
    const at = Math.floor(random() ** 2 * lines.length)
    const way = Math.floor(random() * 6)
    if (way === 0) lines.splice(at, 1)
    else if (way === 1) lines.splice(at, 0, lines[Math.floor(random() * lines.length)] ?? '')
    else if (way === 2) lines[at] = replaceField(lines[at] ?? '', pick(NASTY), random)
    else if (way === 3) lines[at] = `${lines[at]}"`
    else if (way === 4) lines[at] = (lines[at] ?? '').replaceAll(';', pick([',', '\t', '', '|']))
    else lines[at] = pick(NASTY)
  }
  return Buffer.from(lines.join(pick(['\n', '\r\n', '\r'])))
}

function replaceField(line, text, random) {
  const fields = line.split(/[;,\t]/)
  fields[Math.floor(random() * fields.length)] = text
  return fields.join(';')
}

/** Breaks what the parts of a workbook say and packs them again, so that the zip itself is good. */
function mutateWorkbook(bytes, random, pick, times) {
  const parts = readParts(bytes)
  for (let done = 0; done < times; done++) {
    const part = pick(parts)
    const way = Math.floor(random() * 8)
    if (way === 0) parts.splice(parts.indexOf(part), 1)
    else if (way === 1) part.name = pick(parts).name
    else part.content = Buffer.from(mutateXml(part.content.toString('utf8'), way, random, pick), 'utf8')
    if (parts.length === 0) break
  }
  return rawZip(parts)
}

function mutateXml(xml, way, random, pick) {
  const places = (pattern) => [...xml.matchAll(pattern)]
  const replaceOne = (pattern, make) => {
    const found = places(pattern)
    const match = found[Math.floor(random() ** 2 * found.length)]
    return match === undefined
      ? xml
      : xml.slice(0, match.index) + make(match[0]) + xml.slice(match.index + match[0].length)
  }
  const nasty = pick(NASTY)
  if (way === 2) return replaceOne(/="[^"]*"/g, () => `="${nasty.replaceAll('"', '')}"`)
  if (way === 3) return replaceOne(/>[^<]*</g, () => `>${nasty}<`)
  if (way === 4) return replaceOne(/<[^>]*>/g, () => '')
  if (way === 5) return replaceOne(/<row.*?<\/row>/gs, (row) => row.repeat(1 + Math.floor(random() * 20)))
  if (way === 6) return replaceOne(/<c .*?<\/c>/gs, (cell) => pick(['', `<c t="s"><v>${nasty}</v></c>`, cell + cell]))
  return replaceOne(/[\s\S]{1,50}/g, () => nasty)
}

/** The parts of a zip of ours, by its directory. */
function readParts(bytes) {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  const parts = []
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset))
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    const head = bytes.readUInt32LE(at + 42)
    const start = head + 30 + bytes.readUInt16LE(head + 26) + bytes.readUInt16LE(head + 28)
    const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20))
    const content = bytes.readUInt16LE(at + 10) === 0 ? Buffer.from(packed) : inflateRawSync(packed)
    parts.push({ name, content })
    at += 46 + nameLength + extra + comment
  }
  return parts
}

/** Breaks records of an old workbook where they stand: heads, lengths, bodies. */
function mutateRecords(bytes, random, times) {
  const result = Buffer.from(bytes)
  for (let done = 0; done < times; done++) {
    const sector = 512 + Math.floor((random() * (result.length - 512)) / 4) * 4
    if (sector + 8 > result.length) continue
    const way = Math.floor(random() * 4)
    if (way === 0) result.writeUInt16LE(Math.floor(random() * 0x300), sector)
    else if (way === 1) result.writeUInt16LE(random() < 0.5 ? 0xffff : Math.floor(random() * 9000), sector + 2)
    else if (way === 2) result.writeDoubleLE(random() < 0.5 ? Number.NaN : 1e300 * (random() - 0.5), sector)
    else result.writeUInt32LE([0xffffffff, 0xfffffffe, 0, 1, 0x7fffffff][Math.floor(random() * 5)], sector)
  }
  return result
}
