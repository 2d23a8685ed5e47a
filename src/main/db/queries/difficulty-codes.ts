import { CODE_SEPARATOR } from '#shared/domain/enterprises/cell-text.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import type { ReadStore } from '../store.ts'

/**
 * Tells the reasons of the catalogue a difficulty in words names, as the codes an observation keeps; null when it is
 * told in other words. The words themselves are always kept.
 */
export function prepareDifficultyCodes({ sqlite }: Pick<ReadStore, 'sqlite'>): (text: string | null) => string | null {
  const rows = sqlite
    .prepare<[], [code: string, name: string]>(
      `SELECT code, name FROM reasons WHERE kind = 'difficulty' ORDER BY sort_order, code`,
    )
    .raw()
    .all()
  const byName = new Map(rows.map(([code, name]) => [foldText(name), code]))
  return (text) => {
    if (text === null) return null
    const whole = byName.get(foldText(text))
    if (whole !== undefined) return whole
    const codes = text.split(/[;\n]/).map((part) => byName.get(foldText(part)))
    return codes.includes(undefined) ? null : [...new Set(codes)].join(CODE_SEPARATOR)
  }
}
