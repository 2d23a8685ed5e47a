import { expect, test } from 'playwright/test'
import { numberOf } from './pages/grid.ts'
import { Program } from './pages/program.ts'
import { TableTools } from './pages/table-tools.ts'

const COLUMN = 'DV_MOI'

test('groups, TỔNG CỘNG and what is left to give follow every key and every filter', async () => {
  const program = await Program.startWithSample()
  const { page } = program
  try {
    await program.goTo('Chỉ tiêu')
    const targets = new TableTools(program, 'targets')
    const { grid } = targets
    await expect(grid.cell('total:', COLUMN)).not.toHaveText('')
    const unit = await grid.idOf('Liên đoàn Lao động thành phố')
    const group = await grid.idOf('Liên đoàn Lao động huyện, thị xã')
    const read = async (): Promise<readonly number[]> => [
      numberOf(await grid.cell('total:', COLUMN).innerText()),
      numberOf(await grid.cell(group, COLUMN).innerText()),
      numberOf(await grid.cell(unit, COLUMN).innerText()),
    ]
    const [total = 0, inGroup = 0, own = 0] = await read()
    await expect(grid.cell('difference', COLUMN)).toHaveText('đã giao đủ')

    await test.step('while typing, before Enter', async () => {
      await grid.select(unit, COLUMN)
      await page.keyboard.type(String(own + 15))
      await expect(grid.cell('total:', COLUMN)).toHaveText((total + 15).toLocaleString('vi-VN'))
      await expect(grid.cell(group, COLUMN)).toHaveText((inGroup + 15).toLocaleString('vi-VN'))
      await expect(grid.cell('difference', COLUMN)).toContainText('vượt 15')
      await page.keyboard.press('Escape')
      await expect(grid.cell('total:', COLUMN)).toHaveText(total.toLocaleString('vi-VN'))
      await expect(grid.cell('difference', COLUMN)).toHaveText('đã giao đủ')
    })

    await test.step('and after it', async () => {
      await grid.type(unit, COLUMN, String(own - 120))
      await expect(grid.cell('difference', COLUMN)).toContainText('còn 120')
      await expect.poll(read).toEqual([total - 120, inGroup - 120, own - 120])
      await grid.type(unit, COLUMN, String(own))
      await expect(grid.cell('difference', COLUMN)).toHaveText('đã giao đủ')
    })

    await test.step('filtered, sums are of the rows in sight and say so; what is left does not change', async () => {
      await targets.filterBy('name', 'Có chứa từ', { 'Các từ cần có (không cần dấu)': 'lien doan lao dong thanh pho' })
      await expect(grid.root.locator('.ag-row[row-id="total:"]')).toContainText('TỔNG CỘNG (đang lọc)')
      await expect(grid.cell('total:', COLUMN)).toHaveText(own.toLocaleString('vi-VN'))
      await expect(grid.cell(group, COLUMN)).toHaveText(own.toLocaleString('vi-VN'))
      await expect(grid.cell('difference', COLUMN)).toHaveText('đã giao đủ')
      await targets.bar().getByRole('button', { name: 'Bỏ lọc', exact: true }).click()
      await expect(grid.cell('total:', COLUMN)).toHaveText(total.toLocaleString('vi-VN'))
    })

    await test.step('a percent of the rows in sight is Σ ÷ Σ', async () => {
      await program.goTo('Kết quả')
      const results = new TableTools(program, 'results')
      await expect(results.grid.cell('total:', `${COLUMN}:target`)).not.toHaveText('')
      await results.filterBy('name', 'Có chứa từ', { 'Các từ cần có (không cần dấu)': 'cong doan nganh' })
      const figure = async (part: string): Promise<number> =>
        numberOf(await results.grid.cell('total:', `${COLUMN}:${part}`).innerText())
      await expect(results.grid.root.locator('.ag-row[row-id="total:"]')).toContainText('(đang lọc)')
      const percent = (100 * (await figure('result'))) / (await figure('target'))
      expect(await figure('percent')).toBeCloseTo(Math.round(percent * 10) / 10, 5)
    })
  } finally {
    await program.close()
  }
})
