import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { BandRow } from '#shared/contract/campaigns.ts'
import { BAND_MEASURES, BAND_TONES } from '#shared/domain/results/bands.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import { formatDate, formatPercent } from '#shared/domain/text/format.ts'
import { ok } from '#shared/kit/result.ts'
import type { Command } from '../command.ts'
import { readDates } from '../dates.ts'
import { BAND_MEASURE_WORDS } from '../text/progress.ts'
import { writeTable } from '../text/table.ts'
import { readNumber } from '../values.ts'

const FORM = 'TÊN:percent|pace:NGƯỠNG:behind|slow|pace|reached|exceeded'

/**
 * Shows or replaces the words for how well a target is kept. They are tried in the order given, so that the highest
 * stands first: --set "Vượt:percent:>100:exceeded" --set "Khá:percent:50:pace" --set "Chậm:percent:0:behind".
 */
export const progressBandsCommand: Command = {
  name: ['progress', 'bands'],
  usage: `--db TỆP [--set "${FORM}"]… [--from NGÀY] [--to NGÀY] [--usual]`,
  summary:
    'Các mức tiến độ theo % chỉ tiêu (percent) hoặc so với thời gian đã qua (pace); --set ghi lại cả danh sách, --usual dùng lại các mức thường dùng',
  options: { values: ['from', 'to'], lists: ['set'], flags: ['usual'] },
  db: 'required',
  async run(backend, args) {
    const dates = readDates(args, ['from', 'to'])
    if (!dates.ok) return dates
    const bands: BandRow[] = []
    for (const text of args.list('set')) {
      const band = readBand(text)
      if (!band.ok) return band
      bands.push({ ...band.value, validFrom: dates.value.from, validTo: dates.value.to })
    }
    const answered =
      bands.length > 0 || args.flag('usual')
        ? await backend.call('bands.set', { bands })
        : await backend.call('bands.list', {})
    if (!answered.ok) return answered
    const rows = answered.value.map((band) => [
      band.name,
      BAND_MEASURE_WORDS[band.measure],
      `${band.above ? 'trên' : 'từ'} ${formatPercent(band.bound)}`,
      band.tone,
      band.validFrom === null ? null : formatDate(band.validFrom),
      band.validTo === null ? null : formatDate(band.validTo),
    ])
    return ok({
      value: answered.value,
      text: writeTable(['Mức', 'Tính theo', 'Ngưỡng', 'Màu', 'Từ ngày', 'Đến ngày'], rows),
    })
  },
}

function readBand(text: string): AppResult<Omit<BandRow, 'validFrom' | 'validTo'>> {
  const [name = '', measureText = '', boundText = '', toneText = '', ...rest] = text
    .split(':')
    .map((part) => part.trim())
  const measure = BAND_MEASURES.find((known) => known === measureText)
  const tone = BAND_TONES.find((known) => known === toneText)
  const [, sign = '', number = ''] = /^(>=?|≥)?\s*(.+?)\s*%?$/u.exec(boundText) ?? []
  if (name === '' || measure === undefined || tone === undefined || number === '' || rest.length > 0)
    return fail('OPTION_CHOICE', { name: 'set', text, values: FORM })
  const bound = readNumber(number)
  if (!bound.ok) return bound
  const code = foldText(name)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .toUpperCase()
  return ok({ code, name, measure, bound: bound.value, above: sign === '>', tone })
}
