import { expect, test } from 'vitest'
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
})
