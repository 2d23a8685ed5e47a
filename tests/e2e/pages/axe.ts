import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright/test'

/** Serious and critical findings of axe, each with its first element, so that a failure can be read. */
export async function seriousFindings(page: Page): Promise<readonly string[]> {
  // Electron opens no second page for axe to put its parts together in.
  const axe = new AxeBuilder({ page }).setLegacyMode()
  // Fluent UI's focus traps: hidden from readers on purpose, they hand the focus on the moment they get it.
  // A tip that is fading away is neither here nor there.
  const { violations } = await axe.exclude('[data-tabster-dummy]').exclude('.ag-tooltip-hiding').analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help} – ${nodes.length} × ${nodes[0]?.html.slice(0, 200) ?? ''}`)
}
