import type { WordAlign, WordLine, WordParagraph, WordRun } from '#shared/domain/documents/word-file.ts'
import { child, descendants, type Element, numberOf, valueOf } from './element.ts'
import type { ListMarks } from './numbering.ts'
import { flag, isOn, millimetres, pick, pickAttribute, pointsOf, type Styles } from './styles.ts'

export interface ParagraphReading {
  readonly styles: Styles
  readonly marks: ListMarks
  /** What the style of the table it stands in says, weaker than its own style. */
  readonly tableLayers: readonly Element[]
}

type Layers = readonly (Element | undefined)[]

/** A paragraph in the look it prints in; where it stands is the caller's to say. */
export function readParagraph(
  element: Element,
  { styles, marks, tableLayers }: ParagraphReading,
): Omit<WordParagraph, 'section' | 'place'> {
  const direct = child(element, 'pPr')
  const style = valueOf(direct, 'pStyle')
  const chain = styles.paragraph(style)
  const chainProperties = chain.map((layer) => child(layer, 'pPr'))
  const numbering = pick([direct, ...chainProperties], 'numPr')
  const numId = valueOf(numbering, 'numId')
  const list =
    numId === undefined || numId === '0' ? null : marks.next(numId, numberOf(valueOf(numbering, 'ilvl')) ?? 0)
  const layers: Layers = [
    direct,
    list?.properties,
    ...chainProperties,
    ...tableLayers.map((layer) => child(layer, 'pPr')),
    styles.paragraphDefaults,
  ]
  const runs = joinAlike(
    [...readRuns(element)]
      .map((run) => readLook(run, [...chain, ...tableLayers], styles))
      .filter(({ text }) => text !== ''),
  )
  return {
    style: valueOf(chain[0], 'name') ?? style ?? '',
    text: runs.map((run) => run.text).join(''),
    mark: list?.mark ?? null,
    align: readAlign(layers),
    leftMm: millimetres(pickAttribute(layers, 'ind', 'left', 'start')),
    firstLineMm: readFirstLine(layers),
    beforePt: isOn(pickAttribute(layers, 'spacing', 'beforeAutospacing'))
      ? 14
      : pointsOf(pickAttribute(layers, 'spacing', 'before')),
    afterPt: isOn(pickAttribute(layers, 'spacing', 'afterAutospacing'))
      ? 14
      : pointsOf(pickAttribute(layers, 'spacing', 'after')),
    line: readLine(layers),
    runs,
    ruled: hasBorder(layers) || hasDrawnLine(element),
    pageBreakBefore:
      flag(layers, 'pageBreakBefore') || descendants(element, 'br').some((br) => br.attributes['type'] === 'page'),
  }
}

function readAlign(layers: Layers): WordAlign {
  switch (pickAttribute(layers, 'jc', 'val')) {
    case 'center':
      return 'center'
    case 'right':
    case 'end':
      return 'right'
    case 'both':
    case 'distribute':
      return 'both'
    default:
      return 'left'
  }
}

/** Of the nearest layer that sets either: a hanging indent undoes an inherited first line. */
function readFirstLine(layers: Layers): number {
  for (const layer of layers) {
    const indent = child(layer, 'ind')
    const hanging = indent?.attributes['hanging']
    if (hanging !== undefined && numberOf(hanging) !== 0) return -millimetres(hanging)
    if (indent?.attributes['firstLine'] !== undefined) return millimetres(indent.attributes['firstLine'])
  }
  return 0
}

function readLine(layers: Layers): WordLine {
  const line = pickAttribute(layers, 'spacing', 'line')
  const rule = pickAttribute(layers, 'spacing', 'lineRule')
  if (line === undefined) return { kind: 'multiple', value: 1 }
  if (rule === 'exact' || rule === 'atLeast') return { kind: rule, value: pointsOf(line) }
  return { kind: 'multiple', value: Math.round(((numberOf(line) ?? 240) / 240) * 100) / 100 }
}

function hasBorder(layers: Layers): boolean {
  const borders = pick(layers, 'pBdr')
  return ['top', 'bottom'].some((side) => {
    const value = valueOf(borders, side)
    return value !== undefined && value !== 'nil' && value !== 'none'
  })
}

/** A line an office draws under the motto: a shape, or a line of the older drawing language. */
function hasDrawnLine(element: Element): boolean {
  return (
    descendants(element, 'prstGeom').some((shape) =>
      ['line', 'straightConnector1'].includes(shape.attributes['prst'] ?? ''),
    ) ||
    descendants(element, 'pict').some(
      (picture) => descendants(picture, 'line').length > 0 || descendants(picture, 'shape').length > 0,
    )
  )
}

/** Pieces of text in order; what was struck out in review and what stands in drawings is not printed here. */
function* readRuns(element: Element): Generator<Element> {
  for (const next of element.children) {
    if (next.name === 'r') yield next
    else if (
      ['hyperlink', 'ins', 'smartTag', 'sdt', 'sdtContent', 'fldSimple', 'moveTo', 'customXml'].includes(next.name)
    )
      yield* readRuns(next)
  }
}

function readLook(run: Element, paragraphLayers: readonly Element[], styles: Styles): WordRun {
  const direct = child(run, 'rPr')
  const layers: Layers = [
    direct,
    ...styles.character(valueOf(direct, 'rStyle')).map((layer) => child(layer, 'rPr')),
    ...paragraphLayers.map((layer) => child(layer, 'rPr')),
    styles.runDefaults,
  ]
  const underline = pickAttribute(layers, 'u', 'val')
  return {
    text: flag(layers, 'vanish') ? '' : textOf(run),
    font: readFont(layers, styles),
    // Word's own size where nobody says any.
    size: (numberOf(pickAttribute(layers, 'sz', 'val')) ?? 20) / 2,
    bold: flag(layers, 'b'),
    italic: flag(layers, 'i'),
    underlined: underline !== undefined && underline !== 'none',
    capitals: flag(layers, 'caps'),
    color: pickAttribute(layers, 'color', 'val') ?? 'auto',
  }
}

function readFont(layers: Layers, styles: Styles): string {
  for (const layer of layers) {
    const fonts = child(layer, 'rFonts')
    const theme = fonts?.attributes['asciiTheme'] ?? fonts?.attributes['hAnsiTheme']
    const named = fonts?.attributes['ascii'] ?? fonts?.attributes['hAnsi']
    const found = theme === undefined ? named : (styles.themeFont(theme) ?? named)
    if (found !== undefined && found !== '') return found
  }
  return 'Times New Roman'
}

function textOf(run: Element): string {
  return run.children
    .map((piece) => {
      switch (piece.name) {
        case 't':
          return piece.text
        case 'tab':
          return '\t'
        case 'br':
        case 'cr':
          return '\n'
        case 'noBreakHyphen':
          return '-'
        default:
          return ''
      }
    })
    .join('')
}

/** Word cuts text where it was typed at different times; a reader sees one piece. */
function joinAlike(runs: readonly WordRun[]): WordRun[] {
  const joined: WordRun[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (
      last !== undefined &&
      last.font === run.font &&
      last.size === run.size &&
      last.bold === run.bold &&
      last.italic === run.italic &&
      last.underlined === run.underlined &&
      last.capitals === run.capitals &&
      last.color === run.color
    )
      joined[joined.length - 1] = { ...last, text: last.text + run.text }
    else joined.push(run)
  }
  return joined
}
