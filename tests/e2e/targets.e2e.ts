import { expect, test } from 'playwright/test'
import { makeDataDir, removeDataDir } from '../support/electron-app.ts'
import { numberOf } from './pages/grid.ts'
import { Program } from './pages/program.ts'
import { TargetsPage, unitRow } from './pages/targets-page.ts'

const HAI_SON = unitRow('TP-HAISON')

test('a target typed in place is saved at once, sums live and survives a restart @smoke', async () => {
  const dataDir = makeDataDir()
  try {
    const program = await Program.start({ dataDir, args: ['--sample'] })
    await program.goTo('Chỉ tiêu')
    const targets = new TargetsPage(program)
    const cell = targets.grid.cell(HAI_SON, 'CDCS_MOI')
    const before = numberOf(await cell.innerText())
    const total = numberOf(await targets.total('CDCS_MOI').innerText())
    await targets.grid.type(HAI_SON, 'CDCS_MOI', String(before + 5))
    await expect(cell).toHaveText(String(before + 5))
    await expect(targets.total('CDCS_MOI')).toHaveText(String(total + 5))
    await expect(targets.difference('CDCS_MOI')).toHaveText(/giao vượt 5|còn|đã giao đủ/)
    await expect(program.statusBar()).toContainText('Hoàn tác: Giao')
    await expect(program.savedMark()).toHaveText(/^Đã lưu/)

    // The four ways people type a thousand.
    for (const text of ['1000', '1.000', '1,000', '1 000']) {
      await targets.grid.type(HAI_SON, 'CDCS_MOI', '7')
      await expect(cell).toHaveText('7')
      await targets.grid.type(HAI_SON, 'CDCS_MOI', text)
      await expect(cell).toHaveText('1.000')
    }
    // A wrong one stays, marked, and is not taken.
    await targets.grid.type(HAI_SON, 'CDCS_MOI', 'mười')
    await expect(cell).toHaveClass(/grid-problem/)
    await targets.grid.select(HAI_SON, 'CDCS_MOI')
    await expect(targets.grid.foot()).toContainText('“mười” không phải là số')
    await targets.grid.type(HAI_SON, 'CDCS_MOI', '12')
    await expect(cell).toHaveText('12')
    await expect(program.savedMark()).toHaveText(/^Đã lưu/)
    // Killed, not closed: what was called saved is saved.
    program.app.process().kill('SIGKILL')
    await program.close().catch(() => undefined)

    const again = await Program.start({ dataDir })
    await again.goTo('Chỉ tiêu')
    await expect(new TargetsPage(again).grid.cell(HAI_SON, 'CDCS_MOI')).toHaveText('12')
    await again.close()
  } finally {
    removeDataDir(dataDir)
  }
})

test('allocation keeps locks, floors and caps, sums exactly and can say why', async () => {
  const program = await Program.startWithSample()
  try {
    await program.goTo('Chỉ tiêu')
    const targets = new TargetsPage(program)
    await targets.grid.select(HAI_SON, 'DV_MOI')
    await targets.openAllocation()
    const total = targets.allocationField('Tổng số cần phân bổ')
    await total.fill('7.001')
    await total.press('Tab')
    await expect(program.dialog()).toContainText('Tổng các đơn vị đúng bằng 7.001')
    const free = await targets.allocationColumn('value')
    expect(free.total).toBe(7001)
    expect(free.units.reduce((sum, value) => sum + value, 0)).toBe(7001)

    await targets.allocation.root.locator('.ag-grid-scrolling-rows').hover()
    await program.page.mouse.wheel(0, -4000)
    await targets.allocation.type('TP-HAISON', 'lock', '500')
    await targets.allocation.type('H-YENGIANG', 'floor', '900')
    await targets.allocation.type('H-SONLOC', 'cap', '10')
    await expect(targets.allocation.cell('TP-HAISON', 'value')).toHaveText('500')
    await expect(targets.allocation.cell('H-YENGIANG', 'value')).toHaveText('900')
    await expect(targets.allocation.cell('H-SONLOC', 'value')).toHaveText('10')
    const bound = await targets.allocationColumn('value')
    expect(bound.units.reduce((sum, value) => sum + value, 0)).toBe(7001)

    // What can't be done is refused with the shortfall named, and nothing is written.
    await targets.allocation.root.locator('.ag-grid-scrolling-rows').hover()
    await program.page.mouse.wheel(0, -4000)
    await targets.allocation.type('TP-HAISON', 'lock', '8000')
    await expect(program.dialog()).toContainText(/vượt|lớn hơn/)
    await targets.allocation.type('TP-HAISON', 'lock', '500')
    await expect(program.dialog()).toContainText('Tổng các đơn vị đúng bằng 7.001')
    await targets.apply()
    await expect(program.notices()).toContainText('Đã phân bổ 7.001')
    await expect(targets.total('DV_MOI')).toHaveText('7.001')
    await expect(targets.grid.cell(HAI_SON, 'DV_MOI')).toHaveText('500')

    await program.button('Vì sao số này').click()
    const panel = program.page.getByRole('complementary', { name: 'Vì sao số này' })
    await targets.grid.select(unitRow('H-THANHLAM'), 'DV_MOI')
    await expect(panel).toContainText('lao động chưa là đoàn viên')
    await targets.grid.select(HAI_SON, 'DV_MOI')
    await expect(panel).toContainText('Đã khóa')
  } finally {
    await program.close()
  }
})

