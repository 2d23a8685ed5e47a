import { expect, test } from 'playwright/test'
import { seriousFindings } from './pages/axe.ts'
import { Program } from './pages/program.ts'
import { UnionsPage } from './pages/unions-page.ts'

test('grassroots unions: founded by decisions, edited in place, counted, ended', async () => {
  const program = await Program.startWithSample()
  const { page } = program
  const unions = new UnionsPage(program)
  const { grid } = unions
  const name = 'Nghiệp đoàn Thợ điện Hải Sơn'
  // Away from everything that shows a hint under the mouse: a fading hint has no contrast.
  const lookAloud = async (): Promise<void> => {
    await page.mouse.move(2, 700)
    await expect(page.getByRole('tooltip')).toHaveCount(0)
    expect(await seriousFindings(page)).toEqual([])
  }
  try {
    await test.step('the list opens by keyboard, says how many there are, and can be read aloud', async () => {
      await expect(program.title()).toHaveText('Tổng quan')
      await page.keyboard.press('Control+4')
      await expect(program.title()).toHaveText('Công đoàn cơ sở')
      await expect(unions.summary()).toContainText('1.306 công đoàn cơ sở đang hoạt động')
      await expect(unions.summary()).toContainText('Từ đầu năm 2024: thành lập 46, kết thúc 20')
      await lookAloud()
    })

    await test.step('a decision for an enterprise found by a few letters, with the keyboard alone', async () => {
      await program.button('Thêm quyết định').focus()
      await page.keyboard.press('Enter')
      await expect(unions.field('Doanh nghiệp')).toBeFocused()
      await lookAloud()
      await page.keyboard.type('bao bi lam vuong')
      await expect(program.dialog().locator('.picker-option')).toHaveCount(1)
      await page.keyboard.press('Enter')
      await expect(unions.field('Tên công đoàn cơ sở')).toHaveValue(/^Công đoàn cơ sở .*Lâm Vượng$/)
      await expect(unions.field('Đơn vị quản lý')).not.toHaveValue('')
      await unions.field('Số quyết định').fill('98/QĐ-LĐLĐ')
      await unions.field('Số đoàn viên').fill('4')
      await unions.field('Số đoàn viên').press('Enter')
      await expect(program.notices()).toContainText('Đã ghi quyết định công nhận Công đoàn cơ sở')
      // Fewer than the Điều lệ asks for is worth a look, not refused.
      await expect(program.notices()).toContainText('ít hơn 5 theo Điều lệ')
      await expect(unions.summary()).toContainText('thành lập 47')
      await expect(program.statusBar()).toContainText('1 cảnh báo')
    })

    await test.step('the warning leads to its row', async () => {
      await page.getByLabel('Chỉ nơi cần xem lại').check()
      await expect(grid.rows()).toHaveCount(1)
      await expect(grid.row('Lâm Vượng').first()).toBeVisible()
      await page.getByLabel('Chỉ nơi cần xem lại').uncheck()
    })

    await test.step('a nghiệp đoàn typed into the empty line; found without accents; cells typed over', async () => {
      await page.getByRole('combobox', { name: /^Đơn vị/ }).selectOption('TP-HAISON')
      await expect(unions.summary()).not.toContainText('1.307')
      await page.keyboard.press('F6')
      await grid.root.locator('.ag-row').first().locator('[col-id="name"]').click()
      await page.keyboard.press('Control+End')
      await grid.root.getByText('Nhập vào đây để thêm dòng').first().click()
      await page.keyboard.type(name)
      await page.keyboard.press('Enter')
      // Leaving the line makes the row.
      await page.keyboard.press('ArrowUp')
      await expect(program.statusBar()).toContainText('Hoàn tác: Thêm 1 dòng vào CĐCS')
      await unions.search().fill('tho dien hai son')
      await expect(grid.row(name)).toHaveCount(1)
      const id = await grid.idOf(name)
      // It belongs to the unit that was looked at.
      await expect(grid.cell(id, 'unit')).toContainText('thành phố Hải Sơn')
      await grid.type(id, 'decisionOn', '5-9-24')
      await expect(grid.cell(id, 'decisionOn')).toHaveText('05/09/2024')
      await grid.type(id, 'decisionOn', '31/2/2024')
      await expect(grid.cell(id, 'decisionOn')).toHaveClass(/grid-problem/)
      await page.keyboard.press('Control+z')
      await grid.select(id, 'decisionOn')
      await page.keyboard.press('Escape')
    })

    await test.step('members from day to day in the panel', async () => {
      await program.button('Bỏ lọc').click()
      await unions.search().fill('lam vuong')
      const id = await grid.idOf('Lâm Vượng')
      await grid.select(id, 'members')
      await program.button('Chi tiết').click()
      await expect(unions.panel()).toContainText('số 98/QĐ-LĐLĐ')
      await lookAloud()
      await unions.panel().getByRole('button', { name: 'Ghi số đoàn viên' }).click()
      await unions.field('Số đoàn viên').fill('21')
      await unions.field('Nguồn').fill('Danh sách đoàn viên')
      await unions.submit('Lưu')
      await expect(grid.cell(id, 'members')).toHaveText('21')
      await expect(unions.panel()).toContainText('Danh sách đoàn viên')
    })

    await test.step('two of them end by one decision, their members go to a third; one step takes it back', async () => {
      await unions.search().fill('mam non')
      const rows = grid.rows()
      await rows.nth(0).locator('[col-id="name"]').click()
      await rows
        .nth(1)
        .locator('[col-id="name"]')
        .click({ modifiers: ['Shift'] })
      const ended = await rows.nth(0).locator('[col-id="name"]').innerText()
      await program.button('Kết thúc hoạt động').click()
      await expect(program.dialog()).toContainText('Kết thúc hoạt động 2 công đoàn cơ sở')
      await lookAloud()
      await unions.field('Lý do').selectOption({ label: 'Sáp nhập vào công đoàn cơ sở khác' })
      await unions.field('Số quyết định').fill('120/QĐ-LĐLĐ')
      const successor = unions.field('Đoàn viên chuyển về')
      await successor.selectOption({ index: 1 })
      await unions.submit('Ghi kết thúc')
      await expect(program.notices()).toContainText('Đã ghi kết thúc 2 công đoàn cơ sở, chuyển')
      await page.getByRole('combobox', { name: /^Trạng thái/ }).selectOption('ended')
      await expect(grid.row(ended).first()).toBeVisible()
      await page.keyboard.press('Escape')
      await program
        .statusBar()
        .getByRole('button', { name: /^Hoàn tác: Kết thúc hoạt động 2/ })
        .click()
      await page.getByRole('combobox', { name: /^Trạng thái/ }).selectOption('')
      await expect(grid.cell(await grid.idOf(ended), 'state')).toHaveText('Đang hoạt động')
    })

    await test.step('the registry knows of the union, and leads back to it', async () => {
      await program.goTo('Doanh nghiệp')
      await page.getByRole('searchbox', { name: 'Tìm tên, mã số thuế, địa chỉ' }).fill('bao bi lam vuong')
      const row = page.locator('[data-grid="enterprises"] .ag-row', { hasText: 'Lâm Vượng' }).first()
      await expect(row.locator('[col-id="hasUnion"]')).toHaveText('Có')
      await expect(row.locator('[col-id="stage"]')).toHaveText('QĐ công nhận')
      await row.locator('[col-id="name"]').click()
      await program.button('Việc khác').click()
      await page.getByRole('menuitem', { name: 'Chi tiết' }).click()
      const panel = page.getByRole('complementary', { name: 'Doanh nghiệp' })
      await panel.getByRole('button', { name: /^Công đoàn cơ sở/ }).click()
      await expect(program.title()).toHaveText('Công đoàn cơ sở')
      await expect(grid.row('Lâm Vượng').first()).toBeVisible()
    })
  } finally {
    await program.close()
  }
})
