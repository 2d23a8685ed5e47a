import { expect, test } from 'playwright/test'
import { makeDataDir, removeDataDir } from '../support/electron-app.ts'
import { ChangePage } from './pages/change-page.ts'
import { Program } from './pages/program.ts'
import { UnitsPage } from './pages/units-page.ts'

const MERGED = 'Công đoàn xã Yên Khê'
const CODE = 'X-YENKHE'

test('districts are merged step by step, undone, done again, and stay so', async () => {
  const dataDir = makeDataDir()
  try {
    const program = await Program.startWithSample({ dataDir })
    const { page } = program
    const units = new UnitsPage(program)
    const change = new ChangePage(program)
    await program.goTo('Đơn vị')
    await program.chooseAsOf('1/10/2024')

    await test.step('the dialog leads by keyboard to the totals before and after', async () => {
      await change.open()
      await expect(change.step()).toHaveText('Bước 1/5: Việc cần làm')
      await page.keyboard.press('Enter')
      await expect(change.step()).toHaveText('Bước 2/5: Đơn vị')
      // A step that lacks something says what.
      await change.next()
      await expect(program.dialog()).toContainText('Hãy chọn đơn vị.')
      await change.check('Liên đoàn Lao động huyện Yên Giang', 'Liên đoàn Lao động huyện Tân Khê')
      await change.field('Tên đơn vị mới*').or(change.field('Tên đơn vị mới')).first().fill(MERGED)
      await page.keyboard.press('Enter')
      await expect(change.step()).toHaveText('Bước 3/5: Ngày và quyết định')
      await change.field('Số, ký hiệu quyết định').fill('12/QĐ-LĐLĐ')
      await page.keyboard.press('Enter')
      await expect(change.step()).toHaveText('Bước 4/5: Chỉ tiêu và kết quả')
      const targets = program.dialog().getByRole('table', { name: 'Chỉ tiêu theo đơn vị' })
      await expect(targets.getByRole('row').filter({ hasText: MERGED }).first()).toContainText('581')
      await page.keyboard.press('Enter')
      await expect(program.dialog()).toContainText('Tổng số trước và sau khớp nhau')
      expect(await change.total('Doanh nghiệp')).toEqual(['603', '603', '0'])
      expect(await change.total('Chỉ tiêu ĐV mới (2024, BCH LĐLĐ tỉnh)')).toEqual(['6.800', '6.800', '0'])
      expect(await change.total('Kết quả ĐV mới')).toEqual(['5.670', '5.670', '0'])
    })

    await test.step('applied, the tree of the day has the new unit and the day before the old ones', async () => {
      await change.apply().click()
      await expect(program.dialog()).toHaveCount(0)
      await expect(program.notices()).toContainText('Đã ghi: Sáp nhập')
      await expect(units.grid.row(CODE)).not.toHaveCount(0)
      await expect(units.grid.row('H-TANKHE')).toHaveCount(0)
      const id = await units.grid.idOf(CODE)
      await expect(units.grid.cell(id, 'enterprises')).toHaveText('94')
      await program.chooseAsOf('30/9/2024')
      await expect(units.grid.row('H-TANKHE')).not.toHaveCount(0)
      await expect(units.grid.row(CODE)).toHaveCount(0)
    })

    await test.step('ended units are shown on demand, with their history', async () => {
      await program.chooseAsOf('1/10/2024')
      await page.getByLabel('Hiện').selectOption('all')
      const id = await units.grid.idOf('H-TANKHE')
      await units.grid.select(id, 'code')
      await program.button('Lịch sử đơn vị').first().click()
      await expect(page.getByRole('complementary', { name: 'Lịch sử đơn vị' })).toContainText(
        `Sáp nhập vào ${MERGED} từ 1/10/2024 (Quyết định số 12/QĐ-LĐLĐ)`,
      )
      await page.getByLabel('Hiện').selectOption('day')
    })

    await test.step('one undo takes all of it back, one redo brings it again', async () => {
      await units.grid.select(await units.grid.idOf('TP-HAISON'), 'code')
      await page.keyboard.press('Control+z')
      await expect(units.grid.row('H-TANKHE')).not.toHaveCount(0)
      await expect(units.grid.row(CODE)).toHaveCount(0)
      await page.keyboard.press('Control+y')
      await expect(units.grid.row(CODE)).not.toHaveCount(0)
      await expect(units.grid.row('H-TANKHE')).toHaveCount(0)
    })

    await test.step('what would be lost is refused in the dialog', async () => {
      await change.open()
      await change.choose('Kết thúc hoạt động')
      await change.next()
      await change
        .field('Đơn vị kết thúc hoạt động*')
        .or(change.field('Đơn vị kết thúc hoạt động'))
        .first()
        .selectOption('TX-PHULINH')
      await change.next()
      await change.next()
      await expect(program.dialog()).toContainText('chưa kết thúc được')
      await expect(change.apply()).toHaveAttribute('aria-disabled', 'true')
      await page.keyboard.press('Escape')
    })
    await program.close()

    const again = await Program.startWithSample({ dataDir })
    await again.goTo('Đơn vị')
    await again.chooseAsOf('1/10/2024')
    await expect(new UnitsPage(again).grid.row(CODE)).not.toHaveCount(0)
    await again.close()
  } finally {
    removeDataDir(dataDir)
  }
})
