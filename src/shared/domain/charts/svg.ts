import type { Chart, Shape } from './drawing.ts'

/** Of documents: the face of the text around the chart. */
export const PRINT_FONT = "'Times New Roman', 'Liberation Serif', serif"
export const SCREEN_FONT = "'Segoe UI', 'Open Sans', 'Liberation Sans', sans-serif"

export interface SvgFrame {
  readonly font?: string
  /** Told apart where several charts stand on one page. */
  readonly id: string
}

/**
 * A drawing as SVG text, without scripts, styles and patterns, so that the screen, Word and LibreOffice draw the same.
 * `width` and `height` are those of the drawing unless a size is given in another unit: "165mm".
 */
export function writeSvg(
  drawing: Chart,
  { id, font = PRINT_FONT }: SvgFrame,
  size: { readonly width: string; readonly height: string } = {
    width: String(drawing.width),
    height: String(drawing.height),
  },
): string {
  const { width, height, title, description, shapes } = drawing
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${id}-title"${description === '' ? '' : ` aria-describedby="${id}-desc"`} width="${size.width}" height="${size.height}" viewBox="0 0 ${width} ${height}" font-family="${escapeXml(font)}">`,
    `<title id="${id}-title">${escapeXml(title)}</title>`,
    ...(description === '' ? [] : [`<desc id="${id}-desc">${escapeXml(description)}</desc>`]),
    `<rect x="0" y="0" width="${width}" height="${height}" fill="#ffffff"/>`,
    ...shapes.map(writeShape),
    '</svg>',
  ].join('')
}

function writeShape(shape: Shape): string {
  switch (shape.kind) {
    case 'line': {
      const { from, to, stroke, width, dash } = shape
      return `<line x1="${from[0]}" y1="${from[1]}" x2="${to[0]}" y2="${to[1]}" stroke="${stroke}" stroke-width="${width}"${dashed(dash)}/>`
    }
    case 'rect': {
      const { x, y, width, height, fill, stroke } = shape
      return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"${stroke === null ? '' : ` stroke="${stroke}"`}/>`
    }
    case 'polyline': {
      const points = shape.points.map(([x, y]) => `${x},${y}`).join(' ')
      return `<polyline points="${points}" fill="none" stroke="${shape.stroke}" stroke-width="${shape.width}"${dashed(shape.dash)}/>`
    }
    case 'dot':
      return `<circle cx="${shape.x}" cy="${shape.y}" r="${shape.r}" fill="${shape.fill}"/>`
    case 'text': {
      const { x, y, text, anchor, bold, size, fill, figure } = shape
      return `<text x="${x}" y="${y}" text-anchor="${anchor}" fill="${fill}" font-size="${size}"${bold ? ' font-weight="bold"' : ''}${figure === null ? '' : ` data-figure="${escapeXml(figure)}"`}>${escapeXml(text)}</text>`
    }
  }
}

function dashed(dash: readonly number[]): string {
  return dash.length === 0 ? '' : ` stroke-dasharray="${dash.join(' ')}"`
}

/** Signs XML gives a meaning are written out; control signs XML does not know are left out. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '')
}
