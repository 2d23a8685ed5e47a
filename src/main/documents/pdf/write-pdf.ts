import { setImmediate as nextTurn } from 'node:timers/promises'
import type { PreviewDocument, PreviewPage } from '#shared/domain/documents/preview.ts'
import type { PDFDocument } from 'pdfkit'
import type { Measure } from './break-lines.ts'
import { type Atom, flowBlocks, LINES, type Mark } from './flow.ts'
import { type Face, FACES, type FontFiles, type PlainFont } from './fonts.ts'
import { drawDrawing } from './draw-drawing.ts'
import { paginate } from './paginate.ts'

const POINTS_A_MM = 72 / 25.4
const LANGUAGE = 'vi-VN'

/**
 * The pages of a laid out document as PDF: fonts embedded, text that can be searched and copied, page numbers by
 * section, headings as bookmarks. Between pages others get their turn.
 */
export async function writePdf(document: PreviewDocument, fonts: FontFiles, made: Date = new Date()): Promise<Buffer> {
  // The library is large; loaded here it costs nothing at start.
  const [{ default: Pdf }, { openFonts }] = await Promise.all([import('pdfkit'), import('./plain-font.ts')])
  const opened = openFonts(fonts)
  const fontOf = (face: Face): PlainFont => {
    const font = opened.get(face)
    if (font === undefined) throw new Error(`no font for ${face}`)
    return font
  }
  const pdf = new Pdf({
    font: fontOf('regular').source,
    autoFirstPage: false,
    lang: LANGUAGE,
    displayTitle: true,
    pdfVersion: '1.7',
    info: {
      Title: document.title,
      Author: document.issuer,
      Subject: document.title,
      Keywords: document.keywords.join(', '),
      CreationDate: made,
      ModDate: made,
    },
  })
  for (const face of FACES) pdf.registerFont(face, fontOf(face).source)
  const chunks: Buffer[] = []
  const whole = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    pdf.on('end', () => resolve(Buffer.concat(chunks)))
    pdf.on('error', reject)
  })
  const measure = createMeasure(fontOf)
  for (const { page, blocks } of document.sections) {
    const width = (page.widthMm - page.leftMm - page.rightMm) * POINTS_A_MM
    const room = (page.heightMm - page.topMm - page.bottomMm) * POINTS_A_MM
    const pages = paginate(flowBlocks(blocks, width, room, measure), room)
    for (const [index, placed] of pages.entries()) {
      pdf.addPage({ size: [page.widthMm * POINTS_A_MM, page.heightMm * POINTS_A_MM], margin: 0 })
      drawPageNumber(pdf, page, index + 1, measure)
      const at = (y: number): Place => ({ left: page.leftMm * POINTS_A_MM, top: page.topMm * POINTS_A_MM + y, measure })
      for (const { atom, y } of placed) drawAtom(pdf, atom, at(y))
      await nextTurn()
    }
  }
  pdf.end()
  return whole
}

/** Widths of words are asked for again and again; each is measured once, at a size of 1000. */
function createMeasure(fontOf: (face: Face) => PlainFont): Measure {
  const known = new Map<string, number>()
  return (text, face, size) => {
    const key = `${face} ${text}`
    const width = known.get(key) ?? fontOf(face).widthOf(text, 1000)
    known.set(key, width)
    return (width * size) / 1000
  }
}

/** Upper left corner of an atom on its page, points. */
interface Place {
  readonly left: number
  readonly top: number
  readonly measure: Measure
}

function drawAtom(pdf: PDFDocument, { marks, bookmark }: Atom, place: Place): void {
  if (bookmark !== null) pdf.outline.addItem(bookmark)
  for (const mark of marks) drawMark(pdf, mark, place)
}

function drawMark(pdf: PDFDocument, mark: Mark, { left, top, measure }: Place): void {
  const x = left + mark.x
  const y = top + mark.y
  switch (mark.kind) {
    case 'text': {
      const { text, face, size, underlined, width } = mark.piece
      drawText(pdf, text, face, size, x, y)
      if (underlined) line(pdf, x, y + size * 0.12, width, size * 0.05)
      return
    }
    case 'rule':
      return line(pdf, x, y, mark.width, mark.thick)
    case 'drawing':
      return drawDrawing(pdf, mark.drawing, { x, y, scale: mark.scale }, measure)
    case 'box':
      pdf.lineWidth(LINES.cell).rect(x, y, mark.width, mark.height).stroke()
  }
}

function line(pdf: PDFDocument, x: number, y: number, width: number, thick: number): void {
  pdf
    .lineWidth(thick)
    .moveTo(x, y)
    .lineTo(x + width, y)
    .stroke()
}

function drawText(pdf: PDFDocument, text: string, face: Face, size: number, x: number, y: number): void {
  pdf.font(face).fontSize(size).text(text, x, y, { lineBreak: false, baseline: 'alphabetic' })
}

/** Arabic number, upright, centred in the upper margin (NĐ 30/2020, Phụ lục I, mục I.7). */
function drawPageNumber(pdf: PDFDocument, page: PreviewPage, number: number, measure: Measure): void {
  if ((number === 1 && page.numberHiddenOnFirst) || page.numberSize === 0) return
  const text = String(number)
  const size = page.numberSize
  const left = page.leftMm * POINTS_A_MM
  const width = (page.widthMm - page.leftMm - page.rightMm) * POINTS_A_MM
  const x = left + (width - measure(text, 'regular', size)) / 2
  drawText(pdf, text, 'regular', size, x, page.numberFromTopMm * POINTS_A_MM + size * 0.891)
}
