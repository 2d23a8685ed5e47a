import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'playwright/test'
import { runProcess } from '../support/cli.ts'
import { PROJECT } from '../support/resources.ts'
import { Grid } from './pages/grid.ts'
import { Program } from './pages/program.ts'
import { unitRow } from './pages/targets-page.ts'

const FOLDER = path.join(PROJECT, 'tests/fixtures/bao-cao')
const FILES = fs
  .readdirSync(FOLDER)
  .filter((name) => name.endsWith('.xlsx'))
  .map((name) => path.join(FOLDER, name))

/** A province with the districts these reports are of, and a plan of their year. */
async function makeProvince(folder: string): Promise<string> {
  const file = path.join(folder, 'quảng trị.chitieu-db')
  const survey = path.join(PROJECT, 'tests/fixtures/survey/bhxh-quang-tri.xlsx')
  for (const args of [
    ['init', '--name', 'Liên đoàn Lao động tỉnh Quảng Trị'],
    ['import', survey, '--create-units'],
    ['plans', 'add', '--code', '2024', '--kind', 'year', '--from', '2024-01-01', '--to', '2024-12-31'],
    [
      'targets',
      'set',
      '--plan',
      '2024',
      '--unit',
      'H-CAMLO',
      '--indicator',
      'DV_MOI',
      '--assigner',
      'BCH LĐLĐ tỉnh',
      '356',
    ],
  ]) {
    const run = await runProcess([...args, '--db', file], folder)
    if (run.code !== 0) throw new Error(run.error)
  }
  return file
}

test('reports of a whole province come in from their files, are asked about, traced and closed', async () => {
  test.setTimeout(300_000)
  const folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'bao cao '))
  const file = await makeProvince(folder)
  const program = await Program.start({ args: [file] })
  try {
    const { page } = program
    await program.chooseAsOf('30/6/2024')
    await program.goTo('Kết quả')
    await program.app.evaluate(({ dialog }, files) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: files })
    }, FILES)
    await program.button('Nhập từ tệp').click()
    const dialog = program.dialog()
    await expect(dialog.getByRole('button', { name: /^Nhập 63 số liệu$/ })).toBeVisible({ timeout: 120_000 })

    // What nobody can place is asked, with the likeliest answer first.
    const question = dialog.getByRole('listitem')
    await expect(question).toContainText('Trong đó: khu vực ngoài nhà nước')
    await expect(question).toContainText('F8 = 308')
    await question.getByRole('combobox').selectOption('DV_MOI_NNN')
    await question.getByRole('button', { name: 'Trả lời' }).click()
    await expect(dialog.getByRole('button', { name: /^Nhập 64 số liệu$/ })).toBeVisible({ timeout: 120_000 })
    await dialog.getByRole('tab', { name: /^Cần xem lại/ }).click()
    const findings = new Grid(page, 'report-findings')
    await expect(findings.rows()).toHaveCount(2)
    await expect(dialog).toContainText('báo cáo nêu 54,5%')
    await expect(dialog).toContainText('cộng các dòng được 2.675')
    await dialog.getByRole('tab', { name: /^Chưa báo cáo/ }).click()
    await expect(dialog).toContainText('Cồn Cỏ')
    await dialog.getByRole('tab', { name: /^Số liệu từng ô/ }).click()
    await expect(dialog).toContainText('CĐCS thành lập mới')
    if (process.env['CHITIEU_SHOTS'] !== undefined)
      await page.screenshot({ path: path.join(process.env['CHITIEU_SHOTS'], 'nhap-bao-cao.png') })
    await dialog.getByRole('button', { name: /^Nhập 64 số liệu$/ }).click()
    await expect(dialog).toContainText('Đã nhập 64 số liệu', { timeout: 120_000 })
    await dialog.getByRole('button', { name: 'Đóng', exact: true }).click()

    // The figure is there, and opens the file and the cell it came from.
    const results = new Grid(page, 'results')
    const camLo = unitRow('H-CAMLO')
    await expect(results.cell(camLo, 'DV_MOI:result')).toHaveText('168')
    await expect(results.cell(camLo, 'DV_MOI:percent')).toContainText('47,2%')
    await program.button('Xem nguồn').click()
    await results.select(camLo, 'DV_MOI:percent')
    const panel = page.getByRole('complementary', { name: 'Nguồn số liệu' })
    await expect(panel).toContainText('BC thang 6 - Huyện Cam Lộ.xlsx, trang “BC”, ô F6')
    await panel.getByRole('button', { name: 'Các ô lấy từ tệp này' }).click()
    const cells = new Grid(page, 'file-cells')
    await expect(cells.rows()).toHaveCount(7)
    await page.getByRole('dialog').getByRole('button', { name: 'Đóng', exact: true }).click()

    await program.button(/^Khóa kỳ$/).click()
    await dialog.getByRole('button', { name: 'Khóa: 6 tháng đầu năm 2024' }).click()
    await expect(dialog).toContainText('Khóa kỳ 6 tháng đầu năm 2024')
    await dialog.getByRole('button', { name: 'Khóa', exact: true }).click()
    await expect(dialog.getByRole('button', { name: 'Mở lại: 6 tháng đầu năm 2024' })).toBeVisible()
    if (process.env['CHITIEU_SHOTS'] !== undefined)
      await page.screenshot({ path: path.join(process.env['CHITIEU_SHOTS'], 'khoa-ky.png') })
    await dialog.getByRole('button', { name: 'Đóng', exact: true }).click()
    // Typed over a closed figure, the program asks why and keeps both.
    await results.type(camLo, 'DV_MOI:result', '170')
    await dialog.getByLabel('Lý do điều chỉnh').fill('Công đoàn cơ sở báo bổ sung')
    await dialog.getByRole('button', { name: 'Ghi số điều chỉnh' }).click()
    await expect(results.cell(camLo, 'DV_MOI:result')).toHaveText('170')
    await program.button(/^Khóa kỳ$/).click()
    await dialog.getByRole('tab', { name: 'Số điều chỉnh' }).click()
    await expect(dialog.getByRole('table', { name: 'Số điều chỉnh' })).toContainText('Công đoàn cơ sở báo bổ sung')
    await dialog.getByRole('tab', { name: 'Lịch báo cáo' }).click()
    await expect(dialog).toContainText('Đang dùng lịch thông thường')
    await dialog.getByRole('button', { name: 'Đóng', exact: true }).click()
  } finally {
    await program.close()
    fs.rmSync(folder, { recursive: true, force: true })
  }
})
