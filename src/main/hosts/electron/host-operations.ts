import fs from 'node:fs'
import path from 'node:path'
import { app, dialog, shell, type BrowserWindow, type FileFilter } from 'electron'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { ParsedInputOf } from '#shared/contract/core.ts'
import { hostContract, type HostInput, type HostOperationName } from '#shared/contract/host.ts'
import { ok } from '#shared/kit/result.ts'
import type { BackendClient } from './backend-client.ts'
import { openSample } from './sample-file.ts'
import { answerZoom } from './zoom.ts'
import { printTable } from './print-table.ts'
import { DIALOG_TEXT } from './text.ts'

export interface HostEnvironment {
  readonly window: () => BrowserWindow | null
  readonly backend: BackendClient
  readonly sampleFile: string
  readonly defaultFolder: string
  /** Files the system asked for since the window last asked. */
  readonly takeOpened: () => readonly string[]
}

const FILTERS: Readonly<
  Record<'data' | 'survey' | 'report' | 'document' | 'copy' | 'workbook' | 'pdf', readonly FileFilter[]>
> = {
  data: [{ name: DIALOG_TEXT.dataFiles, extensions: ['chitieu-db'] }],
  copy: [{ name: DIALOG_TEXT.dataFiles, extensions: ['chitieu-db'] }],
  survey: [
    { name: DIALOG_TEXT.workbooks, extensions: ['xlsx', 'xls', 'ods', 'csv', 'txt'] },
    { name: DIALOG_TEXT.allFiles, extensions: ['*'] },
  ],
  report: [
    { name: DIALOG_TEXT.reports, extensions: ['xlsx', 'xls', 'ods', 'csv', 'docx', 'txt'] },
    { name: DIALOG_TEXT.allFiles, extensions: ['*'] },
  ],
  document: [{ name: DIALOG_TEXT.documents, extensions: ['docx'] }],
  workbook: [{ name: DIALOG_TEXT.workbooks, extensions: ['xlsx'] }],
  pdf: [{ name: DIALOG_TEXT.pdfFiles, extensions: ['pdf'] }],
}

/** Answers a host operation; its input comes over a wire and is checked here as the backend checks its own. */
export async function answerHostOperation(
  environment: HostEnvironment,
  name: HostOperationName,
  input: unknown,
): Promise<AppResult<unknown>> {
  const parsed = hostContract[name].input.safeParse(input)
  if (!parsed.success) return fail('INPUT_INVALID', { what: parsed.error.issues[0]?.message ?? name })
  switch (name) {
    case 'host.chooseOpen':
      return chooseOpen(environment, parsed.data as HostInput<typeof name>)
    case 'host.chooseMany':
      return chooseMany(environment, parsed.data as HostInput<typeof name>)
    case 'host.chooseFolder':
      return chooseFolder(environment)
    case 'host.takeOpened':
      return ok({ files: [...environment.takeOpened()] })
    case 'host.chooseSave':
      return chooseSave(environment, parsed.data as HostInput<typeof name>)
    case 'host.openFile':
      return openFile((parsed.data as HostInput<typeof name>).file)
    case 'host.showInFolder':
      return showInFolder((parsed.data as HostInput<typeof name>).file)
    case 'host.printTable':
      return printTable(parsed.data as ParsedInputOf<(typeof hostContract)[typeof name]>)
    case 'host.openSample':
      return openSample(environment)
    case 'host.editClipboard':
      return editClipboard(environment, parsed.data as HostInput<typeof name>)
    case 'host.zoom':
      return answerZoom(environment, parsed.data)
    case 'host.windowInfo':
      return ok({
        version: app.getVersion(),
        electron: process.versions.electron,
        node: process.versions.node,
        chrome: process.versions.chrome,
        defaultFolder: environment.defaultFolder,
        sampleFile: environment.sampleFile,
        separator: path.sep,
      })
  }
}