test('a locked cell takes no typing and keeps its number in an allocation', async () => {
  const program = await Program.startWithSample()
  try {
    await program.goTo('Chỉ tiêu')
    const targets = new TargetsPage(program)
    const cell = targets.grid.cell(HAI_SON, 'DV_MOI')
    const kept = await cell.innerText()
    await targets.grid.openMenu(HAI_SON, 'DV_MOI', 'Khóa ô')
    await expect(cell).toHaveClass(/grid-locked/)
    await targets.grid.select(HAI_SON, 'DV_MOI')
    await program.page.keyboard.type('1')
    await program.page.keyboard.press('Enter')
    await expect(cell).toHaveText(kept)
    await targets.grid.select(HAI_SON, 'DV_MOI')
    await targets.openAllocation()
    await targets.allocationField('Phân bổ theo').selectOption('equal')
    await expect(targets.allocation.cell('TP-HAISON', 'value')).toHaveText(kept)
  } finally {
    await program.close()
  }
})

test('a block pasted from Excel is one step; ranges are counted, copied and cleared', async () => {
  const program = await Program.startWithSample()
  try {
    await program.goTo('Chỉ tiêu')
    const targets = new TargetsPage(program)
    const { page } = program
    const rows = ['TP-HAISON', 'TX-PHULINH', 'H-YENGIANG'].map(unitRow)
    const [first = '', second = '', third = ''] = rows
    await program.app.evaluate(({ clipboard }) => clipboard.writeText('1.101\t11\r\n1102\t12\r\n"1 103"\t13\r\n'))
    // Two neighbouring columns of the table.
    await targets.grid.select(first, 'DV_MOI')
    await page.keyboard.press('Control+v')
    await expect(targets.grid.cell(first, 'DV_MOI')).toHaveText('1.101')
    await expect(targets.grid.cell(second, 'DV_MOI')).toHaveText('1.102')
    await expect(targets.grid.cell(third, 'DV_MOI')).toHaveText('1.103')
    await expect(targets.grid.cell(third, 'DV_MOI_NNN')).toHaveText('13')
    await expect(program.statusBar()).toContainText('Hoàn tác: Dán 6 ô vào Chỉ tiêu')

    await targets.grid.select(first, 'DV_MOI')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await expect(program.statusBar()).toContainText('Chọn 3 ô · Tổng 3.306 · TB 1.102')
    await page.keyboard.press('Control+c')
    await expect.poll(() => program.app.evaluate(({ clipboard }) => clipboard.readText())).toBe('1101\r\n1102\r\n1103')

    await targets.grid.cell(first, 'DV_MOI').hover()
    await page.mouse.down()
    await targets.grid.cell(second, 'DV_MOI_NNN').hover()
    await page.mouse.up()
    await expect(program.statusBar()).toContainText('Chọn 4 ô · Tổng 2.226')
    await page.keyboard.press('Delete')
    await expect(targets.grid.cell(first, 'DV_MOI')).toHaveText('')
    await expect(targets.grid.cell(second, 'DV_MOI_NNN')).toHaveText('')
    await expect(program.statusBar()).toContainText('Xóa 4 ô trong Chỉ tiêu')

    // One value into a whole range, and the first cell filled down.
    await program.app.evaluate(({ clipboard }) => clipboard.writeText('50\r\n'))
    await targets.grid.select(first, 'DV_MOI')
    await targets.grid.cell(third, 'DV_MOI').click({ modifiers: ['Shift'] })
    await page.keyboard.press('Control+v')
    for (const row of rows) await expect(targets.grid.cell(row, 'DV_MOI')).toHaveText('50')
    await targets.grid.type(first, 'DV_MOI', '77')
    await targets.grid.select(first, 'DV_MOI')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Control+d')
    await expect(targets.grid.cell(second, 'DV_MOI')).toHaveText('77')
  } finally {
    await program.close()
  }
})

test('a new plan is made from the top bar and its targets are typed', async () => {
  const program = await Program.startWithSample()
  try {
    await program
      .topBar()
      .getByRole('button', { name: /^Kế hoạch/ })
      .click()
    await program.page.getByRole('menuitem', { name: 'Lập kế hoạch mới…' }).click()
    await program.dialog().getByLabel('Mã').fill('2025')
    await expect(program.dialog().getByLabel('Từ ngày')).toHaveValue('01/01/2025')
    await program.dialog().getByRole('button', { name: 'Lập kế hoạch' }).click()
    await expect(program.topBar()).toContainText('Kế hoạch năm 2025')
    await program.goTo('Chỉ tiêu')
    const targets = new TargetsPage(program)
    await targets.grid.type(unitRow('TINH'), 'DV_MOI', '300')
    await targets.grid.type(HAI_SON, 'DV_MOI', '180')
    await expect(targets.difference('DV_MOI')).toHaveText('còn 120 chưa giao')
    await expect(program.statusBar()).toContainText('1 cảnh báo')
  } finally {
    await program.close()
  }
})
