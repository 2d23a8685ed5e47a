import type { Drawing, Point, Shape, TextShape } from '#shared/domain/charts/drawing.ts'
import type { Font, Glyph } from 'fontkit'
import type { FontFiles } from '../pdf/fonts.ts'
import { openFonts } from '../pdf/plain-font.ts'
import { createDots, type Dots, fillOutline, type Outline } from './fill-outline.ts'
import type { Colour } from './palette.ts'
import { circle, strokeOutline } from './stroke-outline.ts'
import { writePng } from './write-png.ts'

/** Dots to a pixel of the drawing: about 170 to the inch on paper, so that small letters stay letters. */
const SCALE = 2

/**
 * A drawing as dots, for programs that do not draw SVG (Word before 2016, most viewers). Letters are those of the
 * documents' own font, so that every Vietnamese letter is there whatever the machine has.
 */
export function paintPng(drawing: Drawing, files: FontFiles): Buffer {
  const dots = createDots(Math.ceil(drawing.width * SCALE), Math.ceil(drawing.height * SCALE))
  const fonts = openFonts(files)
  const fontOf = (bold: boolean): Font => {
    const font = fonts.get(bold ? 'bold' : 'regular')
    if (font === undefined) throw new Error('the regular and the bold face are always there')
    return font.source
  }
  for (const shape of drawing.shapes) paintShape(dots, shape, fontOf)
  return writePng(dots, 96 * SCALE)
}

function paintShape(dots: Dots, shape: Shape, fontOf: (bold: boolean) => Font): void {
  const paint = (outline: Outline, colour: string): void => {
    const scaled = outline.map((points) => points.map((length) => length * SCALE))
    fillOutline(dots, scaled, colourOf(colour))
  }
  switch (shape.kind) {
    case 'line':
      return paint(strokeOutline([shape.from, shape.to], shape.width, shape.dash), shape.stroke)
    case 'polyline':
      return paint(strokeOutline(shape.points, shape.width, shape.dash), shape.stroke)
    case 'rect': {
      const corners = cornersOf(shape)
      if (shape.width > 0) paint([corners.flat()], shape.fill)
      const [first] = corners
      if (shape.stroke !== null && first !== undefined) paint(strokeOutline([...corners, first], 1, []), shape.stroke)
      return
    }
    case 'dot':
      return paint([circle([shape.x, shape.y], shape.r)], shape.fill)
    case 'text':
      return paint(letters(shape, fontOf(shape.bold)), shape.fill)
  }
}

function cornersOf({ x, y, width, height }: Extract<Shape, { kind: 'rect' }>): Point[] {
  return [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ]
}

/** Outlines of a line of text, letter after letter as Word sets them. */
function letters({ text, x, y, size, anchor }: TextShape, font: Font): Outline {
  const scale = size / font.unitsPerEm
  const glyphs = [...text.normalize('NFC')].map((letter) => font.glyphForCodePoint(letter.codePointAt(0) ?? 0))
  const width = glyphs.reduce((sum, { advanceWidth }) => sum + advanceWidth, 0) * scale
  let left = x - (anchor === 'start' ? 0 : anchor === 'end' ? width : width / 2)
  return glyphs.flatMap((glyph) => {
    const at = left
    left += glyph.advanceWidth * scale
    // Letters stand upright in a font, pictures count downwards.
    return outlineOf(glyph).map((points) =>
      points.map((length, index) => (index % 2 === 0 ? at + length * scale : y - length * scale)),
    )
  })
}

/** A chart prints the same letters again and again; their curves are laid into straight pieces once. */
const outlines = new WeakMap<Glyph, Outline>()

function outlineOf(glyph: Glyph): Outline {
  const known = outlines.get(glyph)
  if (known !== undefined) return known
  const outline: number[][] = []
  for (const { command, args } of glyph.path.commands) {
    const open = outline.at(-1)
    if (command === 'moveTo' || open === undefined) outline.push([...args])
    else open.push(...curveTo(open, args))
  }
  outlines.set(glyph, outline)
  return outline
}

/** Straight pieces a curve is drawn with: letters are a few dots high. */
const PIECES = 4

/** The end of a straight stroke, or points along a curve of one control point (TrueType) or two. */
function curveTo(outline: readonly number[], to: readonly number[]): number[] {
  if (to.length <= 2) return [...to]
  const from = outline.slice(-2)
  const controls = [from, ...pairs(to)]
  return Array.from({ length: PIECES }, (_, index) => along(controls, (index + 1) / PIECES)).flat()
}

function pairs(points: readonly number[]): number[][] {
  return points.flatMap((_, index) => (index % 2 === 0 ? [points.slice(index, index + 2)] : []))
}

/** The point of a Bézier curve a share of the way along it (de Casteljau). */
function along(points: readonly (readonly number[])[], share: number): number[] {
  const [first = [0, 0], ...rest] = points
  if (rest.length === 0) return [...first]
  const between = rest.map((point, index) =>
    point.map((length, axis) => {
      const before = points[index]?.[axis] ?? 0
      return before + (length - before) * share
    }),
  )
  return along(between, share)
}

function colourOf(written: string): Colour {
  const value = Number.parseInt(written.slice(1), 16)
  return [(value >> 16) & 0xff, (value >> 8) & 0xff, value & 0xff]
}
