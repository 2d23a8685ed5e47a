import { AlignmentType, LevelFormat, LevelSuffix, LineRuleType } from 'docx'
import type { INumberingOptions, IParagraphStyleOptions, IStylesOptions } from 'docx'
import { twips } from '../rules/rule-set.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { STYLE } from './style-ids.ts'

/** The one list of dash items ("- …"), a real Word list: a new line in it gets its dash by itself. */
export const DASH_LIST = 'gach-dau-dong'

const AUTO_LINE = 240

function halfPoints(points: number): number {
  return Math.round(points * 2)
}

export function points(value: number): number {
  return Math.round(value * 20)
}

/** Every size, weight and gap of the rule set as Word styles; the blocks only name them. */
export function buildStyles(rules: RuleSet): IStylesOptions {
  const font = { ascii: rules.font, hAnsi: rules.font, eastAsia: rules.font, cs: rules.font }
  const language = { value: rules.language, eastAsia: rules.language, bidirectional: 'ar-SA' }
  const gap = points(rules.body.gapPt)
  const { linePt } = rules.body
  const bodyLine =
    linePt === undefined
      ? { line: Math.round(AUTO_LINE * rules.body.line), lineRule: LineRuleType.AUTO }
      : { line: points(linePt), lineRule: LineRuleType.EXACT }
  const firstLine = twips(rules.body.firstLineMm)
  const size = halfPoints(rules.body.size)

  const heading = (level: number, run: { readonly bold?: boolean; readonly italics?: boolean }) => ({
    next: STYLE.body,
    run: { font, size, color: '000000', ...run },
    paragraph: {
      alignment: AlignmentType.JUSTIFIED,
      keepNext: true,
      keepLines: true,
      indent: { firstLine },
      // No space before: LibreOffice forgets "keep with next" where a page ends inside it. The paragraph above
      // brings the gap.
      spacing: { before: 0, after: gap, ...bodyLine },
      outlineLevel: level - 1,
    },
  })

  return {
    default: {
      document: {
        run: { font, size, color: '000000', language },
        paragraph: { spacing: { before: 0, after: 0, line: AUTO_LINE, lineRule: LineRuleType.AUTO } },
      },
      heading1: heading(1, { bold: true }),
      heading2: heading(2, { bold: true }),
      heading3: heading(3, {}),
    },
    paragraphStyles: [...letterheadStyles(), ...bodyStyles(rules, gap, firstLine, bodyLine), ...closingStyles(rules)],
  }
}

function centred(id: string, name: string, run: IParagraphStyleOptions['run'], before = 0, after = 0) {
  return {
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    ...(run === undefined ? {} : { run }),
    paragraph: { alignment: AlignmentType.CENTER, spacing: { before, after } },
  } satisfies IParagraphStyleOptions
}

function letterheadStyles(): IParagraphStyleOptions[] {
  // Sizes of these depend on how long the office's name is and are set where the letterhead is laid out.
  return [
    centred(STYLE.national, 'Quốc hiệu', { bold: true }),
    centred(STYLE.motto, 'Tiêu ngữ', { bold: true }),
    centred(STYLE.superior, 'Cơ quan chủ quản', {}),
    centred(STYLE.issuer, 'Cơ quan ban hành', { bold: true }),
    centred(STYLE.code, 'Số và ký hiệu', {}, points(4)),
    centred(STYLE.letterSubject, 'Trích yếu công văn', {}, points(6)),
    centred(STYLE.dateLine, 'Địa danh và ngày tháng', { italics: true }, points(4)),
    centred(STYLE.rule, 'Đường kẻ', { size: 4 }),
    centred(STYLE.star, 'Dấu sao', {}),
    centred(STYLE.dashes, 'Gạch dưới trích yếu', {}, 0, points(10)),
  ]
}

