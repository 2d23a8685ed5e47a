import { expect, test } from 'playwright/test'
import { Grid } from './pages/grid.ts'
import { Program } from './pages/program.ts'

test('the overview: figures lead to their units, charts say themselves, checks lead to what is wrong', async () => {
  const program = await Program.startWithSample()
  try {
    const { page } = program
    await program.goTo('Tổng quan')
    await program.chooseAsOf('30/6/2024')
    await expect(page.getByText('Số liệu tính đến ngày 30/6/2024')).toBeVisible()

    await test.step('every body’s target with what is left and what each month has to bring', async () => {
      const members = page.getByRole('article', { name: 'Kết nạp mới đoàn viên công đoàn' })
      await expect(members).toContainText('3.342')
      await expect(members).toContainText('BCH LĐLĐ tỉnh giao 6.800')
      await expect(members).toContainText('còn 3.458 · cần 577/tháng')
      await expect(members).toContainText('cùng kỳ 3.038')
    })

    await test.step('a number opens the reports it is made of, and that of the year before its own', async () => {
      const members = page.getByRole('article', { name: 'Kết nạp mới đoàn viên công đoàn' })
      await members.getByRole('button', { name: '3.342' }).click()
      const dialog = program.dialog()
      await expect(dialog).toContainText('3.342 người, số liệu tính đến ngày 30/6/2024')
      const reports = new Grid(page, 'sources')
      await expect(reports.row('huyện Sơn Lộc')).toContainText('Báo cáo tháng 6/2024')
      await expect(dialog.getByRole('table', { name: 'Chỉ tiêu đã giao' })).toContainText('6.800')
      await dialog.getByRole('button', { name: 'Đóng', exact: true }).click()
      await members.getByRole('button', { name: 'cùng kỳ 3.038' }).click()
      await expect(dialog.getByRole('tab', { name: 'Đến ngày 30/6/2023' })).toHaveAttribute('aria-selected', 'true')
      await expect(dialog).toContainText('3.038 người')
      await dialog.getByRole('button', { name: 'Đóng', exact: true }).click()
      await expect(program.dialog()).toHaveCount(0)
    })

    await test.step('what the week brought is told, and the page goes out as a one-page brief', async () => {
      const news = page.getByRole('region', { name: 'Mới từ 23/6/2024' })
      await expect(news).toContainText(/\d+ đơn vị báo cáo đến 30\/6\/2024: \d+ số liệu/)
      await program.button('Tạo báo cáo').click()
      await expect(program.dialog()).toContainText('Soạn: Báo cáo nhanh (một trang)')
      await expect(program.dialog().getByLabel('Số liệu tính đến ngày')).toHaveValue('30/06/2024')
      await program.dialog().getByRole('button', { name: 'Hủy' }).click()
      await expect(program.dialog()).toHaveCount(0)
      await program.goTo('Tổng quan')
    })

    await test.step('choosing a figure draws its curve and ranks its units', async () => {
      await page.getByRole('button', { name: 'Thành lập mới công đoàn cơ sở', exact: true }).click()
      const curve = page.getByRole('img', { name: 'Thành lập mới công đoàn cơ sở đến ngày 30/6/2024' })
      await expect(curve).toBeVisible()
      await expect(curve).toContainText('Tiến độ đều đến chỉ tiêu')
      const units = page.getByRole('region', { name: 'Các đơn vị: Thành lập mới công đoàn cơ sở' })
      await expect(units.getByRole('img')).toContainText('chưa báo cáo')
      await units.getByRole('tab', { name: 'Bảng' }).click()
      await expect(units.getByRole('table').getByRole('row')).not.toHaveCount(1)
      await expect(units.getByRole('row', { name: /đảo Nhạn Sơn/ })).toContainText('chưa báo cáo')
    })

    await test.step('a finding leads to the row where it is mended', async () => {
      await program.button('Kiểm tra dữ liệu').click()
      const dialog = program.dialog()
      await expect(dialog).toContainText('báo cáo nêu 27,1%, tính lại 19,8%')
      // A unit's figure leads to its row in the table of results, the keyboard in it.
      await dialog
        .getByRole('row', { name: /báo cáo nêu 27,1%/ })
        .getByRole('button', { name: 'Liên đoàn Lao động huyện Tân Khê', exact: true })
        .click()
      await expect(program.title()).toContainText('Kết quả')
      await expect(new Grid(program.page, 'results').row('huyện Tân Khê').locator('.grid-current')).toHaveCount(1)
      await program.goTo('Tổng quan')
      await program.button('Kiểm tra dữ liệu').click()
      await dialog
        .getByRole('combobox', { name: 'Điều cần xem' })
        .selectOption({ label: 'Số người đóng bảo hiểm nhiều hơn lao động (1)' })
      await expect(dialog.getByRole('row')).toHaveCount(2)
      // What is right as it stands is explained and told no more, until it is taken back.
      await dialog.getByRole('button', { name: 'Giải thích: Công ty Cổ phần Vận tải Phúc Trạch' }).click()
      await dialog.getByRole('textbox', { name: 'Giải thích' }).fill('Có một người nghỉ thai sản')
      await dialog.getByRole('button', { name: 'Lưu' }).click()
      await expect(dialog).toContainText('Đã giải thích: 1')
      await dialog.getByRole('checkbox', { name: 'Cả điều đã giải thích' }).check()
      await expect(dialog).toContainText('Có một người nghỉ thai sản')
      await dialog.getByRole('button', { name: 'Bỏ giải thích: Công ty Cổ phần Vận tải Phúc Trạch' }).click()
      await expect(dialog).not.toContainText('Đã giải thích: 1')
      await dialog.getByRole('button', { name: 'Công ty Cổ phần Vận tải Phúc Trạch', exact: true }).click()
      await expect(program.title()).toHaveText('Doanh nghiệp')
    })

    await test.step('what does not add up stands with both numbers and what is behind each', async () => {
      await program.chooseAsOf('30/9/2024')
      await program.goTo('Tổng quan')
      await program.button('Đối chiếu số liệu').click()
      const dialog = program.dialog()
      await expect(dialog.getByText(/^Đã đối chiếu .* cặp số: khớp .*, không khớp 1/)).toBeVisible()
      const pairs = new Grid(page, 'reconcile')
      await expect(pairs.rows()).toHaveCount(1)
      await pairs.row('Liên đoàn Lao động huyện Sơn Lộc').locator('[col-id="left"]').click()
      await expect(dialog.getByRole('heading', { name: 'Báo cáo tổng: ≥ 400' })).toBeVisible()
      await expect(dialog.getByRole('heading', { name: 'Cộng các phần: 319' })).toBeVisible()
      await expect(dialog.getByRole('list', { name: 'ĐV mới', exact: true })).toContainText('400')

      await dialog.getByLabel('Cả các cặp số khớp').check()
      await dialog.getByRole('combobox', { name: 'Cách đối chiếu' }).selectOption('unions')
      await pairs.rows().first().locator('[col-id="left"]').click()
      await expect(dialog.getByRole('heading', { name: /^Đếm theo quyết định: / })).toBeVisible()
      await expect(dialog.getByRole('list', { name: 'Quyết định công đoàn cơ sở' })).toContainText('quyết định số')
      await dialog.getByRole('button', { name: 'Đóng' }).click()
      await expect(program.dialog()).toHaveCount(0)
    })
  } finally {
    await program.close()
  }
})
