import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { BackendEvent } from '#shared/contract/events.ts'

// The only bridge between the window and the rest: call, cancel, listen. Nothing of Electron itself crosses.
// The main process checks names and inputs again; refusing unknown names here keeps a broken page harmless early.

/** The main process derives the names from the contract and hands them over, so that no schema is loaded here. */
const OPERATIONS = '--chitieu-operations='
const names = process.argv.find((part) => part.startsWith(OPERATIONS))?.slice(OPERATIONS.length) ?? ''
const known = new Set(names.split(','))

contextBridge.exposeInMainWorld('chitieu', {
  /** Input and answer are JSON: a text crosses into the page at once, an object member by member. */
  call(name: string, input: string, job?: string): Promise<string> {
    if (!known.has(name)) return Promise.reject(new Error(`unknown operation ${name}`))
    return ipcRenderer.invoke('call', name, input, job) as Promise<string>
  },

  /** Where a file that was dropped onto the window lies; '' for one that lies nowhere. */
  pathOf(file: File): string {
    return webUtils.getPathForFile(file)
  },

  cancel(job: string): void {
    ipcRenderer.send('cancel', job)
  },

  /** Returns the function that stops listening. */
  on(listener: (event: BackendEvent) => void): () => void {
    const forward = (_: unknown, event: BackendEvent): void => listener(event)
    ipcRenderer.on('event', forward)
    return () => ipcRenderer.off('event', forward)
  },
})
