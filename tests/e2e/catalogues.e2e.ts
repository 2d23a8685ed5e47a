import { expect, test } from 'playwright/test'
import { seriousFindings } from './pages/axe.ts'
import { Grid } from './pages/grid.ts'
import { Program } from './pages/program.ts'

const LISTS = [
  ['Loại đơn vị', 'unitTypes'],
  ['Chỉ tiêu', 'indicators'],
  ['Nơi giao chỉ tiêu', 'assigners'],
  ['Loại hình doanh nghiệp', 'legalForms'],
  ['Giai đoạn vận động', 'stages'],
  ['Lý do', 'reasons'],
  ['Cán bộ', 'people'],
  ['Chức danh Ban Chỉ đạo', 'committeeRoles'],
  ['Hình thức khen thưởng', 'commendationForms'],
  ['Phần đầu văn bản', 'letterheads'],
  ['Người ký', 'signers'],
  ['Nơi nhận', 'recipients'],
  ['Căn cứ', 'legalBases'],
] as const

test('the lists of the office are dated tables, edited in place', async () => {
  const program = await Program.startWithSample()
  const { page } = program
  const open = async (title: string): Promise<void> => {
    await page.getByRole('tab', { name: title, exact: true }).click()
    await expect(page.getByRole('heading', { level: 2, name: title })).toBeVisible()
  }
  try {
    await program.goTo('Cài đặt')
    await test.step('each is there; they can be read by a screen reader', async () => {
      for (const [title, name] of LISTS) {
        await open(title)
        await expect(new Grid(page, name).root).toBeVisible()
      }
      // One table stands for the others, which differ only in what their cells hold.
      expect(await seriousFindings(page)).toEqual([])
    })
    await test.step('a row typed into the empty line at the end', async () => {
      await open('Người ký')
      const signers = new Grid(page, 'signers')
      const empty = signers.root.getByText('Nhập vào đây để thêm dòng').first()
      await empty.click()
      await page.keyboard.type('Phạm Thị Hạnh')
      await page.keyboard.press('Tab')
      await page.keyboard.type('TM. BAN THƯỜNG VỤ')
      await page.keyboard.press('Tab')
      await page.keyboard.type('PHÓ CHỦ TỊCH')
      // Leaving the row is what makes it one.
      await signers.row('Trần Quốc Lương').locator('[col-id="full_name"]').click()
      await expect(signers.row('Phạm Thị Hạnh')).toHaveCount(1)
      const id = await signers.idOf('Phạm Thị Hạnh')
      await signers.type(id, 'valid_from', '1/1/2025')
      await expect(signers.cell(id, 'valid_from')).toHaveText('01/01/2025')
      // A day before the beginning is refused where it is typed, with the reason.
      await signers.type(id, 'valid_to', '31/12/2024')
      await signers.select(id, 'valid_to')
      await expect(signers.foot()).toContainText('đứng trước ngày bắt đầu')
      await signers.type(id, 'valid_to', '30/6/2026')
      await expect(signers.cell(id, 'valid_to')).toHaveText('30/06/2026')
      await signers.select(id, 'full_name')
      await expect(program.statusBar()).toContainText('người ký Phạm Thị Hạnh')
    })
    await test.step('what is used stays, and it is said why', async () => {
      await open('Loại đơn vị')
      const types = new Grid(page, 'unitTypes')
      const id = await types.idOf('LDLD_HUYEN')
      await types.openMenu(id, 'name', /Xóa dòng|Xóa 1 dòng/)
      await expect(program.notices()).toContainText('đang được dùng nên không xóa được')
      await expect(types.cell(id, 'code')).toHaveText('LDLD_HUYEN')
    })
    await test.step('two letterheads on one day are named', async () => {
      await open('Phần đầu văn bản')
      const letterheads = new Grid(page, 'letterheads')
      const id = await letterheads.idOf('TỔNG LIÊN ĐOÀN')
      await letterheads.type(id, 'valid_to', '31/12/2025')
      await expect(page.getByText('cùng có hiệu lực từ 01/07/2025 đến 31/12/2025')).toBeVisible()
      await page.keyboard.press('Control+z')
      await expect(page.getByText('cùng có hiệu lực')).toHaveCount(0)
    })
    await test.step('size and colours are chosen and kept', async () => {
      await open('Hiển thị')
      await page.getByLabel('Màu sắc').selectOption('contrast')
      await expect(page.locator('.shell')).toHaveCSS('background-color', 'rgb(0, 0, 0)')
      expect(await seriousFindings(page)).toEqual([])
      await page.getByLabel('Màu sắc').selectOption('system')
      const width = await page.evaluate(() => window.innerWidth)
      await page.keyboard.press('Control+=')
      await expect.poll(() => page.evaluate(() => window.innerWidth)).toBeLessThan(width)
      await page.keyboard.press('Control+0')
      await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(width)
    })
  } finally {
    await program.close()
  }
})
