import path from 'node:path'
import { BrowserWindow, session, type Session } from 'electron'
import type { ParsedInputOf } from '#shared/contract/core.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { HostContract, HostOutput } from '#shared/contract/host.ts'
import { composePrintPage, fitsUpright } from '#shared/domain/table/print-page.ts'
import { ok } from '#shared/kit/result.ts'
import { checkWritable, placeStaged, stageFile } from '../../services/documents/write-file.ts'

const SCHEME = 'chitieu'
const MARGIN_INCHES = { top: 0.59, bottom: 0.59, left: 0.71, right: 0.47 }
/** Chrome writes the numbers itself here; a page's own rules for them are younger than the oldest one we run on. */
const FOOT =
  '<div style="width:100%;font:9px serif;text-align:right;padding-right:12mm"><span class="pageNumber"></span>/<span class="totalPages"></span></div>'

type Input = ParsedInputOf<HostContract['host.printTable']>
type Answer = AppResult<HostOutput<'host.printTable'>>

/**
 * Prints a table, or saves it as PDF, from a window of its own that nobody sees: of the program's window nothing
 * comes onto paper. The page is served from memory and runs no script.
 */
export async function printTable(input: Input): Promise<Answer> {
  const { layout, rows, out } = input
  const landscape = input.landscape ?? !fitsUpright(layout)
  const file = out === null ? null : pdfName(out)
  if (file !== null) {
    const writable = checkWritable(file)
    if (!writable.ok) return writable
  }
  const page = composePrintPage(layout, rows, { landscape, numbersPages: file === null })
  const window = new BrowserWindow({
    show: false,
    webPreferences: { session: pageSession(page), sandbox: true, contextIsolation: true, javascript: false },
  })
  try {
    await window.loadURL(`${SCHEME}://print/page.html`)
    if (file === null) return await printOnPaper(window, landscape)
    const bytes = await window.webContents.printToPDF({
      pageSize: 'A4',
      landscape,
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: FOOT,
      margins: MARGIN_INCHES,
    })
    const staged = stageFile(file, bytes)
    if (!staged.ok) return staged
    const placed = placeStaged(staged.value, () => staged.value.place())
    return placed.ok ? ok({ file, printed: false, landscape }) : placed
  } finally {
    window.destroy()
  }
}

/** From here on Chrome knows the page's own rules for numbers at the foot (print-page.ts). */
const NUMBERS_BY_RULES = 131

/**
 * What the printing itself is told to put around the page. An older Chrome numbers pages only together with its own head
 * and foot; the title stands there already, so it stays the smallest one can ask for.
 */
const AROUND = Number.parseInt(process.versions.chrome, 10) < NUMBERS_BY_RULES ? { header: ' ', footer: ' ' } : {}

/** The system's own dialog asks for the printer. Closing it is no failure. */
function printOnPaper(window: BrowserWindow, landscape: boolean): Promise<Answer> {
  return new Promise((resolve) => {
    const options = { silent: false, printBackground: true, pageSize: 'A4' as const, landscape, ...AROUND }
    window.webContents.print(options, (printed, reason) => {
      const isCancelled = /cancel/i.test(reason)
      resolve(printed || isCancelled ? ok({ file: null, printed, landscape }) : fail('PRINT_FAILED'))
    })
  })
}

let nextSession = 1

/** A session in memory of its own, so that two pages printed at once do not meet. */
function pageSession(page: string): Session {
  const own = session.fromPartition(`print-${nextSession++}`)
  own.protocol.handle(
    SCHEME,
    () =>
      new Response(page, {
        headers: {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
        },
      }),
  )
  return own
}

function pdfName(out: string): string {
  const file = path.resolve(out)
  return path.extname(file).toLowerCase() === '.pdf' ? file : `${file}.pdf`
}
