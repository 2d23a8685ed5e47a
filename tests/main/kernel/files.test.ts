import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { createBackend } from '#main/backend.ts'
import { forkParser } from '#main/hosts/cli/fork-parser.ts'
import { openTestBackend } from '#tests/support/backend.ts'
import { RESOURCES } from '#tests/support/resources.ts'
import { makeTempFolder } from '#tests/support/temp-folder.ts'

const SETUP = { name: 'Liên đoàn Lao động tỉnh Hải Sơn' }

describe('making a province', () => {
  test('the answers of the first start stand in the new file', async () => {
    const { call, file } = await openTestBackend({ province: 'none' })
    const status = await call('file.create', {
      file,
      setup: {
        name: 'LĐLĐ thành phố Hải Sơn',
        place: 'Phú Lĩnh',
        unitScheme: 'before-2025-07',
        superiorLines: ['TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM'],
        codeSuffix: 'LĐLĐ',
        signer: { fullName: 'Trần Quốc Lương', authority: 'TM. BAN THƯỜNG VỤ', position: 'CHỦ TỊCH' },
        recipients: ['Như trên', 'Lưu: VT.'],
        userName: 'Lê Thị Mai',
      },
    })
    expect(status).toMatchObject({ file, provinceName: 'LĐLĐ thành phố Hải Sơn', isSample: false })
    const settings = await call('settings.get', {})
    expect(settings.values).toMatchObject({
      area: 'thành phố Hải Sơn',
      partyCommittee: 'Thành ủy',
      userName: 'Lê Thị Mai',
    })
    expect(settings.letterheads[0]).toMatchObject({ issuerLines: ['LĐLĐ THÀNH PHỐ HẢI SƠN'], place: 'Phú Lĩnh' })
    expect(settings.signers).toHaveLength(1)
    expect(settings.recipients.map((line) => line.text)).toEqual(['Như trên', 'Lưu: VT.'])
    const units = await call('units.list', { asOf: null })
    expect(units.map(({ code, type, parent }) => ({ code, type, parent }))).toEqual([
      { code: 'TINH', type: 'LDLD_TINH', parent: null },
    ])
    const [made] = await call('history.list', {})
    expect(made).toMatchObject({ kind: 'file.create', origin: 'test', sequence: 1 })
  })

  test('an existing file is never written over', async () => {
    const { call, refuse, file, folder } = await openTestBackend({ province: 'none' })
    fs.writeFileSync(file, 'của người khác')
    expect(await refuse('file.create', { file, setup: SETUP })).toBe('DATA_FILE_EXISTS')
    expect(await refuse('file.createSample', { file })).toBe('DATA_FILE_EXISTS')
    expect(fs.readFileSync(file, 'utf8')).toBe('của người khác')
    expect(fs.readdirSync(folder)).toEqual([path.basename(file)])
    expect((await call('file.status', {})).file).toBeNull()
  })

  test('a folder that is not there, or is a file, is named', async () => {
    const { refuse, folder } = await openTestBackend({ province: 'none' })
    expect(await refuse('file.create', { file: path.join(folder, 'không có', 'a.chitieu-db'), setup: SETUP })).toBe(
      'FOLDER_MISSING',
    )
    fs.writeFileSync(path.join(folder, 'tệp'), '')
    expect(await refuse('file.create', { file: path.join(folder, 'tệp', 'a.chitieu-db'), setup: SETUP })).toBe(
      'FOLDER_MISSING',
    )
  })

  test('a failure half-way leaves no file and the open one open', async () => {
    const { call, backend, folder, file } = await openTestBackend()
    const resources = makeTempFolder()
    fs.cpSync(path.join(RESOURCES, 'migrations'), path.join(resources, 'migrations'), { recursive: true })
    // Without catalogues the filling throws after the tables are made.
    const broken = createBackend({
      dbFile: file,
      resources,
      foreign: { start: forkParser },
      origin: 'test',
    })
    if (!broken.ok) throw new Error(broken.error.message)
    const wanted = path.join(folder, 'khác.chitieu-db')
    const made = await broken.value.call('file.create', { file: wanted, setup: SETUP })
    expect(made.ok ? null : made.error.code).toBe('UNEXPECTED')
    expect((await broken.value.call('file.status', {})).ok).toBe(true)
    broken.value.close()
    expect(fs.readdirSync(folder).filter((name) => name.startsWith('khác'))).toEqual([])
    expect((await call('file.status', {})).file).toBe(file)
    expect((await backend.call('units.list', { asOf: null })).ok).toBe(true)
  })

  test('what a killed process left beside is cleared away the next time, what another is at work on is not', async () => {
    const { call, file } = await openTestBackend({ province: 'none' })
    const dead = spawnSync(process.execPath, ['--version']).pid
    for (const companion of ['', '-wal', '-journal'])
      fs.writeFileSync(`${file}.${dead}.dang-ghi${companion}`, 'nửa chừng')
    const atWork = `${file}.${process.ppid}.dang-ghi`
    fs.writeFileSync(atWork, 'đang ghi')
    await call('file.create', { file, setup: SETUP })
    expect(fs.readdirSync(path.dirname(file)).filter((name) => name.includes('dang-ghi'))).toEqual([
      path.basename(atWork),
    ])
  })
})

