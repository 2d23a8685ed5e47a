import type { ElectronApplication } from 'playwright/test'

/** What another program puts on the clipboard, or finds there. */
export interface ClipboardContent {
  readonly text: string
  readonly html: string
}

/** Electron up to 44: at once, both forms by name. */
interface OldClipboard {
  readonly write: (data: { readonly text: string; readonly html?: string }) => void
  readonly readText: () => string
  readonly readHTML: () => string
}

export async function writeSystemClipboard(
  app: ElectronApplication,
  content: { readonly text: string; readonly html?: string },
): Promise<void> {
  await app.evaluate(async (electron, { text, html }) => {
    const isOld = 'readHTML' in electron.clipboard
    if (isOld) {
      const old = electron.clipboard as unknown as OldClipboard
      old.write(html === undefined ? { text } : { text, html })
      return
    }
    const forms = html === undefined ? { 'text/plain': text } : { 'text/plain': text, 'text/html': html }
    await electron.clipboard.write([new electron.ClipboardItem(forms)])
  }, content)
}

export function readSystemClipboard(app: ElectronApplication): Promise<ClipboardContent> {
  return app.evaluate(async ({ clipboard }) => {
    if ('readHTML' in clipboard) {
      const old = clipboard as unknown as OldClipboard
      return { text: old.readText(), html: old.readHTML() }
    }
    const [item] = await clipboard.read()
    const form = async (type: string): Promise<string> => {
      if (item?.types.includes(type) !== true) return ''
      const data = await item.getType(type)
      return data instanceof Blob ? data.text() : ''
    }
    return { text: await form('text/plain'), html: await form('text/html') }
  })
}
