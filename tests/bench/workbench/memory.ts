import fs from 'node:fs'

/**
 * Proportional memory (PSS) in MB of a process and all it started: a page shared by four processes counts a quarter
 * in each, so that the sum is what the program costs the machine. Null where the system does not tell (not Linux).
 */
export function sumMemory(root: number): number | null {
  if (!fs.existsSync('/proc/self/smaps_rollup')) return null
  const children = new Map<number, number[]>()
  for (const name of fs.readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const parent = parentOf(name)
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  let total = 0
  const visit = (pid: number): void => {
    total += proportionalOf(pid)
    for (const child of children.get(pid) ?? []) visit(child)
  }
  visit(root)
  return Math.round(total / 102.4) / 10
}

/** A process may be gone between being listed and being read. */
function readProc(file: string): string | null {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

function parentOf(pid: string): number | null {
  const stat = readProc(`/proc/${pid}/stat`)
  // The name in brackets may hold anything; the fields after the last bracket do not.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields?.[1] === undefined ? null : Number(fields[1])
}

/** In kB. */
function proportionalOf(pid: number): number {
  const match = /^Pss:\s+(\d+) kB/m.exec(readProc(`/proc/${pid}/smaps_rollup`) ?? '')
  return match === null ? 0 : Number(match[1])
}