describe('opening', () => {
  test('another file closes the one before', async () => {
    const { call, file, folder } = await openTestBackend()
    const second = path.join(folder, 'thứ hai.chitieu-db')
    await call('file.create', { file: second, setup: { name: 'LĐLĐ tỉnh Thứ Hai' } })
    expect(await call('file.status', {})).toMatchObject({ file: second, provinceName: 'LĐLĐ tỉnh Thứ Hai' })
    expect(await call('file.open', { file })).toMatchObject({
      file,
      provinceName: expect.stringContaining('Thử Nghiệm'),
    })
  })

  test('what cannot be opened leaves the open one open', async () => {
    const { call, refuse, file, folder } = await openTestBackend()
    expect(await refuse('file.open', { file: path.join(folder, 'không có.chitieu-db') })).toBe('DATA_FILE_MISSING')
    expect((await call('file.status', {})).file).toBe(file)
  })

  test('is needed before anything else', async () => {
    const { refuse } = await openTestBackend({ province: 'none' })
    expect(await refuse('units.list', { asOf: null })).toBe('NO_DATA_FILE')
    expect(await refuse('file.copy', { file: '/x' })).toBe('NO_DATA_FILE')
    expect(await refuse('file.backup', {})).toBe('NO_DATA_FILE')
  })
})

describe('copies and backups', () => {
  test('a copy is whole, opens, and the program goes on with the first', async () => {
    const { call, file, folder } = await openTestBackend({ province: 'sample' })
    const target = path.join(folder, 'bản sao.chitieu-db')
    const copied = await call('file.copy', { file: target })
    expect(copied).toEqual({ file: target, bytes: fs.statSync(target).size })
    expect((await call('file.status', {})).file).toBe(file)
    const before = await call('units.list', { asOf: null })
    await call('file.open', { file: target })
    expect(await call('units.list', { asOf: null })).toEqual(before)
    expect((await call('file.verify', {})).ok).toBe(true)
  })

  test('a copy does not replace a file', async () => {
    const { refuse, file, folder } = await openTestBackend()
    const target = path.join(folder, 'đã có.chitieu-db')
    fs.writeFileSync(target, 'của người khác')
    expect(await refuse('file.copy', { file: target })).toBe('DATA_FILE_EXISTS')
    expect(await refuse('file.copy', { file })).toBe('DATA_FILE_EXISTS')
    expect(fs.readFileSync(target, 'utf8')).toBe('của người khác')
    expect(await refuse('file.copy', { file: path.join(folder, 'không có', 'a') })).toBe('FOLDER_MISSING')
  })

  test('backups are named by time, listed newest first, and open', async () => {
    let now = new Date('2024-10-05T12:00:00')
    const { call, file } = await openTestBackend({ options: { clock: () => now } })
    expect(await call('file.listBackups', {})).toEqual([])
    const first = await call('file.backup', {})
    expect(path.basename(first.file)).toBe('thử 2024-10-05 12.00.00.chitieu-db')
    fs.utimesSync(first.file, now, now)
    now = new Date('2024-10-06T08:30:00')
    const second = await call('file.backup', {})
    const listed = await call('file.listBackups', {})
    expect(listed.map((backup) => backup.file)).toEqual([second.file, first.file])
    await call('file.open', { file: second.file })
    expect((await call('file.verify', {})).ok).toBe(true)
    await call('file.open', { file })
  })

  test('two backups in one second do not write over each other', async () => {
    const { call } = await openTestBackend()
    const first = await call('file.backup', {})
    const second = await call('file.backup', {})
    expect(path.basename(second.file)).toBe('thử 2024-10-05 12.00.00 (2).chitieu-db')
    expect((await call('file.listBackups', {})).map((backup) => backup.file).sort()).toEqual(
      [first.file, second.file].sort(),
    )
  })
})
