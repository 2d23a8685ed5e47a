import type { Locator, Page } from 'playwright/test'
import type { Grid } from './grid.ts'

/** Presses keys one after another: "Shift+ArrowDown ×2". */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    const [name = '', times = '1'] = key.split(' ×')
    for (let at = 0; at < Number(times); at += 1) await page.keyboard.press(name)
  }
}

export function selected(grid: Grid): Locator {
  return grid.root.locator('.ag-cell[aria-selected="true"]')
}

export async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  await from.hover()
  await page.mouse.down()
  await to.hover()
  await page.mouse.up()
}
