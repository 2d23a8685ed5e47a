import type { PreviewBlock, PreviewDocument, PreviewPage, PreviewSection } from '#shared/domain/documents/preview.ts'
import type { Block, OfficialDocument, Section } from '#shared/domain/documents/tree.ts'
import { applyForm } from '../layout/apply-form.ts'
import { contentWidth } from '../layout/page-plan.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { previewText } from './blocks.ts'
import { previewFrame } from './frames.ts'
import { previewPicture } from './pictures.ts'
import { withOrigin } from './paragraphs.ts'
import { previewTable } from './tables.ts'

/**
 * The pages of a composed document, laid out by a rule set: the same tree, order, breaking of lines and widths the Word
 * file is written from, so that a preview or a PDF never says anything else than the file.
 */
export function buildPreview(given: OfficialDocument, rules: RuleSet): PreviewDocument {
  const tree = applyForm(given, rules)
  return {
    title: tree.title,
    issuer: tree.issuer,
    keywords: tree.keywords,
    rules: rules.id,
    font: rules.font,
    sections: tree.sections.map((section, index) => previewSection(section, index, rules)),
  }
}

function previewSection(section: Section, at: number, rules: RuleSet): PreviewSection {
  const width = contentWidth(rules, section.orientation)
  return {
    id: section.id,
    orientation: section.orientation,
    page: pageOf(section, rules),
    blocks: section.blocks.flatMap((block, index) =>
      previewBlock(block, section.blocks[index + 1], rules, width).map((piece) =>
        withOrigin(piece, { section: at, block: index }),
      ),
    ),
  }
}

function previewBlock(block: Block, next: Block | undefined, rules: RuleSet, width: number): PreviewBlock[] {
  switch (block.kind) {
    case 'letterhead':
    case 'signature':
    case 'pact':
      return previewFrame(block, rules, width)
    case 'table':
      return previewTable(block, next, rules, width)
    case 'picture':
      return [previewPicture(block, width)]
    default:
      return previewText(block, next, rules, width)
  }
}

function pageOf({ orientation }: Section, { page, pageNumber }: RuleSet): PreviewPage {
  const landscape = orientation === 'landscape'
  return {
    widthMm: landscape ? page.heightMm : page.widthMm,
    heightMm: landscape ? page.widthMm : page.heightMm,
    topMm: page.topMm,
    bottomMm: page.bottomMm,
    leftMm: page.leftMm,
    rightMm: page.rightMm,
    numberFromTopMm: page.numberFromTopMm,
    numberSize: pageNumber.size,
    numberHiddenOnFirst: pageNumber.hiddenOnFirstPage,
  }
}
