import fs from 'node:fs'
import path from 'node:path'
import type { filesContract } from '#shared/contract/files.ts'
import type { Output, ParsedInput } from '#shared/contract/index.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import { ok } from '#shared/kit/result.ts'
import type { DataFile } from '../data-file.ts'
import { openForReading } from '../db/open.ts'
import type { Store } from '../db/store.ts'
import { fillProvince } from './province.ts'
import { fillSample, SAMPLE_SETTING } from './sample/fill-sample.ts'

export type FileOperation = keyof typeof filesContract

const FILE_OPERATIONS: Readonly<Record<FileOperation, true>> = {
  'file.status': true,
  'file.create': true,
  'file.createSample': true,
  'file.open': true,
  'file.copy': true,
  'file.backup': true,
  'file.listBackups': true,
}

export function isFileOperation(name: string): name is FileOperation {
  return Object.hasOwn(FILE_OPERATIONS, name)
}

export interface FileEnvironment {
  readonly resources: string
  readonly clock: () => Date
  readonly newId: () => string
}

type FileHandlers = {
  readonly [N in FileOperation]: (context: undefined, input: ParsedInput<N>) => AppResult<Output<N>>
}

/** New, open, copy and back up: the only operations that work without an open data file. */
export function fileService(dataFile: DataFile, environment: FileEnvironment): FileHandlers {
  const status = (): AppResult<Output<'file.status'>> => ok(describeStatus(dataFile.store()))
  const afterTaking = (taken: AppResult<Store>): AppResult<Output<'file.status'>> => (taken.ok ? status() : taken)

  const backup = (store: Store): AppResult<{ file: string; bytes: number }> => {
    const folder = backupFolder(store.file)
    fs.mkdirSync(folder, { recursive: true })
    return writeCopy(store, freeBackupName(folder, store.file, environment.clock()), environment.resources)
  }

  return {
    'file.status': status,
    'file.create': (_, { file, setup }) =>
      afterTaking(dataFile.create(file, (store) => fillProvince(store, environment, setup))),
    'file.createSample': (_, { file }) => afterTaking(dataFile.create(file, (store) => fillSample(store, environment))),
    'file.open': (_, { file }) => afterTaking(dataFile.open(file)),
    'file.copy': (_, { file }) => {
      const store = dataFile.store()
      return store === null ? fail('NO_DATA_FILE') : writeCopy(store, path.resolve(file), environment.resources)
    },
    'file.backup': () => {
      const store = dataFile.store()
      return store === null ? fail('NO_DATA_FILE') : backup(store)
    },
    'file.listBackups': () => {
      const store = dataFile.store()
      return store === null ? ok([]) : ok(listBackups(store.file))
    },
  }
}

function describeStatus(store: Store | null): Output<'file.status'> {
  if (store === null) return { file: null, provinceName: null, isSample: false, savedAt: null }
  const root = store.sqlite
    .prepare<[], { name: string }>('SELECT name FROM units WHERE parent_id IS NULL ORDER BY sort_order LIMIT 1')
    .get()
  const newest = store.sqlite
    .prepare<[], { at: string }>('SELECT at FROM operations ORDER BY sequence DESC LIMIT 1')
    .get()
  const sample = store.sqlite
    .prepare<[string], { value: string }>('SELECT value FROM settings WHERE key = ?')
    .get(SAMPLE_SETTING)
  return {
    file: path.resolve(store.file),
    provinceName: root?.name ?? null,
    isSample: sample?.value === 'true',
    savedAt: newest?.at ?? null,
  }
}

/** A consistent copy even while the file is in use, opened and checked before it gets its name. */
function writeCopy(store: Store, target: string, resources: string): AppResult<{ file: string; bytes: number }> {
  const folder = path.dirname(target)
  if (!fs.existsSync(folder)) return fail('FOLDER_MISSING', { folder })
  if (fs.existsSync(target)) return fail('DATA_FILE_EXISTS', { file: path.basename(target) })
  const beside = `${target}.dang-ghi`
  fs.rmSync(beside, { force: true })
  try {
    store.sqlite.prepare('VACUUM INTO ?').run(beside)
    const copy = openForReading(beside, resources)
    if (!copy.ok) return copy
    const whole = copy.value.sqlite.pragma('quick_check', { simple: true }) === 'ok'
    copy.value.close()
    if (!whole) return fail('DATA_FILE_DAMAGED', { file: path.basename(store.file) })
    fs.renameSync(beside, target)
    return ok({ file: target, bytes: fs.statSync(target).size })
  } finally {
    fs.rmSync(beside, { force: true })
  }
}

function backupFolder(file: string): string {
  return path.join(path.dirname(path.resolve(file)), 'Sao lưu')
}

/** Named by time; a second one in the same second gets a number instead of being refused. */
function freeBackupName(folder: string, file: string, at: Date): string {
  const { name, ext } = path.parse(file)
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? '' : ` (${number})`
    const candidate = path.join(folder, `${name} ${stampOf(at)}${suffix}${ext}`)
    if (!fs.existsSync(candidate)) return candidate
  }
}

function stampOf(at: Date): string {
  const pad = (value: number, size = 2): string => String(value).padStart(size, '0')
  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())} ${pad(at.getHours())}.${pad(at.getMinutes())}.${pad(at.getSeconds())}`
}

function listBackups(file: string): Output<'file.listBackups'> {
  const folder = backupFolder(file)
  const { name, ext } = path.parse(file)
  if (!fs.existsSync(folder)) return []
  return fs
    .readdirSync(folder)
    .filter((entry) => entry.startsWith(`${name} `) && entry.endsWith(ext))
    .map((entry) => {
      const stat = fs.statSync(path.join(folder, entry))
      return { file: path.join(folder, entry), at: stat.mtime.toISOString(), bytes: stat.size }
    })
    .toSorted((a, b) => b.at.localeCompare(a.at))
}
