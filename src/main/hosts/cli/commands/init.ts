import { fail } from '#shared/contract/errors.ts'
import { ok } from '#shared/kit/result.ts'
import type { Command } from '../command.ts'

const DEFAULT_NAME = 'Liên đoàn Lao động tỉnh'

export const initCommand: Command = {
  name: ['init'],
  usage: '--db TỆP [--sample] [--name TÊN]',
  summary: 'Lập tệp dữ liệu mới: một tỉnh trống, hoặc tỉnh mẫu (--sample)',
  options: { values: ['name'], flags: ['sample'] },
  db: 'none',
  async run(backend, args, { dbFile }) {
    if (dbFile === null) return fail('OPTION_MISSING', { name: 'db' })
    const name = args.value('name') ?? DEFAULT_NAME
    const made = args.flag('sample')
      ? await backend.call('file.createSample', { file: dbFile })
      : await backend.call('file.create', { file: dbFile, setup: { name, unitScheme: 'since-2025-07' } })
    if (!made.ok) return made
    const { file, provinceName } = made.value
    return ok({
      value: { file, name: provinceName, sample: made.value.isSample },
      text: `Đã lập dữ liệu “${provinceName}” tại ${file}`,
    })
  },
}