async function chooseOpen(
  { window, defaultFolder }: HostEnvironment,
  { purpose }: HostInput<'host.chooseOpen'>,
): Promise<AppResult<{ file: string | null }>> {
  const options: Electron.OpenDialogOptions = {
    title: { data: DIALOG_TEXT.openData, survey: DIALOG_TEXT.openSurvey, document: DIALOG_TEXT.openDocument }[purpose],
    ...(purpose === 'data' ? { defaultPath: defaultFolder } : {}),
    filters: [...FILTERS[purpose]],
    properties: ['openFile'],
  }
  const parent = window()
  const answer = parent === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(parent, options)
  return ok({ file: answer.canceled ? null : (answer.filePaths[0] ?? null) })
}

/** Packages, forms and reports as they come in: many at once. */
async function chooseMany(
  { window, defaultFolder }: HostEnvironment,
  { purpose }: HostInput<'host.chooseMany'>,
): Promise<AppResult<{ files: string[] }>> {
  const options: Electron.OpenDialogOptions = {
    title: purpose === 'report' ? DIALOG_TEXT.openReports : DIALOG_TEXT.openExchange,
    defaultPath: defaultFolder,
    filters:
      purpose === 'report'
        ? [...FILTERS.report]
        : [
            { name: DIALOG_TEXT.exchangeFiles, extensions: ['chitieu', 'xlsx', 'xls', 'ods'] },
            { name: DIALOG_TEXT.allFiles, extensions: ['*'] },
          ],
    properties: ['openFile', 'multiSelections'],
  }
  const parent = window()
  const answer = parent === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(parent, options)
  return ok({ files: answer.canceled ? [] : answer.filePaths })
}

async function chooseFolder({ window, defaultFolder }: HostEnvironment): Promise<AppResult<{ folder: string | null }>> {
  const options: Electron.OpenDialogOptions = {
    title: DIALOG_TEXT.chooseFolder,
    defaultPath: defaultFolder,
    properties: ['openDirectory', 'createDirectory'],
  }
  const parent = window()
  const answer = parent === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(parent, options)
  return ok({ folder: answer.canceled ? null : (answer.filePaths[0] ?? null) })
}

async function chooseSave(
  environment: HostEnvironment,
  { purpose, suggested }: HostInput<'host.chooseSave'>,
): Promise<AppResult<{ file: string | null }>> {
  const options: Electron.SaveDialogOptions = {
    title: DIALOG_TEXT.save,
    defaultPath: path.isAbsolute(suggested) ? suggested : path.join(environment.defaultFolder, suggested),
    filters: [...FILTERS[purpose]],
  }
  const parent = environment.window()
  const answer = parent === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(parent, options)
  return ok({ file: answer.canceled || answer.filePath === '' ? null : answer.filePath })
}

/** Documents and tables only: nothing that the system would run as a program. */
const OPENABLE = new Set(['.docx', '.xlsx', '.xls', '.csv', '.pdf'])

async function openFile(file: string): Promise<AppResult<Record<string, never>>> {
  if (!fs.existsSync(file)) return fail('FILE_MISSING', { file: path.basename(file) })
  if (!OPENABLE.has(path.extname(file).toLowerCase())) return fail('FILE_CANNOT_OPEN', { file: path.basename(file) })
  const problem = await shell.openPath(file)
  return problem === '' ? ok({}) : fail('FILE_CANNOT_OPEN', { file: path.basename(file) })
}

/** Through the window itself: Electron's own clipboard works differently from version to version. */
function editClipboard(
  { window }: HostEnvironment,
  { act }: HostInput<'host.editClipboard'>,
): AppResult<Record<string, never>> {
  if (act === 'copy') window()?.webContents.copy()
  else window()?.webContents.paste()
  return ok({})
}

function showInFolder(file: string): AppResult<Record<string, never>> {
  if (!fs.existsSync(file)) return fail('FILE_MISSING', { file: path.basename(file) })
  shell.showItemInFolder(path.resolve(file))
  return ok({})
}
