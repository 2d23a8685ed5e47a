import type { Locator } from 'playwright/test'
import type { Program } from './program.ts'

export class DocumentsPage {
  private readonly program: Program

  constructor(program: Program) {
    this.program = program
  }

  types(): Locator {
    return this.program.page.getByRole('region', { name: 'Soạn văn bản mới' }).getByRole('button')
  }

  made(): Locator {
    return this.program.page.getByRole('table', { name: 'Văn bản đã tạo' }).locator('tbody tr')
  }

  register(): Locator {
    return this.program.page.getByRole('table', { name: 'Sổ văn bản' })
  }

  /** A choice of the menu of the document made last. */
  async act(name: string): Promise<void> {
    await this.made()
      .first()
      .getByRole('button', { name: /^Việc khác/ })
      .click()
    await this.program.page.getByRole('menuitem', { name }).click()
  }

  async chooseFile(file: string): Promise<void> {
    await this.program.answerSaveDialog(file)
    await this.program.dialog().getByRole('button', { name: 'Chọn nơi lưu…' }).click()
  }

  async make(): Promise<void> {
    await this.program.dialog().getByRole('button', { name: 'Tạo văn bản' }).click()
  }
}
