import yauzl from 'yauzl'
import { beforeAll, describe, expect, it } from 'vitest'
import { renderDocx } from '#main/documents/layout/render.ts'
import { findFonts } from '#main/documents/pdf/fonts.ts'
import { writePdf } from '#main/documents/pdf/write-pdf.ts'
import { buildPreview } from '#main/documents/preview/build-preview.ts'
import { readWord, readWordPages } from '#main/exchange/formats/docx.ts'
import { documentTypes } from '#main/documents/catalogue.ts'
import { checkDocument } from '#main/documents/check/check-document.ts'
import { textsOfFile, withoutRepeats } from '#main/services/documents/compare.ts'
import { mergeTrees } from '#main/services/documents/merge.ts'
import type { DocumentFacts } from '#shared/domain/documents/facts.ts'
import { availablePictures, picturesOf } from '#shared/domain/documents/pictures.ts'
import { compareFigures } from '#shared/domain/documents/compare-figures.ts'
import { figuresOf, plainText, printedTexts } from '#shared/domain/documents/snapshot.ts'
import { inlineText } from '#shared/domain/wording/parts.ts'
import { RESOURCES } from '#tests/support/resources.ts'
import { haiAnFacts } from './support/hai-an.ts'
import { factsFor, makeDocx, type MadeDocx, RULE_SET_IDS, rulesNamed, unionRules } from './support/made.ts'
import { all, first, type Paragraph, paragraphsOf, parseXml, textOf, value } from './support/read-docx.ts'
import { readPdf } from './support/read-pdf.ts'
import { spoilDocx } from './support/spoil.ts'
import { greyOf, readPng, type ReadPng } from './support/read-png.ts'

const FONTS = findFonts(RESOURCES, null)
/** Types that print a chart of the fixed data set. */
const CHARTED = ['bao-cao-tien-do', 'bao-cao-so-ket']
const EMU_A_MM = 36_000

async function mediaOf(bytes: Uint8Array): Promise<ReadonlyMap<string, Buffer>> {
  const zip = await yauzl.fromBufferPromise(Buffer.from(bytes))
  const media = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry()) {
    if (!entry.fileName.startsWith('word/media/')) continue
    const chunks: Buffer[] = []
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
    media.set(entry.fileName.slice('word/'.length), Buffer.concat(chunks))
  }
  return media
}

/** Pictures of a file with all that hangs on them. */
async function readPictures({ bytes, parts, document }: MadeDocx) {
  const media = await mediaOf(bytes)
  const targets = new Map(
    all(parseXml(parts.get('word/_rels/document.xml.rels') ?? ''), 'Relationship').map((relation) => [
      relation.attributes['Id'],
      relation.attributes['Target'] ?? '',
    ]),
  )
  const paragraphs = paragraphsOf(document)
  const partOf = (id: string | undefined): Buffer => {
    const bytesOf = media.get(targets.get(id ?? '') ?? '')
    if (bytesOf === undefined) throw new Error(`relation ${id} leads nowhere`)
    return bytesOf
  }
  return paragraphs.flatMap((paragraph, index) =>
    all(paragraph.element, 'wp:inline').map((inline) => ({
      paragraph,
      next: paragraphs[index + 1],
      widthMm: Number(first(inline, 'wp:extent')?.attributes['cx']) / EMU_A_MM,
      heightMm: Number(first(inline, 'wp:extent')?.attributes['cy']) / EMU_A_MM,
      id: first(inline, 'wp:docPr')?.attributes['id'],
      alt: first(inline, 'wp:docPr')?.attributes['descr'] ?? '',
      png: readPng(partOf(all(inline, 'a:blip')[0]?.attributes['r:embed'])),
      svg: partOf(all(inline, 'asvg:svgBlip')[0]?.attributes['r:embed']).toString('utf8'),
    })),
  )
}

function keeps(paragraph: Paragraph | undefined, styles: MadeDocx['styles'], name: string): boolean {
  const style = all(styles, 'w:style').find((one) => one.attributes['w:styleId'] === paragraph?.style)
  return [first(paragraph?.element, 'w:pPr', name), first(style, 'w:pPr', name)].some(
    (found) => found !== undefined && !['0', 'false'].includes(value(found) ?? '1'),
  )
}

