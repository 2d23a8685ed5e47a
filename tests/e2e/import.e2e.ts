import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'playwright/test'
import { makeDataDir, removeDataDir } from '../support/electron-app.ts'
import { EnterprisesPage } from './pages/enterprises-page.ts'
import { FirstStartPage } from './pages/first-start-page.ts'
import { numberOf } from './pages/grid.ts'
import { Program } from './pages/program.ts'

const FIXTURES = path.resolve(import.meta.dirname, '..', 'fixtures', 'survey')
const LIST = path.join(FIXTURES, 'bhxh-quang-tri.xlsx')

interface Truth {
  readonly applied_rows: number
  readonly workers: number
  readonly with_union: number
  readonly members: number
  readonly per_unit: Readonly<Record<string, { readonly enterprises: number; readonly workers: number }>>
}
const truth = JSON.parse(fs.readFileSync(`${LIST}.truth.json`, 'utf8')) as Truth

test('a messy workbook is understood, previewed, applied with new units, and changes nothing the second time', async () => {
  const program = await Program.start()
  try {
    await new FirstStartPage(program).makeProvince({ name: 'Liên đoàn Lao động tỉnh Quảng Trị', beforeReform: true })
    await program.goTo('Doanh nghiệp')
    const registry = new EnterprisesPage(program)
    await expect(program.page.getByText('Chưa có doanh nghiệp nào')).toBeVisible()
    await registry.startImport(LIST)
    await registry.waitForPreview()
    await expect(program.dialog()).toContainText('dòng tiêu đề của bảng: dòng')
    // No unit is known yet: all places are listed, nothing is applied before leave is given to make them.
    expect(await registry.count('Dòng bỏ lại')).toBe(truth.applied_rows)
    await expect(registry.dialogButton('Nhập các dòng đúng')).toBeDisabled()

    await registry.createUnits().check()
    await expect.poll(() => registry.count('Doanh nghiệp mới')).toBe(truth.applied_rows)
    await registry.openTab(/^Theo đơn vị/)
    const units = registry.tabGrid('import-units')
    for (const [name, figures] of Object.entries(truth.per_unit)) {
      const id = await units.idOf(name.toLocaleUpperCase('vi')).catch(() => units.idOf(name))
      expect(numberOf(await units.cell(id, 'enterprises').innerText()), name).toBe(figures.enterprises)
      expect(numberOf(await units.cell(id, 'workers').innerText()), name).toBe(figures.workers)
    }
    await registry.openTab(/^Các cột/)
    await expect(registry.tabGrid('import-columns').row('Số lao động').first()).toBeVisible()
    const said = await registry.apply('Nhập danh sách')
    expect(said).toContain(`${truth.applied_rows} doanh nghiệp mới`)

    const shown = (await registry.summary().innerText()).split('·').map(numberOf)
    expect(shown).toEqual([truth.applied_rows, truth.workers, truth.with_union, truth.members])

    await registry.startImport(LIST)
    await registry.waitForPreview()
    expect(await registry.count('Không đổi')).toBe(truth.applied_rows)
    await expect(program.dialog()).toContainText('không có gì thay đổi')
    await expect(registry.dialogButton('Nhập danh sách')).toBeDisabled()
    await program.page.keyboard.press('Escape')
    await expect(program.dialog()).toHaveCount(0)
  } finally {
    await program.close()
  }
})

test('bad rows are named by row and column; all or the good ones, as chosen', async () => {
  const program = await Program.startWithSample()
  const file = path.join(program.dataDir, 'danh sách có lỗi.csv')
  fs.writeFileSync(
    file,
    [
      'DANH SÁCH DOANH NGHIỆP',
      'TT;Tên doanh nghiệp;Mã số thuế;Huyện;Số lao động;Đã có CĐCS',
      '1;Công ty TNHH Sao Mai Thử;0100109106;Huyện Sơn Lộc;35;x',
      '2;Công ty TNHH Vầng Quế Khoai Thử;;Huyện Sơn Lộc;nhiều;',
      '3;;;Huyện Sơn Lộc;12;',
    ].join('\r\n'),
  )
  try {
    await program.goTo('Doanh nghiệp')
    const registry = new EnterprisesPage(program)
    const before = numberOf((await registry.summary().innerText()).split('·')[0] ?? '')
    await registry.startImport(file)
    await registry.waitForPreview()
    expect(await registry.count('Dòng lỗi')).toBe(2)
    await registry.openTab(/^Lỗi, cảnh báo/)
    const problems = registry.tabGrid('import-problems')
    const wrong = problems.row('nhiều').first()
    await expect(wrong.locator('[col-id="row"]')).toHaveText('4')
    await expect(wrong.locator('[col-id="column"]')).toHaveText('E')

    await registry.dialogButton('Chỉ nhập khi không có lỗi').click()
    await expect(program.dialog().getByRole('alert')).toContainText('chưa nhập dòng nào')
    await registry.apply('Nhập các dòng đúng')
    await expect.poll(async () => numberOf((await registry.summary().innerText()).split('·')[0] ?? '')).toBe(before + 1)

    await program.page.getByRole('searchbox').fill('vang que khoai')
    await expect(registry.summary()).toContainText('0 doanh nghiệp')
    await program.page.getByRole('searchbox').fill('0100109106')
    await expect(registry.summary()).toHaveText(/^1 doanh nghiệp/)
    // Edited in place, and kept.
    const id = await registry.grid.idOf('Sao Mai Thử')
    await registry.grid.type(id, 'workers', '1.040')
    await expect(registry.grid.cell(id, 'workers')).toHaveText('1.040')
    await expect(registry.summary()).toContainText('1.040 lao động')
  } finally {
    await program.close()
  }
})

