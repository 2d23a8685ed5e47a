import path from 'node:path'

/**
 * What each file is called in answers, findings and the history: its name, with as many folders before it as tell it
 * from others of the same name. Units send "Báo cáo tháng 6.xlsx", each in a folder of its own.
 */
export function callFiles(files: readonly string[]): readonly string[] {
  const parts = files.map((file) => path.resolve(file).normalize('NFC').split(path.sep).filter(Boolean))
  const named = (at: number, depth: number): string => (parts[at] ?? []).slice(-depth).join('/')
  return files.map((_, at) => {
    const others = parts.map((_other, other) => other).filter((other) => named(other, 1) === named(at, 1))
    let depth = 1
    while (
      depth < (parts[at]?.length ?? 0) &&
      others.some((other) => other !== at && named(other, depth) === named(at, depth))
    )
      depth += 1
    return named(at, depth)
  })
}

/** The name without the folders. */
export function bareName(called: string): string {
  return called.slice(called.lastIndexOf('/') + 1)
}
