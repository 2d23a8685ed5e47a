import type { Locator } from 'playwright/test'
import { Grid, numberOf } from './grid.ts'
import type { Program } from './program.ts'

export function unitRow(code: string): string {
  return `unit:${code}`
}

export class TargetsPage {
  readonly grid: Grid
  readonly allocation: Grid
  private readonly program: Program

  constructor(program: Program) {
    this.program = program
    this.grid = new Grid(program.page, 'targets')
    this.allocation = new Grid(program.page, 'allocation')
  }

  total(indicator: string): Locator {
    return this.grid.root.locator(`.ag-row-pinned [col-id="${indicator}"]`).first()
  }

  difference(indicator: string): Locator {
    return this.grid.root.locator(`.ag-row-pinned [col-id="${indicator}"]`).nth(1)
  }

  async openAllocation(): Promise<void> {
    await this.program.button('Phân bổ').click()
  }

  allocationField(label: string): Locator {
    return this.program.dialog().getByLabel(label)
  }

  /** Numbers of a column of the preview, TỔNG CỘNG last. */
  async allocationColumn(column: string): Promise<{ readonly units: readonly number[]; readonly total: number }> {
    const { root } = this.allocation
    // The dialog is lower than its rows: they are read while scrolling through them.
    const values = new Map<string, number>()
    const viewport = root.locator('.ag-body-vertical-scroll-viewport')
    for (let step = 0; step < 12; step += 1) {
      const rows = await root
        .locator('.ag-grid-scrolling-rows .ag-row')
        .evaluateAll(
          (elements, name) =>
            elements.map((row) => [
              row.getAttribute('row-id') ?? '',
              row.querySelector(`[col-id="${name}"]`)?.textContent ?? '',
            ]),
          column,
        )
      for (const [id = '', text = ''] of rows) if (text !== '') values.set(id, numberOf(text))
      await root.locator('.ag-grid-scrolling-rows').hover()
      await this.program.page.mouse.wheel(0, 120)
      await viewport.page().waitForTimeout(40)
    }
    const total = await root.locator(`.ag-row-pinned [col-id="${column}"]`).innerText()
    return { units: [...values.values()], total: numberOf(total) }
  }

  async apply(): Promise<void> {
    await this.program.dialog().getByRole('button', { name: 'Ghi kết quả phân bổ' }).click()
    await this.program.dialog().waitFor({ state: 'detached' })
  }
}
