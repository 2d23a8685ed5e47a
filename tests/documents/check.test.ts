import { beforeAll, describe, expect, it } from 'vitest'
import { checkDocument } from '#main/documents/check/check-document.ts'
import { quote } from '#main/documents/check/finding.ts'
import { RULES, type RuleId } from '#main/documents/check/wording.ts'
import { haiAnFacts } from './support/hai-an.ts'
import { kindsIn, makeDocx, type MadeDocx, RULE_SET_IDS, rulesNamed, TYPE_IDS, unionRules } from './support/made.ts'
import { readAsWord, type Spoil, spoilDocx } from './support/spoil.ts'

// Every rule is shown to be noticed: a document that is right is spoilt in one place, and exactly that is said.

const DOCUMENT = 'word/document.xml'
const STYLES = 'word/styles.xml'

/** Changes what stands inside the paragraphs of one style, the first one or all. */
function within(style: string, change: (paragraph: string) => string, every = false): Spoil {
  let done = false
  return (xml) =>
    xml.replace(/<w:p>.*?<\/w:p>/gsu, (paragraph) => {
      if (!paragraph.includes(`w:pStyle w:val="${style}"`) || (done && !every)) return paragraph
      done = true
      return change(paragraph)
    })
}

function inStyle(style: string, change: (definition: string) => string): Spoil {
  return (xml) =>
    xml.replace(/<w:style .*?<\/w:style>/gsu, (definition) =>
      definition.includes(`w:styleId="${style}"`) ? change(definition) : definition,
    )
}

const drop =
  (pattern: RegExp | string): ((xml: string) => string) =>
  (xml) =>
    xml.replaceAll(typeof pattern === 'string' ? pattern : new RegExp(pattern, 'gu'), '')
const swap =
  (from: string, to: string): ((xml: string) => string) =>
  (xml) =>
    xml.replaceAll(from, to)
const size =
  (halfPoints: number): ((xml: string) => string) =>
  (xml) =>
    xml.replace(/<w:sz w:val="\d+"\/>/gu, `<w:sz w:val="${halfPoints}"/>`)

interface Case {
  readonly rule: RuleId
  readonly part?: string
  readonly spoil: Spoil
  readonly found: string | RegExp
  readonly expected: string | RegExp
}

