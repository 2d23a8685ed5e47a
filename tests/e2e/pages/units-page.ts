import type { Locator } from 'playwright/test'
import { Grid } from './grid.ts'
import type { Program } from './program.ts'

export interface NewUnit {
  readonly name: string
  readonly code?: string
  readonly type?: string
  readonly parent?: string
  readonly from?: string
}

export class UnitsPage {
  readonly grid: Grid
  private readonly program: Program

  constructor(program: Program) {
    this.program = program
    this.grid = new Grid(program.page, 'units')
  }

  /** Units shown, without the empty line for a new one. */
  rows(): Locator {
    return this.grid.root.locator('.ag-grid-scrolling-rows .ag-row:not([row-id^="new:"])')
  }

  code(): Locator {
    return this.program.dialog().getByLabel('Mã')
  }

  async openAdd(): Promise<void> {
    await this.program.button('Thêm đơn vị').first().click()
  }

  async describe(unit: NewUnit): Promise<void> {
    const dialog = this.program.dialog()
    await dialog.getByLabel('Tên đơn vị').fill(unit.name)
    if (unit.code !== undefined) await this.code().fill(unit.code)
    if (unit.type !== undefined) await dialog.getByLabel('Loại đơn vị').selectOption({ label: unit.type })
    if (unit.parent !== undefined) await dialog.getByLabel('Trực thuộc').selectOption(unit.parent)
    if (unit.from !== undefined) await dialog.getByLabel('Hoạt động từ ngày').fill(unit.from)
  }

  async save(): Promise<void> {
    await this.program.dialog().getByRole('button', { name: 'Lưu' }).click()
  }

  async add(unit: NewUnit): Promise<void> {
    await this.openAdd()
    await this.describe(unit)
    await this.save()
    await this.program.dialog().waitFor({ state: 'detached' })
  }
}
