import { callHost } from '#renderer/api/bridge.ts'

/** What the system's clipboard holds. */
export interface ClipboardContent {
  readonly text: string
  readonly html: string
}

/** The window hears of it within milliseconds; without any answer the host is gone. */
const LONGEST_WAIT_MS = 5000

/** Reads the clipboard without a key pressed for it: a menu's "Dán". Null when it could not. */
export function readClipboard(): Promise<ClipboardContent | null> {
  return hear('paste', (data) => ({ text: data.getData('text/plain'), html: data.getData('text/html') }))
}

/** Puts both forms of a table on the clipboard; false when it could not. No html: the text alone. */
export async function writeClipboard({ text, html }: ClipboardContent): Promise<boolean> {
  const done = await hear('copy', (data) => {
    data.setData('text/plain', text)
    if (html !== '') data.setData('text/html', html)
    return true
  })
  return done ?? false
}

/** Has the host do the act and takes the event it makes here, before anybody else hears of it. */
async function hear<T>(act: 'copy' | 'paste', take: (data: DataTransfer) => T): Promise<T | null> {
  let stop = (): void => undefined
  const heard = new Promise<T | null>((resolve) => {
    const listener = (event: ClipboardEvent): void => {
      if (event.clipboardData === null) return
      event.preventDefault()
      event.stopImmediatePropagation()
      stop()
      resolve(take(event.clipboardData))
    }
    const timer = setTimeout(() => {
      stop()
      resolve(null)
    }, LONGEST_WAIT_MS)
    stop = () => {
      clearTimeout(timer)
      window.removeEventListener(act, listener, { capture: true })
    }
    window.addEventListener(act, listener, { capture: true })
  })
  const asked = await callHost('host.editClipboard', { act })
  if (asked.ok) return heard
  stop()
  return null
}
