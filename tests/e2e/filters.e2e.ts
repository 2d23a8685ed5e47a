import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from 'playwright/test'
import { makeDataDir, removeDataDir } from '../support/electron-app.ts'
import { numberOf } from './pages/grid.ts'
import { Program } from './pages/program.ts'
import { TableTools } from './pages/table-tools.ts'

async function seriousFindings(program: Program): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page: program.page }).setLegacyMode()
  const { violations } = await axe.exclude('[data-tabster-dummy]').analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200) ?? ''}`)
}

test('rows are filtered and sorted as clerks ask, in sight, for as long as the program runs', async () => {
  const dataDir = makeDataDir()
  let program = await Program.startWithSample({ dataDir })
  try {
    await program.goTo('Đơn vị')
    const units = new TableTools(program, 'units')
    await expect(units.grid.rows().first()).toBeVisible()
    const all = await units.texts('name')

    await test.step('by values from a list with counts, found without accents', async () => {
      const panel = await units.openFilter('type')
      await expect(panel.locator('.filter-value', { hasText: 'LĐLĐ huyện' }).locator('.filter-value-count')).toHaveText(
        '9',
      )
      await panel.getByRole('searchbox').fill('nganh')
      await expect(panel.locator('.filter-value-text')).toHaveText(['CĐ ngành'])
      expect(await seriousFindings(program)).toEqual([])
      await units.apply()
      await expect(units.tags()).toHaveText(['Loại đơn vị: CĐ ngành'])
      // The province above them stays: it is the way to what was found.
      const names = await units.texts('name')
      expect(names[0]).toBe(all[0])
      expect(new Set((await units.texts('type')).slice(1))).toEqual(new Set(['CĐ ngành']))
      await expect(units.bar()).toContainText(`${names.length - 1} trong ${all.length} dòng`)
    })

    await test.step('a second filter narrows it; each is taken away by its tag', async () => {
      await units.filterBy('name', 'Có chứa từ', { 'Các từ cần có (không cần dấu)': 'te Y' })
      await expect(units.tags()).toHaveText(['Loại đơn vị: CĐ ngành', 'Tên đơn vị chứa “te Y”'])
      expect(await units.texts('name')).toEqual([all[0], 'Công đoàn ngành Y tế'])
      await units.bar().getByRole('button', { name: 'Bỏ lọc Loại đơn vị: CĐ ngành' }).click()
      await expect(units.tags()).toHaveText(['Tên đơn vị chứa “te Y”'])
      await units.bar().getByRole('button', { name: 'Bỏ lọc', exact: true }).click()
      await expect(units.bar()).toBeHidden()
      expect(await units.texts('name')).toEqual(all)
    })

    await test.step('between two numbers as people type them; a wrong one is said', async () => {
      const panel = await units.openFilter('members')
      await panel.getByRole('combobox', { name: 'Cách lọc' }).selectOption({ label: 'Trong khoảng' })
      await panel.getByLabel('Từ', { exact: true }).fill('5 nghìn')
      await panel.getByRole('button', { name: 'Lọc', exact: true }).click()
      await expect(panel.getByRole('alert')).toHaveText('“5 nghìn” không phải là số.')
      await panel.getByLabel('Từ', { exact: true }).fill('5.000')
      await panel.getByLabel('Đến', { exact: true }).fill('7000')
      await program.page.keyboard.press('Enter')
      await expect(panel).toBeHidden()
      await expect(units.tags()).toHaveText(['Đoàn viên từ 5.000 đến 7.000'])
      const numbers = (await units.texts('members')).slice(1).map(numberOf)
      expect(numbers.length).toBeGreaterThan(2)
      expect(numbers.every((number) => number >= 5000 && number <= 7000)).toBe(true)
    })

    await test.step('sorted by size, sisters among themselves, blanks last', async () => {
      await units.sort('members', 'Lớn đến nhỏ')
      const numbers = (await units.texts('members')).slice(1).map(numberOf)
      expect(numbers).toEqual(numbers.toSorted((a, b) => b - a))
      await expect(units.header('members')).toHaveAttribute('aria-sort', 'descending')
    })

    await test.step('a row that is typed into stays where it stands until the clerk filters again', async () => {
      const before = await units.texts('name')
      const second = await units.grid.idOf(before[2] ?? '')
      const note = `Giữ chỗ ${before.length}`
      await units.grid.type(second, 'name', note)
      await expect.poll(async () => (await units.texts('name'))[2]).toBe(note)
      await units.sort('name', 'Sắp xếp A → Z')
      const sorted = await units.texts('name')
      await units.grid.type(second, 'name', before[2] ?? '')
      await expect.poll(async () => (await units.texts('name'))[sorted.indexOf(note)]).toBe(before[2])
      await units.bar().getByRole('button', { name: 'Lọc và sắp lại' }).click()
      await expect(units.bar().getByRole('button', { name: 'Lọc và sắp lại' })).toBeHidden()
      await units.sort('members', 'Lớn đến nhỏ')
      expect(await units.texts('name')).toEqual(before)
    })

    await test.step('both are still there after another screen, and gone after a new start', async () => {
      await program.goTo('Kết quả')
      await program.goTo('Đơn vị')
      await expect(units.bar()).toContainText('Đoàn viên từ 5.000 đến 7.000')
      await expect(units.bar()).toContainText('Đoàn viên ↓')
      await program.close()
      program = await Program.startWithSample({ dataDir })
      await program.goTo('Đơn vị')
      const again = new TableTools(program, 'units')
      await expect(again.grid.rows().first()).toBeVisible()
      await expect(again.bar()).toBeHidden()
      expect(await again.texts('name')).toEqual(all)
    })

    await test.step('columns: hidden, moved, frozen and widened, kept over a new start, brought back', async () => {
      const tools = new TableTools(program, 'units')
      const before = await tools.columns()
      const panel = await tools.openColumns()
      expect(await seriousFindings(program)).toEqual([])
      await panel.getByRole('checkbox', { name: 'Mã', exact: true }).uncheck()
      await panel.getByRole('button', { name: 'Đưa cột Đoàn viên lên trước' }).click()
      await panel.getByRole('combobox', { name: 'Cố định đến cột' }).selectOption({ label: 'Loại đơn vị' })
      await program.page.keyboard.press('Escape')
      const changed = await tools.columns()
      expect(changed).not.toContain('code')
      expect(changed.indexOf('members')).toBeLessThan(changed.indexOf('unions'))
      await expect(tools.grid.root.locator('.ag-grid-pinned-left-cells .ag-header-cell[col-id="type"]')).toBeVisible()
      await program.close()
      program = await Program.startWithSample({ dataDir })
      await program.goTo('Đơn vị')
      const again = new TableTools(program, 'units')
      await expect(again.header('name')).toBeVisible()
      expect(await again.columns()).toEqual(changed)
      await (await again.openColumns()).getByRole('button', { name: 'Trả về mặc định' }).click()
      await program.page.keyboard.press('Escape')
      expect(await again.columns()).toEqual(before)
    })

    await test.step('a header is dragged to another place', async () => {
      const tools = new TableTools(program, 'units')
      const before = await tools.columns()
      await tools.header('type').locator('.grid-header-title').click()
      const from = await tools.header('type').boundingBox()
      const to = await tools.header('code').boundingBox()
      if (from === null || to === null) throw new Error('the headers are not on screen')
      await program.page.mouse.move(from.x + 30, from.y + 12)
      await program.page.mouse.down()
      await program.page.mouse.move(from.x, from.y + 12, { steps: 4 })
      await program.page.mouse.move(to.x + 5, to.y + 12, { steps: 4 })
      await program.page.mouse.up()
      const after = await tools.columns()
      expect(after.indexOf('type')).toBe(after.indexOf('code') - 1)
      expect(after.toSorted()).toEqual([...before].toSorted())
    })
  } finally {
    await program.close()
    removeDataDir(dataDir)
  }
})

test('the registry, which comes by pages, is filtered by the backend the same way', async () => {
  const program = await Program.startWithSample()
  try {
    await program.goTo('Doanh nghiệp')
    const registry = new TableTools(program, 'enterprises')
    await expect(registry.grid.rows().first()).toBeVisible()
    await registry.filterBy('workers', 'Trong khoảng', { Từ: '200' })
    await expect(registry.tags()).toHaveText(['Lao động từ 200'])
    await expect
      .poll(async () => Math.min(...(await registry.texts('workers')).map(numberOf)))
      .toBeGreaterThanOrEqual(200)
    const [, shown = ''] = /([\d.]+) dòng/.exec(await registry.bar().innerText()) ?? []
    await registry.sort('workers', 'Nhỏ đến lớn')
    await expect
      .poll(async () => {
        const sizes = (await registry.texts('workers')).slice(0, 8).map(numberOf)
        return sizes.length === 8 && sizes.every((size, at) => size >= 200 && size >= (sizes[at - 1] ?? 0))
      })
      .toBe(true)
    const panel = await registry.openFilter('unit')
    await expect(panel.locator('.filter-value-count').first()).toBeVisible()
    const counts = await panel.locator('.filter-value-count').allInnerTexts()
    expect(counts.map(numberOf).reduce((sum, count) => sum + count, 0)).toBe(numberOf(shown))
    await program.page.keyboard.press('Escape')
    await registry.bar().getByRole('button', { name: 'Bỏ lọc', exact: true }).click()
    await expect(registry.tags()).toHaveText(['Lao động ↑'])
  } finally {
    await program.close()
  }
})
