import { expect, test } from 'playwright/test'
import { Program } from './pages/program.ts'
import { TargetsPage, unitRow } from './pages/targets-page.ts'

test('the main job by keyboard alone', async () => {
  const program = await Program.startWithSample()
  const { page } = program
  const press = (keys: string): Promise<void> => page.keyboard.press(keys)
  try {
    await expect(program.title()).toHaveText('Tổng quan')
    for (const [key, name] of [
      [2, 'Đơn vị'],
      [3, 'Doanh nghiệp'],
      [4, 'Công đoàn cơ sở'],
      [6, 'Kết quả'],
      [7, 'Đợt thi đua'],
      [8, 'Tổ chức'],
      [9, 'Văn bản'],
      [5, 'Chỉ tiêu'],
    ] as const) {
      await press(`Control+${key}`)
      await expect(program.title()).toContainText(name)
    }
    // F6 from part to part until the table has the focus.
    const targets = new TargetsPage(program)
    await expect(targets.grid.cell(unitRow('TINH'), 'DV_MOI')).toBeVisible()
    const inGrid = targets.grid.root.locator('.grid-field:focus')
    for (let tries = 0; tries < 8 && (await inGrid.count()) === 0; tries += 1) await press('F6')
    await expect(inGrid).toHaveCount(1)

    // Down to the first unit, right to its first figure, typed over.
    const cell = targets.grid.cell(unitRow('TP-HAISON'), 'DV_MOI')
    await press('Control+Home')
    await press('ArrowDown')
    await press('ArrowDown')
    await press('ArrowRight')
    await press('ArrowRight')
    await expect(cell).toHaveClass(/grid-current/)
    await page.keyboard.type('905')
    await press('Enter')
    await expect(cell).toHaveText('905')
    await press('Control+s')
    await expect(program.notices()).toContainText('Mọi thay đổi đã được lưu lúc')
    await press('ArrowUp')
    await press('F2')
    await press('Escape')
    await expect(cell).toHaveText('905')
    await press('Control+z')
    await expect(cell).not.toHaveText('905')
    await press('Control+y')
    await expect(cell).toHaveText('905')

    // The menu of the row, the allocation from it, and back out of it.
    await press('Shift+F10')
    await expect(page.getByRole('menu')).toBeVisible()
    const allocate = page.getByRole('menuitem', { name: 'Phân bổ', exact: true })
    const isAt = (): Promise<boolean> => allocate.evaluate((element) => element === document.activeElement)
    for (let tries = 0; tries < 30 && !(await isAt()); tries += 1) await press('ArrowDown')
    await expect(allocate).toBeFocused()
    await press('Enter')
    await expect(program.dialog()).toContainText('Phân bổ chỉ tiêu')
    await press('Escape')
    await expect(program.dialog()).toHaveCount(0)

    // A document: Tab to the first type, Enter, Enter.
    await press('Control+9')
    await expect(program.title()).toHaveText('Văn bản')
    const type = page.getByRole('region', { name: 'Soạn văn bản mới' }).getByRole('button').first()
    await expect(type).toBeVisible()
    for (
      let tries = 0;
      tries < 20 && !(await type.evaluate((element) => element === document.activeElement));
      tries += 1
    )
      await press('Tab')
    await expect(type).toBeFocused()
    await press('Enter')
    await expect(program.dialog()).toContainText('Soạn:')
    await expect(program.dialog().getByLabel('Tên tệp')).toHaveValue(/\.docx$/)
    await program.dialog().getByLabel('Tên tệp').focus()
    await press('Enter')
    await expect(program.notices()).toContainText('Đã tạo', { timeout: 30_000 })
  } finally {
    await program.close()
  }
})
