import { expect, test, type Locator } from 'playwright/test'
import { Grid } from './pages/grid.ts'
import { seriousFindings } from './pages/axe.ts'
import { Program } from './pages/program.ts'
import { TargetsPage, unitRow } from './pages/targets-page.ts'

const HAI_SON = unitRow('TP-HAISON')
const PHU_LINH = unitRow('TX-PHULINH')
const YEN_GIANG = unitRow('H-YENGIANG')

function versionButton(program: Program): Locator {
  return program.button(/^Phương án đang xem/)
}

async function chooseInVersionMenu(program: Program, item: string | RegExp): Promise<void> {
  await versionButton(program).click()
  await program.page.getByRole('menuitem', { name: item }).click()
}

/** What axe finds serious on the screen or in the dialog that is open. */
async function lookAt(program: Program, version: RegExp): Promise<void> {
  await versionButton(program).click()
  await program.page.getByRole('menuitemradio', { name: version }).click()
}

test('drafts stand side by side, are compared and chosen; locks, notes, assigners and the rest of a group', async () => {
  const program = await Program.startWithSample()
  try {
    await program.goTo('Chỉ tiêu')
    const targets = new TargetsPage(program)
    const { page } = program
    const cell = targets.grid.cell(HAI_SON, 'DV_MOI')
    await expect(cell).toHaveText('911')

    await test.step('a copy is edited by itself', async () => {
      await chooseInVersionMenu(program, 'Lập phương án mới từ phương án này')
      await expect(versionButton(program)).toHaveText('Phương án B')
      await expect(program.statusBar()).toContainText('Hoàn tác: Lập Phương án B')
      await targets.grid.type(HAI_SON, 'DV_MOI', '999')
      await expect(cell).toHaveText('999')
      await expect(targets.difference('DV_MOI')).toHaveText('giao vượt 88')
      await lookAt(program, /^Phương án A/)
      await expect(cell).toHaveText('911')
      await expect(targets.difference('DV_MOI')).toHaveText('đã giao đủ')
      await lookAt(program, /^Phương án B/)
    })

    await test.step('the two are compared: only what differs, with totals', async () => {
      await program.button('So phương án').click()
      const compare = new Grid(page, 'compare')
      await expect(compare.row('thành phố Hải Sơn').first()).toContainText('tăng 88')
      await expect(compare.rows()).toHaveCount(2)
      await expect(compare.root.locator('.ag-row-pinned').first()).toContainText('6.888')
      expect(await seriousFindings(program.page)).toEqual([])
      await page.getByLabel('Chỉ dòng khác nhau').click()
      await expect(compare.row('thị xã Phú Lĩnh').first()).toBeVisible()
      await program.button('Trở về bảng chỉ tiêu').click()
    })

    await test.step('the chosen one counts; renaming, removing and undoing', async () => {
      await chooseInVersionMenu(program, 'Dùng phương án này')
      await expect(page.getByText('chưa dùng cho tiến độ')).toHaveCount(0)
      await chooseInVersionMenu(program, 'Đổi tên…')
      await program.dialog().getByLabel('Tên').fill('Phương án cao')
      await program.dialog().getByRole('button', { name: 'Lưu' }).click()
      await expect(versionButton(program)).toHaveText('Phương án cao')
      await chooseInVersionMenu(program, 'Xóa phương án này…')
      await program.dialog().getByRole('button', { name: 'Xóa' }).click()
      await expect(versionButton(program)).toHaveText('Phương án A')
      await targets.grid.select(HAI_SON, 'DV_MOI')
      await page.keyboard.press('Control+z')
      await lookAt(program, /^Phương án cao/)
      await expect(cell).toHaveText('999')
    })

    await test.step('a range and a column are locked as one step', async () => {
      await targets.grid.select(HAI_SON, 'DV_MOI')
      await page.keyboard.press('Shift+ArrowDown')
      await program.button('Khóa ô').click()
      await expect(cell).toHaveClass(/grid-locked/)
      await expect(targets.grid.cell(PHU_LINH, 'DV_MOI')).toHaveClass(/grid-locked/)
      await expect(program.statusBar()).toContainText('Hoàn tác: Khóa chỉ tiêu: 2 ô')
      await targets.grid.openMenu(YEN_GIANG, 'CDCS_MOI', 'Khóa cả cột')
      await expect(targets.grid.cell(HAI_SON, 'CDCS_MOI')).toHaveClass(/grid-locked/)
      await targets.grid.openMenu(HAI_SON, 'CDCS_MOI', 'Mở khóa cả cột')
      await expect(targets.grid.cell(HAI_SON, 'CDCS_MOI')).not.toHaveClass(/grid-locked/)
    })

    await test.step('the rest is spread over the selected units only', async () => {
      const thanhLam = targets.grid.cell(unitRow('H-THANHLAM'), 'DV_MOI')
      const other = await targets.grid.cell(unitRow('H-SONLOC'), 'DV_MOI').innerText()
      await targets.grid.select(YEN_GIANG, 'DV_MOI')
      await page.keyboard.press('Shift+ArrowDown')
      await targets.grid.openMenu(YEN_GIANG, 'DV_MOI', 'Phân bổ phần còn lại')
      await expect(targets.allocationField('Cho các đơn vị')).toHaveValue('chosen')
      // 394 and 207, less the 88 that were given too much.
      await expect(targets.allocationField('Tổng số cần phân bổ')).toHaveValue('513')
      await expect(program.dialog()).toContainText('Tổng các đơn vị đúng bằng 513')
      await targets.apply()
      await expect(targets.difference('DV_MOI')).toHaveText('đã giao đủ')
      await expect(thanhLam).not.toHaveText('207')
      await expect(targets.grid.cell(unitRow('H-SONLOC'), 'DV_MOI')).toHaveText(other)
    })

    await test.step('several assigners and the year before stand beside each other', async () => {
      await program.button('Đặt cạnh nhau').click()
      await page.getByRole('menuitemcheckbox', { name: 'TLĐ – Giao' }).click()
      await page.keyboard.press('Escape')
      await expect(targets.grid.cell(unitRow('TINH'), 'DV_MOI@TLD.assigned')).toHaveText('6.000')
      await program.button('Năm trước').click()
      await expect(targets.grid.cell(HAI_SON, 'DV_MOI~target')).toHaveText('910')
      await expect(targets.grid.cell(HAI_SON, 'DV_MOI~result')).toHaveText('986')
      await program.button('Năm trước').click()
      await program.button('Đặt cạnh nhau').click()
      await page.getByRole('menuitemcheckbox', { name: 'TLĐ – Giao' }).click()
      await page.keyboard.press('Escape')
    })

    await test.step('a note is written in its column', async () => {
      await targets.grid.select(YEN_GIANG, 'DV_MOI')
      // The last column; it is not drawn before it is in sight.
      await page.keyboard.press('End')
      await page.keyboard.type('Mới tách xã')
      await page.keyboard.press('Enter')
      await expect(targets.grid.cell(YEN_GIANG, 'note')).toHaveText('Mới tách xã')
      await expect(program.savedMark()).toHaveText(/^Đã lưu/)
    })
  } finally {
    await program.close()
  }
})

