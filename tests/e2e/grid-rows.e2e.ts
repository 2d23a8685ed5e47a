import { expect, test, type Locator } from 'playwright/test'
import { Grid } from './pages/grid.ts'
import { Program } from './pages/program.ts'
import { UnitsPage } from './pages/units-page.ts'
import { press } from './pages/hands.ts'

test('rows are inserted and removed, and menus offer what Excel offers', async () => {
  const program = await Program.startWithSample()
  const { page } = program
  const item = (name: string | RegExp): Locator => page.getByRole('menuitem', { name })
  try {
    await program.goTo('Đơn vị')
    const { grid } = new UnitsPage(program)
    const first = await grid.idOf('TP-HAISON')
    await grid.select(first, 'name')
    const rows = await grid.rowCount()

    await test.step('the menu of a cell, by the mouse and by the menu key', async () => {
      await grid.cell(first, 'name').click({ button: 'right' })
      for (const name of [
        'Cắt',
        'Sao chép',
        'Sao chép kèm tiêu đề',
        'Dán',
        'Chèn dòng trên',
        'Chèn dòng dưới',
        'Xóa dòng',
      ])
        await expect(item(new RegExp(`^${name}`)).first()).toBeVisible()
      for (const name of ['Xóa nội dung', 'Điền xuống', 'Lọc theo giá trị này'])
        await expect(item(new RegExp(name)).first()).toBeAttached()
      await press(page, 'Escape')
      await expect(grid.field()).toBeFocused()
      await press(page, 'Shift+F10')
      await expect(item(/^Cắt/)).toBeVisible()
      await press(page, 'Escape')
      // On a selection of rows the menu is about all of them.
      await grid.rowNumber(first).click()
      await press(page, 'Shift+ArrowDown')
      await grid.cell(first, 'code').click({ button: 'right' })
      await expect(item('Xóa 2 dòng')).toBeVisible()
      await press(page, 'Escape')
      await expect(program.statusBar()).toContainText(/Chọn \d+ ô/)
    })

    await test.step('the menu of a header, by its button, the right button and Alt+↓', async () => {
      await grid.header('code').click({ button: 'right' })
      await expect(item('Vừa độ rộng cột')).toBeVisible()
      await press(page, 'Escape')
      await grid.select(first, 'code')
      await press(page, 'Alt+ArrowDown')
      await expect(page.getByText(/Sắp xếp|Lọc/).first()).toBeVisible()
      await press(page, 'Escape')
    })

    await test.step('a row is inserted below, typed, and is there', async () => {
      await grid.openMenu(first, 'name', 'Chèn dòng dưới')
      await expect(grid.root.locator('.ag-row[row-index="2"]')).toHaveClass(/grid-draft/)
      await expect(grid.field()).toBeFocused()
      await page.keyboard.type('Liên đoàn Lao động huyện Thử Chèn')
      await press(page, 'Enter')
      await expect(program.statusBar()).toContainText('Hoàn tác: Thêm 1 dòng vào Đơn vị')
      await expect.poll(() => grid.rowCount()).toBe(rows + 1)
      await press(page, 'Control+z')
      await expect.poll(() => grid.rowCount()).toBe(rows)
    })

    await test.step('the empty line at the end takes row after row; Esc empties it', async () => {
      await program.goTo('Cài đặt')
      await page.getByRole('tab', { name: 'Cán bộ', exact: true }).click()
      const people = new Grid(page, 'people')
      await expect(people.rows().first()).toBeVisible()
      const before = await people.rowCount()
      await people.root.getByText('Nhập vào đây để thêm dòng').first().click()
      await page.keyboard.type('Người Bỏ Dở')
      await press(page, 'Tab', 'Escape')
      await expect(people.root.getByText('Người Bỏ Dở')).toHaveCount(0)
      for (const name of ['Nguyễn Thị Một', 'Trần Văn Hai']) {
        await press(page, 'Control+End', 'ArrowDown', 'Home')
        await page.keyboard.type(name)
        await press(page, 'Enter')
        await expect(people.row(name)).toHaveCount(1)
        // The keyboard is in the next empty line.
        await expect(people.root.locator('.grid-draft .grid-current')).toHaveCount(1)
      }
      // Both are in the table as the backend has it, in its order, before one of them is chosen there.
      await expect.poll(() => people.rowCount()).toBe(before + 2)
      const count = before + 2
      await people.rowNumber(await people.idOf('Nguyễn Thị Một')).click()
      await press(page, 'Control+-')
      await expect.poll(() => people.rowCount()).toBe(count - 1)
      await expect(people.row('Nguyễn Thị Một')).toHaveCount(0)
    })

    await test.step('a row that lacks something stays in the line until it is there', async () => {
      await page.getByRole('tab', { name: 'Người ký', exact: true }).click()
      const signers = new Grid(page, 'signers')
      await signers.root.getByText('Nhập vào đây để thêm dòng').first().click()
      await page.keyboard.type('Lê Văn Ba')
      await press(page, 'Enter')
      await expect(signers.foot()).toContainText('chưa có nội dung')
      await expect(program.savedMark()).toContainText('chưa ghi được')
      await press(page, 'Tab')
      await page.keyboard.type('TM. BAN THƯỜNG VỤ')
      await press(page, 'Tab')
      await page.keyboard.type('PHÓ CHỦ TỊCH')
      await press(page, 'Enter')
      await expect(program.statusBar()).toContainText('Hoàn tác: Thêm người ký Lê Văn Ba')
      await expect(program.savedMark()).toHaveText(/^Đã lưu/)
      await expect(signers.row('Lê Văn Ba')).toContainText('PHÓ CHỦ TỊCH')
    })

    await test.step('long text: Alt+Enter begins a line, Enter takes it', async () => {
      await page.getByRole('tab', { name: 'Căn cứ', exact: true }).click()
      const bases = new Grid(page, 'legalBases')
      const id = await bases.root.locator('.ag-row[row-index="0"]').first().getAttribute('row-id')
      await bases.select(id ?? '', 'text')
      const before = await bases.cell(id ?? '', 'text').innerText()
      await press(page, 'F2')
      await expect(bases.field()).toHaveJSProperty('tagName', 'TEXTAREA')
      await press(page, 'Alt+Enter')
      await page.keyboard.type('dòng thứ hai')
      await expect(bases.field()).toHaveValue(`${before}\ndòng thứ hai`)
      await press(page, 'Enter')
      await expect(bases.cell(id ?? '', 'text')).toContainText('dòng thứ hai')
    })
  } finally {
    await program.close()
  }
})
