import type { Output, ParsedInput } from '#shared/contract/index.ts'
import type { AppResult } from '#shared/contract/errors.ts'
import { describeBand, tidyBands, tidyThresholds } from '#shared/domain/enterprises/size-bands.ts'
import { ok } from '#shared/kit/result.ts'
import { writeSettings } from '../settings.ts'
import type { CommandContext, QueryContext } from '../service.ts'
import { addTo, emptyCounts } from './counts.ts'
import { readSizeBands, SIZE_BANDS_SETTING } from './registry-catalogue.ts'
import { openView } from './registry-view.ts'
import { ENTERPRISE_LABELS } from './text.ts'

export function getSizeBands({ store }: QueryContext): AppResult<Output<'sizeBands.get'>> {
  const { bands, thresholds } = readSizeBands(store)
  return ok({ bands: [...bands], thresholds: [...thresholds] })
}

export function setSizeBands(
  { store }: CommandContext,
  input: ParsedInput<'sizeBands.set'>,
): AppResult<Output<'sizeBands.set'>> {
  const before = readSizeBands(store)
  const bands = [...(input.bands === undefined ? before.bands : tidyBands(input.bands))]
  const thresholds = [...(input.thresholds === undefined ? before.thresholds : tidyThresholds(input.thresholds))]
  store.write({ kind: 'sizeBands.set', label: ENTERPRISE_LABELS.sizeBands() }, (tx) => {
    writeSettings(tx, { [SIZE_BANDS_SETTING]: JSON.stringify({ bands, thresholds }) })
    return null
  })
  return ok({ bands, thresholds })
}

export function countSizeBands(
  context: QueryContext,
  { unit, asOf }: ParsedInput<'sizeBands.counts'>,
): AppResult<Output<'sizeBands.counts'>> {
  const opened = openView(context, { sort: [], filters: [], unit, search: '', asOf, round: null })
  if (!opened.ok) return opened
  const { rows, column, index } = opened.value
  const { bands, thresholds } = index.catalogue().sizes
  const inBand = column('sizeBand')
  const workers = column('workers')
  const members = column('members')
  const unions = column('hasUnion')
  const counted = (from: number) => ({ from, withoutUnion: 0, ...emptyCounts() })
  const byBand = new Map(bands.map((from) => [from, { ...counted(from), text: describeBand(bands, from) }]))
  const byThreshold = thresholds.map(counted)
  const unknown = { withoutUnion: 0, ...emptyCounts() }
  for (const row of rows) {
    const size = workers.get(row)
    const member = members.get(row)
    const lacksUnion = unions.get(row) === true ? 0 : 1
    const band = inBand.get(row)
    const line = typeof band === 'number' ? (byBand.get(band) ?? unknown) : unknown
    addTo(line, size, member)
    line.withoutUnion += lacksUnion
    for (const threshold of byThreshold) {
      if (typeof size !== 'number' || size < threshold.from) continue
      addTo(threshold, size, member)
      threshold.withoutUnion += lacksUnion
    }
  }
  return ok({ bands: [...byBand.values()], unknown, thresholds: byThreshold })
}
