import { beforeAll, describe, expect, it } from 'vitest'
import { kindsIn, makeDocx, type MadeDocx, TYPE_IDS } from './support/made.ts'
import {
  all,
  first,
  lookOf,
  type Paragraph,
  paragraphProperty,
  paragraphsOf,
  parseXml,
  textOf,
  value,
} from './support/read-docx.ts'

// NĐ 30/2020/NĐ-CP, Phụ lục I, rule by rule, on every type of document, by reading the file back. The numbers
// here are the decree's, written a second time on purpose: they must not come from the rule set under test.

const having = (...kinds: readonly string[]): string[] =>
  TYPE_IDS.filter((id) => kinds.every((kind) => kindsIn(id).has(kind)))
const LETTERED = having('letterhead')
const made = new Map<string, MadeDocx>()

beforeAll(async () => {
  for (const id of TYPE_IDS) made.set(id, await makeDocx(id))
})

function docx(id: string): MadeDocx {
  const found = made.get(id)
  if (found === undefined) throw new Error(id)
  return found
}

function styled(id: string, style: string): Paragraph[] {
  return paragraphsOf(docx(id).document).filter((paragraph) => paragraph.style === style)
}

function look(id: string, paragraph: Paragraph) {
  return lookOf(paragraph, docx(id).styles)
}

describe.each(TYPE_IDS)('%s: page', (id) => {
  it('is A4, annexes landscape, with margins 20/20/30/15 mm', () => {
    const sections = all(docx(id).document, 'w:sectPr')
    expect(sections.length).toBe(docx(id).tree.sections.length)
    sections.forEach((section, index) => {
      const landscape = docx(id).tree.sections[index]?.orientation === 'landscape'
      const size = first(section, 'w:pgSz')
      expect(size?.attributes).toMatchObject(
        landscape
          ? { 'w:w': '16838', 'w:h': '11906', 'w:orient': 'landscape' }
          : { 'w:w': '11906', 'w:h': '16838', 'w:orient': 'portrait' },
      )
      const margin = first(section, 'w:pgMar')
      expect(margin?.attributes).toMatchObject({
        'w:top': '1134',
        'w:bottom': '1134',
        'w:left': '1701',
        'w:right': '850',
      })
    })
  })

  it('numbers pages from 1 in every section, top centre, upright 13–14 pt, not on the first page', () => {
    for (const section of all(docx(id).document, 'w:sectPr')) {
      expect(value(first(section, 'w:pgNumType'), 'w:start')).toBe('1')
      expect(first(section, 'w:titlePg')).toBeDefined()
    }
    const headers = [...docx(id).parts]
      .filter(([name]) => /^word\/header\d+\.xml$/.test(name))
      .map(([, xml]) => parseXml(xml))
    const numbered = headers.filter((header) => all(header, 'w:instrText').some((field) => field.text.includes('PAGE')))
    expect(numbered.length).toBe(docx(id).tree.sections.length)
    for (const header of numbered) {
      const [paragraph] = paragraphsOf(header)
      expect(value(first(paragraph?.element, 'w:pPr', 'w:jc'))).toBe('center')
      const size = Number(value(all(header, 'w:sz')[0]))
      expect(size).toBeGreaterThanOrEqual(26)
      expect(size).toBeLessThanOrEqual(28)
      expect(all(header, 'w:i')).toEqual([])
    }
    const empty = headers.filter((header) => !numbered.includes(header))
    expect(empty.every((header) => textOf(header) === '')).toBe(true)
  })

  it('is set in Times New Roman for every kind of character, in Vietnamese, in black', () => {
    const defaults = first(all(docx(id).styles, 'w:docDefaults')[0], 'w:rPrDefault', 'w:rPr')
    expect(first(defaults, 'w:rFonts')?.attributes).toEqual({
      'w:ascii': 'Times New Roman',
      'w:hAnsi': 'Times New Roman',
      'w:eastAsia': 'Times New Roman',
      'w:cs': 'Times New Roman',
    })
    expect(first(defaults, 'w:lang')?.attributes).toMatchObject({ 'w:val': 'vi-VN', 'w:eastAsia': 'vi-VN' })
    const printed = paragraphsOf(docx(id).document).filter((paragraph) => paragraph.text !== '')
    expect(printed.length).toBeGreaterThan(10)
    for (const paragraph of printed) expect(look(id, paragraph).font).toBe('Times New Roman')
    const colours = all(docx(id).document, 'w:color').map((colour) => value(colour))
    expect(colours.every((colour) => colour === '000000' || colour === 'auto')).toBe(true)
  })

  it('holds text in composed Unicode without tabs, so that it searches and edits as typed', () => {
    const text = paragraphsOf(docx(id).document)
      .map((paragraph) => paragraph.text)
      .join('\n')
    expect(text.normalize('NFC')).toBe(text)
    expect(all(docx(id).document, 'w:tab').length).toBe(0)
    expect(text).not.toMatch(/ {2}/)
  })

  it('fills the properties of the file', () => {
    const core = docx(id).parts.get('docProps/core.xml') ?? ''
    expect(core).toContain(docx(id).tree.title)
    expect(core).toContain('<dc:creator>Liên đoàn Lao động tỉnh Hải An</dc:creator>')
    expect(core).not.toContain('Un-named')
    expect(docx(id).parts.get('docProps/custom.xml')).toContain('Thử')
  })

  // A paragraph of the body's height there would go over to a page of its own under a signature that just fits.
  // Word puts one there itself where a text ends in a table.
  it('closes every section, and a text that ends in a table, with a paragraph of no height', () => {
    const xml = docx(id).parts.get('word/document.xml') ?? ''
    expect(xml).not.toMatch(/<\/w:tbl><w:sectPr/)
    const closings = xml.match(/<\/w:tbl><w:p>(?:(?!<\/w:p>).)*<\/w:p><w:sectPr/g) ?? []
    for (const closing of closings) expect(closing).toContain('w:line="20" w:lineRule="exact"')
    const ends = xml.match(/<w:pPr>(?:(?!<\/w:pPr>).)*<w:sectPr/g) ?? []
    expect(ends.length).toBe(docx(id).tree.sections.length - 1)
    for (const end of ends) expect(end).toContain('w:line="20" w:lineRule="exact"')
  })
})

