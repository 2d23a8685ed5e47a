/** The dialog on top of the others, the search over everything too; null when none lies above the screen. */
export function openDialog(): HTMLElement | null {
  return [...document.querySelectorAll<HTMLElement>('[role="dialog"][aria-modal="true"]')].at(-1) ?? null
}

export function isDialogOpen(): boolean {
  return openDialog() !== null
}
