import { expect, test } from 'playwright/test'
import { Grid } from './pages/grid.ts'
import { Program } from './pages/program.ts'
import { TargetsPage, unitRow } from './pages/targets-page.ts'

test('an indicator and an assigner added in the settings are there in the table of targets', async () => {
  const program = await Program.startWithSample()
  const { page } = program
  try {
    await program.goTo('Cài đặt')
    await page.getByRole('tab', { name: 'Chỉ tiêu', exact: true }).click()
    await program.button('Thêm chỉ tiêu').click()
    await program.dialog().getByLabel('Tên đầy đủ').fill('Tổ chức đối thoại tại nơi làm việc')
    await program.dialog().getByLabel('Tên ngắn').fill('Đối thoại')
    await program.dialog().getByLabel('Mã').fill('DOITHOAI')
    await program.dialog().getByLabel('Đơn vị tính').fill('cuộc')
    await program.dialog().getByRole('button', { name: 'Lưu' }).click()
    await expect(program.dialog()).toHaveCount(0)
    const indicators = new Grid(page, 'indicators')
    await expect(indicators.row('DOITHOAI')).toBeVisible()
    await test.step('one that is computed: what is added and taken off, a part of a part, its formula in the table', async () => {
      await page.getByRole('button', { name: 'Thêm chỉ tiêu', exact: true }).click()
      const dialog = program.dialog()
      await dialog.getByLabel('Tên đầy đủ').fill('Đoàn viên khu vực ngoài nhà nước tăng thực')
      await dialog.getByLabel('Tên ngắn').fill('Tăng ngoài NN')
      await dialog.getByLabel('Mã').fill('DV_TANG_NNN')
      await dialog.getByLabel('Đơn vị tính').fill('người')
      await dialog.getByLabel('Cách cộng dồn').selectOption('net')
      await dialog.getByRole('button', { name: 'Lưu' }).click()
      await expect(dialog.getByText('Hãy chọn ít nhất một chỉ tiêu trong cách tính.')).toBeVisible()
      const terms = dialog.getByRole('combobox', { name: 'Chỉ tiêu', exact: true })
      await terms.nth(0).selectOption('DV_MOI_NNN')
      await terms.nth(1).selectOption('DV_GIAM')
      await dialog.getByRole('checkbox', { name: 'Chưa báo cáo thì tính là 0' }).nth(1).check()
      await expect(dialog.getByText('Tăng ngoài NN = ĐV mới ngoài NN − ĐV giảm')).toBeVisible()
      await dialog.getByLabel('Là một phần của').selectOption('DV_TANG_THUC')
      await dialog.getByLabel('Chỉ đếm khu vực').selectOption('non_state')
      await dialog.getByRole('button', { name: 'Lưu' }).click()
      await expect(dialog).toHaveCount(0)
      const row = indicators.row('DV_TANG_NNN')
      await expect(row).toContainText('ĐV mới ngoài NN − ĐV giảm')
      await expect(row).toContainText('ĐV tăng thực: ngoài nhà nước')
    })
    await page.getByRole('tab', { name: 'Nơi giao chỉ tiêu' }).click()
    const assigners = new Grid(page, 'assigners')
    await assigners.root.getByText('Nhập vào đây để thêm dòng').first().click()
    for (const text of ['Ủy ban nhân dân tỉnh', 'UBND tỉnh', 'UBND']) {
      await page.keyboard.type(text)
      await page.keyboard.press('Tab')
    }
    await assigners.row('Tổng Liên đoàn').locator('[col-id="name"]').click()
    await expect(program.statusBar()).toContainText('UBND tỉnh')

    await program.goTo('Chỉ tiêu')
    const targets = new TargetsPage(program)
    await page.getByLabel('Nơi giao').selectOption({ label: 'UBND tỉnh' })
    await page.getByRole('button', { name: 'Chọn cột', exact: true }).click()
    await page.getByRole('menuitemcheckbox', { name: 'Tổ chức đối thoại tại nơi làm việc' }).click()
    await page.keyboard.press('Escape')
    await targets.grid.type(unitRow('TP-HAISON'), 'DOITHOAI', '15')
    await expect(targets.total('DOITHOAI')).toHaveText('15')
  } finally {
    await program.close()
  }
})

test('a plan that is issued is only looked at', async () => {
  const program = await Program.startWithSample()
  try {
    await program.goTo('Chỉ tiêu')
    const targets = new TargetsPage(program)
    await program
      .topBar()
      .getByRole('button', { name: /^Kế hoạch/ })
      .click()
    await program.page.getByRole('menuitem', { name: 'Sửa kế hoạch này…' }).click()
    await program.dialog().getByLabel('Tình trạng').selectOption('issued')
    await program.dialog().getByRole('button', { name: 'Lưu kế hoạch' }).click()
    await expect(program.page.getByText('Đã ban hành: chỉ để xem')).toBeVisible()
    await expect(program.button('Phân bổ')).toBeDisabled()
    const cell = targets.grid.cell(unitRow('TP-HAISON'), 'DV_MOI')
    const before = await cell.innerText()
    await targets.grid.select(unitRow('TP-HAISON'), 'DV_MOI')
    await program.page.keyboard.type('1')
    await program.page.keyboard.press('Enter')
    await expect(cell).toHaveText(before)
  } finally {
    await program.close()
  }
})
