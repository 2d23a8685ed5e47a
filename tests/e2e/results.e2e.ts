import { expect, test } from 'playwright/test'
import { numberOf } from './pages/grid.ts'
import { Program } from './pages/program.ts'
import { ResultsPage } from './pages/results-page.ts'
import { unitRow } from './pages/targets-page.ts'

const SON_LOC = unitRow('H-SONLOC')
const NHAN_SON = unitRow('H-NHANSON')

test('a figure typed in the table gives its percent at once, also an approximate one', async () => {
  const program = await Program.startWithSample()
  try {
    await program.goTo('Kết quả')
    const results = new ResultsPage(program)
    const target = numberOf(await results.grid.cell(SON_LOC, 'CDCS_MOI:target').innerText())
    await results.grid.type(SON_LOC, 'CDCS_MOI:result', String(target))
    await expect(results.grid.cell(SON_LOC, 'CDCS_MOI:percent')).toHaveText('✓ 100%')
    await results.grid.type(SON_LOC, 'DV_MOI:result', 'gần 100')
    await expect(results.grid.cell(SON_LOC, 'DV_MOI:result')).toHaveText('gần 100')
    await expect(results.grid.cell(SON_LOC, 'DV_MOI:percent')).toContainText('≤')
    // What falls is taken, and said.
    await expect(program.notices()).toContainText(/thấp hơn|giảm/)

    await results.grid.type(SON_LOC, 'DV_MOI:result', 'nhiều')
    await expect(results.grid.cell(SON_LOC, 'DV_MOI:result')).toHaveClass(/grid-problem/)
    await results.grid.type(SON_LOC, 'DV_MOI:result', '400')
    await expect(results.grid.cell(SON_LOC, 'DV_MOI:result')).toHaveText('400')
  } finally {
    await program.close()
  }
})

test('who has not reported is marked, reports from the form, and is traced to its source', async () => {
  const program = await Program.startWithSample()
  try {
    await expect(program.page.getByRole('region', { name: 'Chưa báo cáo' })).toContainText('đảo Nhạn Sơn')
    await program.button(/^Nhập báo cáo: .*Nhạn Sơn/).click()
    // The form stands before the screen at once; what is behind it is hidden from readers.
    await expect(program.dialog()).toContainText('Nhập báo cáo của đơn vị')
    const results = new ResultsPage(program)
    await expect(program.dialog().getByLabel('Đơn vị', { exact: true })).toHaveValue('H-NHANSON')
    await program.dialog().getByLabel('Nguồn').fill('Báo cáo số 07/BC-LĐLĐ')
    await results.report.type('DV_MOI', 'value', 'hơn 20')
    await results.report.type('CDCS_MOI', 'value', '1')
    await results.saveReport()
    await expect(program.notices()).toContainText('Đã lưu 2 số liệu')
    await expect(results.grid.cell(NHAN_SON, 'DV_MOI:result')).toHaveText('hơn 20')
    await expect(results.grid.cell(NHAN_SON, 'DV_MOI:percent')).toContainText('≥')

    await program.button('Xem nguồn').click()
    await results.grid.select(NHAN_SON, 'DV_MOI:percent')
    const panel = program.page.getByRole('complementary', { name: 'Nguồn số liệu' })
    await expect(panel).toContainText('hơn 20')
    await expect(panel).toContainText('Báo cáo số 07/BC-LĐLĐ')
    await program.goTo('Tổng quan')
    await expect(program.page.getByRole('region', { name: 'Chưa báo cáo' })).not.toContainText('Nhạn Sơn')
  } finally {
    await program.close()
  }
})

test('the day of the top bar changes every figure', async () => {
  const program = await Program.startWithSample()
  try {
    await program.goTo('Kết quả')
    const results = new ResultsPage(program)
    const cell = results.grid.cell(unitRow('TP-HAISON'), 'DV_MOI:result')
    await expect(cell).not.toHaveText('')
    const september = numberOf(await cell.innerText())
    await program.chooseAsOf('30/6/2024')
    await expect(program.page.getByText('Số liệu tính đến ngày 30/6/2024')).toBeVisible()
    await expect.poll(async () => numberOf(await cell.innerText())).toBeLessThan(september)
    await program.goTo('Tổng quan')
    await expect(program.page.getByText('Số liệu tính đến ngày 30/6/2024')).toBeVisible()
  } finally {
    await program.close()
  }
})
