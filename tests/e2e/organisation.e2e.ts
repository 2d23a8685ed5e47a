import { expect, test } from 'playwright/test'
import { seriousFindings } from './pages/axe.ts'
import { Grid } from './pages/grid.ts'
import { Program } from './pages/program.ts'

test('who steers the work: committees, charges, visits, plans of their own, commendations', async () => {
  const program = await Program.startWithSample()
  const { page } = program
  const tab = (name: string) => page.getByRole('tab', { name, exact: true })
  const grid = (name: string): Grid => new Grid(page, name)
  const lookAloud = async (): Promise<void> => {
    await page.mouse.move(2, 700)
    await expect(page.getByRole('tooltip')).toHaveCount(0)
    expect(await seriousFindings(page)).toEqual([])
  }
  const summary = page.locator('.screen-subtitle')
  try {
    await test.step('what is overdue stands on the first page and leads to where it is closed', async () => {
      const overdue = page.getByRole('region', { name: /^Việc quá hạn/ })
      await expect(overdue).toContainText('quá hạn 15 ngày')
      await overdue.getByRole('button', { name: 'Tổ chức hội nghị gặp mặt chủ doanh nghiệp' }).click()
      await expect(tab('Buổi làm việc')).toHaveAttribute('aria-selected', 'true')
    })

    // As of 30/9/2024, the last day the sample speaks of.
    await tab('Ban Chỉ đạo').click()

    await test.step('committees at every level, with the members of the chosen one', async () => {
      await expect(summary).toContainText('3 Ban Chỉ đạo đang hoạt động')
      await expect(grid('members').row('Trần Quốc Lương').first()).toContainText('Trưởng ban')
      await expect(grid('members').row('Lê Thị Hồng Hạnh').first()).toContainText('LĐLĐ huyện Yên Giang')
      await grid('committees').row('thành phố Hải Sơn').first().locator('[col-id="name"]').click()
      await expect(grid('members').row('Hoàng Văn Sơn').first()).toBeVisible()
      await lookAloud()
    })

    await test.step('a committee is founded, then staffed', async () => {
      await program.button('Thêm Ban Chỉ đạo').click()
      const dialog = program.dialog()
      await dialog.getByLabel('Cấp, đơn vị').selectOption({ label: 'LĐLĐ huyện Sơn Lộc' })
      await dialog.getByLabel('Tên Ban Chỉ đạo').fill('Ban Chỉ đạo huyện Sơn Lộc')
      await dialog.getByLabel('Số quyết định').fill('7/QĐ-LĐLĐ')
      await dialog.getByLabel('Ngày quyết định').fill('1/3/2024')
      await dialog.getByRole('button', { name: 'Lưu' }).click()
      await expect(summary).toContainText('4 Ban Chỉ đạo')
      await grid('committees').row('Ban Chỉ đạo huyện Sơn Lộc').first().locator('[col-id="name"]').click()
      await program.button('Kiện toàn').click()
      await dialog.getByLabel('Từ ngày').fill('1/3/2024')
      await dialog.getByRole('button', { name: 'Thêm người trong danh mục' }).click()
      await dialog.getByLabel('Họ và tên').selectOption({ label: 'Đỗ Minh Tuấn' })
      await dialog.getByLabel('Chức danh').first().selectOption({ label: 'Trưởng ban' })
      await dialog.getByRole('button', { name: 'Thêm người mới' }).click()
      await dialog.getByLabel('Người mới').fill('Lò Văn Pản')
      await dialog.getByRole('button', { name: 'Địa bàn phụ trách của Lò Văn Pản: (không)' }).click()
      await page.getByRole('menuitemcheckbox', { name: 'LĐLĐ huyện Sơn Lộc' }).click()
      await page.keyboard.press('Escape')
      await dialog.getByRole('button', { name: 'Lưu' }).click()
      await expect(program.notices()).toContainText('có 2 thành viên')
      await expect(grid('members').row('Lò Văn Pản').first()).toContainText('Ủy viên')
      await expect(grid('members').row('Lò Văn Pản').first()).toContainText('LĐLĐ huyện Sơn Lộc')
    })

    await test.step('who is in charge: charged anew, ended', async () => {
      await tab('Phân công').click()
      await expect(summary).toContainText('nơi đang được phân công')
      await program.button('Phân công').first().click()
      const dialog = program.dialog()
      const officer = dialog.locator('option', { hasText: 'Vũ Đức Thắng' })
      await dialog.getByLabel('Cán bộ').selectOption((await officer.getAttribute('value')) ?? '')
      await dialog.getByRole('checkbox', { name: 'LĐLĐ thị xã Phú Lĩnh' }).check()
      await dialog.getByRole('button', { name: 'Phân công' }).click()
      await expect(program.notices()).toContainText('Đã phân công 1 nơi, thay người phụ trách ở 1 nơi')
      await page.getByRole('combobox', { name: /^Đơn vị/ }).selectOption('TX-PHULINH')
      await expect(grid('assignments').row('Vũ Đức Thắng').first()).toBeVisible()
      await page.getByRole('combobox', { name: /^Đơn vị/ }).selectOption('')
      await lookAloud()
    })

    await test.step('what visits left to do stands first, the late ones on top; a day typed closes one', async () => {
      await tab('Buổi làm việc').click()
      await expect(summary).toContainText('2 việc quá hạn')
      const first = grid('followUps').rows().first()
      await expect(first).toContainText('quá hạn')
      const id = (await first.getAttribute('row-id')) ?? ''
      await grid('followUps').type(id, 'doneOn', '28/9/2024')
      await expect(summary).toContainText('1 việc quá hạn')
      await program.button('Ghi buổi làm việc').click()
      const dialog = program.dialog()
      await dialog.getByLabel('Làm việc với đơn vị').selectOption({ label: 'LĐLĐ huyện Nam Trạch' })
      await dialog.getByLabel('Thực trạng').fill('Đạt 35% chỉ tiêu năm')
      await dialog.getByLabel('Khó khăn, vướng mắc').fill('Ít doanh nghiệp lớn')
      await dialog.getByLabel('Nguyên nhân').fill('Địa bàn nông nghiệp')
      await dialog.getByLabel('Giải pháp').fill('Ghép cụm doanh nghiệp')
      await dialog.getByRole('button', { name: 'Thêm việc' }).click()
      await dialog.getByRole('textbox', { name: 'Việc phải làm' }).fill('Khảo sát lại làng nghề')
      await dialog.getByRole('textbox', { name: 'Hạn' }).fill('20/10/2024')
      await lookAloud()
      await dialog.getByRole('button', { name: 'Lưu' }).click()
      await expect(grid('visits').row('LĐLĐ huyện Nam Trạch').first()).toContainText('Ít doanh nghiệp lớn')
      await expect(grid('followUps').row('Khảo sát lại làng nghề').first()).toContainText('còn 20 ngày')
    })

    await test.step('who is to be reached: each number shows its rows, and what counts as stuck is typed', async () => {
      await tab('Cần vận động').click()
      const number = (name: RegExp) => page.getByRole('button', { name })
      await expect(summary).toContainText('603 doanh nghiệp · 132 nơi dừng lâu · 47 nơi khó khăn')
      await expect(grid('reach-stuck').rows().first()).toContainText('305')
      await number(/^5\s?Đại hội/).click()
      await expect(grid('reach-stage').rows()).toHaveCount(5)
      await number(/^41 chưa có kế hoạch riêng/).click()
      await expect(grid('reach-difficult').rows().first()).toContainText('chưa có kế hoạch')
      await number(/^198 chưa có CĐCS khi khảo sát/).click()
      await expect(grid('reach-round').rows().first()).toContainText('chưa có')
      await number(/^1 CĐCS yếu/).click()
      await expect(grid('reach-unions').rows()).toHaveCount(1)
      await expect(grid('reach-unions').rows().first()).toContainText('0/1')
      await lookAloud()

      await program.button('Số ngày dừng lâu').click()
      await grid('stuck-limits').root.getByText('Nhập vào đây để thêm dòng').first().click()
      await page.keyboard.press('ArrowRight')
      await page.keyboard.type('200')
      await page.keyboard.press('Enter')
      await expect(grid('stuck-limits').rows()).toHaveCount(1)
      await program.dialog().getByRole('button', { name: 'Lưu', exact: true }).click()
      await expect(summary).toContainText('85 nơi dừng lâu')
      // A number of one unit opens the rows of that unit.
      await number(/^14 đơn vị/).click()
      await expect(grid('reach-units').rows().first()).toContainText('LĐLĐ thành phố Hải Sơn')
    })

    await test.step('plans of their own with their steps', async () => {
      await tab('Kế hoạch riêng').click()
      await expect(summary).toContainText('quá hạn')
      await grid('remedies').row('không còn đoàn viên').first().locator('[col-id="kind"]').click()
      await expect(grid('steps').row('Khảo sát lao động tại doanh nghiệp').first()).toContainText('20/09/2024')
      await lookAloud()
    })

    await test.step('commendations from the ranking, with reasons for those left out', async () => {
      await tab('Khen thưởng').click()
      await expect(page.getByText('Chưa có đề nghị khen thưởng nào')).toBeVisible()
      await program.button('Đề nghị theo xếp thứ').first().click()
      const dialog = program.dialog()
      await dialog.getByLabel('Mọi chỉ tiêu đạt ít nhất (%)').fill('70')
      await dialog.getByLabel('Hình thức cho tập thể').selectOption({ label: 'Giấy khen' })
      await dialog.getByRole('button', { name: 'Đề nghị' }).click()
      await expect(program.notices()).toContainText('có nêu lý do')
      await expect(grid('commendations').row('Chưa đạt 70%').first()).toBeVisible()
      await expect(grid('commendations').row('Giấy khen').first()).toBeVisible()
      await lookAloud()
    })

    await test.step('collaborators are typed into the list; the last step is taken back', async () => {
      await tab('Cộng tác viên').click()
      await expect(summary).toContainText('4 cộng tác viên')
      await grid('collaborators').root.getByText('Nhập vào đây để thêm dòng').first().click()
      await page.keyboard.type('Lương Thị Mười')
      await page.keyboard.press('Enter')
      await expect(grid('collaborators').row('Lương Thị Mười').first()).toBeVisible()
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+z')
      await expect(grid('collaborators').row('Lương Thị Mười')).toHaveCount(0)
    })
  } finally {
    await program.close()
  }
})