// prettier-ignore
const CASES: readonly Case[] = [
  { rule: 'page.size', spoil: swap('w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"'), found: '216 × 279 mm', expected: 'A4, 210 × 297 mm' },
  { rule: 'page.margin.left', spoil: swap('w:left="1701"', 'w:left="1134"'), found: '20 mm', expected: '30–35 mm' },
  { rule: 'page.margin.right', spoil: swap('w:right="850"', 'w:right="1701"'), found: '30 mm', expected: '15–20 mm' },
  { rule: 'page.margin.top', spoil: swap('w:top="1134"', 'w:top="567"'), found: '10 mm', expected: '20–25 mm' },
  { rule: 'page.margin.bottom', spoil: swap('w:bottom="1134"', 'w:bottom="2268"'), found: '40 mm', expected: '20–25 mm' },
  { rule: 'page.number.first', spoil: drop('<w:titlePg/>'), found: 'trang thứ nhất có số', expected: 'không hiển thị số trang thứ nhất' },
  { rule: 'page.number', spoil: drop(/<w:headerReference [^>]*w:type="default"[^>]*\/>/u), found: 'không có', expected: 'có, từ trang thứ hai' },
  { rule: 'page.number.annex', spoil: drop(/<w:pgNumType [^>]*\/>/u), found: 'số trang nối tiếp văn bản', expected: /số trang riêng/u },
  { rule: 'font.name', part: STYLES, spoil: swap('w:ascii="Times New Roman"', 'w:ascii="Arial"'), found: 'Arial', expected: 'Times New Roman' },
  { rule: 'font.encoding', spoil: within('NoiDung', swap('<w:r>', '<w:r><w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr>')), found: /\.VnTime/u, expected: /Unicode/u },
  { rule: 'font.color', spoil: within('NoiDung', swap('<w:r>', '<w:r><w:rPr><w:color w:val="FF0000"/></w:rPr>')), found: 'màu #FF0000', expected: 'màu đen' },
  { rule: 'text.composed', spoil: within('NoiDung', (xml) => xml.normalize('NFD')), found: 'dấu tổ hợp', expected: 'dấu dựng sẵn' },
  { rule: 'national.text', spoil: swap('CHỦ NGHĨA VIỆT NAM', 'CHỦ NGHĨA VIỆT'), found: 'không có', expected: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM' },
  { rule: 'national.look', spoil: within('QuocHieu', size(32)), found: 'cỡ 16', expected: 'cỡ 12–13' },
  { rule: 'motto.text', spoil: swap('Độc lập - Tự do - Hạnh phúc', 'Độc lập – Tự do – Hạnh phúc'), found: 'Độc lập – Tự do – Hạnh phúc', expected: 'Độc lập - Tự do - Hạnh phúc' },
  { rule: 'motto.look', spoil: within('TieuNgu', swap('<w:b/>', '<w:b w:val="0"/>')), found: 'không đậm', expected: 'đậm' },
  { rule: 'motto.rule', spoil: (xml) => { let n = 0; return xml.replace(/<w:pBdr>.*?<\/w:pBdr>/gu, (border) => (++n === 2 ? '' : border)) }, found: 'không có', expected: /dài bằng dòng chữ/u },
  { rule: 'issuer.rule', spoil: (xml) => { let n = 0; return xml.replace(/<w:pBdr>.*?<\/w:pBdr>/gu, (border) => (++n === 1 ? '' : border)) }, found: 'không có', expected: /1\/3 đến 1\/2/u },
  { rule: 'subject.rule', spoil: (xml) => { let n = 0; return xml.replace(/<w:pBdr>.*?<\/w:pBdr>/gu, (border) => (++n === 3 ? '' : border)) }, found: 'không có', expected: /1\/3 đến 1\/2/u },
  { rule: 'superior.look', spoil: within('CoQuanChuQuan', swap('<w:rPr>', '<w:rPr><w:i/>'), true), found: 'nghiêng', expected: 'đứng' },
  { rule: 'issuer.look', spoil: within('CoQuanBanHanh', size(22), true), found: 'cỡ 11', expected: 'cỡ 12–13' },
  { rule: 'code.form', spoil: within('SoKyHieu', (xml) => xml.replace(/Số:[^<]*/u, 'Số: 5/KH-LĐLĐ')), found: 'Số: 5/KH-LĐLĐ', expected: 'Số: 05/KH-LĐLĐ' },
  { rule: 'code.form', spoil: within('SoKyHieu', (xml) => xml.replace(/Số:[^<]*/u, 'Số 15 - KH/LĐLĐ')), found: 'Số 15 - KH/LĐLĐ', expected: 'Số: 15/KH-LĐLĐ' },
  { rule: 'code.look', spoil: within('SoKyHieu', swap('<w:rPr>', '<w:rPr><w:b/>')), found: 'đậm', expected: 'không đậm' },
  { rule: 'date.form', spoil: within('DiaDanhNgayThang', (xml) => xml.replace(/ngày[^<]*/u, 'ngày 5 tháng 3 năm 2024')), found: 'Hải An, ngày 5 tháng 3 năm 2024', expected: 'ngày 05 tháng 3 năm 2024' },
  { rule: 'date.form', spoil: within('DiaDanhNgayThang', (xml) => xml.replace(/ngày[^<]*/u, 'ngày 15 tháng 03 năm 2024')), found: /tháng 03/u, expected: 'ngày 15 tháng 3 năm 2024' },
  { rule: 'date.look', spoil: within('DiaDanhNgayThang', swap('<w:i/>', '<w:i w:val="0"/>')), found: 'đứng', expected: 'nghiêng' },
  { rule: 'type.look', spoil: within('TenLoai', swap('<w:b/>', '<w:b w:val="0"/>')), found: 'không đậm', expected: 'đậm' },
  { rule: 'subject.look', spoil: within('TrichYeu', size(36), true), found: 'cỡ 18', expected: 'cỡ 13–14' },
  { rule: 'bases.look', spoil: within('CanCu', swap('<w:i/>', '<w:i w:val="0"/>')), found: 'đứng', expected: 'nghiêng' },
  { rule: 'bases.marks', spoil: within('CanCu', (xml) => xml.replace(/;(<\/w:t><\/w:r><\/w:p>)/u, ',$1')), found: /“,”/u, expected: 'dấu chấm phẩy' },
  { rule: 'body.size', part: STYLES, spoil: inStyle('NoiDung', size(24)), found: 'cỡ 12', expected: 'cỡ 13–14' },
  { rule: 'body.align', part: STYLES, spoil: inStyle('NoiDung', swap('<w:jc w:val="both"/>', '<w:jc w:val="left"/>')), found: 'căn trái', expected: 'căn đều hai lề' },
  { rule: 'body.indent', part: STYLES, spoil: inStyle('NoiDung', (xml) => xml.replace(/<w:ind [^>]*\/>/u, '')), found: '0 mm', expected: '10–12,7 mm' },
  { rule: 'body.gap', part: STYLES, spoil: inStyle('NoiDung', swap('w:after="120"', 'w:after="0"')), found: '0 pt', expected: 'từ 6 pt' },
  { rule: 'body.line', part: STYLES, spoil: inStyle('NoiDung', (xml) => xml.replace(/w:line="\d+"/u, 'w:line="480"')), found: '2 dòng', expected: '1–1,5 dòng' },
  { rule: 'heading.look', spoil: within('Heading1', swap('<w:b/>', '<w:b w:val="0"/>')), found: 'không đậm', expected: 'đậm' },
  { rule: 'heading.order', spoil: within('Heading1', swap('>I. ', '>II. ')), found: 'II', expected: 'I' },
  { rule: 'end.mark', spoil: swap('./.', '.'), found: /^“…(\S+ ){2}\S+\.”$/u, expected: '“./.”' },
  { rule: 'recipients.missing', spoil: swap('Nơi nhận:', 'Gửi:'), found: 'không có', expected: 'Nơi nhận:' },
  { rule: 'recipients.title', spoil: within('NoiNhan', swap('<w:b/>', '<w:b w:val="0"/>')), found: 'không đậm', expected: 'đậm' },
  { rule: 'recipients.look', spoil: within('DanhSachNoiNhan', size(26)), found: 'cỡ 13', expected: 'cỡ 11' },
  { rule: 'recipients.marks', spoil: within('DanhSachNoiNhan', swap(';</w:t>', '.</w:t>')), found: /“\.”/u, expected: 'dấu chấm phẩy' },
  { rule: 'recipients.archive', spoil: swap('Lưu: VT', 'Lưu VT'), found: /Lưu VT/u, expected: '- Lưu: VT, …' },
  { rule: 'signature.look', spoil: within('QuyenHanChucVu', swap('<w:b/>', '<w:b w:val="0"/>')), found: 'không đậm', expected: 'đậm' },
  { rule: 'signature.capacity', spoil: swap('TM. BAN THƯỜNG VỤ', 'T/M BAN THƯỜNG VỤ'), found: 'T/M BAN THƯỜNG VỤ', expected: 'TM., KT., TL.' },
  { rule: 'signature.capacity', spoil: swap('>CHỦ TỊCH<', '>KT. CHỦ TỊCH<'), found: /KT\. CHỦ TỊCH/u, expected: /không ghi KT/u },
  { rule: 'signature.name', spoil: swap('>Nguyễn Thị Minh Hà<', '>ThS. Nguyễn Thị Minh Hà<'), found: 'ThS. Nguyễn Thị Minh Hà', expected: /không ghi học hàm/u },
  { rule: 'annex.label', spoil: within('SoPhuLuc', size(24)), found: 'cỡ 12', expected: 'cỡ 14' },
  { rule: 'annex.label', spoil: within('SoPhuLuc', swap('Phụ lục', 'PHỤ LỤC')), found: 'in hoa', expected: 'in thường' },
  { rule: 'annex.title', spoil: within('TenPhuLuc', size(32), true), found: 'cỡ 16', expected: 'cỡ 13–14' },
  { rule: 'annex.reference', spoil: within('KemTheo', swap('<w:i/>', '<w:i w:val="0"/>'), true), found: 'đứng', expected: 'nghiêng' },
  { rule: 'text.draft', spoil: within('NoiDung', (xml) => xml.replace(/<w:t([^>]*)>/u, '<w:t$1>[Dự thảo: nêu lý do] ')), found: '[Dự thảo: nêu lý do]', expected: /lời chính thức/u },
  { rule: 'text.percent', spoil: within('NoiDung', (xml) => xml.replace('</w:t></w:r></w:p>', ' đạt 65,7 %</w:t></w:r></w:p>')), found: '65,7 %', expected: '65,7%' },
  { rule: 'text.money', spoil: within('NoiDung', (xml) => xml.replace('</w:t></w:r></w:p>', ' 900.000 VNĐ</w:t></w:r></w:p>')), found: '900.000 VNĐ', expected: '900.000 đồng' },
]

let plan: MadeDocx

beforeAll(async () => {
  plan = await makeDocx('ke-hoach-nam')
})

describe('format checker', () => {
  it.each(RULE_SET_IDS.flatMap((rules) => TYPE_IDS.map((type): [string, string] => [type, rules])))(
    'finds nothing in what the program itself lays out: %s by %s',
    async (type, name) => {
      const rules = rulesNamed(name)
      const { bytes } = await makeDocx(type, haiAnFacts(), rules)
      expect(checkDocument(await readAsWord(bytes), rules)).toEqual([])
    },
  )

  it.each(TYPE_IDS.filter((type) => kindsIn(type).has('signature')))(
    'tells the form of the union from that of the Party: %s',
    async (type) => {
      const party = rulesNamed('05-hd-vptw')
      const { bytes } = await makeDocx(type, haiAnFacts(), party)
      const rules = checkDocument(await readAsWord(bytes), unionRules()).map(({ rule }) => rule)
      for (const rule of [
        'national.text',
        'issuer.rule',
        'code.form',
        'end.mark',
        'recipients.title',
        'recipients.archive',
      ])
        expect(rules).toContain(rule)
      const other = await makeDocx(type)
      const wrong = checkDocument(await readAsWord(other.bytes), party).map(({ rule }) => rule)
      for (const rule of ['party.title', 'issuer.rule', 'code.form', 'end.mark', 'signature.capacity'])
        expect(wrong).toContain(rule)
    },
  )

  it.each(CASES.map((one): [string, Case] => [`${one.rule}: ${String(one.found)}`, one]))('%s', async (_, one) => {
    const bytes = await spoilDocx(plan.bytes, one.part ?? DOCUMENT, one.spoil)
    const findings = checkDocument(await readAsWord(bytes), unionRules())
    const mine = findings.filter(({ rule }) => rule === one.rule)
    // Nothing else is blamed: a size that is wrong may also no longer fit its neighbours.
    expect(findings.filter(({ rule }) => rule !== one.rule && rule !== 'sizes.coherent')).toEqual([])
    expect(findings.map(({ rule }) => rule)).toContain(one.rule)
    expect(mine[0]?.found).toMatch(typeof one.found === 'string' ? exactly(one.found) : one.found)
    expect(mine[0]?.expected).toMatch(typeof one.expected === 'string' ? exactly(one.expected) : one.expected)
    expect(mine[0]?.where).not.toBe('')
  })

  it('wants “Kính gửi” written small, and quotes no half of a word', async () => {
    const report = await makeDocx('bao-cao-cam-ket')
    const bytes = await spoilDocx(report.bytes, DOCUMENT, swap('Kính gửi:', 'KÍNH GỬI:'))
    const [finding, ...others] = checkDocument(await readAsWord(bytes), unionRules())
    expect(others).toEqual([])
    expect(finding).toMatchObject({ rule: 'addressees.form', found: 'KÍNH GỬI', expected: 'Kính gửi' })
    const long = 'Ban Thường vụ Liên đoàn Lao động tỉnh xây dựng kế hoạch (nghiêng), phát triển đoàn viên'
    for (let length = 1; length <= long.length; length += 1) {
      const quoted = quote({ mark: null, text: long.slice(0, length) }).replace(/^“|…?”$/gu, '')
      expect(`${long.slice(0, length)} `).toMatch(new RegExp(`^${quoted.replace(/[()]/gu, '\\$&').trim()}[\\s,]`, 'u'))
    }
  })

  it('says each rule in Vietnamese', () => {
    for (const title of Object.values(RULES)) expect(title).toMatch(/^\p{Lu}/u)
  })
})

function exactly(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}$`, 'u')
}
