import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { describe, expect, test } from 'vitest'
import { envelopeBytes, forgeRows, rewritePackage, rewriteEnvelope, signAs } from '#tests/support/exchange/rewrite.ts'
import { openOffices, type Office } from '#tests/support/exchange/offices.ts'
import { makeKeyPair } from '#main/exchange/package/keys.ts'

function copyTo(office: Office, name: string, bytes: Uint8Array): string {
  const file = path.join(office.folder, name)
  fs.writeFileSync(file, bytes)
  return file
}

describe('keys of other sites', () => {
  test('a first key is taken and told, and is marked once it was read back', async () => {
    const { province, a } = await openOffices()
    const { fingerprint } = await a.call('exchange.site', {})
    const own = await province.call('exchange.site', {})
    const keys = await a.call('exchange.keys', {})
    expect(keys).toMatchObject([{ site: own.id, unit: 'TINH', state: 'seen', fingerprint: own.fingerprint }])
    expect(fingerprint).toMatch(/^(?:[0-9A-F]{4} ){9}[0-9A-F]{4}$/)
    expect(await a.refuse('exchange.trust', { site: 'TINH', fingerprint: 'AAAA' })).toBe('SITE_FINGERPRINT_WRONG')
    await a.call('exchange.trust', { site: 'TINH', fingerprint: own.fingerprint?.toLowerCase() ?? '' })
    expect((await a.call('exchange.keys', {}))[0]?.state).toBe('verified')
  })

  test('another key for a known site is refused until its own fingerprint is said', async () => {
    const { province, a } = await openOffices()
    const { file } = await province.make({ kind: 'survey', unit: 'XA-A' })
    const forged = copyTo(a, 'giả.chitieu', await signAs(file, makeKeyPair()))
    expect(await a.refuseFile(forged)).toBe('PACKAGE_KEY_CHANGED')
    const [key] = await a.call('exchange.keys', {})
    expect(key?.refused).not.toBeNull()
    expect((await a.call('exchange.list', {})).filter(({ kind }) => kind === 'survey')).toEqual([])
    await a.call('exchange.trust', { site: key?.site ?? '', fingerprint: key?.refused ?? '' })
    expect(await a.take(forged)).toMatchObject({ status: 'applied' })
  })

  test('a copy of a data file is a site of its own when told so', async () => {
    const { province, a } = await openOffices()
    const before = await a.call('exchange.site', {})
    const after = await a.call('exchange.renewSite', {})
    expect(after.id).not.toBe(before.id)
    expect(after.fingerprint).not.toBe(before.fingerprint)
    const { file } = await province.make({ kind: 'survey', unit: 'XA-A' })
    expect(await a.take(file)).toMatchObject({ status: 'applied' })
  })
})

describe('a file that is not as it was sent', () => {
  test('changed rows, a changed head, an added part, a missing signature: tampered', async () => {
    const { province, a } = await openOffices()
    const { file } = await province.make({ kind: 'survey', unit: 'XA-A' })
    const before = JSON.stringify(await a.call('exchange.list', {}))
    const changes: readonly ((parts: Map<string, Buffer>) => void)[] = [
      (parts) => {
        const rows = parts.get('rows/units.json')?.toString('utf8') ?? ''
        parts.set('rows/units.json', Buffer.from(rows.replace('Công đoàn', 'Công Đoàn')))
      },
      (parts) =>
        parts.set(
          'chitieu.json',
          Buffer.from((parts.get('chitieu.json')?.toString('utf8') ?? '').replace('XA-A', 'XA-B')),
        ),
      (parts) => parts.set('rows/thêm.json', Buffer.from('{}')),
      (parts) => void parts.delete('signature.json'),
      (parts) => void parts.delete('rows/units.json'),
    ]
    for (const [at, change] of changes.entries()) {
      const changed = copyTo(a, `sửa-${at}.chitieu`, await rewritePackage(file, change))
      expect(await a.refuseFile(changed), String(at)).toBe('PACKAGE_TAMPERED')
    }
    expect(JSON.stringify(await a.call('exchange.list', {}))).toBe(before)
  })

  test('from a newer program; another zip; a text; cut off; empty: each its own answer', async () => {
    const { province, a } = await openOffices()
    const { file } = await province.make({ kind: 'survey', unit: 'XA-A' })
    const newer = await rewriteEnvelope(file, (envelope) => ({ ...envelope, version: 99 }))
    const unknownKind = await rewriteEnvelope(file, (envelope) => ({
      ...envelope,
      head: { ...(envelope['head'] as object), kind: 'video' },
    }))
    const bytes = fs.readFileSync(file)
    const cases: readonly (readonly [Uint8Array, string])[] = [
      [newer, 'PACKAGE_NEWER'],
      [unknownKind, 'PACKAGE_NEWER'],
      [await rewritePackage(file, (parts) => void parts.delete('chitieu.json')), 'PACKAGE_FOREIGN'],
      [bytes.subarray(0, bytes.length - 200), 'PACKAGE_DAMAGED'],
      [Buffer.from('%PDF-1.7 gì đó'), 'PACKAGE_FOREIGN'],
      [Buffer.alloc(0), 'FILE_EMPTY'],
    ]
    for (const [at, [content, code]] of cases.entries())
      expect(await a.refuseFile(copyTo(a, `khác-${at}.chitieu`, content)), String(at)).toBe(code)
  })

  test('an envelope of the trial run is brought up to ours', async () => {
    const { province, a } = await openOffices()
    const { file } = await province.make({ kind: 'survey', unit: 'XA-A' })
    const older = copyTo(a, 'cũ.chitieu', await envelopeBytes.asTrial(file))
    expect(await a.take(older)).toMatchObject({ status: 'applied', kind: 'survey' })
  })

  test('sealed by a passphrase', async () => {
    const { province, a } = await openOffices()
    const { file } = await province.make({ kind: 'survey', unit: 'XA-A', passphrase: 'Bí mật năm 2024' })
    expect(fs.readFileSync(file).includes('XA-A')).toBe(false)
    expect(await a.refuseFile(file)).toBe('PACKAGE_PASSPHRASE_NEEDED')
    expect(await a.refuseFile(file, { passphrase: 'bí mật' })).toBe('PACKAGE_PASSPHRASE_WRONG')
    expect(await a.take(file, { passphrase: 'Bí mật năm 2024'.normalize('NFD') })).toMatchObject({ status: 'applied' })
  })
})

