import { fail, type AppResult } from '#shared/contract/errors.ts'
import { ok } from '#shared/kit/result.ts'
import type { Backend } from '../../../backend.ts'
import type { Command, CommandOutput } from '../command.ts'
import { tellOutcome } from '../text/exchange.ts'

const DEFAULT_NAME = 'Liên đoàn Lao động tỉnh'

export const initCommand: Command = {
  name: ['init'],
  usage: '--db TỆP [--sample] [--name TÊN] [--from TỆP.chitieu]',
  summary: 'Lập tệp dữ liệu mới: một tỉnh trống, tỉnh mẫu (--sample), hoặc tệp của một đơn vị từ tệp tỉnh gửi (--from)',
  options: { values: ['name', 'from', 'passphrase'], flags: ['sample'] },
  db: 'none',
  async run(backend, args, { dbFile }) {
    if (dbFile === null) return fail('OPTION_MISSING', { name: 'db' })
    const name = args.value('name') ?? DEFAULT_NAME
    const from = args.value('from')
    const own = args.flag('sample') ? 'sample' : args.value('name') === undefined ? null : 'name'
    // What the province sent says whose file it becomes: another name beside it would be passed over.
    if (from !== undefined && own !== null) return fail('OPTION_TOGETHER', { name: 'from', other: own })
    if (from !== undefined) return beginFrom(backend, dbFile, from, args.value('passphrase') ?? null)
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

/** The file of a unit: what the province sent says who it is and what it needs. Refused, no file is left behind. */
async function beginFrom(
  backend: Backend,
  file: string,
  sent: string,
  passphrase: string | null,
): Promise<AppResult<CommandOutput>> {
  const made = await backend.call('file.createFromPackage', { file, sent, passphrase })
  if (!made.ok) return made
  const { outcome, unit, unitName, site } = made.value
  const described = await backend.call('exchange.site', {})
  if (!described.ok) return described
  return ok({
    value: { ...outcome, file: made.value.file, name: unitName, sample: false, unit, site, mode: described.value.mode },
    text: `Đã lập dữ liệu của “${unitName}” tại ${made.value.file ?? file}\n${tellOutcome(outcome)}`,
  })
}
