import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openTestBackend } from '#tests/support/backend.ts'

// Lists of other offices whose titles say something else than they mean: said once, remembered for that sender.

const LIST = [
  'TT;Tên đơn vị;MST;Huyện;Số lao động;Số theo dõi;Đã có CĐCS',
  '1;Công ty TNHH Sao Mai;0100109106;Huyện Sơn Lộc;35;30;x',
  '2;Công ty TNHH Vầng Trăng;0300588569;Huyện Sơn Lộc;12;10;',
].join('\r\n')

function write(folder: string, name: string, text = LIST): string {
  const file = path.join(folder, name)
  fs.writeFileSync(file, `\ufeff${text}`)
  return file
}

describe('how a sender’s columns are read', () => {
  it('is remembered with the list it was said of, offered the next time, and can be changed', async () => {
    const { call, folder } = await openTestBackend({ province: 'sample' })
    const file = write(folder, 'một.csv')
    const guessed = await call('survey.preview', { file })
    expect(guessed).toMatchObject({ columnsFrom: 'guessed', totals: { workers: 47 } })
    expect(guessed.columns.find(({ column }) => column === 'F')?.field).toBeNull()

    const asked = { sender: 'BHXH tỉnh', columns: { E: 'insured', F: 'workers' } } as const
    const preview = await call('survey.preview', { file, ...asked })
    expect(preview).toMatchObject({ columnsFrom: 'asked', sender: 'BHXH tỉnh', totals: { workers: 40 } })
    expect(await call('senders.list', {})).toEqual([])
    await call('survey.import', { file, ...asked })

    // Another list with the same titles, its sender not named.
    const next = write(folder, 'hai.csv', LIST.replace('Sao Mai', 'Sao Hôm').replace('0100109106', '0100112437'))
    const offered = await call('survey.preview', { file: next })
    expect(offered).toMatchObject({ columnsFrom: 'remembered', sender: 'BHXH tỉnh', totals: { workers: 40 } })

    await call('survey.import', { file: next, sender: 'BHXH tỉnh', columns: { F: null, E: 'workers' } })
    const [kept, another] = await call('senders.list', {})
    expect(another).toBeUndefined()
    expect(kept).toMatchObject({ sender: 'BHXH tỉnh', fields: { E: 'workers', F: null } })
    await call('senders.forget', { id: kept?.id ?? '' })
    expect(await call('survey.preview', { file: next })).toMatchObject({ columnsFrom: 'guessed' })
  })

  it('is another for another sender of the same titles, and for other titles of the same sender', async () => {
    const { call, folder } = await openTestBackend({ province: 'sample' })
    const file = write(folder, 'một.csv')
    await call('survey.import', { file, sender: 'BHXH tỉnh', columns: { E: 'insured', F: 'workers' } })
    await call('survey.import', { file, sender: 'Thuế tỉnh', columns: { E: 'workers', F: 'members' } })
    expect(await call('survey.preview', { file, sender: 'bhxh TỈNH' })).toMatchObject({ totals: { workers: 40 } })
    expect(await call('survey.preview', { file, sender: 'Thuế tỉnh' })).toMatchObject({ totals: { workers: 47 } })
    const other = write(folder, 'khác.csv', LIST.replace('Số theo dõi', 'Ghi nhận khác'))
    expect(await call('survey.preview', { file: other, sender: 'BHXH tỉnh' })).toMatchObject({ columnsFrom: 'guessed' })
  })

  it('refuses what is no column', async () => {
    const { refuse, folder } = await openTestBackend({ province: 'sample' })
    const file = write(folder, 'một.csv')
    expect(await refuse('survey.preview', { file, columns: { '7': 'workers' } })).toBe('SENDER_COLUMN_UNKNOWN')
    const titles = ['TT', 'Tên']
    expect(await refuse('senders.save', { sender: 'A', titles, fields: { Z: 'name' } })).toBe('SENDER_COLUMN_UNKNOWN')
  })
})
