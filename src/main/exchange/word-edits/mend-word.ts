import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { SectionEdit, WordEdits } from '#shared/domain/documents/word-edits.ts'
import type { WordFile } from '#shared/domain/documents/word-file.ts'
import { ok } from '#shared/kit/result.ts'
import { ForeignFailure } from '../foreign-failure.ts'
import { packWord } from '../fill-word.ts'
import { openSafeZip } from '../zip-gate.ts'
import { changeElements, findElements, setAttribute, setChildren } from './elements.ts'
import { changeLook, changeText, R_ORDER, textOf } from './paragraphs.ts'

const DOCUMENT = 'word/document.xml'
/** Parts whose pieces print: pages, headers, notes, and the styles they take their look from. */
const PRINTED = /^word\/(document|styles|header\d*|footer\d*|footnotes|endnotes|numbering)\.xml$/u
// prettier-ignore
const S_ORDER = [
  'headerReference', 'footerReference', 'footnotePr', 'endnotePr', 'type', 'pgSz', 'pgMar', 'paperSrc', 'pgBorders', 'lnNumType',
  'pgNumType', 'cols', 'formProt', 'vAlign', 'noEndnote', 'titlePg', 'textDirection', 'bidi', 'rtlGutter', 'docGrid', 'printerSettings',
]

const twips = (millimetres: number): string => String(Math.round((millimetres * 1440) / 25.4))

/**
 * A copy of a Word file with some things put right; every part and every element nothing is said of keeps its bytes.
 * `file` is the same file as it was read: paragraphs are recognised by it.
 */
export async function mendWord(bytes: Buffer, file: WordFile, edits: WordEdits): Promise<AppResult<Buffer>> {
  try {
    const zip = await openSafeZip(bytes)
    try {
      const parts = new Map<string, Buffer>()
      for (const name of zip.names) {
        const before = await zip.bytes(name)
        if (!PRINTED.test(name)) {
          parts.set(name, before)
          continue
        }
        const xml = before.toString('utf8')
        const mended = changeEverywhere(name === DOCUMENT ? mendDocument(xml, file, edits) : xml, edits)
        parts.set(name, mended === xml ? before : Buffer.from(mended))
      }
      return ok(await packWord(parts))
    } finally {
      zip.close()
    }
  } catch (thrown) {
    if (thrown instanceof ForeignFailure) return fail(thrown.code, { file: '', ...thrown.places })
    throw thrown
  }
}

function mendDocument(xml: string, file: WordFile, edits: WordEdits): string {
  const spans = findElements(xml, 'p')
  const found = recognise(
    spans.map(({ from, to }) => textOf(xml.slice(from, to))),
    file.paragraphs.map(({ text }) => text),
  )
  const paragraphs = changeElements(xml, 'p', (paragraph, order) => {
    const index = found.get(order)
    if (index === undefined) return paragraph
    const texts = edits.texts.filter((edit) => edit.paragraph === index)
    const worded = texts.length === 0 ? paragraph : changeText(paragraph, texts)
    const look = edits.paragraphs.get(index)
    if (look === undefined) return worded
    const { size } = look
    // The size a piece prints in may come from its style: it is set where any piece of the paragraph is wrong.
    const wrong =
      size !== undefined &&
      (file.paragraphs[index]?.runs ?? []).some((run) => run.size < size.range[0] || run.size > size.range[1])
    return changeLook(worded, look, () => (wrong ? size.value : null))
  })
  return changeElements(paragraphs, 'sectPr', (section, order) => {
    const edit = edits.sections.get(order)
    return edit === undefined ? section : changeSection(section, edit)
  })
}

/** Which paragraph of the reader each element is, by their words in order; what cannot be told is left alone. */
function recognise(elements: readonly string[], read: readonly string[]): ReadonlyMap<number, number> {
  const tidy = (text: string): string =>
    text
      .normalize('NFC')
      .replace(/[\s\u00a0]+/gu, ' ')
      .trim()
  const found = new Map<number, number>()
  let next = 0
  elements.forEach((words, order) => {
    const wanted = tidy(words)
    for (let index = next; index < read.length && index < next + 40; index += 1) {
      if (tidy(read[index] ?? '') !== wanted) continue
      found.set(order, index)
      next = index + 1
      return
    }
  })
  return found
}

function changeSection(section: string, edit: SectionEdit): string {
  const start = section.indexOf('>') + 1
  const child = (name: string): string => {
    const [span] = findElements(section.slice(start), name)
    return span === undefined ? `<w:${name}/>` : section.slice(start + span.from, start + span.to)
  }
  const wanted: Record<string, string> = {}
  if (edit.page !== undefined) {
    const size = setAttribute(child('pgSz'), 'w:h', twips(edit.page.heightMm))
    wanted['pgSz'] = setAttribute(size, 'w:w', twips(edit.page.widthMm))
  }
  if (edit.margins !== undefined)
    wanted['pgMar'] = Object.entries(edit.margins).reduce(
      (margins, [side, value]) => setAttribute(margins, `w:${side}`, twips(value)),
      child('pgMar'),
    )
  if (edit.firstPageDiffers === true) wanted['titlePg'] = '<w:titlePg/>'
  if (edit.startsAt !== undefined)
    wanted['pgNumType'] = setAttribute(child('pgNumType'), 'w:start', String(edit.startsAt))
  return setChildren(section, S_ORDER, wanted)
}

function changeEverywhere(xml: string, { everywhere }: WordEdits): string {
  const { font, black, composed } = everywhere
  let changed = composed === true ? xml.normalize('NFC') : xml
  if (font !== undefined)
    changed = changed.replace(/<w:rFonts\b[^>]*\/>/gu, (fonts) =>
      ['ascii', 'hAnsi', 'eastAsia', 'cs'].reduce(
        (one, script) =>
          setAttribute(one.replace(new RegExp(`\\sw:${script}Theme="[^"]*"`, 'u'), ''), `w:${script}`, font),
        fonts.replace(/\sw:cstheme="[^"]*"/u, ''),
      ),
    )
  if (black === true)
    changed = changeElements(changed, 'rPr', (properties) =>
      /<w:color\b/u.test(properties)
        ? setChildren(properties, R_ORDER, { color: '<w:color w:val="000000"/>' })
        : properties,
    )
  return changed
}