describe.each(RULE_SET_IDS.flatMap((rules) => CHARTED.map((type) => [rules, type] as const)))(
  '%s, %s: the picture in the Word file',
  (rulesId, type) => {
    const rules = rulesNamed(rulesId)
    let made: MadeDocx
    let pictures: Awaited<ReturnType<typeof readPictures>>
    beforeAll(async () => {
      made = await makeDocx(type, factsFor(rules), rules)
      pictures = await readPictures(made)
    })

    it('stands in the text, no wider than it, in its proportions', () => {
      expect(pictures.length).toBeGreaterThan(0)
      for (const { widthMm, heightMm, png, svg } of pictures) {
        expect(widthMm).toBeGreaterThan(100)
        expect(widthMm).toBeLessThanOrEqual(rules.page.widthMm - rules.page.leftMm - rules.page.rightMm + 0.01)
        expect(heightMm).toBeLessThan(rules.page.heightMm - rules.page.topMm - rules.page.bottomMm - 60)
        const [, , wide = 0, high = 0] = (/viewBox="([^"]+)"/u.exec(svg)?.[1] ?? '').split(' ').map(Number)
        expect(widthMm / heightMm).toBeCloseTo(wide / high, 2)
        expect(png.width / png.height).toBeCloseTo(wide / high, 1)
        // Dots fine enough for a printer: small letters stay letters.
        expect(png.width / (widthMm / 25.4)).toBeGreaterThan(150)
      }
    })

    it('says what it shows to somebody who does not see it, and nobody hears it twice', () => {
      for (const { alt, svg } of pictures) {
        expect(alt).toMatch(/^Biểu đồ .{60,}\.$/u)
        expect(alt.normalize('NFC')).toBe(alt)
        expect(svg).toContain(`>${alt.replaceAll('&', '&amp;')}</title>`)
        expect(svg).toContain('role="img"')
        expect(svg).not.toContain('<desc')
      }
      const ids = pictures.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
    })

    it('is followed by its numbered caption on the same page', () => {
      pictures.forEach(({ paragraph, next }, index) => {
        expect(keeps(paragraph, made.styles, 'w:keepNext')).toBe(true)
        expect(next?.text).toMatch(new RegExp(`^Hình ${index + 1}\\. Tỷ lệ .{20,}`, 'u'))
        expect(keeps(next, made.styles, 'w:keepLines')).toBe(true)
        expect(textOf(paragraph.element)).toBe('')
      })
    })

    it('has dots that show it: letters, bars, and bars told apart in grey', () => {
      for (const { png } of pictures) {
        const greys = countGreys(png)
        const total = png.width * png.height
        // Paper, ink, and not one grey mass.
        expect((greys.get(10) ?? 0) / total).toBeGreaterThan(0.5)
        expect((greys.get(1) ?? 0) / total).toBeGreaterThan(0.001)
        expect((greys.get(3) ?? 0) / total).toBeGreaterThan(0.02)
        expect(greys.size).toBeGreaterThan(6)
      }
    })

    it('prints nothing the text does not know: every number on it is a figure of the document or its scale', () => {
      const figures = new Set(figuresOf(made.tree).map((figure) => figure.text))
      const printed = plainText(made.tree)
      for (const picture of picturesOf(made.tree))
        for (const shape of picture.drawing.shapes) {
          if (shape.kind !== 'text' || shape.figure === null) continue
          for (const number of shape.text.match(/≥?[\d.]+(?:,\d+)?%?/gu) ?? [])
            expect(figures.has(number) || printed.includes(number), `${number} of ${shape.text}`).toBe(true)
        }
    })

    it('is the same in the preview, in the PDF and read back from the file', async () => {
      const composed = buildPreview(made.tree, rules)
      const read = await readWordPages(Buffer.from(made.bytes))
      const drawings = (preview: typeof composed) =>
        preview.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'picture' ? [block] : [])))
      expect(drawings(read).map(({ drawing, alt }) => ({ drawing, alt }))).toEqual(
        drawings(composed).map(({ drawing, alt }) => ({ drawing, alt })),
      )
      drawings(composed).forEach((picture, index) => {
        expect(drawings(read)[index]?.widthMm).toBeCloseTo(picture.widthMm, 1)
        expect(drawings(read)[index]?.heightMm).toBeCloseTo(picture.heightMm, 1)
      })
      const { pages } = readPdf(await writePdf(composed, FONTS))
      for (const { drawing } of drawings(composed)) {
        const words = drawing.shapes.flatMap((shape) =>
          shape.kind === 'text' && shape.text !== '' ? [shape.text] : [],
        )
        const holding = pages.filter(({ pieces }) => words.every((word) => pieces.some(({ text }) => text === word)))
        // Whole on one page, its caption with it.
        expect(holding).toHaveLength(1)
        expect(holding[0]?.lines.some((line) => /^Hình \d+\./u.test(line.trim()))).toBe(true)
      }
    })
  },
)

/** How many dots are how bright, in tenths. */
function countGreys(png: ReadPng): Map<number, number> {
  const counts = new Map<number, number>()
  for (let y = 0; y < png.height; y += 1)
    for (let x = 0; x < png.width; x += 1) {
      const tenth = Math.round(greyOf(png.at(x, y)) * 10)
      counts.set(tenth, (counts.get(tenth) ?? 0) + 1)
    }
  return counts
}

