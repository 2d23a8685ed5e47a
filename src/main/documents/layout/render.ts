import {
  AlignmentType,
  Document,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx'
import type { ISectionOptions } from 'docx'
import type { OfficialDocument, Section } from '#shared/domain/documents/tree.ts'
import { twips } from '../rules/rule-set.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { applyForm } from './apply-form.ts'
import { layoutBlock } from './blocks.ts'
import { contentWidth } from './page-plan.ts'
import { buildNumbering, buildStyles } from './styles.ts'

/** Facts kept in the file's own properties, so that a file that comes back can be recognised. */
export type FileProperties = Readonly<Record<string, string>>

/** The bytes of a Word file: the document's tree laid out by a format rule set. */
export async function renderDocx(
  given: OfficialDocument,
  rules: RuleSet,
  properties: FileProperties = {},
): Promise<Uint8Array> {
  const tree = applyForm(given, rules)
  const document = new Document({
    title: tree.title,
    subject: tree.title,
    creator: tree.issuer,
    lastModifiedBy: tree.issuer,
    keywords: tree.keywords.join(', '),
    description: rules.name,
    customProperties: Object.entries(properties).map(([name, value]) => ({ name, value })),
    compatibility: { version: 15 },
    styles: buildStyles(rules),
    numbering: buildNumbering(rules),
    sections: tree.sections.map((section) => buildSection(section, rules)),
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function buildSection(section: Section, rules: RuleSet): ISectionOptions {
  const { page } = rules
  const landscape = section.orientation === 'landscape'
  const width = contentWidth(rules, section.orientation)
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: rules.pageNumber.hiddenOnFirstPage,
      page: {
        // docx swaps the sides of a landscape page itself.
        size: {
          width: twips(page.widthMm),
          height: twips(page.heightMm),
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: twips(page.topMm),
          bottom: twips(page.bottomMm),
          left: twips(page.leftMm),
          right: twips(page.rightMm),
          header: twips(page.numberFromTopMm),
          footer: twips(page.numberFromTopMm),
        },
        pageNumbers: { start: 1 },
      },
    },
    headers: { first: new Header({ children: [new Paragraph({})] }), default: pageNumberHeader(rules) },
    children: section.blocks.flatMap((block, index) => layoutBlock(block, section.blocks[index + 1], rules, width)),
  }
}

/** Arabic number, upright, centred in the top margin (NĐ 30/2020, Phụ lục I, mục I.7). */
function pageNumberHeader(rules: RuleSet): Header {
  return new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], size: rules.pageNumber.size * 2 })],
      }),
    ],
  })
}
