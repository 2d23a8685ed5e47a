import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { OpenedFiles, packagesIn } from '#main/hosts/electron/opened-files.ts'

describe('files the system asks the program to open', () => {
  it('are the packages on the line, as whole paths; options and data files are none', () => {
    const folder = path.resolve('/nhận')
    expect(
      packagesIn(['.', '--sample', 'a.chitieu', 'b.CHITIEU', 'c.chitieu-db', 'd.xlsx', '-x.chitieu'], folder),
    ).toEqual([path.join(folder, 'a.chitieu'), path.join(folder, 'b.CHITIEU')])
  })

  it('wait until the window takes them, each once', () => {
    let told = 0
    const opened = new OpenedFiles(() => (told += 1))
    opened.add([])
    expect(told).toBe(0)
    opened.add(['a', 'b'])
    opened.add(['b', 'c'])
    expect(told).toBe(2)
    expect(opened.take()).toEqual(['a', 'b', 'c'])
    expect(opened.take()).toEqual([])
  })
})
