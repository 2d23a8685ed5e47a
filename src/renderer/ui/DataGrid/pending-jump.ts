/**
 * A Ctrl+arrow over rows that are not loaded is still looking for its end. Excel takes keys one after another: what
 * is pressed meanwhile is meant for the cell the jump ends at, never for the one it left.
 */
const pending = new WeakMap<object, Promise<void>>()

/**
 * `owner`: the table's range. A jump over rows that could not be read ends where it began; why they could not was told
 * where they are read, and the keys behind it go on.
 */
export function noteJump(owner: object, jump: Promise<void>): void {
  const end = (): void => {
    if (pending.get(owner) === ended) pending.delete(owner)
  }
  const ended = jump.then(end, end)
  pending.set(owner, ended)
}

/** Resolves when the table stands still; null when it does. */
export function jumpOf(owner: object): Promise<void> | null {
  return pending.get(owner) ?? null
}

const WAITING_KEYS: ReadonlySet<string> = new Set([
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'Enter',
  'Tab',
  'Delete',
  'Backspace',
  'F2',
])
const WAITING_WITH_CTRL: ReadonlySet<string> = new Set(['a', 'd', 'r', ';', '-', '+', '=', ' '])

/** Keys that are about the active cell. Those of the window (search, undo, save) and of the clipboard go on at once. */
export function waitsForJump(event: KeyboardEvent): boolean {
  if (WAITING_KEYS.has(event.key)) return true
  if (event.ctrlKey || event.metaKey) return WAITING_WITH_CTRL.has(event.key.toLowerCase())
  return !event.altKey && [...event.key].length === 1
}
