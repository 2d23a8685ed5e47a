import { expect, test, type Locator } from 'playwright/test'
import type { Grid } from './pages/grid.ts'
import { Program } from './pages/program.ts'
import { writeSystemClipboard } from './pages/system-clipboard.ts'
import { TargetsPage, unitRow } from './pages/targets-page.ts'

const UNITS = ['TP-HAISON', 'TX-PHULINH', 'H-YENGIANG', 'H-THANHLAM', 'H-SONLOC', 'H-NAMTRACH'].map(unitRow)
const [FIRST = '', SECOND = '', THIRD = '', FOURTH = '', FIFTH = '', SIXTH = ''] = UNITS

async function texts(grid: Grid, column: string, rows: readonly string[]): Promise<readonly string[]> {
  return Promise.all(rows.map((row) => grid.cell(row, column).innerText()))
}

test('the handle, Ctrl+D, Ctrl+R and Delete fill and empty as in Excel, each as one step @smoke', async () => {
  const program = await Program.startWithSample()
  const { page } = program
  const { grid } = new TargetsPage(program)
  const handle = grid.root.locator('.grid-fill-handle')
  /** A notice that goes by itself moves the table under the mouse. */
  const undo = async (): Promise<void> => {
    await page.keyboard.press('Control+z')
    await program.notices().getByRole('button', { name: 'Đóng' }).last().click()
    await expect(program.notices().getByRole('button')).toHaveCount(0)
  }
  const drawTo = async (cell: Locator, holding?: 'Control'): Promise<void> => {
    await handle.hover()
    await page.mouse.down()
    const box = await cell.boundingBox()
    if (box === null) throw new Error('the cell is not on screen')
    if (holding !== undefined) await page.keyboard.down(holding)
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 6 })
    await expect(grid.root.locator('.grid-fill-frame')).toBeVisible()
    await page.mouse.up()
    if (holding !== undefined) await page.keyboard.up(holding)
  }
  const put = async (column: string, values: readonly string[]): Promise<void> => {
    await writeSystemClipboard(program.app, { text: values.join('\r\n') })
    await grid.select(FIRST, column)
    await page.keyboard.press('Control+v')
    await expect(grid.cell(UNITS[values.length - 1] ?? '', column)).toHaveText(values.at(-1) ?? '')
  }
  try {
    await program.goTo('Chỉ tiêu')

    await test.step('two numbers drawn down go on; one step takes it back', async () => {
      const before = await texts(grid, 'DV_MOI', UNITS)
      await put('DV_MOI', ['10', '20'])
      await drawTo(grid.cell(FIFTH, 'DV_MOI'))
      await expect(grid.cell(FIFTH, 'DV_MOI')).toHaveText('50')
      expect(await texts(grid, 'DV_MOI', [THIRD, FOURTH])).toEqual(['30', '40'])
      await expect(program.statusBar()).toContainText('Hoàn tác: Điền 3 ô trong Chỉ tiêu')
      await expect(program.statusBar()).toContainText('Chọn 5 ô · Tổng 150')
      await undo()
      await expect(grid.cell(FIFTH, 'DV_MOI')).toHaveText(before[4] ?? '')
      expect(await texts(grid, 'DV_MOI', [THIRD, FOURTH])).toEqual(before.slice(2, 4))
    })

    await test.step('one number is copied, with Ctrl it counts on; two are copied with Ctrl', async () => {
      await put('CDCS_MOI', ['5'])
      await drawTo(grid.cell(THIRD, 'CDCS_MOI'))
      await expect.poll(() => texts(grid, 'CDCS_MOI', [FIRST, SECOND, THIRD])).toEqual(['5', '5', '5'])
      await put('CDCS_MOI', ['5'])
      await drawTo(grid.cell(THIRD, 'CDCS_MOI'), 'Control')
      await expect.poll(() => texts(grid, 'CDCS_MOI', [FIRST, SECOND, THIRD])).toEqual(['5', '6', '7'])
      await put('CDCS_MOI', ['1', '2'])
      await drawTo(grid.cell(FIFTH, 'CDCS_MOI'), 'Control')
      await expect.poll(() => texts(grid, 'CDCS_MOI', [THIRD, FOURTH, FIFTH])).toEqual(['1', '2', '1'])
    })

    await test.step('upwards and to the sides', async () => {
      await grid.type(FOURTH, 'DVUT_GT', '40')
      await grid.type(FIFTH, 'DVUT_GT', '50')
      await grid.select(FOURTH, 'DVUT_GT')
      await page.keyboard.press('Shift+ArrowDown')
      await drawTo(grid.cell(SECOND, 'DVUT_GT'))
      await expect.poll(() => texts(grid, 'DVUT_GT', [SECOND, THIRD])).toEqual(['20', '30'])
      await grid.type(SIXTH, 'DV_MOI', '7')
      await grid.select(SIXTH, 'DV_MOI')
      await drawTo(grid.cell(SIXTH, 'DV_MOI_NNN'))
      await expect(grid.cell(SIXTH, 'DV_MOI_NNN')).toHaveText('7')
    })

    await test.step('Esc while drawing lets go; group rows are passed by', async () => {
      const before = await texts(grid, 'DV_MOI_NNN', UNITS)
      await grid.select(FIRST, 'DV_MOI_NNN')
      await handle.hover()
      await page.mouse.down()
      const box = await grid.cell(THIRD, 'DV_MOI_NNN').boundingBox()
      await page.mouse.move(box?.x ?? 0, box?.y ?? 0, { steps: 4 })
      await page.keyboard.press('Escape')
      await page.mouse.up()
      await expect(grid.root.locator('.grid-fill-frame')).toBeHidden()
      expect(await texts(grid, 'DV_MOI_NNN', UNITS)).toEqual(before)
    })

    await test.step('a double click fills as far as the neighbouring column goes', async () => {
      await grid.select(FIRST, 'CDCS_MOI')
      const last = grid.rows().last()
      await page.keyboard.press('Control+Shift+ArrowDown')
      await page.keyboard.press('Delete')
      await expect(grid.cell(FIRST, 'CDCS_MOI')).toHaveText('')
      await expect(program.statusBar()).toContainText(/Hoàn tác: Xóa \d+ ô trong Chỉ tiêu/)
      await grid.type(FIRST, 'CDCS_MOI', '3')
      await grid.select(FIRST, 'CDCS_MOI')
      await handle.dblclick()
      await expect(grid.cell(SIXTH, 'CDCS_MOI')).toHaveText('3')
      await expect(last).toBeVisible()
      await expect(program.statusBar()).toContainText(/Hoàn tác: Điền \d+ ô trong Chỉ tiêu/)
      await undo()
      await expect(grid.cell(SIXTH, 'CDCS_MOI')).toHaveText('')
    })

    await test.step('Ctrl+D and Ctrl+R; of one cell they take the neighbour', async () => {
      await put('CDCS_MOI', ['4', '1', '1'])
      await grid.select(FIRST, 'CDCS_MOI')
      await page.keyboard.press('Shift+ArrowDown')
      await page.keyboard.press('Shift+ArrowDown')
      await page.keyboard.press('Control+d')
      await expect.poll(() => texts(grid, 'CDCS_MOI', [SECOND, THIRD])).toEqual(['4', '4'])
      await grid.type(SECOND, 'CDCS_MOI', '9')
      await grid.select(THIRD, 'CDCS_MOI')
      await page.keyboard.press('Control+d')
      await expect(grid.cell(THIRD, 'CDCS_MOI')).toHaveText('9')
      await grid.type(FIRST, 'DV_MOI', '77')
      await grid.select(FIRST, 'DV_MOI')
      await page.keyboard.press('Shift+ArrowRight')
      await page.keyboard.press('Control+r')
      await expect(grid.cell(FIRST, 'DV_MOI_NNN')).toHaveText('77')
      await expect(program.statusBar()).toContainText('Hoàn tác: Điền 1 ô trong Chỉ tiêu')
    })
  } finally {
    await program.close()
  }
})
