import { Grid } from './grid.ts'
import type { Program } from './program.ts'

export class ResultsPage {
  readonly grid: Grid
  readonly report: Grid
  private readonly program: Program

  constructor(program: Program) {
    this.program = program
    this.grid = new Grid(program.page, 'results')
    this.report = new Grid(program.page, 'report')
  }

  async openReport(): Promise<void> {
    await this.program.button('Nhập báo cáo').first().click()
  }

  async saveReport(): Promise<void> {
    await this.program.dialog().getByRole('button', { name: 'Lưu báo cáo' }).click()
    await this.program.dialog().waitFor({ state: 'detached' })
  }
}
