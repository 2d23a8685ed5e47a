import type { ParagraphEdit, TextEdit } from '#shared/domain/documents/word-edits.ts'
import {
  changeElements,
  changeProperties,
  childrenOf,
  escapeXml,
  setAttribute,
  setChildren,
  unescapeXml,
} from './elements.ts'

// prettier-ignore
const P_ORDER = [
  'pStyle', 'keepNext', 'keepLines', 'pageBreakBefore', 'framePr', 'widowControl', 'numPr', 'suppressLineNumbers', 'pBdr', 'shd',
  'tabs', 'suppressAutoHyphens', 'kinsoku', 'wordWrap', 'overflowPunct', 'topLinePunct', 'autoSpaceDE', 'autoSpaceDN', 'bidi',
  'adjustRightInd', 'snapToGrid', 'spacing', 'ind', 'contextualSpacing', 'mirrorIndents', 'suppressOverlap', 'jc', 'textDirection',
  'textAlignment', 'textboxTightWrap', 'outlineLvl', 'divId', 'cnfStyle', 'rPr', 'sectPr', 'pPrChange',
]
// prettier-ignore
export const R_ORDER = [
  'rStyle', 'rFonts', 'b', 'bCs', 'i', 'iCs', 'caps', 'smallCaps', 'strike', 'dstrike', 'outline', 'shadow', 'emboss', 'imprint',
  'noProof', 'snapToGrid', 'vanish', 'webHidden', 'color', 'spacing', 'w', 'kern', 'position', 'sz', 'szCs', 'highlight', 'u',
  'effect', 'bdr', 'shd', 'fitText', 'vertAlign', 'rtl', 'cs', 'em', 'lang', 'eastAsianLayout', 'specVanish', 'oMath',
]

const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4)

/** Text as the reader of Word files hears it: tabs and breaks are one sign each. */
const TEXT = /<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:t(?:\s[^>]*)?\/>|<w:(tab|br|cr|noBreakHyphen)(?:\s[^>]*)?\/>/gu

export function textOf(paragraph: string): string {
  return [...withoutProperties(paragraph).matchAll(TEXT)]
    .map(([, text, sign]) => (sign === undefined ? unescapeXml(text ?? '') : sign === 'noBreakHyphen' ? '-' : ' '))
    .join('')
}

/** Tabs of a paragraph's tab stops are no text. */
function withoutProperties(paragraph: string): string {
  return paragraph.replace(/<w:pPr>.*?<\/w:pPr>/su, '')
}

/** The direct look of one paragraph and of every piece of it. */
export function changeLook(paragraph: string, edit: ParagraphEdit, sizeOf: (order: number) => number | null): string {
  const whole = changeProperties(paragraph, 'pPr', (properties) => paragraphProperties(properties, edit))
  if (edit.size === undefined && edit.bold === undefined && edit.italic === undefined && edit.underlined === undefined)
    return whole
  return changeElements(whole, 'r', (run, order) => changeRun(run, edit, sizeOf(order)))
}

function paragraphProperties(properties: string, edit: ParagraphEdit): string {
  const content = properties.endsWith('/>')
    ? ''
    : properties.slice(properties.indexOf('>') + 1, properties.lastIndexOf('</'))
  const old = new Map(childrenOf(content).map((child) => [child.name, child.xml]))
  const wanted: Record<string, string> = {}
  if (edit.align !== undefined) wanted['jc'] = `<w:jc w:val="${edit.align}"/>`
  if (edit.firstLineMm !== undefined) {
    let indent = old.get('w:ind') ?? '<w:ind/>'
    indent = indent.replace(/\sw:(hanging|firstLineChars|hangingChars|leftChars|startChars|start)="[^"]*"/gu, '')
    indent = setAttribute(indent, 'w:left', String(twips(edit.leftMm ?? 0)))
    wanted['ind'] = setAttribute(indent, 'w:firstLine', String(twips(edit.firstLineMm)))
  }
  const { beforePt, afterPt, line } = edit
  if (beforePt !== undefined || afterPt !== undefined || line !== undefined) {
    let spacing = old.get('w:spacing') ?? '<w:spacing/>'
    if (beforePt !== undefined) spacing = setAttribute(spacing, 'w:before', String(beforePt * 20))
    if (afterPt !== undefined)
      spacing = setAttribute(
        spacing.replace(/\sw:(afterAutospacing|afterLines)="[^"]*"/gu, ''),
        'w:after',
        String(afterPt * 20),
      )
    if (line !== undefined) {
      spacing = setAttribute(spacing, 'w:line', String(Math.round(line.value * (line.kind === 'exact' ? 20 : 240))))
      spacing = setAttribute(spacing, 'w:lineRule', line.kind === 'exact' ? 'exact' : 'auto')
    }
    wanted['spacing'] = spacing
  }
  return Object.keys(wanted).length === 0 ? properties : setChildren(properties, P_ORDER, wanted)
}

function changeRun(run: string, edit: ParagraphEdit, size: number | null): string {
  const { bold, italic, underlined } = edit
  const flag = (name: string, on: boolean): string => (on ? `<w:${name}/>` : `<w:${name} w:val="0"/>`)
  const wanted: Record<string, string> = {
    ...(size === null ? {} : { sz: `<w:sz w:val="${size * 2}"/>`, szCs: `<w:szCs w:val="${size * 2}"/>` }),
    ...(bold === undefined ? {} : { b: flag('b', bold), bCs: flag('bCs', bold) }),
    ...(italic === undefined ? {} : { i: flag('i', italic), iCs: flag('iCs', italic) }),
    ...(underlined === undefined ? {} : { u: `<w:u w:val="${underlined ? 'single' : 'none'}"/>` }),
  }
  return Object.keys(wanted).length === 0
    ? run
    : changeProperties(run, 'rPr', (properties) => setChildren(properties, R_ORDER, wanted))
}

/** Puts other letters in place of some, over as many pieces as they lie in; the first piece takes the new ones. */
export function changeText(paragraph: string, edits: readonly TextEdit[]): string {
  return edits.toSorted((a, b) => b.from - a.from).reduce((xml, edit) => replaceText(xml, edit), paragraph)
}

function replaceText(paragraph: string, { from, to, text }: TextEdit): string {
  const opening = paragraph.length - withoutProperties(paragraph).length
  let at = 0
  let placed = false
  return paragraph.replace(TEXT, (whole: string, raw: string | undefined, sign: string | undefined, offset: number) => {
    // Tab stops inside the paragraph's properties match too; they stand before all text.
    if (sign === 'tab' && offset < opening) return whole
    const words = sign === undefined ? unescapeXml(raw ?? '') : ' '
    const start = at
    at += words.length
    if (sign !== undefined || at <= from || start >= to) return whole
    const head = words.slice(0, Math.max(0, from - start))
    const tail = words.slice(Math.min(words.length, Math.max(0, to - start)))
    const middle = placed ? '' : text
    placed = true
    return `<w:t xml:space="preserve">${escapeXml(head + middle + tail)}</w:t>`
  })
}
