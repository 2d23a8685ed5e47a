import { expect, test } from 'playwright/test'
import { seriousFindings } from './pages/axe.ts'
import { EnterprisesPage } from './pages/enterprises-page.ts'
import { numberOf } from './pages/grid.ts'
import { Program } from './pages/program.ts'
import { TableTools } from './pages/table-tools.ts'

test('the registry: funnel, filters, follow-up, doubles', async () => {
  const program = await Program.startWithSample()
  const { page } = program
  const registry = new EnterprisesPage(program)
  const { grid } = registry
  const funnel = page.getByRole('group', { name: 'Các giai đoạn vận động' })
  const stage = (name: string) => funnel.getByRole('button', { name })
  const countOf = async (name: string): Promise<number> =>
    numberOf(await stage(name).locator('.stage-figure').innerText())
  const panel = page.getByRole('complementary', { name: 'Doanh nghiệp' })
  const doMore = async (item: string): Promise<void> => {
    await program.button('Việc khác').click()
    await page.getByRole('menuitem', { name: item }).click()
  }
  const search = page.getByRole('searchbox', { name: 'Tìm tên, mã số thuế, địa chỉ' })
  const total = async (): Promise<number> => numberOf((await registry.summary().innerText()).split('·')[0] ?? '')
  // Away from everything that shows a hint under the mouse: a fading hint has no contrast.
  const lookAloud = async (): Promise<void> => {
    await page.mouse.move(2, 700)
    await expect(page.getByRole('tooltip')).toHaveCount(0)
    expect(await seriousFindings(page)).toEqual([])
  }
  try {
    await program.goTo('Doanh nghiệp')
    await expect(registry.summary()).toContainText('603 doanh nghiệp')

    await test.step('can be read aloud, with every field of the survey to choose from', async () => {
      await expect(grid.rows().first()).toBeVisible()
      await lookAloud()
      const tools = new TableTools(program, 'enterprises')
      const columns = await tools.openColumns()
      await expect.poll(() => columns.getByRole('checkbox').count()).toBeGreaterThan(45)
      await columns.getByRole('checkbox', { name: 'Loại hình' }).check()
      await page.keyboard.press('Escape')
      await expect(tools.header('legalForm')).toBeVisible()
    })

    await test.step('a stage of the funnel shows its enterprises, another click all', async () => {
      const hard = await countOf('Khó khăn')
      expect(hard).toBeGreaterThan(10)
      await stage('Khó khăn').first().click()
      await expect(stage('Khó khăn').first()).toHaveAttribute('aria-pressed', 'true')
      await expect.poll(total).toBe(hard)
      await expect(grid.rows().first().locator('[col-id="stage"]')).toHaveText('Khó khăn')
      await stage('Khó khăn').first().click()
      await expect.poll(total).toBe(603)
    })

    await test.step('≥ N workers without a union, any N; officer; difficulty', async () => {
      await program.button('Danh sách ≥ N lao động').click()
      await page.getByRole('menuitem', { name: '≥ 25 lao động, chưa có CĐCS' }).click()
      await expect.poll(total).toBeLessThan(250)
      const from25 = await total()
      await page.getByRole('textbox', { name: /Từ/ }).fill('100')
      await expect.poll(total).toBeLessThan(from25)
      await expect(grid.rows().first().locator('[col-id="hasUnion"]')).toHaveText('Chưa')
      await page.getByRole('combobox', { name: /^Khó khăn/ }).selectOption({ label: 'Có ghi khó khăn' })
      await expect(grid.rows().first().locator('[col-id="difficulty"]')).not.toHaveText('')
      await page.getByRole('combobox', { name: /^Cán bộ/ }).selectOption({ label: 'Chưa phân công' })
      await program.button('Bỏ lọc').click()
      await expect.poll(total).toBe(603)
    })

    await test.step('figures of the day looked at are typed over; a wrong MST is marked, not refused', async () => {
      await search.fill('bao bi lam vuong')
      await expect.poll(total).toBe(1)
      const id = await grid.idOf('Lâm Vượng')
      const before = await grid.cell(id, 'workers').innerText()
      await grid.type(id, 'workers', '=12+30')
      await expect(grid.cell(id, 'workers')).toHaveText('42')
      await expect(registry.summary()).toContainText('42 lao động')
      await grid.type(id, 'workers', 'nhiều')
      await expect(grid.cell(id, 'workers')).toHaveClass(/grid-problem/)
      await grid.select(id, 'workers')
      await page.keyboard.press('Delete')
      await expect(grid.cell(id, 'workers')).toHaveText('')
      await page.keyboard.press('Control+z')
      await expect(grid.cell(id, 'workers')).toHaveText('42')
      await page.keyboard.press('Control+z')
      await expect(grid.cell(id, 'workers')).toHaveText(before)
      const taxCode = await grid.cell(id, 'taxCode').innerText()
      await grid.type(id, 'taxCode', '0100109107')
      await expect(grid.cell(id, 'taxCode')).toHaveClass(/grid-tone-warning/)
      await grid.type(id, 'taxCode', '010010910')
      await expect(grid.cell(id, 'taxCode')).toHaveClass(/grid-problem/)
      await grid.type(id, 'taxCode', taxCode)
      await expect(grid.cell(id, 'taxCode')).toHaveText(taxCode)
      await expect(grid.cell(id, 'taxCode')).not.toHaveClass(/grid-tone-warning/)
    })

    await test.step('stage and officer for several rows, each one step', async () => {
      await search.fill('')
      await stage('Khảo sát').first().click()
      const surveyed = await countOf('Khảo sát')
      await expect.poll(total).toBe(surveyed)
      await grid.rows().nth(0).locator('[col-id="name"]').click()
      await grid
        .rows()
        .nth(2)
        .locator('[col-id="name"]')
        .click({ modifiers: ['Shift'] })
      const first = await grid.rows().nth(0).locator('[col-id="name"]').innerText()
      await doMore('Chuyển giai đoạn')
      await lookAloud()
      await program.dialog().getByLabel('Giai đoạn').selectOption({ label: 'Đã có ban vận động' })
      await program.dialog().getByLabel('Ghi chú').fill('Họp ngày 28/9')
      await expect(program.dialog()).toContainText('3 doanh nghiệp đang chọn')
      await program.dialog().getByRole('button', { name: 'Chuyển', exact: true }).click()
      await expect(program.notices()).toContainText('Đã chuyển 3 doanh nghiệp sang “Ban vận động”')
      await expect.poll(() => countOf('Khảo sát')).toBe(surveyed - 3)

      await stage('Khảo sát').first().click()
      await search.fill(first)
      await expect.poll(total).toBe(1)
      await grid.row(first).first().locator('[col-id="name"]').click()
      await program.button('Phân công').click()
      await program.dialog().getByLabel('Hoặc thêm cán bộ mới (họ và tên)').fill('Đinh Thị Thùy Linh')
      await program.dialog().getByRole('button', { name: 'Phân công', exact: true }).click()
      await expect(program.notices()).toContainText('Đã phân công 1 doanh nghiệp')
      await expect(grid.row(first).first().locator('[col-id="officer"]')).toHaveText('Đinh Thị Thùy Linh')

      await doMore('Chi tiết')
      await panel.getByRole('tab', { name: /^Quá trình/ }).click()
      await expect(panel).toContainText('Đã có ban vận động')
      await expect(panel).toContainText('Họp ngày 28/9')
      await panel.getByRole('tab', { name: /^Tiếp xúc/ }).click()
      await panel.getByRole('button', { name: 'Ghi lần tiếp xúc' }).click()
      await program.dialog().getByLabel('Kết quả').fill('Giám đốc đồng ý')
      await program.dialog().getByLabel('Hẹn lần sau').fill('15/10/2024')
      await program.dialog().getByRole('button', { name: 'Lưu' }).click()
      await expect(panel).toContainText('Giám đốc đồng ý')
      await expect(panel).toContainText('Hẹn ngày 15/10/2024')
      await panel.getByRole('tab', { name: /^Khảo sát/ }).click()
      await expect(panel).toContainText('đã chốt làm mẫu số')
      await lookAloud()
      await panel.getByRole('button', { name: /^Đóng/ }).click()
      await search.fill('')
      await expect.poll(total).toBe(603)
      await expect(grid.rows().nth(10)).toBeVisible()
    })

    await test.step('a whole column is emptied though most of it is not loaded, as one step', async () => {
      await grid.root.locator('.ag-header-cell[col-id="taxCode"]').click({ position: { x: 30, y: 12 } })
      await expect(program.statusBar()).toContainText('Chọn 603 ô')
      await page.keyboard.press('Delete')
      await expect(program.statusBar()).toContainText('Hoàn tác: Xóa 603 ô trong Doanh nghiệp')
      // Most MSTs begin so; what is left is house numbers.
      await search.fill('69')
      await expect.poll(total).toBeLessThan(20)
      await program.statusBar().getByRole('button', { name: 'Hoàn tác: Xóa 603 ô trong Doanh nghiệp' }).click()
      await expect.poll(total).toBeGreaterThan(400)
      await search.fill('')
      await expect.poll(total).toBe(603)
    })

    await test.step('a new enterprise typed into the empty line', async () => {
      await page.getByRole('combobox', { name: /^Đơn vị/ }).selectOption('H-TANKHE')
      await expect.poll(total).toBe(34)
      await grid.rows().first().locator('[col-id="name"]').click()
      await page.keyboard.press('Control+End')
      await grid.root.getByText('Nhập vào đây để thêm dòng').first().click()
      await page.keyboard.type('Công ty TNHH Sông Khê')
      await page.keyboard.press('Enter')
      await page.keyboard.press('ArrowUp')
      await expect.poll(total).toBe(35)
      await search.fill('song khe')
      // It belongs to the unit that is looked at.
      await expect.poll(total).toBe(1)
      await expect(grid.row('Sông Khê')).toHaveCount(1)
      await program.button('Bỏ lọc').click()
    })

    await test.step('doubles, pair by pair, by keyboard', async () => {
      await doMore('Rà soát trùng')
      await expect(program.dialog()).toContainText(/Cặp 1 \/ \d+/)
      await lookAloud()
      const pairs = async (): Promise<number> =>
        Number(/Cặp \d+ \/ (\d+)/.exec(await program.dialog().innerText())?.[1] ?? '0')
      const all = await pairs()
      await page.keyboard.press('3')
      await expect(program.dialog()).toContainText('Cặp 2 /')
      await page.keyboard.press('2')
      await expect.poll(pairs).toBe(all - 1)
      const taken = program.dialog().locator('tr', { hasText: 'Địa chỉ' }).getByRole('radio').nth(1)
      await taken.check()
      await page.keyboard.press('1')
      await expect(program.dialog().getByRole('status')).toContainText('Đã ghép thành một')
      await expect.poll(pairs).toBeLessThan(all - 1)
      await page.keyboard.press('Escape')
      await expect(program.dialog()).toHaveCount(0)
      await expect.poll(total).toBe(603)
      await page.keyboard.press('Control+z')
      await expect.poll(total).toBe(604)
    })

    await test.step('sizes and thresholds are parameters', async () => {
      await doMore('Quy mô và mức lao động')
      await program.dialog().getByLabel('Các mức N của danh sách vận động').fill('15; 40')
      await program.dialog().getByRole('button', { name: 'Lưu' }).click()
      await expect(program.dialog()).toHaveCount(0)
      await program.button('Danh sách ≥ N lao động').click()
      await expect(page.getByRole('menuitem', { name: '≥ 15 lao động, chưa có CĐCS' })).toBeVisible()
      await page.keyboard.press('Escape')
    })
  } finally {
    await program.close()
  }
})
