import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test, type Locator, type Page } from 'playwright/test'
import { seriousFindings } from './pages/axe.ts'
import { Grid } from './pages/grid.ts'
import { Program } from './pages/program.ts'

const TYPE = 'LDLD_HUYEN'

class HistoryPanel {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  panel(): Locator {
    return this.page.getByRole('complementary', { name: 'Lịch sử thao tác' })
  }

  steps(): Locator {
    return this.panel().getByRole('option')
  }

  async open(): Promise<void> {
    if ((await this.panel().count()) === 0) await this.page.getByRole('button', { name: 'Xem các việc đã làm' }).click()
    await expect(this.steps().first()).toBeVisible()
  }

  async act(step: string | RegExp, button: string | RegExp): Promise<void> {
    await this.steps().filter({ hasText: step }).first().click()
    await this.panel().getByRole('button', { name: button }).click()
  }
}

test('steps are listed by name, undone alone, together and after a restart; a row tells its history', async () => {
  // One folder for two starts: what was done has to survive the first.
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'chitieu-lich-su-'))
  let program = await Program.startWithSample({ dataDir })
  try {
    const { page } = program
    const history = new HistoryPanel(page)
    const types = new Grid(page, 'unitTypes')
    await program.goTo('Cài đặt')
    await page.getByRole('tab', { name: 'Loại đơn vị' }).click()
    const id = await types.idOf(TYPE)
    const edit = async (column: string, text: string): Promise<void> => {
      await types.type(id, column, text)
      await expect(types.cell(id, column)).toHaveText(text)
    }

    await test.step('the newest step stands in the status bar, all of them in the list', async () => {
      await edit('short_name', 'LĐLĐ cấp huyện')
      await edit('short_name', 'LĐLĐ huyện, thị')
      await edit('group_title', 'Các huyện')
      await expect(program.statusBar()).toContainText('Hoàn tác: Sửa loại đơn vị')
      await history.open()
      await expect(history.steps()).toHaveCount(4)
      await expect(history.steps().first()).toContainText('Sửa loại đơn vị')
      await expect(history.steps().first()).toContainText('1 ô')
      expect(await seriousFindings(page)).toEqual([])
    })

    await test.step('one older step goes by itself; what was edited since is kept and named before', async () => {
      await history.steps().nth(2).click()
      await history.panel().getByRole('button', { name: 'Chỉ hoàn tác việc này…' }).click()
      await expect(program.dialog()).toContainText('Giữ nguyên 1 chỗ')
      await expect(program.dialog()).toContainText('Tên ngắn: đã được sửa sau việc này nên giữ nguyên')
      await program.dialog().getByRole('button', { name: 'Hủy' }).click()
      await expect(types.cell(id, 'short_name')).toHaveText('LĐLĐ huyện, thị')
      await history.steps().nth(1).click()
      await history.panel().getByRole('button', { name: 'Chỉ hoàn tác việc này…' }).click()
      await program.dialog().getByRole('button', { name: 'Hoàn tác 1 việc' }).click()
      await expect(types.cell(id, 'short_name')).toHaveText('LĐLĐ cấp huyện')
      await expect(types.cell(id, 'group_title')).toHaveText('Các huyện')
    })

    await test.step('everything after a step goes at once, and comes back by Làm lại', async () => {
      await history.act('Lập dữ liệu mẫu', 'Hoàn tác các việc sau đó…')
      await expect(program.dialog()).toContainText('Hoàn tác 2 việc')
      await program.dialog().getByRole('button', { name: 'Hoàn tác 2 việc' }).click()
      await expect(program.dialog()).toHaveCount(0)
      await expect(types.cell(id, 'group_title')).not.toHaveText('Các huyện')
      await page.keyboard.press('Control+y')
      await expect(types.cell(id, 'short_name')).toHaveText('LĐLĐ cấp huyện')
    })

    await test.step('a step that stays says so, and how it is corrected', async () => {
      await history.steps().filter({ hasText: 'Lập dữ liệu mẫu' }).last().click()
      await expect(history.panel()).toContainText('không hoàn tác được. Hãy mở bản sao lưu')
      await expect(history.panel().getByRole('button', { name: /^(Chỉ h|H)oàn tác việc này/ })).toHaveCount(0)
    })

    await test.step('the history of a row: who changed which column from what to what', async () => {
      await types.openMenu(id, 'short_name', 'Lịch sử dòng này')
      const panel = page.getByRole('complementary', { name: /^Lịch sử: Liên đoàn Lao động huyện/ })
      await expect(panel).toContainText('Tên ngắn')
      await expect(panel).toContainText('LĐLĐ huyện → LĐLĐ cấp huyện')
      expect(await seriousFindings(page)).toEqual([])
      await panel.getByRole('button', { name: /^Đóng/ }).click()
    })

    await test.step('Ctrl+Z in a field takes back letters, never rows', async () => {
      await page.keyboard.press('Control+k')
      await page.keyboard.type('abc')
      await page.keyboard.press('Control+z')
      await page.keyboard.press('Escape')
      await expect(types.cell(id, 'short_name')).toHaveText('LĐLĐ cấp huyện')
    })

    await program.close()
    program = await Program.startWithSample({ dataDir })
    await test.step('after a restart', async () => {
      await program.goTo('Cài đặt')
      await program.page.getByRole('tab', { name: 'Loại đơn vị' }).click()
      const again = new Grid(program.page, 'unitTypes')
      await expect(again.cell(id, 'short_name')).toHaveText('LĐLĐ cấp huyện')
      await program.page.keyboard.press('Control+z')
      await expect(again.cell(id, 'short_name')).toHaveText('LĐLĐ huyện')
    })
  } finally {
    await program.close()
    fs.rmSync(dataDir, { recursive: true, force: true })
  }
})
