import { expect, type Locator, type Page } from 'playwright/test'

/** A table by its stable name, its cells by the ids of row and column. */
export class Grid {
  readonly page: Page
  readonly root: Locator

  constructor(page: Page, name: string) {
    this.page = page
    this.root = page.locator(`[data-grid="${name}"]`)
  }

  cell(rowId: string, column: string): Locator {
    return this.root.locator(`.ag-row[row-id="${rowId}"] [col-id="${column}"]`)
  }

  /** The rows of data on screen that have come, without those pinned at the foot and the empty line for a new one. */
  rows(): Locator {
    return this.root.locator('.ag-grid-scrolling-rows .ag-row[row-id]:not(.grid-draft)')
  }

  /** A row of data that shows the text; the empty line shows it too while it is being made a row. */
  row(text: string): Locator {
    return this.root.locator('.ag-row:not(.grid-draft)', { hasText: text })
  }

  /** Id of the one row that holds the text. */
  async idOf(text: string): Promise<string> {
    const id = await this.row(text).first().getAttribute('row-id')
    if (id === null) throw new Error(`no row with ${text}`)
    return id
  }

  /** Types over a cell as in Excel: select, type, Enter. */
  async type(rowId: string, column: string, text: string): Promise<void> {
    await this.select(rowId, column)
    await this.page.keyboard.type(text)
    await this.page.keyboard.press('Enter')
  }

  async select(rowId: string, column: string): Promise<void> {
    const cell = this.cell(rowId, column)
    await this.scrollTo(cell)
    await cell.click()
    await expect(cell).toHaveClass(/grid-current/)
  }

  /** Columns far to the side have no elements until the table is scrolled there. */
  private async scrollTo(cell: Locator): Promise<void> {
    const viewport = this.root.locator('.ag-grid-viewport')
    await expect(this.root.locator('.ag-row').first()).toBeVisible()
    const width = await viewport.evaluate((element) => element.scrollWidth)
    for (let left = 0; (await cell.count()) === 0 && left < width; left += 300) {
      await viewport.evaluate((element, to) => element.scrollTo({ left: to }), left)
      await this.page.waitForTimeout(50)
    }
    await cell.scrollIntoViewIfNeeded()
  }

  async openMenu(rowId: string, column: string, item: string | RegExp): Promise<void> {
    const cell = this.cell(rowId, column)
    await this.scrollTo(cell)
    await cell.click({ button: 'right' })
    await this.page.getByRole('menuitem', { name: item }).click()
  }

  /** The numbers a column shows, as numbers; empty cells left out. */
  async numbers(column: string, rowIds: readonly string[]): Promise<readonly number[]> {
    const texts = await Promise.all(rowIds.map((id) => this.cell(id, column).innerText()))
    return texts.filter((text) => text.trim() !== '').map(numberOf)
  }

  /** The number at the left of a row: a click selects the row. */
  rowNumber(rowId: string): Locator {
    return this.cell(rowId, '#')
  }

  header(column: string): Locator {
    return this.root.locator(`.ag-header-cell[col-id="${column}"]`)
  }

  /** Rows of data, loaded or not, without the empty line for a new one. */
  async rowCount(): Promise<number> {
    const all = Number(await this.root.locator('[role="grid"],[role="treegrid"]').getAttribute('aria-rowcount'))
    const around = await this.root.locator('.ag-header-row, .ag-row-pinned').count()
    return all - around - ((await this.root.getAttribute('data-takes-rows')) === 'true' ? 1 : 0)
  }

  /** Columns of data. */
  async columnCount(): Promise<number> {
    const all = await this.root.locator('[role="grid"],[role="treegrid"]').getAttribute('aria-colcount')
    return Number(all) - 1
  }

  /** The text field that holds the keyboard's focus for the active cell. */
  field(): Locator {
    return this.root.locator('.grid-field')
  }

  foot(): Locator {
    return this.root.getByRole('alert')
  }
}

/** "10.800" → 10800, "65,7%" → 65.7. */
export function numberOf(text: string): number {
  return Number(text.replace(/[^\d,-]/g, '').replace(',', '.'))
}
