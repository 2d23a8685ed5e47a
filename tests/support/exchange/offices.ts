import path from 'node:path'
import type { ApplyOutcome } from '#shared/contract/exchange-rows.ts'
import type { Input, Output } from '#shared/contract/index.ts'
import { openTestBackend, type TestBackend } from '#tests/support/backend.ts'
import { parseHere } from '#tests/support/hostile/parse-here.ts'

export interface Office extends TestBackend {
  /** Makes a package and answers its file. */
  readonly make: (input: Omit<Input<'exchange.make'>, 'file'>) => Promise<Output<'exchange.make'>>
  /** Takes one file over and answers what came of it; a refusal fails the test. */
  readonly take: (file: string, input?: Partial<Input<'exchange.apply'>>) => Promise<ApplyOutcome>
  /** The code of the refusal. */
  readonly refuseFile: (file: string, input?: Partial<Input<'exchange.apply'>>) => Promise<string>
}

let made = 0

export async function openOffice(wanted: Parameters<typeof openTestBackend>[0] = {}): Promise<Office> {
  const opened = await openTestBackend({ ...wanted, options: { foreign: { start: parseHere }, ...wanted.options } })
  const take: Office['take'] = async (file, input) => {
    const applied = await opened.call('exchange.apply', { files: [file], ...input })
    const [outcome] = applied.files
    if (outcome === undefined || outcome.error !== null)
      throw new Error(`${path.basename(file)}: ${outcome?.error?.code}: ${outcome?.error?.message}`)
    return outcome
  }
  return {
    ...opened,
    take,
    make: (input) =>
      opened.call('exchange.make', { ...input, file: path.join(opened.folder, `goi-${++made}.chitieu`) }),
    refuseFile: async (file, input) => {
      const applied = await opened.call('exchange.apply', { files: [file], ...input })
      const code = applied.files[0]?.error?.code
      if (code === undefined) throw new Error(`not refused: ${JSON.stringify(applied.files[0])}`)
      return code
    },
  }
}

/** A province of two communes with a plan, and a data file for each of them. */
export async function openOffices(): Promise<{ readonly province: Office; readonly a: Office; readonly b: Office }> {
  const province = await openOffice()
  for (const [code, name] of [
    ['XA-A', 'Công đoàn xã An Bình'],
    ['XA-B', 'Công đoàn xã Bình Minh'],
  ] as const)
    await province.call('units.add', { code, name, type: 'CD_XA', parent: 'TINH', validFrom: '2024-01-01' })
  await province.call('plans.add', { code: '2024', kind: 'year', from: '2024-01-01', to: '2024-12-31' })
  return { province, a: await beginUnit(province, 'XA-A'), b: await beginUnit(province, 'XA-B') }
}

/** A data file of a unit, begun from what the province sends. */
export async function beginUnit(province: Office, unit: string, untilClosed = false): Promise<Office> {
  const office = await openOffice({ name: 'Tệp mới', untilClosed })
  const { file } = await province.make({ kind: 'catalogue', unit })
  await office.take(file)
  return office
}
