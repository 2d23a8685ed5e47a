import type { Locator } from 'playwright/test'
import type { Program } from './program.ts'

/** The dialog "Sáp nhập, chia tách…", step by step. */
export class ChangePage {
  private readonly program: Program

  constructor(program: Program) {
    this.program = program
  }

  async open(): Promise<void> {
    await this.program.button('Sáp nhập, chia tách…').first().click()
  }

  step(): Locator {
    return this.program.dialog().locator('.change-step')
  }

  async choose(kind: string): Promise<void> {
    await this.program.dialog().getByRole('radio', { name: kind }).check()
  }

  async check(...names: readonly string[]): Promise<void> {
    for (const name of names) await this.program.dialog().getByRole('checkbox', { name }).check()
  }

  field(label: string): Locator {
    return this.program.dialog().getByLabel(label, { exact: true })
  }

  async next(): Promise<void> {
    await this.program.dialog().getByRole('button', { name: 'Tiếp tục' }).click()
  }

  apply(): Locator {
    return this.program.dialog().getByRole('button', { name: 'Thực hiện' })
  }

  /** The line of the table of totals that begins with the words: before, after, difference. */
  async total(label: string): Promise<readonly string[]> {
    const row = this.program
      .dialog()
      .getByRole('table', { name: 'Tổng số ngày hiệu lực' })
      .getByRole('row')
      .filter({ hasText: label })
      .first()
    return (await row.getByRole('cell').allInnerTexts()).slice(1)
  }
}