describe('pictures', () => {
  it('tell a unit that is late from one that is not by hatching alone', async () => {
    const [picture] = await readPictures(await makeDocx('bao-cao-tien-do'))
    const tree = (await makeDocx('bao-cao-tien-do')).tree
    const boxes = (picturesOf(tree)[0]?.drawing.shapes ?? []).flatMap((shape) =>
      shape.kind === 'rect' && shape.height === 12 && shape.width > 40 ? [shape] : [],
    )
    const scale = (picture?.png.width ?? 0) / (picturesOf(tree)[0]?.drawing.width ?? 1)
    const darkness = (fill: string): number[] =>
      boxes
        .filter((box) => box.fill === fill)
        .map((box) => {
          let sum = 0
          let count = 0
          for (let y = Math.ceil((box.y + 2) * scale); y < (box.y + 10) * scale; y += 1)
            for (let x = Math.ceil((box.x + 3) * scale); x < (box.x + 30) * scale; x += 1) {
              sum += greyOf(picture?.png.at(x, y) ?? [0, 0, 0])
              count += 1
            }
          return sum / count
        })
    const full = darkness('#1f5a96')
    const hatched = darkness('#ffffff')
    expect(full.length).toBeGreaterThan(3)
    expect(hatched.length).toBeGreaterThan(0)
    for (const grey of full) expect(grey).toBeLessThan(0.45)
    for (const grey of hatched) {
      expect(grey).toBeGreaterThan(0.6)
      expect(grey).toBeLessThan(0.95)
    }
  })

  it('are numbered and told apart through a file merged of many documents', async () => {
    const { tree } = await makeDocx('bao-cao-tien-do')
    const bytes = await renderDocx(mergeTrees([tree, structuredClone(tree)], 'Gộp'), unionRules(), FONTS)
    const media = await mediaOf(bytes)
    expect([...media.keys()].toSorted()).toEqual(
      [1, 2].flatMap((at) => [`media/hinh-${at}.png`, `media/hinh-${at}.svg`]),
    )
    const file = await readWord(Buffer.from(bytes))
    expect(file.pictures).toHaveLength(2)
    expect(new Set(file.pictures.map(({ section }) => section)).size).toBe(2)
  })

  it('are checked in any file: wider than the text, or saying nothing to who does not see them', async () => {
    const { bytes } = await makeDocx('bao-cao-tien-do')
    const rulesOf = async (spoil: (xml: string) => string): Promise<string[][]> => {
      const file = await readWord(await spoilDocx(bytes, 'word/document.xml', spoil))
      return checkDocument(file, unionRules())
        .filter(({ rule }) => rule.startsWith('picture.'))
        .map(({ rule, found, expected, where }) => [rule, found, expected, where])
    }
    expect(await rulesOf((xml) => xml.replace(/descr="[^"]*"/u, 'descr=" "'))).toEqual([
      ['picture.alt', 'không có', 'một câu nói rõ hình cho thấy gì', 'Hình thứ 1'],
    ])
    expect(await rulesOf((xml) => xml.replace(/<wp:extent cx="\d+"/u, '<wp:extent cx="7200000"'))).toEqual([
      ['picture.width', 'rộng 200 mm', 'không quá 165 mm', 'Hình thứ 1'],
    ])
    expect(await rulesOf((xml) => xml.replace('Hình 1. ', 'Hình 1: '))).toEqual([])
  })

  it('are held against the snapshot: a figure of a description changed by hand, a picture taken out', async () => {
    const { bytes, tree } = await makeDocx('bao-cao-tien-do')
    const compare = async (spoil: (xml: string) => string) => {
      const file = await readWord(await spoilDocx(bytes, 'word/document.xml', spoil))
      const now = textsOfFile(file).map(({ text }) => text)
      return withoutRepeats(compareFigures(printedTexts(tree), now).changes)
    }
    const changed = await compare((xml) => xml.replace(/(descr="[^"]*Bình Sơn \()101%/u, '$199%'))
    expect(changed.map(({ kind, found, expected }) => [kind, found, expected])).toEqual([['changed', '99%', '101%']])
    expect(
      (await compare((xml) => xml.replace(/<w:drawing>.*?<\/w:drawing>/su, ''))).map(({ kind, where }) => [
        kind,
        where.slice(0, 20),
      ]),
    ).toEqual([['missing', 'Biểu đồ thanh ngang:']])
    expect(await compare((xml) => xml.replace('Hình 1. ', 'Hình 1: '))).toEqual([])
  })

  it('are left out where there is nothing to compare or nobody has reported', async () => {
    for (const facts of [haiAnFacts({ results: [] }), haiAnFacts({ children: [], targets: [], results: [] })]) {
      const { parts, tree } = await makeDocx('bao-cao-tien-do', facts)
      expect(picturesOf(tree)).toEqual([])
      expect([...parts.keys()].filter((name) => name.includes('media'))).toEqual([])
    }
  })

  it('stand in a periodic report from a quarter on; a quick one and the one-page brief offer them', async () => {
    const facts = haiAnFacts()
    const period = (kind: 'month' | 'half') =>
      ({ ...facts, period: { kind, from: '2024-01-01', to: '2024-06-30', within: new Map(), yearBefore: [] } }) as const
    const month = (await makeDocx('bao-cao-dinh-ky', period('month'))).tree
    expect(picturesOf(month)).toEqual([])
    const half = await makeDocx('bao-cao-dinh-ky', period('half'))
    expect(picturesOf(half.tree).map(({ id }) => id)).toEqual(['dien-bien-DV_MOI', 'don-vi-DV_MOI'])
    expect(paragraphsOf(half.document).map(({ text }) => text)).toContain(
      'Hình 1. Tiến độ kết nạp mới đoàn viên toàn tỉnh đến ngày 30/6/2024',
    )
    const brief = (await makeDocx('bao-cao-nhanh')).tree
    expect(picturesOf(brief)).toEqual([])
    expect(readPdf(await writePdf(buildPreview(brief, unionRules()), FONTS)).pages).toHaveLength(1)
    for (const tree of [month, brief])
      expect(availablePictures(tree).map(({ picture }) => picture.id)).toEqual(
        expect.arrayContaining(['don-vi-DV_MOI', 'don-vi-CDCS_MOI', 'don-vi-DVUT_GT']),
      )
    const own = availablePictures(brief).find(({ picture }) => picture.id === 'chi-tieu')
    expect(inlineText(own?.picture.alt ?? [])).toContain('CĐCS mới đạt 44%')
    expect(inlineText(own?.caption ?? [])).toBe('Tỷ lệ đạt các chỉ tiêu toàn tỉnh đến ngày 30/6/2024')
  })

  it('show how the results grew, beside the year before and an even pace; of one day alone there is no growth', async () => {
    const facts = haiAnFacts()
    const brief = documentTypes.find(({ id }) => id === 'bao-cao-nhanh')
    if (brief === undefined) throw new Error('bao-cao-nhanh')
    const curves = (given: DocumentFacts) =>
      availablePictures(brief.compose(given)).flatMap(({ picture }) =>
        picture.id.startsWith('dien-bien') ? [picture] : [],
      )
    const [curve, ...others] = curves(facts)
    expect(others.map(({ id }) => id)).toEqual(['dien-bien-CDCS_MOI'])
    expect(inlineText(curve?.alt ?? [])).toBe(
      'Biểu đồ đường: tiến độ kết nạp mới đoàn viên toàn tỉnh đến ngày 30/6/2024; đã thực hiện hơn 6.448; chỉ tiêu 10.900; đạt ≥59,2%.',
    )
    const shapes = curve?.drawing.shapes ?? []
    const texts = shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []))
    expect(texts).toEqual(expect.arrayContaining(['hơn 6.448', 'Năm 2023', 'Tiến độ đều đến chỉ tiêu', 'T12']))
    // Full, dotted and dashed, so that they are told apart in grey; six months reported, six dots.
    const strokes = shapes.flatMap((shape) => (shape.kind === 'polyline' ? [shape.dash.join(' ')] : []))
    expect(new Set(strokes).size).toBe(3)
    expect(shapes.filter(({ kind }) => kind === 'dot')).toHaveLength(6)
    const alone = facts.curves?.map((line) => ({ ...line, now: line.now.slice(-1) })) ?? []
    expect(curves({ ...facts, curves: alone })).toEqual([])
  })

  it('show the first and the last of many units', async () => {
    const many = Array.from({ length: 60 }, (_, at) => `D${at + 1}`)
    const facts = haiAnFacts({
      children: many.map((code) => ({
        code,
        type: 'LDLD_HUYEN',
        name: `Công đoàn xã ${code}`,
        shortName: `CĐ ${code}`,
      })),
      targets: many.map((unit) => ({ unit, assigner: 'BCH', indicator: 'DV_MOI', value: 100 })),
      results: many.map((unit, at) => ({ unit, indicator: 'DV_MOI', value: 100 - at })),
      previous: [],
      registry: {},
    })
    const made = await makeDocx('bao-cao-tien-do', facts)
    const picture = picturesOf(made.tree).find(({ id }) => id === 'don-vi-DV_MOI')
    const texts = (picture?.drawing.shapes ?? []).flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []))
    expect(texts).toContain('CĐ D1')
    expect(texts).toContain('CĐ D60')
    expect(texts).toContain('… 40 đơn vị ở giữa')
    expect(inlineText(picture?.alt ?? [])).toContain('thấp nhất là CĐ D60 (41%)')
  })
})
