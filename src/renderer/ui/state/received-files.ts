import { create } from 'zustand'

/** Files that came in by a double click or were dropped onto the window, until the screen of exchange takes them. */
export const useReceivedFiles = create<{ readonly files: readonly string[] }>(() => ({ files: [] }))

export function receiveFiles(files: readonly string[]): void {
  useReceivedFiles.setState((before) => ({ files: [...new Set([...before.files, ...files])] }))
}

/** Reads them and forgets them. */
export function takeReceivedFiles(): readonly string[] {
  const { files } = useReceivedFiles.getState()
  if (files.length > 0) useReceivedFiles.setState({ files: [] })
  return files
}
