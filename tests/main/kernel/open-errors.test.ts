import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { openSqlite } from '#main/db/load-sqlite.ts'
import { describeSqliteFailure, openForReading } from '#main/db/open.ts'
import { isSharedFolder } from '#main/db/shared-folder.ts'
import { openTestBackend } from '#tests/support/backend.ts'
import { RESOURCES } from '#tests/support/resources.ts'
import { createTestStore, openTestStore } from '#tests/support/store.ts'
import { makeTempFolder } from '#tests/support/temp-folder.ts'

function refusal(file: string): { code: string; message: string } {
  const opened = openTestStore(file)
  if (opened.ok) throw new Error(`${file} was opened`)
  return opened.error
}

function writeFile(name: string, content: string | Uint8Array): string {
  const file = path.join(makeTempFolder(), name)
  fs.writeFileSync(file, content)
  return file
}

/** A closed data file with enough rows to fill several pages. */
function wholeFile(): string {
  const store = createTestStore()
  store.write({ kind: 'test', label: 'thêm' }, ({ sqlite }) => {
    const insert = sqlite.prepare('INSERT INTO settings (id, key, value) VALUES (?, ?, ?)')
    for (let at = 0; at < 400; at++) insert.run(`id-${at}`, `key-${at}`, 'x'.repeat(200))
  })
  store.close()
  return store.file
}

describe('a data file that cannot be opened is refused with a sentence', () => {
  test('a missing one', () => {
    const error = refusal(path.join(makeTempFolder(), 'không có.chitieu-db'))
    expect(error.code).toBe('DATA_FILE_MISSING')
    expect(error.message).toContain('“không có.chitieu-db”')
  })

  test('a folder', () => expect(refusal(makeTempFolder()).code).toBe('FILE_IS_FOLDER'))

  test('a text file', () => {
    const file = writeFile('ghi chú.chitieu-db', 'Đây là ghi chú, không phải dữ liệu. '.repeat(200))
    expect(refusal(file).code).toBe('DATA_FILE_FOREIGN')
    expect(fs.readFileSync(file, 'utf8')).toMatch(/^Đây là ghi chú/)
  })

  test('an empty file', () => {
    const file = writeFile('rỗng.chitieu-db', '')
    expect(refusal(file).code).toBe('DATA_FILE_FOREIGN')
    expect(fs.statSync(file).size).toBe(0)
  })

  test('an SQLite file of another program, which stays as it is', () => {
    const file = path.join(makeTempFolder(), 'khác.db')
    const other = openSqlite(file)
    other.exec('CREATE TABLE khach (ten TEXT)')
    other.close()
    const before = fs.readFileSync(file)
    expect(refusal(file).code).toBe('DATA_FILE_FOREIGN')
    expect(fs.readFileSync(file).equals(before)).toBe(true)
    expect(fs.readdirSync(path.dirname(file))).toEqual(['khác.db'])
  })

  test('one cut short, as an interrupted copy leaves it', () => {
    const file = wholeFile()
    fs.truncateSync(file, Math.floor(fs.statSync(file).size / 2 / 4096) * 4096)
    expect(refusal(file).code).toBe('DATA_FILE_DAMAGED')
  })

  test.for([
    path.join(makeSyncFolder('OneDrive'), 'dữ liệu.chitieu-db'),
    path.join(makeSyncFolder('OneDrive - Liên đoàn Lao động'), 'dữ liệu.chitieu-db'),
    path.join(makeSyncFolder('Google Drive'), 'dữ liệu.chitieu-db'),
  ])('one in a network or synchronised folder: %s', (file) => {
    expect(refusal(file).code).toBe('DATA_FOLDER_SHARED')
  })

  test.for([
    [String.raw`\\may-chu\chung`, true],
    ['//may-chu/chung', true],
    [String.raw`C:\Users\A\OneDrive - Liên đoàn\Tài liệu`, true],
    [String.raw`C:\Users\A\Dropbox`, true],
    [String.raw`\\?\UNC\may-chu\chung`, true],
    [String.raw`\\?\C:\Users\A\Documents`, false],
    [String.raw`C:\Users\A\Documents`, false],
    [String.raw`D:\Onedrives\Số liệu`, false],
    ['/home/a/Tài liệu', false],
  ] as const)('folder %s: shared %s', ([folder, shared]) => expect(isSharedFolder(folder)).toBe(shared))

  test('one that somebody else is writing', { timeout: 20_000 }, () => {
    const file = wholeFile()
    const other = openSqlite(file)
    other.pragma('locking_mode = EXCLUSIVE')
    other.exec('BEGIN EXCLUSIVE')
    expect(refusal(file).code).toBe('DATA_FILE_BUSY')
    other.close()
    expect(openTestStore(file).ok).toBe(true)
  })
})

