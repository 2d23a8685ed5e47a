import type { Locator } from 'playwright/test'
import { Grid } from './grid.ts'
import type { Program } from './program.ts'

/** Grassroots unions: the list, decisions, the panel of one. */
export class UnionsPage {
  readonly grid: Grid
  private readonly program: Program

  constructor(program: Program) {
    this.program = program
    this.grid = new Grid(program.page, 'unions')
  }

  summary(): Locator {
    return this.program.page.getByText(/công đoàn cơ sở đang hoạt động/)
  }

  search(): Locator {
    return this.program.page.getByRole('searchbox', { name: 'Tìm tên, doanh nghiệp, số quyết định' })
  }

  panel(): Locator {
    return this.program.page.getByRole('complementary', { name: 'Chi tiết công đoàn cơ sở' })
  }

  field(name: string): Locator {
    // What must be filled has a star behind its name.
    return this.program.dialog().getByLabel(new RegExp(`^${name}\\s*\\*?$`))
  }

  async submit(name: string): Promise<void> {
    await this.program.dialog().getByRole('button', { name, exact: true }).click()
    await this.program.dialog().waitFor({ state: 'detached' })
  }
}
