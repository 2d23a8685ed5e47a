import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { ensureSystemPackages } from '../../../scripts/system-packages.mjs'

/** A file as LibreOffice is asked to save it. */
export type SavedAs = 'xlsx' | 'xls' | 'ods'

const FILTERS: Readonly<Record<SavedAs, string>> = {
  xlsx: 'Calc MS Excel 2007 XML',
  xls: 'MS Excel 97',
  ods: 'calc8',
}

/**
 * Opens a workbook in LibreOffice, does what `edits` say to it as a person would, and saves it under another name.
 * `edits` are lines of LibreOffice Basic over `doc`; `Sheet(n)`, `Put(sheet, "C7", value)`, `Row(sheet, 7)` and
 * `Column(sheet, 2)` (from 0) are there to be used. Protection is lifted by hand, as the form allows without a password.
 */
export async function editInOffice(file: string, edits: readonly string[], as: SavedAs = 'xlsx'): Promise<string> {
  await ensureSystemPackages('pages', () => undefined)
  const folder = makeOwnFolder()
  const target = path.join(folder, `đã điền.${as}`)
  const done = path.join(folder, 'done.txt')
  const profile = await (readyProfile ??= makeProfile())
  writeMacro(profile, [
    'Sub Main(source As String, target As String, filter As String, note As String)',
    '  Dim load(1) As New com.sun.star.beans.PropertyValue',
    '  load(0).Name = "Hidden" : load(0).Value = True',
    '  load(1).Name = "MacroExecutionMode" : load(1).Value = 0',
    '  doc = StarDesktop.loadComponentFromURL(source, "_blank", 0, load())',
    '  doc.unprotect("")',
    '  For i = 0 To doc.Sheets.Count - 1',
    '    doc.Sheets.getByIndex(i).unprotect("")',
    '  Next i',
    ...edits.map((line) => `  ${line}`),
    '  Dim save(0) As New com.sun.star.beans.PropertyValue',
    '  save(0).Name = "FilterName" : save(0).Value = filter',
    '  doc.storeToURL(target, save())',
    '  doc.close(True)',
    '  file = FreeFile',
    '  Open note For Output As #file',
    '  Print #file, "ok"',
    '  Close #file',
    'End Sub',
    'Function Sheet(index As Integer)',
    '  Sheet = doc.Sheets.getByIndex(index)',
    'End Function',
    'Sub Put(page, address As String, content)',
    '  cell = page.getCellRangeByName(address)',
    '  If VarType(content) = 8 Then',
    '    cell.NumberFormat = doc.NumberFormats.queryKey("@", doc.CharLocale, False)',
    '    cell.String = content',
    '  Else',
    '    cell.Value = content',
    '  End If',
    'End Sub',
    'Function Row(page, number As Integer)',
    '  Row = page.Rows.getByIndex(number - 1)',
    'End Function',
    'Function Column(page, index As Integer)',
    '  Column = page.Columns.getByIndex(index)',
    'End Function',
  ])
  const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`
  const call = `macro:///Standard.Edits.Main(${[pathToFileURL(file).href, pathToFileURL(target).href, FILTERS[as], done].map(quote).join(',')})`
  await runOffice(profile, call)
  if (!fs.existsSync(done) || !fs.existsSync(target)) throw new Error('LibreOffice did not carry the edits out')
  return target
}

/** A profile of our own, made once: a person's LibreOffice may be open at the same time. */
let readyProfile: Promise<string> | null = null

async function makeProfile(): Promise<string> {
  const profile = makeOwnFolder()
  // Its first start fills the profile in and would take macros that lie there already for its own.
  await runOffice(profile, '--terminate_after_init')
  return profile
}

/** Kept until the process ends: tests of vitest and of the window use it alike. */
function makeOwnFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'chitieu-office-'))
  process.once('exit', () => fs.rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** LibreOffice is a script that starts the program; both go when a macro of ours never ends. */
function runOffice(profile: string, argument: string): Promise<void> {
  const where = `-env:UserInstallation=${pathToFileURL(profile).href}`
  const child = spawn('soffice', ['--headless', '--norestore', where, argument], { detached: true, stdio: 'ignore' })
  return new Promise((resolve, reject) => {
    const clock = setTimeout(() => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
      reject(new Error('LibreOffice did not end'))
    }, LONGEST_MS)
    child.on('error', reject)
    child.on('exit', () => {
      clearTimeout(clock)
      resolve()
    })
  })
}

const LONGEST_MS = 60_000

/** A library of one module in the user's profile: how LibreOffice finds macros. */
function writeMacro(profile: string, lines: readonly string[]): void {
  const folder = path.join(profile, 'user', 'basic', 'Standard')
  fs.mkdirSync(folder, { recursive: true })
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n'
  const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  fs.writeFileSync(
    path.join(folder, 'Edits.xba'),
    `${head}<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">\n` +
      `<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Edits" script:language="StarBasic">${['Dim doc', ...lines].map(escape).join('\n')}</script:module>`,
  )
  fs.writeFileSync(
    path.join(folder, 'script.xlb'),
    `${head}<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">\n` +
      `<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Edits"/></library:library>`,
  )
}
