import type { Drawing } from '#shared/domain/charts/drawing.ts'

/** A portrait text block of the rule sets, twips; on landscape paper a picture does not grow beyond it. */
const WIDEST = 9354
/** Higher than two thirds of a page it would leave no room for what speaks of it. */
const HIGHEST = 9600

/** How large a drawing stands on the page: as wide as the text, smaller where it would be too high. Twips. */
export function pictureSize(
  drawing: Drawing,
  contentWidth: number,
): { readonly width: number; readonly height: number } {
  const scale = Math.min(Math.min(contentWidth, WIDEST) / drawing.width, HIGHEST / drawing.height)
  return { width: Math.floor(drawing.width * scale), height: Math.floor(drawing.height * scale) }
}
