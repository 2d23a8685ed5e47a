import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { runProcess } from '#tests/support/cli.ts'
import { beginUnit, openOffice } from '#tests/support/exchange/offices.ts'

test('a folder stands for the files in it that units could have sent', { timeout: 120_000 }, async () => {
  const province = await openOffice({ untilClosed: true })
  try {
    await province.call('units.add', { code: 'XA-A', name: 'Công đoàn xã An Bình', type: 'CD_XA', parent: 'TINH' })
    const a = await beginUnit(province, 'XA-A')
    await a.call('enterprises.add', {
      cells: [
        { column: 'name', value: 'Công ty May Xa' },
        { column: 'unit', value: 'XA-A' },
      ],
    })
    const folder = path.join(province.folder, 'tháng 9')
    fs.mkdirSync(folder)
    for (const name of ['2.chitieu', '1.chitieu'])
      fs.copyFileSync((await a.make({ kind: 'survey' })).file, path.join(folder, name))
    fs.writeFileSync(path.join(folder, 'ghi chú.txt'), 'đã gọi điện')
    const told = await runProcess(['package', 'apply', folder, '--db', province.file, '--json'], province.folder)
    expect(told.code).toBe(0)
    const { files } = JSON.parse(told.out) as { files: readonly { file: string; status: string }[] }
    expect(files.map(({ file, status }) => `${file} ${status}`).toSorted()).toEqual([
      '1.chitieu applied',
      '2.chitieu applied',
    ])
  } finally {
    province.close()
  }
})
