import { expect, test } from 'playwright/test'
import { Grid } from './pages/grid.ts'
import { Program } from './pages/program.ts'

test('a campaign: its phases, its ranking with who is left out, a new one from a preset, its report', async () => {
  const program = await Program.startWithSample()
  try {
    const { page } = program
    await program.chooseAsOf('31/8/2024')
    await program.goTo('Đợt thi đua')

    await test.step('phases show targets of their own days and of the year, and the days left', async () => {
      await expect(page.getByRole('region', { name: 'Thời gian của đợt' })).toContainText('còn 60 ngày')
      const first = page.getByRole('region', { name: 'Giai đoạn 1', exact: true })
      await expect(first).toContainText('Đã kết thúc')
      await expect(first.getByRole('row', { name: /ĐV mới/ })).toContainText('trong giai đoạn')
      await expect(first.getByRole('row', { name: /ĐV mới/ })).toContainText('88,2%')
      const second = page.getByRole('region', { name: 'Giai đoạn 2', exact: true })
      await expect(second.getByRole('row', { name: /CĐCS mới/ })).toContainText('cả năm')
    })

    await test.step('equals share a rank, and who has none is told why', async () => {
      const ranking = page.getByRole('region', { name: 'Xếp thứ', exact: true })
      await expect(ranking.getByText('Công đoàn Viên chức tỉnh Hải Sơn')).toBeVisible()
      await ranking.getByLabel('Xếp thứ theo').selectOption({ label: 'CĐCS mới (BCH LĐLĐ tỉnh), Giai đoạn 1' })
      await expect(ranking.getByText('1 (đồng hạng)').first()).toBeVisible()
      await expect(ranking.getByRole('list', { name: 'Không xếp thứ' })).toContainText('chưa được giao chỉ tiêu')
    })

    await test.step('a unit is left out for a reason and comes back', async () => {
      const ranking = page.getByRole('region', { name: 'Xếp thứ', exact: true })
      await ranking.getByText('Công đoàn ngành Giáo dục').click({ button: 'right' })
      await page.getByRole('menuitem', { name: 'Không xếp thứ đơn vị này…' }).click()
      await program.dialog().getByLabel('Lý do').fill('mới sắp xếp lại trong tháng 7')
      await program.dialog().getByRole('button', { name: 'Ghi lại' }).click()
      await expect(ranking.getByRole('list', { name: 'Không xếp thứ' })).toContainText('mới sắp xếp lại trong tháng 7')
      await ranking.getByRole('button', { name: 'Xếp thứ lại đơn vị này' }).click()
      await expect(ranking.getByText('mới sắp xếp lại trong tháng 7')).toHaveCount(0)
    })

    await test.step('the report says what the Word document will say', async () => {
      await program.button('Sơ kết').click()
      await expect(program.dialog()).toContainText('ĐV mới 1.094/1.240, đạt 88,2%')
      await page.keyboard.press('Escape')
      await expect(program.dialog()).toHaveCount(0)
    })

    await test.step('a preset changed in the settings is what the next campaign is opened from', async () => {
      await program.goTo('Cài đặt')
      await page.getByRole('tab', { name: 'Mẫu đợt thi đua' }).click()
      await page.getByRole('button', { name: 'Sửa: Tháng Công nhân', exact: true }).click()
      await program.dialog().getByLabel('Đến hết ngày').fill('15/6')
      await program.dialog().getByRole('button', { name: 'Lưu' }).click()
      await expect(program.dialog()).toHaveCount(0)
      await expect(page.getByRole('row', { name: /Tháng Công nhân/ })).toContainText('01/5 đến 15/6')
      await expect(page.getByRole('row', { name: /Tháng Công nhân/ })).toContainText('đã sửa')

      await page.getByRole('tab', { name: 'Mức tiến độ' }).click()
      const bands = new Grid(page, 'bands')
      await expect(bands.rows()).toHaveCount(5)
      await bands.type('2', 'bound', '95')
      await expect(page.getByRole('button', { name: 'Dùng lại các mức thường dùng' })).toBeVisible()
      await bands.openMenu('4', 'name', 'Chuyển lên trên')
      await expect(page.getByText(/Không đơn vị nào được xếp “Cần đôn đốc”/)).toBeVisible()
      await page.getByRole('button', { name: 'Dùng lại các mức thường dùng' }).click()
      await program.dialog().getByRole('button', { name: 'Dùng lại các mức thường dùng' }).click()
      await expect(page.getByText('Cơ quan đang dùng các mức thường dùng.', { exact: false })).toBeVisible()
      await program.goTo('Đợt thi đua')
    })

    await test.step('Workers’ Month is opened with its target as one step', async () => {
      await program.button('Mở đợt').click()
      const dialog = program.dialog()
      await dialog.getByLabel('Theo mẫu').selectOption({ label: 'Tháng Công nhân' })
      await expect(dialog.getByLabel('Tên đợt')).toHaveValue('Tháng Công nhân năm 2024')
      await expect(dialog.getByLabel('Đến ngày').first()).toHaveValue('15/06/2024')
      await dialog.getByLabel('ĐV mới (người)').fill('500')
      await dialog.getByLabel('CĐCS mới (CĐCS)').fill('10')
      await dialog.getByRole('button', { name: 'Mở đợt' }).click()
      await expect(program.dialog()).toHaveCount(0)
      await expect(page.getByRole('region', { name: 'Cả đợt' })).toContainText('500')
      await expect(page.getByRole('region', { name: 'Thời gian của đợt' })).toContainText('đã kết thúc')
    })
  } finally {
    await program.close()
  }
})

