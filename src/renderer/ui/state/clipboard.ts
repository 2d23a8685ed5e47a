import { callHost } from '#renderer/api/bridge.ts'

/** What the system's clipboard holds. */
export interface ClipboardContent {
  readonly text: string
  readonly html: string
}

/**
 * Reads the clipboard without a key pressed for it (a menu's "Dán"): pages may not, so the program around the
 * window does. Null when it could not.
 */
export async function readClipboard(): Promise<ClipboardContent | null> {
  const answer = await callHost('host.readClipboard', {})
  return answer.ok ? answer.value : null
}

/** Puts both forms of a table on the clipboard; false when it could not. */
export async function writeClipboard(content: ClipboardContent): Promise<boolean> {
  const answer = await callHost('host.writeClipboard', content)
  return answer.ok
}
