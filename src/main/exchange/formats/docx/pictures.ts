import type { Drawing, Point, Shape } from '#shared/domain/charts/drawing.ts'
import type { WordPicture } from '#shared/domain/documents/word-file.ts'
import { child, descendants, type Element, numberOf } from './element.ts'

const EMU_A_MM = 36_000
/** Our own charts have some hundred marks. */
const MOST_SHAPES = 5_000

/** A picture in the text or beside it, as its paragraph has it. */
export interface PlacedPicture extends Pick<WordPicture, 'alt' | 'widthMm' | 'heightMm'> {
  /** The relation of its vectors; null for one that has only dots. */
  readonly svg: string | null
}

/** Pictures of a paragraph, without those of a text box: drawn lines and shapes are none. */
export function picturesIn(paragraph: Element): PlacedPicture[] {
  return [...descendants(paragraph, 'inline'), ...descendants(paragraph, 'anchor')].flatMap((frame) => {
    if (descendants(frame, 'pic').length === 0) return []
    const extent = child(frame, 'extent')?.attributes
    const size = (emu: string | undefined): number => Math.round(((numberOf(emu) ?? 0) / EMU_A_MM) * 1000) / 1000
    return [
      {
        alt: child(frame, 'docPr')?.attributes['descr'] ?? '',
        widthMm: size(extent?.['cx']),
        heightMm: size(extent?.['cy']),
        svg: descendants(frame, 'svgBlip')[0]?.attributes['embed'] ?? null,
      },
    ]
  })
}

/** The marks of a chart this program drew; null for any other SVG, which may hold anything. */
export function readDrawing(svg: Element): Drawing | null {
  const [, , width, height] = (svg.attributes['viewBox'] ?? '').split(' ').map(Number)
  if (svg.name !== 'svg' || !isLength(width) || !isLength(height)) return null
  const marks = svg.children.filter(({ name }) => name !== 'title' && name !== 'desc')
  const [paper, ...rest] = marks
  if (paper?.name !== 'rect' || rest.length > MOST_SHAPES) return null
  const shapes: Shape[] = []
  for (const mark of rest) {
    const shape = readShape(mark)
    if (shape === null) return null
    shapes.push(shape)
  }
  return { width, height, shapes }
}

function readShape({ name, attributes, text }: Element): Shape | null {
  const number = (key: string): number => Number(attributes[key] ?? Number.NaN)
  const fill = colourOf(attributes['fill'])
  const stroke = colourOf(attributes['stroke'])
  const dash = (attributes['stroke-dasharray'] ?? '').split(' ').filter(Boolean).map(Number)
  const width = number('stroke-width')
  switch (name) {
    case 'line':
      if (stroke === null) return null
      return whole({
        kind: 'line',
        from: [number('x1'), number('y1')],
        to: [number('x2'), number('y2')],
        stroke,
        width,
        dash,
      })
    case 'polyline': {
      if (stroke === null) return null
      const points = (attributes['points'] ?? '').split(' ').map((pair): Point => {
        const [x = Number.NaN, y = Number.NaN] = pair.split(',').map(Number)
        return [x, y]
      })
      return whole({ kind: 'polyline', points, stroke, width, dash })
    }
    case 'rect':
      if (fill === null) return null
      return whole({
        kind: 'rect',
        x: number('x'),
        y: number('y'),
        width: number('width'),
        height: number('height'),
        fill,
        stroke,
      })
    case 'circle':
      return fill === null ? null : whole({ kind: 'dot', x: number('cx'), y: number('cy'), r: number('r'), fill })
    case 'text': {
      const anchor = attributes['text-anchor']
      if (fill === null || (anchor !== 'start' && anchor !== 'middle' && anchor !== 'end')) return null
      return whole({
        kind: 'text',
        x: number('x'),
        y: number('y'),
        text,
        anchor,
        bold: attributes['font-weight'] === 'bold',
        size: number('font-size'),
        fill,
        figure: attributes['data-figure'] ?? null,
      })
    }
    default:
      return null
  }
}

/** Null where a length of it is none. */
function whole(shape: Shape): Shape | null {
  const lengths = Object.values(shape).flat(2)
  return lengths.some((value) => typeof value === 'number' && !isLength(value)) ? null : shape
}

/** Far past any paper; what is beyond would only be drawn to trouble the writer. */
const LONGEST = 100_000

function isLength(value: number | undefined): value is number {
  return value !== undefined && Number.isFinite(value) && Math.abs(value) <= LONGEST
}

function colourOf(written: string | undefined): string | null {
  return written !== undefined && /^#[0-9a-f]{6}$/iu.test(written) ? written : null
}
