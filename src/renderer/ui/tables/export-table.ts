import { MOST_PRINTED_ROWS, ROWS_A_CALL } from '#shared/contract/grid-export.ts'
import type { AppError } from '#shared/contract/errors.ts'
import type { SheetLayout, SheetRow } from '#shared/domain/table/sheet.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import { call, callHost } from '#renderer/api/bridge.ts'
import { chooseSave, openFile, showInFolder } from '#renderer/api/commands.ts'
import { followWork, type OwnWork } from '#renderer/api/jobs.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { tablesText } from '#renderer/text/tables.ts'
import { notify, notifyError } from '../state/notices.ts'
import type { ShownTable, TableSheet } from '../state/shown-tables.ts'

const text = tablesText.export

/** Whose table it is and what stands above it. */
export interface SheetHead {
  readonly title: string
  readonly office: string | null
}

export function layoutOf(sheet: TableSheet, { title, office }: SheetHead): SheetLayout {
  const { asOf } = useWorkingContext.getState()
  return {
    office: office === null ? null : office.toLocaleUpperCase('vi'),
    title,
    notes: [text.asOf(formatDate(asOf)), ...(sheet.filters === '' ? [] : [text.filtered(sheet.filters)])],
    columns: sheet.columns,
    frozen: sheet.frozen,
  }
}

/** "Chỉ tiêu năm 2024 30-6-2024": signs that no file system takes are left out. */
export function fileNameOf(title: string): string {
  const { asOf } = useWorkingContext.getState()
  const name = `${title} ${formatDate(asOf).replaceAll('/', '-')}`
  return name
    .replace(/[<>:"/\\|?*\u0000-\u001f]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Asks for a name and writes the table there, rows in parts; the clerk goes on working meanwhile. */
export async function exportToExcel(table: ShownTable, head: SheetHead): Promise<void> {
  // What is on screen now is what is written, whatever the clerk does while it is.
  const sheet = table.sheet()
  const wanted = await chooseSave('workbook', `${fileNameOf(head.title)}.xlsx`)
  if (wanted === null) return
  const answer = await followWork(text.job(head.title), (work) => writeWorkbook(sheet, head, wanted, work))
  if (answer.kind === 'failed') notifyError(answer.error)
  if (answer.kind === 'stopped') notify('info', text.stopped)
  if (answer.kind !== 'written') return
  const { file, rows } = answer
  notify('success', text.done(baseName(file), rows), fileActions(file))
}

type Answer =
  | { readonly kind: 'written'; readonly file: string; readonly rows: number }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly error: Pick<AppError, 'message'> }

async function writeWorkbook(sheet: TableSheet, head: SheetHead, file: string, work: OwnWork): Promise<Answer> {
  const layout = layoutOf(sheet, head)
  const begun = await call('grid.export', {
    file,
    layout: { ...layout, columns: [...layout.columns], notes: [...layout.notes] },
  })
  if (!begun.ok) return { kind: 'failed', error: begun.error }
  const { id } = begun.value
  let failure: Answer | null = null
  const give = async (rows: readonly SheetRow[], done: number, total: number): Promise<boolean> => {
    for (let at = 0; at < rows.length && failure === null; at += ROWS_A_CALL) {
      if (work.signal.aborted) failure = { kind: 'stopped' }
      else {
        const written = await call('grid.exportRows', { id, rows: plain(rows.slice(at, at + ROWS_A_CALL)) })
        if (!written.ok) failure = { kind: 'failed', error: written.error }
      }
    }
    work.progress({ step: text.writingRows, done, total })
    return failure === null
  }
  try {
    await sheet.read(give)
  } catch (thrown) {
    await call('grid.exportCancel', { id })
    throw thrown
  }
  if (work.signal.aborted) failure = { kind: 'stopped' }
  if (failure !== null) {
    await call('grid.exportCancel', { id })
    return failure
  }
  const finished = await call('grid.exportFinish', { id })
  return finished.ok ? { kind: 'written', ...finished.value } : { kind: 'failed', error: finished.error }
}

/** Asks for a name and saves the table as PDF. */
export async function saveAsPdf(table: ShownTable, head: SheetHead, landscape: boolean | null): Promise<void> {
  const sheet = table.sheet()
  const file = await chooseSave('pdf', `${fileNameOf(head.title)}.pdf`)
  if (file !== null) await layOut(sheet, head, landscape, file, text.pdfJob(head.title))
}

/** To the printer; the system's own dialog asks for the rest. */
export async function printTable(table: ShownTable, head: SheetHead, landscape: boolean | null): Promise<void> {
  await layOut(table.sheet(), head, landscape, null, tablesText.print.printing)
}

async function layOut(
  sheet: TableSheet,
  head: SheetHead,
  landscape: boolean | null,
  out: string | null,
  title: string,
): Promise<void> {
  if (sheet.count > MOST_PRINTED_ROWS) {
    notify('warning', text.tooLong(sheet.count, MOST_PRINTED_ROWS))
    return
  }
  const layout = layoutOf(sheet, head)
  const answer = await followWork(title, async ({ signal, progress }) => {
    const rows: SheetRow[] = []
    await sheet.read((part, done, total) => {
      rows.push(...part)
      progress({ step: text.readingRows, done, total })
      return Promise.resolve(!signal.aborted)
    })
    if (signal.aborted) return null
    progress({ step: text.layingOut, done: 0, total: null })
    return callHost('host.printTable', {
      layout: { ...layout, columns: [...layout.columns], notes: [...layout.notes] },
      rows: plain(rows),
      landscape,
      out,
    })
  })
  if (answer === null) notify('info', text.stopped)
  else if (!answer.ok) notifyError(answer.error)
  else if (answer.value.file !== null)
    notify('success', text.pdfDone(baseName(answer.value.file)), fileActions(answer.value.file))
}

function plain(rows: readonly SheetRow[]) {
  return rows.map((row) => ({ ...row, cells: [...row.cells] }))
}

function fileActions(file: string) {
  const say = (answer: Awaited<ReturnType<typeof openFile>>): void => {
    if (!answer.ok) notifyError(answer.error)
  }
  return [
    { label: text.open, run: () => void openFile(file).then(say) },
    { label: text.openFolder, run: () => void showInFolder(file).then(say) },
  ]
}

function baseName(file: string): string {
  return file.split(/[\\/]/).at(-1) ?? file
}
