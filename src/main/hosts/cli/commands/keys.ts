import { fail } from '#shared/contract/errors.ts'
import { ok } from '#shared/kit/result.ts'
import type { Command } from '../command.ts'
import { readOptionalDate } from '../dates.ts'
import { EXCHANGE_TEXT, keyCells, roundCells } from '../text/exchange.ts'
import { writeTable } from '../text/table.ts'
import { readOptionalNumber } from '../values.ts'

export const keysListCommand: Command = {
  name: ['keys', 'list'],
  usage: '',
  summary: 'Chữ ký của các nơi đã gửi tệp, và của chính máy này',
  options: {},
  db: 'required',
  async run(backend) {
    const own = await backend.call('exchange.site', {})
    if (!own.ok) return own
    const keys = await backend.call('exchange.keys', {})
    if (!keys.ok) return keys
    const mine = `Máy này (${own.value.unitName}): ${own.value.fingerprint ?? 'chưa gửi, nhận tệp nào'}`
    const rows = keys.value.map(keyCells)
    const table = rows.length === 0 ? EXCHANGE_TEXT.noKeys : writeTable(EXCHANGE_TEXT.keyColumns, rows)
    return ok({ value: keys.value, text: `${mine}\n${table}` })
  },
}

export const keysTrustCommand: Command = {
  name: ['keys', 'trust'],
  usage: 'MÁY|ĐƠN-VỊ [--fingerprint "CHỮ KÝ"]',
  summary: 'Ghi nhận đã đọc đối chiếu chữ ký qua điện thoại; với chữ ký mới thì nhận chữ ký đó từ nay',
  options: { values: ['fingerprint'], words: [1, 1] },
  db: 'required',
  async run(backend, args) {
    const trusted = await backend.call('exchange.trust', {
      site: args.words[0] ?? '',
      fingerprint: args.value('fingerprint') ?? null,
    })
    if (!trusted.ok) return trusted
    return ok({ value: trusted.value, text: writeTable(EXCHANGE_TEXT.keyColumns, [keyCells(trusted.value)]) })
  },
}

export const siteCommand: Command = {
  name: ['site'],
  usage: '[--unit ĐƠN-VỊ] [--name TÊN-MÁY] [--new]',
  summary: 'Tệp dữ liệu này là của đơn vị nào; --new khi tệp được chép sang máy khác',
  options: { values: ['unit', 'name'], flags: ['new'] },
  db: 'required',
  async run(backend, args) {
    if (args.flag('new')) {
      const renewed = await backend.call('exchange.renewSite', {})
      if (!renewed.ok) return renewed
    }
    const unit = args.value('unit') ?? null
    const name = args.value('name') ?? null
    const site =
      unit === null && name === null
        ? await backend.call('exchange.site', {})
        : await backend.call('exchange.setSite', { unit, name })
    if (!site.ok) return site
    const { unitName, mode, fingerprint, id } = site.value
    const text = [
      `${unitName} (${mode === 'province' ? 'cấp tỉnh' : 'một đơn vị'})`,
      `Máy: ${id ?? 'chưa gửi, nhận tệp nào'}`,
      `Chữ ký: ${fingerprint ?? ''}`,
    ].join('\n')
    return ok({ value: site.value, text })
  },
}

export const opinionsSetCommand: Command = {
  name: ['opinions', 'set'],
  usage: 'CHỈ-TIÊU[=SỐ ĐỀ NGHỊ] [--agree] [--note Ý-KIẾN] [--plan MÃ] [--unit ĐƠN-VỊ] [--assigner MÃ]',
  summary: 'Ghi ý kiến của đơn vị về dự thảo chỉ tiêu',
  options: { values: ['note', 'plan', 'unit', 'assigner'], flags: ['agree'], words: [1, 1] },
  db: 'required',
  async run(backend, args) {
    const [word = ''] = args.words
    const [indicator = '', number] = word.split('=')
    const proposed = readOptionalNumber(number)
    if (!proposed.ok) return proposed
    const said = await backend.call('exchange.setOpinion', {
      plan: args.value('plan') ?? null,
      unit: args.value('unit') ?? null,
      indicator,
      assigner: args.value('assigner') ?? null,
      agreed: args.flag('agree'),
      proposed: proposed.value,
      note: args.value('note') ?? null,
    })
    if (!said.ok) return said
    return ok({ value: said.value, text: writeTable(EXCHANGE_TEXT.roundColumns, [roundCells(said.value)]) })
  },
}

export const commitmentsSignCommand: Command = {
  name: ['commitments', 'sign'],
  usage: '--by NGƯỜI-KÝ [--position CHỨC-VỤ] [--number SỐ] [--on NGÀY] [--plan MÃ] [--unit ĐƠN-VỊ]',
  summary: 'Ký bản cam kết đã nhận, trước khi gửi lại',
  options: { values: ['by', 'position', 'number', 'on', 'plan', 'unit', 'note'] },
  db: 'required',
  async run(backend, args) {
    const by = args.value('by')
    if (by === undefined) return fail('OPTION_MISSING', { name: 'by' })
    const on = readOptionalDate(args.value('on'))
    if (!on.ok) return on
    const signed = await backend.call('exchange.signCommitment', {
      by,
      position: args.value('position') ?? null,
      number: args.value('number') ?? null,
      on: on.value,
      plan: args.value('plan') ?? null,
      unit: args.value('unit') ?? null,
      note: args.value('note') ?? null,
    })
    if (!signed.ok) return signed
    return ok({
      value: signed.value,
      text: `Đã ghi ${signed.value.signedBy} ký cam kết kế hoạch ${signed.value.plan}.`,
    })
  },
}
