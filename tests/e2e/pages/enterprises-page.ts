import { expect, type Locator } from 'playwright/test'
import { Grid, numberOf } from './grid.ts'
import type { Program } from './program.ts'

/** The registry and the import into it. */
export class EnterprisesPage {
  readonly grid: Grid
  private readonly program: Program

  constructor(program: Program) {
    this.program = program
    this.grid = new Grid(program.page, 'enterprises')
  }

  summary(): Locator {
    return this.program.page.getByText(/doanh nghiệp · .* lao động/)
  }

  async startImport(file: string): Promise<void> {
    await this.program.answerOpenDialog(file)
    await this.program.button('Nhập danh sách').first().click()
  }

  /** The number beside a name in the preview: "Doanh nghiệp mới" → 420. */
  async count(name: string): Promise<number> {
    const box = this.program
      .dialog()
      .locator('.import-count', { has: this.program.page.getByText(name, { exact: true }) })
    return numberOf(await box.locator('dd').innerText())
  }

  createUnits(): Locator {
    return this.program.dialog().getByRole('checkbox')
  }

  async openTab(name: RegExp): Promise<void> {
    await this.program.dialog().getByRole('tab', { name }).click()
  }

  tabGrid(name: string): Grid {
    return new Grid(this.program.page, name)
  }

  dialogButton(name: string): Locator {
    return this.program.dialog().getByRole('button', { name })
  }

  async waitForPreview(): Promise<void> {
    await expect(this.program.dialog().getByText('Dòng đọc được')).toBeVisible({ timeout: 30_000 })
  }

  /** Applies what is previewed and closes the summary; answers its text. */
  async apply(button: 'Nhập danh sách' | 'Nhập các dòng đúng'): Promise<string> {
    await this.dialogButton(button).click()
    await expect(this.program.dialog()).toContainText('Đã nhập danh sách', { timeout: 60_000 })
    const said = await this.program.dialog().innerText()
    await this.dialogButton('Đóng').click()
    return said
  }
}
