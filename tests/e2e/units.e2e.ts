import { expect, test } from 'playwright/test'
import { makeDataDir, removeDataDir } from '../support/electron-app.ts'
import { FirstStartPage } from './pages/first-start-page.ts'
import { Program } from './pages/program.ts'
import { UnitsPage } from './pages/units-page.ts'

test('units are added, edited in place, ended, and are there after a restart', async () => {
  const dataDir = makeDataDir()
  try {
    const program = await Program.start({ dataDir })
    await new FirstStartPage(program).makeProvince({ name: 'Liên đoàn Lao động tỉnh Hải An', beforeReform: true })
    await program.chooseAsOf('30/6/2024')
    const units = new UnitsPage(program)
    await expect(program.page.getByText('Chưa có đơn vị trực thuộc')).toBeVisible()

    // Code and type are proposed from the name.
    await units.openAdd()
    await units.describe({ name: 'Liên đoàn Lao động huyện Gio Linh' })
    await expect(units.code()).not.toHaveValue('')
    await expect(program.dialog().getByLabel('Loại đơn vị')).toHaveValue('LDLD_HUYEN')
    await units.save()
    await expect(program.notices()).toContainText('Đã thêm Liên đoàn Lao động huyện Gio Linh')
    await units.add({ name: 'Công đoàn các khu công nghiệp', code: 'KCN' })
    await expect(units.rows()).toHaveCount(3)

    // The same code again is refused in the dialog, in a sentence.
    await units.openAdd()
    await units.describe({ name: 'Công đoàn ngành Y tế', code: 'KCN' })
    await units.save()
    await expect(program.dialog()).toContainText('Mã đơn vị “KCN” đã dùng')
    await program.page.keyboard.press('Escape')

    // In place: a good value is taken, a wrong one stays marked with the reason.
    const id = await units.grid.idOf('KCN')
    await units.grid.type(id, 'validFrom', '5-2-2019')
    await expect(units.grid.cell(id, 'validFrom')).toHaveText('05/02/2019')
    await units.grid.type(id, 'validTo', '31/2/2030')
    await expect(units.grid.cell(id, 'validTo')).toHaveClass(/grid-problem/)
    await expect(units.grid.cell(id, 'validTo')).toHaveText('31/2/2030')
    await expect(program.savedMark()).toHaveText('1 ô chưa ghi được')
    await units.grid.select(id, 'validTo')
    await expect(units.grid.foot()).toContainText('“31/2/2030” không phải là ngày')
    await program.page.keyboard.press('Delete')
    await expect(program.savedMark()).toHaveText(/^Đã lưu/)

    const gioLinh = await units.grid.idOf('Gio Linh')
    await units.grid.openMenu(gioLinh, 'name', 'Ghi ngày kết thúc')
    await program.dialog().getByLabel('Ngày hoạt động cuối cùng').fill('30/6/2025')
    await program.dialog().getByRole('button', { name: 'Ghi kết thúc' }).click()
    await expect(units.grid.cell(gioLinh, 'validTo')).toHaveText('30/06/2025')
    await program.chooseAsOf('1/7/2025')
    await expect(units.grid.row('Gio Linh')).toHaveCount(0)
    await program.page.getByLabel('Hiện').selectOption('all')
    await expect(units.grid.row('Gio Linh').first()).toBeVisible()
    // Left with a day that is none: it is told, for nobody sees the cell any more.
    await units.grid.type(gioLinh, 'validTo', '31/2/2030')
    await expect(units.grid.cell(gioLinh, 'validTo')).toHaveClass(/grid-problem/)
    await program.goTo('Tổng quan')
    await expect(program.notices()).toContainText('còn 1 ô nhập sai chưa lưu được')
    await program.close()

    const again = await Program.start({ dataDir })
    await again.goTo('Đơn vị')
    await again.chooseAsOf('30/6/2024')
    const found = new UnitsPage(again)
    await expect(found.grid.cell(id, 'validFrom')).toHaveText('05/02/2019')
    await expect(found.grid.row('Gio Linh').first()).toBeVisible()
    await again.close()
  } finally {
    removeDataDir(dataDir)
  }
})

test('the sample shows what became of its units, found without accents', async () => {
  const program = await Program.startWithSample()
  try {
    await program.goTo('Đơn vị')
    const units = new UnitsPage(program)
    await program.page.getByRole('searchbox').fill('tan khe')
    await expect(units.rows()).toHaveCount(2)
    const id = await units.grid.idOf('H-TANKHE')
    await expect(units.grid.cell(id, 'fate')).toContainText('Sáp nhập vào')
    await program.page.getByRole('searchbox').fill('không có đơn vị nào tên này')
    await expect(units.rows()).toHaveCount(0)
    await expect(program.page.getByText('0 đơn vị', { exact: true })).toBeVisible()
  } finally {
    await program.close()
  }
})