describe('a unit speaks for itself alone', () => {
  test('rows of another unit, reports of another period, and what the province decides are refused as that', async () => {
    const { province, a } = await openOffices()
    await a.call('enterprises.add', {
      cells: [
        { column: 'name', value: 'Công ty Của A' },
        { column: 'unit', value: 'XA-A' },
      ],
    })
    const survey = await a.make({ kind: 'survey' })
    const stolen = await forgeRows(survey.file, a.file, (rows) => rows.replaceAll('"XA-A"', '"XA-B"'))
    expect(await province.refuseFile(copyTo(province, 'của xã khác.chitieu', stolen))).toBe('PACKAGE_NOT_THEIRS')

    const period = { from: '2024-06-01', to: '2024-06-30' }
    const figure = { unit: 'XA-A', indicator: 'DV_MOI', from: '2024-01-01', basis: 'cumulative', value: 5 } as const
    await a.call('reports.add', { ...figure, asOf: '2024-06-30' })
    const report = await a.make({ kind: 'report', period })
    const later = await forgeRows(report.file, a.file, (rows) => rows.replaceAll('"2024-06-30"', '"2024-09-30"'))
    expect(await province.refuseFile(copyTo(province, 'kỳ khác.chitieu', later))).toBe('PACKAGE_WRONG_PERIOD')
    expect((await province.call('enterprises.list', {})).rows).toEqual([])

    await province.take(survey.file)
    await a.call('exchange.setSite', { unit: 'XA-B' })
    await a.call('enterprises.add', {
      cells: [
        { column: 'name', value: 'Công ty Của B' },
        { column: 'unit', value: 'XA-B' },
      ],
    })
    const other = await a.make({ kind: 'survey', unit: 'TINH' })
    expect(await province.refuseFile(other.file)).toBe('PACKAGE_SENDER_UNIT')
  })
})

/** A few hundred here; `npm run torture -- --only exchange` asks twenty thousand. */
const MUTATIONS = Number(process.env['CHITIEU_MUTATIONS'] ?? 300)
const BATCH = 300

describe('bytes changed at random', () => {
  test('are refused or change nothing of what was signed; never an incident, never a half', async () => {
    const { province, a } = await openOffices()
    const { file } = await province.make({ kind: 'survey', unit: 'XA-A' })
    const whole = fs.readFileSync(file)
    const before = JSON.stringify(await a.call('exchange.list', {}))
    let state = Number(process.env['CHITIEU_SEED'] ?? 20240630)
    const random = (below: number): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      return (state >>> 8) % below
    }
    let taken = 0
    for (let from = 0; from < MUTATIONS; from += BATCH) {
      const files = Array.from({ length: Math.min(BATCH, MUTATIONS - from) }, (_, at) =>
        copyTo(a, `hỏng-${at}.chitieu`, mutate(whole, at, random)),
      )
      const applied = await a.call('exchange.apply', { files })
      taken += applied.files.filter(({ status }) => status === 'applied').length
      expect(applied.files.map(({ error }) => error?.code)).not.toContain('UNEXPECTED')
    }
    // A byte the zip does not look at (a date, an attribute) changes no content: that file is the package itself.
    expect(taken).toBeLessThanOrEqual(1)
    const after = await a.call('exchange.list', {})
    expect(JSON.stringify(after.filter(({ kind }) => kind !== 'survey'))).toBe(before)
    expect(after.filter(({ kind }) => kind === 'survey')).toHaveLength(taken)
    expect((await a.call('file.verify', {})).ok).toBe(true)
  }, 3_600_000)
})

/** Some bytes flipped; of every third file the end cut off, of every third a piece left out. */
function mutate(whole: Buffer, at: number, random: (below: number) => number): Buffer {
  const bytes = Buffer.from(whole)
  for (let times = 1 + random(4); times > 0; times--) bytes[random(bytes.length)] = random(256)
  if (at % 3 === 1) return bytes.subarray(0, random(bytes.length))
  return at % 3 === 2
    ? Buffer.concat([bytes.subarray(0, random(bytes.length)), bytes.subarray(random(bytes.length))])
    : bytes
}
