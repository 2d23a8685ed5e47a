import type { PictureBlock } from '#shared/domain/documents/tree.ts'
import { inlineText } from '#shared/domain/wording/parts.ts'
import { STYLE } from '../layout/style-ids.ts'
import { escapeText } from '../layout/write-xml.ts'
import { pictureSize } from './picture-size.ts'

/** English Metric Units in a twip, 914.400 to the inch (ECMA-376, part 1, 20.1.2.1). */
const EMU_A_TWIP = 635
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main'
const PICTURE = 'http://schemas.openxmlformats.org/drawingml/2006/picture'
/** The extension by which Word since 2016 finds the vectors beside the dots ([MS-ODRAWXML] 2.3.3.6). */
const SVG_EXTENSION = '{96DAC541-7B7A-43D3-8B79-37D633B846F1}'
const SVG = 'http://schemas.microsoft.com/office/drawing/2016/SVG/main'

export function relationIds(order: number): { readonly png: string; readonly svg: string } {
  return { png: `rIdHinh${order}png`, svg: `rIdHinh${order}svg` }
}

/**
 * The paragraph a picture stands in: in line with the text, so that it moves with it, on one page with its caption.
 * Word shows the vectors, what does not know them the dots; both carry the description.
 */
export function pictureXml(block: PictureBlock, order: number, contentWidth: number): string {
  const { width, height } = pictureSize(block.drawing, contentWidth)
  const [cx, cy] = [width * EMU_A_TWIP, height * EMU_A_TWIP]
  const { png, svg } = relationIds(order)
  const named = `id="${order}" name="Hình ${order}" descr="${escapeText(inlineText(block.alt))}"`
  return (
    `<w:p><w:pPr><w:pStyle w:val="${STYLE.picture}"/><w:keepNext/></w:pPr><w:r><w:rPr><w:noProof/></w:rPr><w:drawing>` +
    `<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${cx}" cy="${cy}"/>` +
    `<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr ${named}/>` +
    `<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="${DRAWING}" noChangeAspect="1"/></wp:cNvGraphicFramePr>` +
    `<a:graphic xmlns:a="${DRAWING}"><a:graphicData uri="${PICTURE}"><pic:pic xmlns:pic="${PICTURE}">` +
    `<pic:nvPicPr><pic:cNvPr ${named}/><pic:cNvPicPr/></pic:nvPicPr>` +
    `<pic:blipFill><a:blip r:embed="${png}"><a:extLst><a:ext uri="${SVG_EXTENSION}">` +
    `<asvg:svgBlip xmlns:asvg="${SVG}" r:embed="${svg}"/></a:ext></a:extLst></a:blip>` +
    `<a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm>` +
    `<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>` +
    `</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`
  )
}
