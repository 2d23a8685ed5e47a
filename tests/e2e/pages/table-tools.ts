import { expect, type Locator } from 'playwright/test'
import { Grid } from './grid.ts'
import type { Program } from './program.ts'

/** What stands around a table's cells: filters, finding, columns, Xuất. */
export class TableTools {
  readonly program: Program
  readonly grid: Grid

  constructor(program: Program, name: string) {
    this.program = program
    this.grid = new Grid(program.page, name)
  }

  header(column: string): Locator {
    return this.grid.root.locator(`.ag-header-cell[col-id="${column}"]`)
  }

  /** Ids of the columns on screen from left to right, without the row numbers. */
  async columns(): Promise<readonly string[]> {
    const found = await this.grid.root.locator('.ag-header-cell[col-id]').evaluateAll((headers) =>
      headers
        .map((header) => ({ id: header.getAttribute('col-id') ?? '', left: header.getBoundingClientRect().left }))
        .toSorted((a, b) => a.left - b.left)
        .map(({ id }) => id),
    )
    return found.filter((id) => id !== '#')
  }

  /** Titles of the columns on screen from left to right. */
  async titles(): Promise<readonly string[]> {
    const ids = await this.columns()
    return Promise.all(ids.map((id) => this.header(id).locator('.grid-header-title').innerText()))
  }

  /** The texts of a column's cells from top to bottom, as far as they are drawn. */
  texts(column: string): Promise<readonly string[]> {
    return this.grid.root
      .locator(`.ag-row:not([row-index^="b-"]):not(.grid-draft) .ag-cell[col-id="${column}"]`)
      .evaluateAll((cells) =>
        cells
          .map((cell) => ({
            text: (cell.textContent ?? '').replace(/^[▸▾]/, '').trim(),
            row: Number(cell.closest('.ag-row')?.getAttribute('row-index')),
          }))
          .toSorted((a, b) => a.row - b.row)
          .map(({ text }) => text),
      )
  }

  async openFilter(column: string): Promise<Locator> {
    await this.header(column).locator('.grid-header-button').click()
    await expect(this.panel()).toBeVisible()
    return this.panel()
  }

  panel(): Locator {
    return this.program.page
      .getByRole('group', { name: /^Lọc và sắp xếp:/ })
      .or(this.program.page.locator('.filter-panel'))
  }

  async sort(column: string, order: string): Promise<void> {
    const panel = await this.openFilter(column)
    await panel.getByRole('button', { name: order }).click()
    await expect(panel).toBeHidden()
  }

  /** Leaves only these values ticked. */
  async filterValues(column: string, values: readonly string[]): Promise<void> {
    const panel = await this.openFilter(column)
    await panel.getByRole('checkbox', { name: '(Chọn tất cả)' }).uncheck()
    for (const value of values) await panel.getByRole('checkbox', { name: value }).check()
    await this.apply()
  }

  async filterBy(column: string, kind: string, fields: Readonly<Record<string, string>> = {}): Promise<void> {
    const panel = await this.openFilter(column)
    await panel.getByRole('combobox', { name: 'Cách lọc' }).selectOption({ label: kind })
    for (const [label, text] of Object.entries(fields)) await panel.getByLabel(label, { exact: true }).fill(text)
    await this.apply()
  }

  async apply(): Promise<void> {
    await this.panel().getByRole('button', { name: 'Lọc', exact: true }).click()
    await expect(this.panel()).toBeHidden()
  }

  bar(): Locator {
    return this.grid.root.getByRole('region', { name: 'Đang lọc và sắp xếp' })
  }

  tags(): Locator {
    return this.bar().getByRole('listitem')
  }

  findBar(): Locator {
    return this.grid.root.getByRole('search')
  }

  async export(item: 'Xuất ra Excel…' | 'In…' | 'Lưu thành PDF…'): Promise<void> {
    await this.program.page.getByRole('button', { name: 'Xuất', exact: true }).click()
    await this.program.page.getByRole('menuitem', { name: item }).click()
  }

  async openColumns(): Promise<Locator> {
    await this.program.page.getByRole('button', { name: 'Chọn cột hiển thị' }).click()
    const panel = this.program.page.locator('.columns-panel')
    await expect(panel).toBeVisible()
    return panel
  }
}