function makeSyncFolder(name: string): string {
  return path.join(path.parse(process.cwd()).root, 'nguoi-dung', name)
}

describe('what the driver throws', () => {
  const thrownBy = (body: () => unknown): unknown => {
    try {
      body()
    } catch (thrown) {
      return thrown
    }
    throw new Error('nothing was thrown')
  }

  test('a write to a file opened for reading is the sentence about a read-only file', () => {
    const readonly = openSqlite(wholeFile(), { readonly: true })
    const thrown = thrownBy(() => readonly.exec(`UPDATE write_context SET operation_id = 'x'`))
    expect(describeSqliteFailure(thrown, '/a/b.chitieu-db')?.code).toBe('DATA_FILE_READ_ONLY')
    readonly.close()
  })

  test('a full disk says so', () => {
    const store = createTestStore()
    const pages = Number(store.sqlite.pragma('page_count', { simple: true }))
    store.sqlite.pragma(`max_page_count = ${pages + 1}`)
    const thrown = thrownBy(() =>
      store.write({ kind: 'test', label: 'đầy' }, ({ sqlite }) => {
        sqlite.prepare(`INSERT INTO settings (id, key, value) VALUES ('a', 'a', ?)`).run('x'.repeat(100_000))
      }),
    )
    expect(describeSqliteFailure(thrown, store.file)?.code).toBe('DISK_FULL')
    expect(store.sqlite.prepare('SELECT COUNT(*) AS n FROM settings').get()).toEqual({ n: 0 })
  })

  test('anything else is a bug and stays one', () => {
    const store = createTestStore()
    expect(
      describeSqliteFailure(
        thrownBy(() => store.sqlite.exec('SELECT nothing')),
        store.file,
      ),
    ).toBeNull()
    expect(describeSqliteFailure(new Error('khác'), store.file)).toBeNull()
  })
})

describe('a connection for reading', () => {
  test('sees what is committed and cannot write', () => {
    const store = createTestStore()
    const reader = openForReading(store.file, RESOURCES)
    if (!reader.ok) throw new Error(reader.error.message)
    store.write({ kind: 'test', label: 'thêm' }, ({ sqlite }) => {
      sqlite.prepare(`INSERT INTO settings (id, key, value) VALUES ('a', 'a', '1')`).run()
    })
    expect(reader.value.sqlite.prepare('SELECT value FROM settings').all()).toEqual([{ value: '1' }])
    expect(() => reader.value.sqlite.exec('DELETE FROM write_context')).toThrow(/readonly|query_only/)
    reader.value.close()
  })

  test('is not held up by a write under way', () => {
    const store = createTestStore()
    const reader = openForReading(store.file, RESOURCES)
    if (!reader.ok) throw new Error(reader.error.message)
    store.write({ kind: 'test', label: 'thêm' }, ({ sqlite }) => {
      sqlite.prepare(`INSERT INTO settings (id, key, value) VALUES ('a', 'a', '1')`).run()
      expect(reader.value.sqlite.prepare('SELECT COUNT(*) AS n FROM settings').get()).toEqual({ n: 0 })
    })
    expect(reader.value.sqlite.prepare('SELECT COUNT(*) AS n FROM settings').get()).toEqual({ n: 1 })
    reader.value.close()
  })
})

/** Overwrites pages of a file, which is what a bad sector does; page 0 with the header stays whole. */
function spoilPages(file: string, from: number, to: number): void {
  const handle = fs.openSync(file, 'r+')
  fs.writeSync(handle, Buffer.alloc(4096 * (to - from), 0x5a), 0, 4096 * (to - from), 4096 * from)
  fs.closeSync(handle)
}

describe('a damaged data file', () => {
  test('is refused when the damage shows at once', async () => {
    const file = wholeFile()
    spoilPages(file, 1, fs.statSync(file).size / 4096)
    const { refuse } = await openTestBackend({ province: 'none' })
    expect(await refuse('file.open', { file })).toBe('DATA_FILE_DAMAGED')
    expect(await refuse('units.list', { asOf: null })).toBe('NO_DATA_FILE')
  })

  test('is found by the check when it hides in figures nobody looked at', async () => {
    const opened = await openTestBackend({ province: 'sample' })
    opened.backend.close()
    const pages = fs.statSync(opened.file).size / 4096
    spoilPages(opened.file, pages - 30, pages - 1)
    const { call, backend } = await openTestBackend({ province: 'none' })
    await call('file.open', { file: opened.file })
    const verified = await backend.call('file.verify', {})
    expect(verified.ok ? verified.value.ok : verified.error.code).toBe(false)
    expect((await call('units.list', { asOf: '2024-06-30' })).length).toBeGreaterThan(10)
  })
})