describe.each(LETTERED)('%s: letterhead', (id) => {
  it('prints Quốc hiệu in bold capitals of 12–13 and Tiêu ngữ bold one size larger', () => {
    const [national] = styled(id, 'QuocHieu')
    const [motto] = styled(id, 'TieuNgu')
    expect(national?.text).toBe('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
    expect(motto?.text).toBe('Độc lập - Tự do - Hạnh phúc')
    const sizes = [national, motto].map((paragraph) =>
      paragraph === undefined ? 0 : look(id, paragraph).halfPoints / 2,
    )
    expect([
      [13, 14],
      [12, 13],
    ]).toContainEqual(sizes)
    expect(look(id, national as Paragraph)).toMatchObject({ bold: true, italic: false })
    expect(look(id, motto as Paragraph)).toMatchObject({ bold: true, italic: false })
  })

  it('names the superior body upright and regular, the issuer bold, both in capitals of 12–13', () => {
    const superior = styled(id, 'CoQuanChuQuan')
    const issuer = styled(id, 'CoQuanBanHanh')
    expect(superior.map((paragraph) => paragraph.text).join(' ')).toBe('TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM')
    expect(issuer.map((paragraph) => paragraph.text).join(' ')).toBe('LIÊN ĐOÀN LAO ĐỘNG TỈNH HẢI AN')
    for (const paragraph of superior) expect(look(id, paragraph)).toMatchObject({ bold: false, italic: false })
    for (const paragraph of issuer) expect(look(id, paragraph)).toMatchObject({ bold: true, italic: false })
    for (const paragraph of [...superior, ...issuer]) expect([24, 26]).toContain(look(id, paragraph).halfPoints)
  })

  it('draws a solid rule as wide as the motto, and one of a third to a half under the issuer', () => {
    const table = all(docx(id).document, 'w:tbl')[0]
    const cells = table === undefined ? [] : all(table, 'w:tc').slice(0, 2)
    const shares = cells.map((cell) => {
      const rule = paragraphsOf(cell).find(
        (paragraph) => first(paragraph.element, 'w:pPr', 'w:pBdr', 'w:top') !== undefined,
      )
      expect(value(first(rule?.element, 'w:pPr', 'w:pBdr', 'w:top'))).toBe('single')
      const width = Number(first(cell, 'w:tcPr', 'w:tcW')?.attributes['w:w'])
      const indent = first(rule?.element, 'w:pPr', 'w:ind')
      return width - Number(value(indent, 'w:left')) - Number(value(indent, 'w:right'))
    })
    const [underIssuer = 0, underMotto = 0] = shares
    // "Độc lập - Tự do - Hạnh phúc" is 6,05 cm at 14 pt and 5,62 cm at 13 pt in Times New Roman bold.
    const motto = look(id, styled(id, 'TieuNgu')[0] as Paragraph).halfPoints === 28 ? 3428 : 3183
    expect(Math.abs(underMotto - motto)).toBeLessThan(30)
    // The issuer's last line is about 2 to 5 cm; a third to a half of it lies between 0,6 and 2,5 cm.
    expect(underIssuer).toBeGreaterThan(340)
    expect(underIssuer).toBeLessThan(1420)
  })

  it('leaves number, day and month blank: "Số:       /XX-LĐLĐ", "ngày      tháng      năm 2024"', () => {
    const [code] = styled(id, 'SoKyHieu')
    // A công văn carries no code of its type, but that of the department that drafted it.
    const form = kindsIn(id).has('letter') ? /^Số:\u00a0{5,}\/LĐLĐ-ToC$/u : /^Số:\u00a0{5,}\/(?:QĐ|TTr|[A-Z]{2})-LĐLĐ$/u
    expect(code?.text).toMatch(form)
    expect(look(id, code as Paragraph)).toMatchObject({ halfPoints: 26, bold: false, italic: false })
    const [date] = styled(id, 'DiaDanhNgayThang')
    expect(date?.text).toMatch(/^Hải An, ngày\u00a0{4,}tháng\u00a0{4,}năm\u00a02024$/u)
    expect(look(id, date as Paragraph).italic).toBe(true)
    expect([26, 28]).toContain(look(id, date as Paragraph).halfPoints)
  })

  it('stands in a table without borders, two columns, no cell margins', () => {
    const table = all(docx(id).document, 'w:tbl')[0]
    const borders = table === undefined ? [] : [...all(table, 'w:tblBorders'), ...all(table, 'w:tcBorders')]
    expect(borders.length).toBeGreaterThan(0)
    for (const border of borders.flatMap((element) => element.children))
      expect(['none', 'nil']).toContain(value(border))
    expect(
      all(first(table, 'w:tblGrid') ?? { name: '', attributes: {}, children: [], text: '' }, 'w:gridCol').length,
    ).toBe(2)
  })
})

describe.each(having('title'))('%s: title', (id) => {
  it('prints tên loại in bold capitals and trích yếu bold, both 13–14 and centred', () => {
    const [name] = styled(id, 'TenLoai')
    expect(name?.text).toBe(name?.text.toLocaleUpperCase('vi'))
    for (const paragraph of [name as Paragraph, ...styled(id, 'TrichYeu')]) {
      expect(look(id, paragraph)).toMatchObject({ bold: true, italic: false })
      expect([26, 28]).toContain(look(id, paragraph).halfPoints)
      expect(value(paragraphProperty(paragraph, docx(id).styles, 'w:jc'))).toBe('center')
    }
  })
})

describe.each(LETTERED)('%s: text', (id) => {
  it('sets the body 13–14, justified, first line 1–1,27 cm, at least 6 pt apart, line single to 1,5', () => {
    const body = [...styled(id, 'NoiDung'), ...styled(id, 'GachDauDong'), ...styled(id, 'DieuKhoan')]
    expect(body.length).toBeGreaterThan(2)
    for (const paragraph of body) {
      const { styles } = docx(id)
      expect([26, 28]).toContain(look(id, paragraph).halfPoints)
      expect(value(paragraphProperty(paragraph, styles, 'w:jc'))).toBe('both')
      const spacing = paragraphProperty(paragraph, styles, 'w:spacing')
      expect(Number(value(spacing, 'w:after')) + Number(value(spacing, 'w:before'))).toBeGreaterThanOrEqual(120)
      expect(Number(value(spacing, 'w:line'))).toBeGreaterThanOrEqual(240)
      expect(Number(value(spacing, 'w:line'))).toBeLessThanOrEqual(360)
      const indent = Number(value(paragraphProperty(paragraph, styles, 'w:ind'), 'w:firstLine'))
      expect(indent).toBeGreaterThanOrEqual(567)
      expect(indent).toBeLessThanOrEqual(720)
    }
  })

  it('prints căn cứ in italics, each ending with a semicolon, the last with a full stop', () => {
    const bases = styled(id, 'CanCu')
    for (const [index, paragraph] of bases.entries()) {
      expect(look(id, paragraph).italic).toBe(true)
      expect(paragraph.text.endsWith(index === bases.length - 1 ? '.' : ';')).toBe(true)
      expect(paragraph.text).toMatch(/^(Căn cứ|Thực hiện|Theo|Xét) /u)
    }
    expect(bases.length > 0).toBe(kindsIn(id).has('basis'))
  })
})

describe.each(having('heading'))('%s: headings and lists', (id) => {
  it('uses real heading styles: "I. CAPITALS" bold, "1. Title" bold, numbered without a gap', () => {
    const upper = styled(id, 'Heading1')
    expect(upper.length).toBeGreaterThanOrEqual(2)
    const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII']
    upper.forEach((paragraph, index) => {
      expect(paragraph.text.startsWith(`${roman[index]}. `)).toBe(true)
      expect(paragraph.text).toBe(paragraph.text.toLocaleUpperCase('vi'))
      expect(look(id, paragraph).bold).toBe(true)
      expect(paragraphProperty(paragraph, docx(id).styles, 'w:keepNext')).toBeDefined()
    })
    let expected = 1
    for (const paragraph of paragraphsOf(docx(id).document)) {
      if (paragraph.style === 'Heading1') expected = 1
      if (paragraph.style !== 'Heading2') continue
      expect(paragraph.text.startsWith(`${expected}. `), paragraph.text).toBe(true)
      expect(look(id, paragraph).bold).toBe(true)
      expected += 1
    }
  })

  it('makes its dashes a real list and ends the text with "./."', () => {
    const items = styled(id, 'GachDauDong')
    expect(items.length).toBeGreaterThan(1)
    for (const paragraph of items) {
      expect(paragraphProperty(paragraph, docx(id).styles, 'w:numPr')).toBeDefined()
      expect(paragraph.text.startsWith('-')).toBe(false)
    }
    const last = paragraphsOf(docx(id).document)
      .filter((paragraph) => ['NoiDung', 'GachDauDong'].includes(paragraph.style))
      .at(-1)
    const ends = paragraphsOf(docx(id).document).filter((paragraph) => paragraph.text.endsWith('./.'))
    expect(ends.map((paragraph) => paragraph.text)).toHaveLength(1)
    expect(last?.text.endsWith('./.')).toBe(true)
  })
})

describe.each(having('signature'))('%s: closing', (id) => {
  it('prints Nơi nhận 12 bold italic, its list 11 with "- …;" and "- Lưu: …." last', () => {
    const [title] = styled(id, 'NoiNhan')
    expect(title?.text).toBe('Nơi nhận:')
    expect(look(id, title as Paragraph)).toMatchObject({ halfPoints: 24, bold: true, italic: true })
    const list = styled(id, 'DanhSachNoiNhan')
    expect(list.length).toBeGreaterThan(2)
    for (const [index, paragraph] of list.entries()) {
      expect(look(id, paragraph)).toMatchObject({ halfPoints: 22, bold: false, italic: false })
      expect(paragraph.text).toMatch(index === list.length - 1 ? /^- Lưu: VT, ToC\.$/u : /^- .+[^;];$/u)
    }
  })

  it('signs in bold 13–14: capacity and title in capitals, the name as it is written, kept with the text before', () => {
    const [authority, position] = styled(id, 'QuyenHanChucVu')
    const [name] = styled(id, 'HoTenNguoiKy')
    expect([authority?.text, position?.text, name?.text]).toEqual([
      'TM. BAN THƯỜNG VỤ',
      'CHỦ TỊCH',
      'Nguyễn Thị Minh Hà',
    ])
    for (const paragraph of [authority, position, name]) {
      expect(look(id, paragraph as Paragraph)).toMatchObject({ bold: true, italic: false })
      expect([26, 28]).toContain(look(id, paragraph as Paragraph).halfPoints)
    }
    const closing = paragraphsOf(docx(id).document).find((paragraph) => paragraph.text.endsWith('./.'))
    expect(first(closing?.element, 'w:pPr', 'w:keepNext')).toBeDefined()
  })
})

describe.each(['ke-hoach-nam', 'phu-luc-chi-tieu', 'bao-cao-tien-do'])('%s: annex', (id) => {
  function annexTable() {
    const tables = all(docx(id).document, 'w:tbl').filter((table) => all(table, 'w:tblHeader').length > 0)
    const last = tables.at(-1)
    if (last === undefined) throw new Error('no annex table')
    return last
  }

  it('is titled "Phụ lục" 14 bold, its name in bold capitals, the document it belongs to in italics in brackets', () => {
    const [label] = styled(id, 'SoPhuLuc')
    expect(label?.text).toBe('Phụ lục')
    expect(look(id, label as Paragraph)).toMatchObject({ halfPoints: 28, bold: true })
    for (const title of styled(id, 'TenPhuLuc')) {
      expect(title.text).toBe(title.text.toLocaleUpperCase('vi'))
      expect(look(id, title).bold).toBe(true)
    }
    const reference = styled(id, 'KemTheo')
    expect(reference.map((line) => line.text).join(' ')).toMatch(
      /^\(.*của Ban Thường vụ Liên đoàn Lao động tỉnh Hải An\)$/u,
    )
    for (const line of reference) expect(look(id, line)).toMatchObject({ italic: true, bold: false })
  })

  it('repeats its header rows, keeps rows whole and fixes the widths to the page', () => {
    const rows = all(annexTable(), 'w:tr')
    const headers = rows.filter((row) => first(row, 'w:trPr', 'w:tblHeader') !== undefined)
    expect(headers.length).toBe(2)
    expect(rows.slice(0, 2)).toEqual(headers)
    for (const row of rows) expect(first(row, 'w:trPr', 'w:cantSplit')).toBeDefined()
    expect(value(first(annexTable(), 'w:tblPr', 'w:tblLayout'), 'w:type')).toBe('fixed')
    const grid = all(annexTable(), 'w:gridCol').map((column) => Number(value(column, 'w:w')))
    expect(grid.reduce((sum, width) => sum + width, 0)).toBe(16838 - 1701 - 850)
    for (const row of rows) {
      const cells = row.children.filter((child) => child.name === 'w:tc')
      const width = cells.reduce((sum, cell) => sum + Number(first(cell, 'w:tcPr', 'w:tcW')?.attributes['w:w']), 0)
      expect(width).toBe(16838 - 1701 - 850)
    }
  })

  it('prints group rows and TỔNG CỘNG bold and keeps the sum with the row before', () => {
    const rows = all(annexTable(), 'w:tr').slice(2)
    const bold = rows.filter((row) => lookOf(paragraphsOf(row)[1] as Paragraph, docx(id).styles).bold)
    expect(bold.map((row) => textOf(row.children.filter((child) => child.name === 'w:tc')[1] ?? row))).toEqual(
      expect.arrayContaining(['Liên đoàn Lao động huyện, thị xã, thành phố', 'Công đoàn ngành', 'TỔNG CỘNG']),
    )
    const at = rows.findIndex((row) => textOf(row).startsWith('TỔNG CỘNG'))
    const before = rows[at - 1]
    expect(before === undefined ? [] : all(before, 'w:keepNext').length).toBeGreaterThan(0)
  })
})
