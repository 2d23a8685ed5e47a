import type { Drawing, Point, Shape } from '#shared/domain/charts/drawing.ts'
import type { PDFDocument } from 'pdfkit'
import type { Measure } from './break-lines.ts'
import type { Face } from './fonts.ts'

/** Upper left corner on the page and points to a pixel of the drawing. */
export interface DrawingPlace {
  readonly x: number
  readonly y: number
  readonly scale: number
}

/** Draws a chart's marks as vectors: sharp at every size, its words can be searched and copied. */
export function drawDrawing(pdf: PDFDocument, { shapes }: Drawing, place: DrawingPlace, measure: Measure): void {
  // Colours and dashes end with the chart; what follows on the page is black and full again.
  pdf.save()
  for (const shape of shapes) drawShape(pdf, shape, place, measure)
  pdf.restore()
}

function drawShape(pdf: PDFDocument, shape: Shape, { x, y, scale }: DrawingPlace, measure: Measure): void {
  const at = ([left, top]: Point): Point => [x + left * scale, y + top * scale]
  switch (shape.kind) {
    case 'line':
    case 'polyline': {
      const [first, ...rest] = (shape.kind === 'line' ? [shape.from, shape.to] : shape.points).map(at)
      if (first === undefined) return
      pdf.save()
      const [stroke, gap] = shape.dash
      if (stroke !== undefined) pdf.dash(stroke * scale, { space: (gap ?? stroke) * scale })
      pdf
        .lineWidth(shape.width * scale)
        .strokeColor(shape.stroke)
        .moveTo(first[0], first[1])
      for (const [left, top] of rest) pdf.lineTo(left, top)
      pdf.stroke().restore()
      return
    }
    case 'rect': {
      const [left, top] = at([shape.x, shape.y])
      pdf.rect(left, top, shape.width * scale, shape.height * scale)
      if (shape.stroke === null) pdf.fill(shape.fill)
      else pdf.lineWidth(scale).fillAndStroke(shape.fill, shape.stroke)
      return
    }
    case 'dot': {
      const [left, top] = at([shape.x, shape.y])
      pdf.circle(left, top, shape.r * scale).fill(shape.fill)
      return
    }
    case 'text': {
      const face: Face = shape.bold ? 'bold' : 'regular'
      const size = shape.size * scale
      const width = measure(shape.text, face, size)
      const [start, foot] = at([shape.x, shape.y])
      const left = start - (shape.anchor === 'start' ? 0 : shape.anchor === 'end' ? width : width / 2)
      pdf.font(face).fontSize(size).fillColor(shape.fill)
      pdf.text(shape.text, left, foot, { lineBreak: false, baseline: 'alphabetic' })
    }
  }
}
