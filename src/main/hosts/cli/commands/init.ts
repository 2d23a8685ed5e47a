import fs from 'node:fs'
import path from 'node:path'
import { fail, type AppResult, type ErrorCode } from '#shared/contract/errors.ts'
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
    const made = args.flag('sample')
      ? await backend.call('file.createSample', { file: dbFile })
      : await backend.call('file.create', { file: dbFile, setup: { name, unitScheme: 'since-2025-07' } })
    if (!made.ok) return made
    const from = args.value('from')
    if (from !== undefined) return beginFrom(backend, made.value.file ?? dbFile, from, args.value('passphrase') ?? null)
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
  from: string,
  passphrase: string | null,
): Promise<AppResult<CommandOutput>> {
  const applied = await backend.call('exchange.apply', { files: [from], passphrase })
  const outcome = applied.ok ? applied.value.files[0] : undefined
  if (!applied.ok || outcome?.status !== 'applied') {
    backend.close()
    for (const name of [file, `${file}-wal`, `${file}-shm`]) fs.rmSync(name, { force: true })
    if (!applied.ok) return applied
    return outcome?.error == null
      ? fail('PACKAGE_FOREIGN', { file: path.basename(from), what: 'tệp chưa nhận được' })
      : { ok: false, error: { ...outcome.error, code: outcome.error.code as ErrorCode } }
  }
  const site = await backend.call('exchange.site', {})
  if (!site.ok) return site
  const { unit, unitName, id, mode } = site.value
  return ok({
    value: { ...outcome, file, name: unitName, sample: false, unit, site: id, mode },
    text: `Đã lập dữ liệu của “${unitName}” tại ${file}\n${tellOutcome(outcome)}`,
  })
}