test('an issued plan is changed by a decision only, which counts from its day', async () => {
  const program = await Program.startWithSample()
  try {
    await program.goTo('Chỉ tiêu')
    const targets = new TargetsPage(program)
    const { page } = program
    const cell = targets.grid.cell(HAI_SON, 'DV_MOI')
    await expect(cell).toHaveText('911')

    await test.step('issuing says what it means; the numbers then take no typing', async () => {
      await program.button('Ban hành').click()
      await expect(program.dialog()).toContainText('không hoàn tác được')
      await program.dialog().getByLabel('Số quyết định, kế hoạch').fill('12/KH-LĐLĐ')
      await program.dialog().getByRole('button', { name: 'Ban hành' }).click()
      await expect(program.notices()).toContainText('Đã ban hành Kế hoạch năm 2024')
      await expect(program.button('Phân bổ')).toBeDisabled()
      await targets.grid.select(HAI_SON, 'DV_MOI')
      await page.keyboard.type('1')
      await page.keyboard.press('Enter')
      await expect(cell).toHaveText('911')
    })

    await test.step('an adjustment is prepared: changed cells show old and new', async () => {
      await program.button('Điều chỉnh').click()
      await program.dialog().getByRole('button', { name: 'Bắt đầu điều chỉnh' }).click()
      await expect(program.dialog()).toContainText('Hãy điền số quyết định.')
      await program.dialog().getByLabel('Số quyết định').fill('45/QĐ-LĐLĐ')
      await program.dialog().getByLabel('Có hiệu lực từ ngày').fill('1/7/2024')
      await program.dialog().getByLabel('Lý do điều chỉnh').fill('Hai doanh nghiệp lớn ngừng hoạt động')
      expect(await seriousFindings(program.page)).toEqual([])
      await program.dialog().getByRole('button', { name: 'Bắt đầu điều chỉnh' }).click()
      await expect(versionButton(program)).toHaveText('Điều chỉnh lần 1')
      await targets.grid.type(HAI_SON, 'DV_MOI', '800')
      await expect(cell).toHaveText('911 → 800')
      await expect(targets.grid.cell(PHU_LINH, 'DV_MOI')).toHaveText('592')
      await expect(targets.difference('DV_MOI')).toHaveText('còn 111 chưa giao')
      await targets.grid.select(HAI_SON, 'DV_MOI')
      await program.button('Vì sao số này').click()
      const panel = page.getByRole('complementary', { name: 'Vì sao số này' })
      await expect(panel).toContainText('Đang điều chỉnh từ 911 thành 800')
      await expect(panel).toContainText('Theo Quyết định 45/QĐ-LĐLĐ')
      await expect(panel).toContainText('Hai doanh nghiệp lớn ngừng hoạt động')
      expect(await seriousFindings(program.page)).toEqual([])
      await panel.getByRole('button').click()
    })

    await test.step('issued, it counts from its day and the old one before it', async () => {
      await program.button('Ban hành điều chỉnh').click()
      await expect(program.dialog()).toContainText('1 số thay đổi, có hiệu lực từ 1/7/2024')
      await program.dialog().getByRole('button', { name: 'Ban hành' }).click()
      await expect(program.notices()).toContainText('Đã ban hành Điều chỉnh lần 1')
      await program.chooseAsOf('30/6/2024')
      await expect(versionButton(program)).toHaveText('Phương án A')
      await expect(cell).toHaveText('911')
      await program.chooseAsOf('1/7/2024')
      await expect(versionButton(program)).toHaveText('Điều chỉnh lần 1')
      await expect(cell).toHaveText('911 → 800')
    })

    await test.step('the comparison shows what the decision changed', async () => {
      await program.button('So phương án').click()
      const compare = new Grid(page, 'compare')
      await expect(compare.row('thành phố Hải Sơn').first()).toContainText('giảm 111')
    })
  } finally {
    await program.close()
  }
})
