/**
 * What a chart looks like, before anything is written: the same few marks become SVG on the screen, in the preview and
 * in the Word file, vectors in a PDF and dots in the picture older programs show. Lengths are pixels, 96 to the inch,
 * from the upper left corner. What tells two marks apart is lightness, hatching or stroke, never colour alone: offices
 * print in grey.
 */
export interface Drawing {
  readonly width: number
  readonly height: number
  /** Painted in order on white paper. */
  readonly shapes: readonly Shape[]
}

/** A drawing with what it says to somebody who does not see it. */
export interface Chart extends Drawing {
  readonly title: string
  readonly description: string
}

export type Point = readonly [x: number, y: number]

export type Shape =
  | {
      readonly kind: 'line'
      readonly from: Point
      readonly to: Point
      readonly stroke: string
      readonly width: number
      /** Lengths of stroke and gap; empty is a full line. */
      readonly dash: readonly number[]
    }
  | {
      readonly kind: 'rect'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly fill: string
      readonly stroke: string | null
    }
  | {
      readonly kind: 'polyline'
      readonly points: readonly Point[]
      readonly stroke: string
      readonly width: number
      readonly dash: readonly number[]
    }
  | { readonly kind: 'dot'; readonly x: number; readonly y: number; readonly r: number; readonly fill: string }
  | {
      readonly kind: 'text'
      readonly x: number
      /** The line the letters stand on. */
      readonly y: number
      readonly text: string
      readonly anchor: 'start' | 'middle' | 'end'
      readonly bold: boolean
      readonly size: number
      readonly fill: string
      /** Id of the figure it prints; null for words and scales. */
      readonly figure: string | null
    }

export type TextShape = Extract<Shape, { kind: 'text' }>

export const INK = '#1b1b1b'
export const FAINT_INK = '#5c5c5c'
export const GRID = '#d0d0d0'
export const TRACK = '#e6e6e6'
export const DONE = '#1f5a96'
export const PAPER = '#ffffff'

/** Of letters nobody gives a size; in a document drawn a little larger than life about 10 points. */
export const TEXT_SIZE = 12

interface TextStyle {
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly bold?: boolean
  readonly fill?: string
  readonly size?: number
  readonly figure?: string | null
}

/** `y` is the line the letters stand on. */
export function textShape(x: number, y: number, text: string, style: TextStyle = {}): Shape {
  const { anchor = 'start', bold = false, fill = INK, size = TEXT_SIZE, figure = null } = style
  return { kind: 'text', x: round(x), y: round(y), text, anchor, bold, size, fill, figure }
}

export function rectShape(x: number, y: number, width: number, height: number, fill: string, stroke?: string): Shape {
  const [w, h] = [round(Math.max(0, width)), round(Math.max(0, height))]
  return { kind: 'rect', x: round(x), y: round(y), width: w, height: h, fill, stroke: stroke ?? null }
}

interface LineStyle {
  readonly stroke?: string
  readonly width?: number
  readonly dash?: readonly number[]
}

export function lineShape(from: Point, to: Point, style: LineStyle = {}): Shape {
  const { stroke = INK, width = 1, dash = [] } = style
  return { kind: 'line', from: roundPoint(from), to: roundPoint(to), stroke, width, dash }
}

export function polylineShape(points: readonly Point[], style: LineStyle = {}): Shape {
  const { stroke = INK, width = 2, dash = [] } = style
  return { kind: 'polyline', points: points.map(roundPoint), stroke, width, dash }
}

export function dotShape([x, y]: Point, r: number, fill: string): Shape {
  return { kind: 'dot', x: round(x), y: round(y), r, fill }
}

/** Between two strokes of a hatching: far enough to stay lines on a copier. */
const HATCH = 5

/**
 * A white box with slanting strokes in it. The strokes are lines of their own, cut at the box's edges: patterns of SVG
 * are drawn by few programs, lines by all.
 */
export function hatchedShapes(x: number, y: number, width: number, height: number): Shape[] {
  const [w, h] = [Math.max(0, width), Math.max(0, height)]
  const strokes: Shape[] = []
  for (let at = HATCH; at < w + h; at += HATCH) {
    const from: Point = at <= h ? [x, y + at] : [x + at - h, y + h]
    const to: Point = at <= w ? [x + at, y] : [x + w, y + at - w]
    strokes.push(lineShape(from, to, { stroke: FAINT_INK, width: 1 }))
  }
  return [rectShape(x, y, w, h, PAPER), ...strokes, outline(x, y, w, h)]
}

/** Four strokes around a box whose inside is painted already. */
function outline(x: number, y: number, w: number, h: number): Shape {
  return polylineShape(
    [
      [x, y],
      [x + w, y],
      [x + w, y + h],
      [x, y + h],
      [x, y],
    ],
    { width: 1 },
  )
}

function roundPoint([x, y]: Point): Point {
  return [round(x), round(y)]
}

/** One decimal is finer than any printer here; more would make the text differ between machines. */
function round(value: number): number {
  return Math.round(value * 10) / 10
}

/** Share of its size a letter is wide on the average: faces of the screen, and Times New Roman in documents. */
const LETTER = { screen: 0.53, print: 0.46 } as const
export type Lettering = keyof typeof LETTER

export function textLength(text: string, size: number, lettering: Lettering): number {
  return [...text].length * size * LETTER[lettering]
}

/**
 * Cuts a name to what fits, with "…". Letters of a proportional face are guessed by their average; names of units are
 * long before they are wide, so the guess may be a little generous.
 */
export function fitText(
  text: string,
  width: number,
  size: number = TEXT_SIZE,
  lettering: Lettering = 'screen',
): string {
  const room = Math.max(1, Math.floor(width / (size * LETTER[lettering])))
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
