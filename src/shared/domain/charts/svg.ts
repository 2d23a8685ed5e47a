/**
 * The few marks our charts are drawn with. A chart is text: the same bytes stand on the screen, go to the printer and
 * into the Word document. Colours differ in lightness first, so that a grey print still tells them apart.
 */
export const INK = '#1b1b1b'
export const FAINT_INK = '#5c5c5c'
export const GRID = '#d0d0d0'
export const TRACK = '#e6e6e6'
export const DONE = '#1f5a96'
export const BEHIND = '#9c9c9c'
export const FONT = "'Times New Roman', 'Liberation Serif', serif"
/** Of the screen; documents pass FONT. */
export const SCREEN_FONT = "'Segoe UI', 'Open Sans', 'Liberation Sans', sans-serif"

/** What a chart says to somebody who does not see it, and how wide it is in pixels (96 to the inch). */
export interface ChartFrame {
  readonly title: string
  readonly description: string
  readonly width: number
  readonly font?: string
  /** Told apart where several charts stand on one page. */
  readonly id: string
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

export function drawChart(frame: ChartFrame, height: number, body: readonly string[]): string {
  const { id, width, font = FONT, title, description } = frame
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${id}-title ${id}-desc" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escapeXml(font)}" font-size="12">`,
    `<title id="${id}-title">${escapeXml(title)}</title>`,
    `<desc id="${id}-desc">${escapeXml(description)}</desc>`,
    `<rect x="0" y="0" width="${width}" height="${height}" fill="#ffffff"/>`,
    ...body,
    '</svg>',
  ].join('')
}

interface TextStyle {
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly weight?: 'normal' | 'bold'
  readonly fill?: string
  readonly size?: number
}

/** `y` is the line the letters stand on. */
export function drawText(x: number, y: number, text: string, style: TextStyle = {}): string {
  const { anchor = 'start', weight = 'normal', fill = INK, size } = style
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" fill="${fill}"${weight === 'bold' ? ' font-weight="bold"' : ''}${size === undefined ? '' : ` font-size="${size}"`}>${escapeXml(text)}</text>`
}

export function drawRect(x: number, y: number, width: number, height: number, fill: string, stroke?: string): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(Math.max(0, width))}" height="${round(height)}" fill="${fill}"${stroke === undefined ? '' : ` stroke="${stroke}"`}/>`
}

interface LineStyle {
  readonly stroke?: string
  readonly width?: number
  readonly dash?: string
}

export function drawLine(x1: number, y1: number, x2: number, y2: number, style: LineStyle = {}): string {
  const { stroke = INK, width = 1, dash } = style
  return `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" stroke="${stroke}" stroke-width="${width}"${dash === undefined ? '' : ` stroke-dasharray="${dash}"`}/>`
}

export function drawPath(points: readonly (readonly [number, number])[], style: LineStyle = {}): string {
  const { stroke = INK, width = 2, dash } = style
  const d = points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join(' ')
  return `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}"${dash === undefined ? '' : ` stroke-dasharray="${dash}"`}/>`
}

/** One decimal is finer than any printer here; more would make the text differ between machines. */
function round(value: number): number {
  return Math.round(value * 10) / 10
}

/**
 * Cuts a name to what fits, with "…". Letters of a proportional face are half as wide as high on the average; names of
 * units are long before they are wide, so the guess may be a little generous.
 */
export function fitText(text: string, width: number, size = 12): string {
  const room = Math.max(1, Math.floor(width / (size * 0.53)))
  const letters = [...text]
  if (letters.length <= room) return text
  return `${letters
    .slice(0, room - 1)
    .join('')
    .trimEnd()}…`
}

/** A scale's round steps from 0 to at least `most`: 1.348 → 0, 500, 1.000, 1.500. */
export function scaleSteps(most: number, count = 4): readonly number[] {
  if (!(most > 0)) return [0, 1]
  const rough = most / count
  const magnitude = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * magnitude).find((size) => size >= rough) ?? rough
  const steps: number[] = []
  for (let at = 0; at < Math.ceil(most / step - 1e-9) + 1; at += 1) steps.push(Number((at * step).toPrecision(12)))
  return steps
}
