import { expect, test } from 'playwright/test'
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
    await expect(page.getByRole('cell', { name: 'DOITHOAI' })).toBeVisible()
    await page.getByRole('tab', { name: 'Nơi giao chỉ tiêu' }).click()
    await program.button('Thêm nơi giao').click()
    await program.dialog().getByLabel('Tên đầy đủ').fill('Ủy ban nhân dân tỉnh')
    await program.dialog().getByLabel('Tên ngắn').fill('UBND tỉnh')
    await program.dialog().getByLabel('Mã').fill('UBND')
    await program.dialog().getByRole('button', { name: 'Lưu' }).click()
    await expect(program.dialog()).toHaveCount(0)

    await program.goTo('Chỉ tiêu')
    const targets = new TargetsPage(program)
    await page.getByLabel('Nơi giao').selectOption({ label: 'UBND tỉnh' })
    await page.getByRole('button', { name: 'Chọn cột' }).click()
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
    await expect(program.page.getByText('Kế hoạch đã ban hành')).toBeVisible()
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

test('letterhead, signer and recipients are dated rows that are added, changed and removed', async () => {
  const program = await Program.startWithSample()
  const { page } = program
  try {
    await program.goTo('Cài đặt')
    await page.getByRole('tab', { name: 'Người ký' }).click()
    await program.button('Thêm người ký').click()
    await program.dialog().getByLabel('Họ và tên').fill('Phạm Thị Hạnh')
    await program.dialog().getByLabel('Chức vụ').fill('PHÓ CHỦ TỊCH')
    await program.dialog().getByLabel('Áp dụng từ').fill('1/1/2025')
    await program.dialog().getByRole('button', { name: 'Lưu' }).click()
    const row = page.getByRole('row', { name: /Phạm Thị Hạnh/ })
    await expect(row).toContainText('01/01/2025 – nay')
    await program.button('Sửa: Phạm Thị Hạnh').click()
    // A day that is none holds the form back with the reason.
    await program.dialog().getByLabel('Đến hết').fill('31/6/2026')
    await program.dialog().getByRole('button', { name: 'Lưu' }).click()
    await expect(program.dialog()).toContainText('“31/6/2026” không phải là ngày')
    await program.dialog().getByLabel('Đến hết').fill('30/6/2026')
    await program.dialog().getByRole('button', { name: 'Lưu' }).click()
    await expect(row).toContainText('01/01/2025 – 30/06/2026')
    await program.button('Xóa: Phạm Thị Hạnh').click()
    await program.dialog().getByRole('button', { name: 'Xóa' }).click()
    await expect(row).toHaveCount(0)
  } finally {
    await program.close()
  }
})