function bodyStyles(
  rules: RuleSet,
  gap: number,
  firstLine: number,
  bodyLine: { line: number; lineRule: (typeof LineRuleType)[keyof typeof LineRuleType] },
): IParagraphStyleOptions[] {
  const size = halfPoints(rules.body.size)
  const paragraph = {
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine },
    spacing: { before: 0, after: gap, ...bodyLine },
    widowControl: true,
  }
  return [
    centred(STYLE.typeName, 'Tên loại văn bản', { bold: true, size: halfPoints(rules.typeName.size) }, points(14)),
    centred(STYLE.subject, 'Trích yếu nội dung', { bold: true, size: halfPoints(rules.subject.size) }),
    {
      id: STYLE.addressees,
      name: 'Kính gửi',
      basedOn: 'Normal',
      run: { size },
      paragraph: { alignment: AlignmentType.LEFT, spacing: { before: gap, after: gap } },
    },
    { id: STYLE.basis, name: 'Căn cứ ban hành', basedOn: 'Normal', run: { italics: true, size }, paragraph },
    centred(STYLE.authorityLine, 'Thẩm quyền ban hành', { bold: true, size }, gap, points(10)),
    centred(STYLE.enacting, 'Quyết định', { bold: true, size }, gap, gap),
    { id: STYLE.article, name: 'Điều khoản', basedOn: STYLE.body, quickFormat: true },
    { id: STYLE.body, name: 'Nội dung', basedOn: 'Normal', quickFormat: true, run: { size }, paragraph },
    {
      id: STYLE.item,
      name: 'Gạch đầu dòng',
      basedOn: STYLE.body,
      quickFormat: true,
      paragraph: { numbering: { reference: DASH_LIST, level: 0 } },
    },
    {
      ...centred(STYLE.caption, 'Tên biểu', { bold: true, size }, gap),
      paragraph: {
        alignment: AlignmentType.CENTER,
        keepNext: true,
        keepLines: true,
        spacing: { before: 0, after: 0 },
      },
    },
    {
      id: STYLE.unitNote,
      name: 'Ngày số liệu của biểu',
      basedOn: 'Normal',
      run: { italics: true, size: halfPoints(13) },
      paragraph: { alignment: AlignmentType.CENTER, keepNext: true, spacing: { before: 0, after: gap } },
    },
    {
      id: STYLE.note,
      name: 'Ghi chú',
      basedOn: 'Normal',
      run: { italics: true, size: halfPoints(13) },
      paragraph: { alignment: AlignmentType.JUSTIFIED, indent: { firstLine }, spacing: { before: 0, after: gap } },
    },
    // Single lines: in an exact one Word shows only a strip of a picture.
    {
      ...centred(STYLE.picture, 'Hình', {}),
      paragraph: { alignment: AlignmentType.CENTER, keepNext: true, spacing: { before: 0, after: 0 } },
    },
    {
      ...centred(STYLE.pictureCaption, 'Tên hình', { italics: true, size: halfPoints(13) }),
      paragraph: { alignment: AlignmentType.CENTER, keepLines: true, spacing: { before: 0, after: gap } },
    },
    {
      id: STYLE.tableText,
      name: 'Ô trong bảng',
      basedOn: 'Normal',
      paragraph: { spacing: { before: points(rules.table.gapPt), after: points(rules.table.gapPt) } },
    },
    centred(STYLE.annexLabel, 'Số phụ lục', { bold: true, size: halfPoints(rules.annex.size) }),
    centred(STYLE.annexTitle, 'Tên phụ lục', { bold: true, size: halfPoints(rules.annex.size) }),
    centred(
      STYLE.annexReference,
      'Kèm theo văn bản',
      { italics: true, size: halfPoints(rules.annex.size) },
      0,
      points(2),
    ),
  ]
}

function closingStyles(rules: RuleSet): IParagraphStyleOptions[] {
  return [
    {
      id: STYLE.recipientsTitle,
      name: 'Nơi nhận',
      basedOn: 'Normal',
      run: {
        bold: rules.form.recipientsTitle.bold,
        italics: rules.form.recipientsTitle.italic,
        size: halfPoints(rules.recipients.titleSize),
      },
      paragraph: { alignment: AlignmentType.LEFT },
    },
    {
      id: STYLE.recipients,
      name: 'Danh sách nơi nhận',
      basedOn: 'Normal',
      run: { size: halfPoints(rules.recipients.size) },
      paragraph: { alignment: AlignmentType.LEFT },
    },
    centred(STYLE.authority, 'Quyền hạn và chức vụ người ký', { bold: true, size: halfPoints(rules.signature.size) }),
    centred(STYLE.signerName, 'Họ và tên người ký', { bold: true, size: halfPoints(rules.signature.size) }),
  ]
}

export function buildNumbering(rules: RuleSet): INumberingOptions {
  return {
    config: [
      {
        reference: DASH_LIST,
        levels: [
          {
            level: 0,
            format: LevelFormat.BULLET,
            text: '-',
            alignment: AlignmentType.LEFT,
            suffix: LevelSuffix.SPACE,
            // Word's default bullet font has no plain dash; the list must be set in the document's font.
            style: {
              run: { font: rules.font },
              paragraph: { indent: { left: 0, firstLine: twips(rules.body.firstLineMm) } },
            },
          },
        ],
      },
    ],
  }
}
