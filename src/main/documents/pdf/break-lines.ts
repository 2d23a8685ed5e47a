import type { PreviewParagraph, PreviewRun } from '#shared/domain/documents/preview.ts'
import { type Face, faceOf } from './fonts.ts'

/** Points a text takes in one face and size. */
export type Measure = (text: string, face: Face, size: number) => number

/** A piece of one look at its place in a line. */
export interface Piece {
  readonly text: string
  readonly face: Face
  readonly size: number
  readonly underlined: boolean
  /** From the left edge the paragraph was given, points. */
  readonly x: number
  readonly width: number
}

export interface Line {
  readonly pieces: readonly Piece[]
  /** From the line's top to the next line's, and to the letters' foot. */
  readonly height: number
  readonly baseline: number
}

// Of Times New Roman and Liberation Serif alike, shares of the size: above the foot, below it, and a single line.
const ASCENT = 0.891
const DESCENT = 0.216
const SINGLE = 1.149

const POINTS_A_MM = 72 / 25.4

/** Some letters of one look. */
interface Bit {
  readonly text: string
  readonly run: PreviewRun
  readonly width: number
  /** Spaces only: a line may end here. */
  readonly isSpace: boolean
}

/** Bits no line ends between: "(" in one look and "28/7)" in another are one word. */
interface Word {
  readonly bits: readonly Bit[]
  readonly width: number
  readonly isSpace: boolean
}

/**
 * The lines of a paragraph `width` points wide, words at their places: broken at plain spaces as Word breaks them,
 * spread to both edges where the paragraph says so. A blank to be filled by hand (fixed spaces) is never broken.
 */
export function breakLines(paragraph: PreviewParagraph, width: number, measure: Measure): Line[] {
  const left = paragraph.leftMm * POINTS_A_MM
  const first = paragraph.firstLineMm * POINTS_A_MM
  const words = joinBits(bitsOf(paragraph, measure, width - left), width - left)
  if (words.length === 0) return [emptyLine(paragraph)]
  const lines: Line[] = []
  let row: Word[] = []
  let filled = 0
  const indent = (): number => left + (lines.length === 0 ? first : 0)
  const end = (isLast: boolean): void => {
    lines.push(
      placeLine(
        row.flatMap(({ bits }) => bits),
        paragraph,
        indent(),
        width,
        isLast,
      ),
    )
    row = []
    filled = 0
  }
  for (const word of words) {
    if (word.bits[0]?.text === '\n') {
      end(true)
      continue
    }
    if (!word.isSpace && filled + word.width > width - indent() + 0.01 && row.some(({ isSpace }) => !isSpace))
      end(false)
    // A line does not begin with the space it was broken at.
    if (word.isSpace && row.length === 0 && lines.length > 0) continue
    row.push(word)
    filled += word.width
  }
  end(true)
  return lines
}

function joinBits(bits: readonly Bit[], room: number): Word[] {
  const words: Word[] = []
  for (const bit of bits) {
    const last = words.at(-1)
    const parted = bit.isSpace || last === undefined || last.isSpace || bit.text === '\n' || last.bits[0]?.text === '\n'
    if (parted || last.width + bit.width > room) words.push({ bits: [bit], width: bit.width, isSpace: bit.isSpace })
    else words[words.length - 1] = { bits: [...last.bits, bit], width: last.width + bit.width, isSpace: false }
  }
  return words
}

function bitsOf({ runs, mark }: PreviewParagraph, measure: Measure, room: number): Bit[] {
  const [first] = runs
  const marked =
    mark === null || first === undefined
      ? runs
      : [{ ...first, text: `${mark} `, bold: false, italic: false, underlined: false }, ...runs]
  return marked.flatMap((run) => {
    const face = faceOf(run)
    return run.text.split(/(\n| +)/u).flatMap((raw): Bit[] => {
      if (raw === '') return []
      const text = raw.replaceAll('\t', '    ')
      const width = text === '\n' ? 0 : measure(text, face, run.size)
      const isSpace = /^ +$/u.test(text)
      // A word wider than the line (an address on the web) is cut where the line ends; nothing runs off the page.
      if (width > room && !isSpace) return cutWord(text, run, measure, room)
      return [{ text, run, width, isSpace }]
    })
  })
}

function cutWord(text: string, run: PreviewRun, measure: Measure, room: number): Bit[] {
  const words: Bit[] = []
  let piece = ''
  const face = faceOf(run)
  const take = (): void => {
    if (piece !== '') words.push({ text: piece, run, width: measure(piece, face, run.size), isSpace: false })
    piece = ''
  }
  for (const letter of text) {
    if (piece !== '' && measure(piece + letter, face, run.size) > room) take()
    piece += letter
  }
  take()
  return words
}

function placeLine(
  row: readonly Bit[],
  paragraph: PreviewParagraph,
  indent: number,
  width: number,
  isLast: boolean,
): Line {
  let end = row.length
  while (end > 0 && row[end - 1]?.isSpace === true) end -= 1
  const words = row.slice(0, end)
  const size = Math.max(...(words.length === 0 ? row : words).map(({ run }) => run.size), 1)
  const used = words.reduce((sum, word) => sum + word.width, 0)
  const room = width - indent - used
  const gaps = words.filter(({ isSpace }) => isSpace).length
  const spread = paragraph.align === 'both' && !isLast && gaps > 0 && room > 0 ? room / gaps : 0
  let x = indent + (paragraph.align === 'center' ? room / 2 : paragraph.align === 'right' ? room : 0)
  const pieces: Piece[] = []
  for (const { text, run, width: wide, isSpace } of words) {
    const face = faceOf(run)
    const last = pieces.at(-1)
    const isAlike =
      last !== undefined && last.face === face && last.size === run.size && last.underlined === run.underlined
    const placed = wide + (isSpace ? spread : 0)
    // The space goes with the word before it, so that text taken out of the file reads as it was written. Where words
    // are spread each has a place of its own; else a whole line is one piece.
    if (isAlike && (isSpace || spread === 0 || !last.text.endsWith(' ')))
      pieces[pieces.length - 1] = { ...last, text: last.text + text, width: last.width + placed }
    else pieces.push({ text, face, size: run.size, underlined: run.underlined, x, width: placed })
    x += placed
  }
  return { pieces, ...heightOf(paragraph, size) }
}

function emptyLine(paragraph: PreviewParagraph): Line {
  return { pieces: [], ...heightOf(paragraph, paragraph.runs[0]?.size ?? 14) }
}

/** Room above a taller line goes over its letters, as Word puts it. */
function heightOf({ line }: PreviewParagraph, size: number): Pick<Line, 'height' | 'baseline'> {
  const height = line.kind === 'exact' ? line.value : line.value * SINGLE * size
  const baseline =
    line.kind === 'exact' ? (height - (ASCENT + DESCENT) * size) / 2 + ASCENT * size : height - (DESCENT + 0.02) * size
  return { height, baseline }
}