test('results stand beside the year before, and in the units of today', async () => {
  const program = await Program.startWithSample()
  try {
    const { page } = program
    await program.chooseAsOf('30/6/2024')
    await program.goTo('Kết quả')
    const city = page.getByRole('row', { name: /Liên đoàn Lao động thành phố Hải Sơn/ })
    await page.getByRole('combobox', { name: 'So với' }).selectOption({ label: 'cùng kỳ năm trước' })
    await expect(page.locator('[col-id="DV_MOI:before"]').filter({ hasText: '3.038' }).first()).toBeVisible()
    await expect(city.first()).toBeVisible()

    await test.step('as lines by group, each opening its units’ reports; by who asks; of one part alone', async () => {
      const by = page.getByRole('combobox', { name: 'Xem theo' })
      await by.selectOption({ label: 'nhóm đơn vị' })
      const groups = new Grid(page, 'progress-group')
      await groups.row('Công đoàn ngành').locator('[col-id="result"]').first().click()
      await program.button('Xem nguồn').click()
      await expect(program.dialog()).toContainText('Nguồn số liệu: ĐV mới, Công đoàn ngành')
      await expect(new Grid(page, 'sources').row('Công đoàn ngành Y tế')).toContainText('Báo cáo tháng 6/2024')
      await program.dialog().getByRole('button', { name: 'Đóng', exact: true }).click()
      await by.selectOption({ label: 'nơi giao' })
      await expect(page.locator('[data-grid="progress-assigner"]')).toContainText('BTV Tỉnh ủy cam kết')
      await page.getByRole('combobox', { name: 'Trong đó' }).selectOption({ label: 'khu vực ngoài nhà nước' })
      await expect(page.locator('[data-grid="progress-assigner"]')).not.toContainText('BTV Tỉnh ủy cam kết')
      await expect(page.locator('[data-grid="progress-assigner"]')).toContainText('ĐV mới ngoài NN')
      await page.getByRole('combobox', { name: 'Trong đó' }).selectOption({ label: 'tất cả' })
      await by.selectOption({ label: 'bảng đơn vị' })
    })

    // The city's union ended in 2025: today its figures stand with who took them over, or in a closed row.
    await page.getByRole('combobox', { name: /^Đơn vị/ }).selectOption('now')
    await expect(page.getByText('Công đoàn phường Hải Sơn', { exact: true })).toBeVisible()
    await expect(page.locator('[col-id="DV_MOI:result"]').filter({ hasText: '3.342' }).first()).toBeVisible()
  } finally {
    await program.close()
  }
})
