import type { OverviewFigure } from '#shared/contract/overview.ts'
import type { BandTone } from '#shared/domain/results/bands.ts'
import { overviewText } from '#renderer/text/overview.ts'

type Standing = Pick<OverviewFigure['standings'][number], 'pace' | 'band'>

/** How a figure stands: the office's own word for it, else whether it keeps pace with time. */
export function stateOf({ pace, band }: Standing): { readonly word: string; readonly tone: BandTone } | null {
  if (band !== null) return { word: band.name, tone: band.tone }
  return pace === null ? null : { word: overviewText.paces[pace], tone: pace }
}

/** "▼ Cần đôn đốc": sign and word say it, colour only repeats it. */
export function StateWord({ of }: { readonly of: Standing }) {
  const state = stateOf(of)
  if (state === null) return null
  const sign = overviewText.signs[state.tone]
  return (
    <span className={`state-word state-${state.tone}`}>
      {sign === '' ? null : <span aria-hidden="true">{`${sign} `}</span>}
      {state.word}
    </span>
  )
}
