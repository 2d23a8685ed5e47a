import path from 'node:path'
import type { filesContract } from '#shared/contract/files.ts'
import type { Output, ParsedInput } from '#shared/contract/index.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { ok } from '#shared/kit/result.ts'
import type { DataFile } from '../data-file.ts'
import type { Store } from '../db/store.ts'
import { backUp, listBackups, writeCopy } from './backup.ts'
import { beginFromPackage, type Begun } from './exchange/begin.ts'
import type { ForeignReader } from './ports.ts'
import { fillProvince } from './province.ts'
import { fillSample, SAMPLE_SETTING } from './sample/fill-sample.ts'

export type FileOperation = keyof typeof filesContract

const FILE_OPERATIONS: Readonly<Record<FileOperation, true>> = {
  'file.status': true,
  'file.create': true,
  'file.createSample': true,
  'file.createFromPackage': true,
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
  readonly foreign: ForeignReader
  readonly today: () => IsoDate
}

type FileHandlers = {
  readonly [N in FileOperation]: (
    context: undefined,
    input: ParsedInput<N>,
  ) => AppResult<Output<N>> | Promise<AppResult<Output<N>>>
}

/** New, open, copy and back up: the only operations that work without an open data file. */
export function fileService(dataFile: DataFile, environment: FileEnvironment): FileHandlers {
  const status = (): AppResult<Output<'file.status'>> => ok(describeStatus(dataFile.store()))
  const afterTaking = (taken: AppResult<Store>): AppResult<Output<'file.status'>> => (taken.ok ? status() : taken)

  return {
    'file.status': status,
    'file.create': (_, { file, setup }) =>
      afterTaking(dataFile.create(file, (store) => fillProvince(store, environment, setup))),
    'file.createSample': (_, { file }) => afterTaking(dataFile.create(file, (store) => fillSample(store, environment))),
    'file.createFromPackage': async (_, { file, ...input }) => {
      let begun: Begun | null = null
      const taken = await dataFile.createReading(file, async (store) => {
        const read = await beginFromPackage(store, environment, input)
        if (read.ok) begun = read.value
        return read
      })
      if (!taken.ok) return taken
      if (begun === null) throw new Error('begun without a package')
      return ok({ ...describeStatus(dataFile.store()), ...(begun as Begun) })
    },
    'file.open': (_, { file }) => afterTaking(dataFile.open(file)),
    'file.copy': (_, { file }) => {
      const store = dataFile.store()
      return store === null ? fail('NO_DATA_FILE') : writeCopy(store, path.resolve(file), environment.resources)
    },
    'file.backup': () => {
      const store = dataFile.store()
      return store === null ? fail('NO_DATA_FILE') : backUp(store, environment)
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