test('several sheets: the program asks which one', async () => {
  const program = await Program.startWithSample()
  try {
    await program.goTo('Doanh nghiệp')
    const registry = new EnterprisesPage(program)
    await registry.startImport(path.join(FIXTURES, 'thue-quang-ninh.xlsx'))
    const asks = program.dialog().getByRole('radiogroup', { name: 'Trang tính' })
    await expect(asks.or(program.dialog().getByText('Dòng đọc được'))).toBeVisible({ timeout: 30_000 })
    if (await asks.isVisible()) {
      await asks.getByRole('radio').first().check()
      await registry.dialogButton('Đọc trang tính này').click()
    }
    await registry.waitForPreview()
  } finally {
    await program.close()
  }
})

test('a file that is not what its name says gets a sentence, and the window lives', async () => {
  const program = await Program.startWithSample()
  const wrong = path.join(program.dataDir, 'không phải bảng.xlsx')
  fs.writeFileSync(wrong, Buffer.concat([Buffer.from('%PDF-1.7\n%\u00e2\u00e3\n'), Buffer.alloc(4096, 7)]))
  const empty = path.join(program.dataDir, 'trống.xlsx')
  fs.writeFileSync(empty, '')
  const foreign = path.join(program.dataDir, 'không phải dữ liệu.chitieu-db')
  fs.writeFileSync(foreign, 'chữ')
  try {
    await program.goTo('Doanh nghiệp')
    const registry = new EnterprisesPage(program)
    for (const [file, sentence] of [
      [wrong, 'không phải'],
      [empty, 'không có nội dung'],
      [path.join(program.dataDir, 'mất rồi.xlsx'), 'Không tìm thấy tệp'],
    ] as const) {
      await registry.startImport(file)
      await expect(program.dialog().getByRole('alert')).toContainText(sentence)
      await registry.dialogButton('Đóng').click()
      await expect(program.dialog()).toHaveCount(0)
    }
    await program.answerOpenDialog(foreign)
    await program.openProvinceMenu('Mở tệp dữ liệu…')
    await expect(program.notices()).toContainText('không phải là tệp dữ liệu')
    await expect(program.topBar()).toContainText('Hải Sơn')
    await expect(registry.grid.rows().first()).toBeVisible()
  } finally {
    await program.close()
  }
})

test('a long import shows how far it is and stops when told to', async () => {
  const dataDir = makeDataDir()
  const file = path.join(dataDir, 'rất dài.csv')
  const rows = Array.from(
    { length: 60_000 },
    (_, index) => `${index + 1};Công ty TNHH Thử số ${index + 1};;Huyện Sơn Lộc;${10 + (index % 90)};`,
  )
  fs.writeFileSync(file, ['TT;Tên doanh nghiệp;Mã số thuế;Huyện;Số lao động;Đã có CĐCS', ...rows].join('\r\n'))
  try {
    const program = await Program.start({ dataDir, args: ['--sample'] })
    await program.goTo('Doanh nghiệp')
    const registry = new EnterprisesPage(program)
    const before = await registry.summary().innerText()
    await registry.startImport(file)
    const job = program.dialog().getByRole('status', { name: 'Đọc tệp danh sách doanh nghiệp' })
    await expect(job).toBeVisible()
    // The window goes on living meanwhile.
    await expect(program.savedMark()).toHaveText(/Đã lưu/)
    await job.getByRole('button', { name: 'Hủy' }).click()
    await expect(program.dialog().getByRole('alert')).toContainText('Đã dừng theo yêu cầu', { timeout: 30_000 })
    await registry.dialogButton('Đóng').click()
    await expect(registry.summary()).toHaveText(before)
    await program.close()
  } finally {
    removeDataDir(dataDir)
  }
})
