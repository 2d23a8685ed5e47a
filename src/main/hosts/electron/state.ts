import fs from 'node:fs'
import path from 'node:path'
import { app } from 'electron'

/** What the window remembers between starts. None of it is the clerk's data: losing it costs nothing. */
export interface WindowState {
  readonly lastFile?: string | null
  /** 1 is 100 %. */
  readonly zoom?: number
  readonly bounds?: {
    readonly x?: number
    readonly y?: number
    readonly width: number
    readonly height: number
    readonly maximized: boolean
  }
}

function stateFile(): string {
  return path.join(app.getPath('userData'), 'window.json')
}

export function readState(): WindowState {
  try {
    const stored: unknown = JSON.parse(fs.readFileSync(stateFile(), 'utf8'))
    return typeof stored === 'object' && stored !== null ? stored : {}
  } catch {
    return {}
  }
}

export function writeState(change: WindowState): void {
  const file = stateFile()
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(`${file}.moi`, JSON.stringify({ ...readState(), ...change }))
    fs.renameSync(`${file}.moi`, file)
  } catch {
    // A full or read-only profile must not keep the clerk from working.
  }
}
