import { describe, expect, test } from 'vitest'
import { openTestBackend } from '#tests/support/backend.ts'

test('an empty province knows its area, its letterhead and the catalogue of recipients', async () => {
  const { call } = await openTestBackend({ name: 'Liên đoàn Lao động tỉnh Hải Sơn' })
  const settings = await call('settings.get', {})
  expect(settings.root).toEqual({ code: 'TINH', name: 'Liên đoàn Lao động tỉnh Hải Sơn' })
  expect(settings.values).toMatchObject({ area: 'tỉnh Hải Sơn', partyCommittee: 'Tỉnh ủy', yearStart: '01-01' })
  expect(settings.letterheads).toHaveLength(1)
  expect(settings.letterheads[0]).toMatchObject({
    issuerLines: ['LIÊN ĐOÀN LAO ĐỘNG TỈNH HẢI SƠN'],
    codeSuffix: 'LĐLĐ',
    place: 'Hải Sơn',
  })
  expect(settings.recipients.length).toBeGreaterThan(5)
  expect(settings.legalBases.every((line) => line.text.length > 10)).toBe(true)
})

describe('values', () => {
  test('are set one by one and the rest stay', async () => {
    const { call } = await openTestBackend()
    expect(await call('settings.set', { yearStart: '12-01' })).toMatchObject({
      yearStart: '12-01',
      partyCommittee: 'Tỉnh ủy',
    })
    expect((await call('settings.set', { partyCommittee: 'Thành ủy' })).yearStart).toBe('12-01')
  })

  test('the first day of the reporting year has a shape', async () => {
    const { refuse } = await openTestBackend()
    expect(await refuse('settings.set', { yearStart: '1/12' })).toBe('INPUT_INVALID')
  })

  test('set again to the same leave no trace', async () => {
    const { call } = await openTestBackend()
    await call('settings.set', { userName: 'Mai' })
    await call('settings.set', { userName: 'Mai' })
    expect((await call('history.list', {})).filter((row) => row.kind === 'settings.set')).toHaveLength(1)
  })
})

const letterhead = {
  superiorLines: ['ỦY BAN MTTQ VIỆT NAM TỈNH HẢI SƠN'],
  issuerLines: ['LIÊN ĐOÀN LAO ĐỘNG', 'TỈNH HẢI SƠN'],
  codeSuffix: 'LĐLĐ',
  place: 'Hải Sơn',
  validFrom: '2025-07-01',
}
const signer = { fullName: 'Trần Quốc Lương', authority: 'TM. BAN THƯỜNG VỤ', position: 'CHỦ TỊCH' }
const line = { documentType: 'ke-hoach-nam', text: 'Ban Tuyên giáo', sortOrder: 35 }

describe('rows of the office', () => {
  test('letterheads are added, changed and removed', async () => {
    const { call } = await openTestBackend()
    const saved = await call('letterheads.save', letterhead)
    expect((await call('settings.get', {})).letterheads).toContainEqual(saved)
    await call('letterheads.save', { ...letterhead, id: saved.id, place: 'Phú Lĩnh' })
    const { letterheads } = await call('settings.get', {})
    expect(letterheads.find((row) => row.id === saved.id)?.place).toBe('Phú Lĩnh')
    await call('letterheads.remove', { id: saved.id ?? '' })
    expect((await call('settings.get', {})).letterheads).toHaveLength(1)
  })

  test('signers are added, changed and removed', async () => {
    const { call } = await openTestBackend()
    const saved = await call('signers.save', signer)
    await call('signers.save', { ...signer, id: saved.id, validTo: '2028-09-30' })
    expect((await call('settings.get', {})).signers).toEqual([
      { ...signer, id: saved.id, validFrom: null, validTo: '2028-09-30' },
    ])
    await call('signers.remove', { id: saved.id ?? '' })
    expect((await call('settings.get', {})).signers).toEqual([])
  })

  test.for(['recipients', 'legalBases'] as const)('%s are added, changed and removed', async (kind) => {
    const { call } = await openTestBackend()
    const before = (await call('settings.get', {}))[kind]
    const saved = await call(`${kind}.save`, line)
    await call(`${kind}.save`, { ...line, id: saved.id, text: 'Ban Dân vận' })
    const rows = (await call('settings.get', {}))[kind]
    expect(rows).toHaveLength(before.length + 1)
    expect(rows.find((row) => row.id === saved.id)?.text).toBe('Ban Dân vận')
    await call(`${kind}.remove`, { id: saved.id ?? '' })
    expect((await call('settings.get', {}))[kind]).toEqual(before)
  })

  test('what is not there any more is said to be gone, and nothing is added for it', async () => {
    const { call, refuse } = await openTestBackend()
    const before = await call('settings.get', {})
    expect(await refuse('letterheads.save', { ...letterhead, id: 'x' })).toBe('ROW_UNKNOWN')
    expect(await refuse('signers.remove', { id: 'x' })).toBe('ROW_UNKNOWN')
    expect(await refuse('recipients.save', { ...line, id: 'x' })).toBe('ROW_UNKNOWN')
    expect(await refuse('legalBases.remove', { id: 'x' })).toBe('ROW_UNKNOWN')
    expect(await call('settings.get', {})).toEqual(before)
  })

  test('empty names are refused', async () => {
    const { refuse } = await openTestBackend()
    expect(await refuse('signers.save', { ...signer, fullName: ' ' })).toBe('INPUT_INVALID')
    expect(await refuse('letterheads.save', { ...letterhead, issuerLines: [] })).toBe('INPUT_INVALID')
  })
})
