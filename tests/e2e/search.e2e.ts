import { expect, test } from 'playwright/test'
import { seriousFindings } from './pages/axe.ts'
import { Grid } from './pages/grid.ts'
import { Palette } from './pages/palette.ts'
import { Program } from './pages/program.ts'

test('Ctrl+K finds everything without accents and does everything @smoke', async () => {
  const program = await Program.startWithSample()
  const { page } = program
  const palette = new Palette(page)
  const chosenRow = page.locator('.grid-current')
  try {
    await expect(program.title()).toHaveText('Tổng quan')
    await test.step('a unit, by words in any order; its row is shown and has the keyboard', async () => {
      await palette.find('loc son huyen', 'Liên đoàn Lao động huyện Sơn Lộc')
      expect(await seriousFindings(page)).toEqual([])
      await page.keyboard.press('Enter')
      await expect(palette.dialog()).toHaveCount(0)
      await expect(program.title()).toHaveText('Đơn vị')
      await expect(chosenRow).toContainText('Liên đoàn Lao động huyện Sơn Lộc')
    })
    await test.step('an enterprise by a part of its tax code: the registry shows its row', async () => {
      await palette.find('6970717059', 'Công ty Cổ phần May mặc Hải Linh')
      await page.keyboard.press('Enter')
      await expect(program.title()).toContainText('Doanh nghiệp')
      await expect(chosenRow).toContainText('Công ty Cổ phần May mặc Hải Linh')
    })
    await test.step('a person by given name and family name', async () => {
      await palette.open()
      await page.keyboard.type('nguyen')
      await expect(palette.dialog().getByText('Người', { exact: true })).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(palette.dialog()).toHaveCount(0)
    })
    await test.step('the arrows go round, groups have names, nothing found is said', async () => {
      await palette.open()
      await page.keyboard.type('hai son')
      await expect(palette.options().first()).toContainText('Liên đoàn Lao động tỉnh Hải Sơn')
      await expect(palette.options().first()).toHaveAttribute('aria-selected', 'true')
      await page.keyboard.press('ArrowDown')
      await expect(palette.options().nth(1)).toHaveAttribute('aria-selected', 'true')
      const active = await palette.input().getAttribute('aria-activedescendant')
      await expect(palette.options().nth(1)).toHaveAttribute('id', active ?? '')
      await page.keyboard.press('ArrowUp')
      await page.keyboard.press('ArrowUp')
      await expect(palette.options().last()).toHaveAttribute('aria-selected', 'true')
      await palette.input().fill('khong co gi nhu the nay')
      await expect(palette.dialog().getByText('Không tìm thấy')).toBeVisible()
      await page.keyboard.press('Escape')
    })
    await test.step('letters as a Vietnamese keyboard program sends them', async () => {
      await palette.open()
      for (const letters of ['d', '\b', 'đ', 'o', 'a', 'n', '\b\b', 'à', 'n'])
        for (const letter of letters)
          if (letter === '\b') await page.keyboard.press('Backspace')
          else await page.keyboard.insertText(letter)
      await expect(palette.input()).toHaveValue('đoàn')
      await expect(palette.options().first()).toContainText('oàn')
      await page.keyboard.press('Escape')
    })
    await test.step('Enter struck at once is for what was typed, not for the list that still shows', async () => {
      await palette.open()
      await page.keyboard.type('tân khê')
      await page.keyboard.press('Enter')
      await expect(program.title()).toHaveText('Đơn vị')
      await expect(chosenRow).toContainText('Tân Khê')
    })
    await test.step('a day, a plan, a screen, an action of a screen that is not open', async () => {
      await palette.find('đến ngày 30/6/2024', 'Xem số liệu đến ngày 30/06/2024')
      await page.keyboard.press('Enter')
      await expect(program.topBar()).toContainText('Đến ngày 30/6/2024')
      await palette.open()
      await page.keyboard.type('den trang ket qua')
      await expect(palette.options().first()).toContainText('Đến trang Kết quả')
      await page.keyboard.press('Enter')
      await expect(program.title()).toContainText('Kết quả')
      await palette.open()
      await page.keyboard.type('phan bo')
      await palette.option(/^Phân bổ/).click()
      await expect(program.dialog()).toContainText('Phân bổ chỉ tiêu')
      await page.keyboard.press('Escape')
      await expect(program.dialog()).toHaveCount(0)
    })
    await test.step('what was chosen before comes first', async () => {
      await palette.open()
      await expect(palette.dialog().getByText('Vừa dùng')).toBeVisible()
      await expect(palette.options().first()).toContainText('Phân bổ')
      await page.keyboard.press('Escape')
    })
    await test.step('a list of the settings: the row of an indicator', async () => {
      await palette.open()
      await page.keyboard.type('CDCS_MOI')
      await palette
        .option(/CDCS_MOI/)
        .first()
        .click()
      await expect(program.title()).toHaveText('Cài đặt')
      await expect(new Grid(page, 'indicators').root).toBeVisible()
      await expect(chosenRow).toHaveCount(1)
    })
  } finally {
    await program.close()
  }
})
