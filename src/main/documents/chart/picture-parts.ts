import { writeSvg } from '#shared/domain/charts/svg.ts'
import type { PictureBlock } from '#shared/domain/documents/tree.ts'
import { inlineText } from '#shared/domain/wording/parts.ts'
import { storedPart, textOfPart, zipPart, type ZippedPart } from '../layout/zip-parts.ts'
import type { FontFiles } from '../pdf/fonts.ts'
import { paintPng } from './paint-png.ts'
import { relationIds } from './picture-xml.ts'

const IMAGE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image'
const END = '</Relationships>'

function targets(order: number): { readonly png: string; readonly svg: string } {
  return { png: `media/hinh-${order}.png`, svg: `media/hinh-${order}.svg` }
}

/** The relations of a document part, and one more for each form of each picture. */
export function withRelations(part: ZippedPart, pictures: number): ZippedPart {
  const relations = Array.from({ length: pictures }, (_, index) => {
    const [ids, target] = [relationIds(index + 1), targets(index + 1)]
    return [
      `<Relationship Id="${ids.png}" Type="${IMAGE}" Target="${target.png}"/>`,
      `<Relationship Id="${ids.svg}" Type="${IMAGE}" Target="${target.svg}"/>`,
    ].join('')
  }).join('')
  return zipPart(part.name, textOfPart(part).replace(END, `${relations}${END}`))
}

/** A picture as vectors and as dots. */
export function pictureParts({ drawing, alt }: PictureBlock, order: number, fonts: FontFiles): ZippedPart[] {
  const target = targets(order)
  const chart = { ...drawing, title: inlineText(alt), description: '' }
  return [
    storedPart(`word/${target.png}`, paintPng(drawing, fonts)),
    zipPart(`word/${target.svg}`, writeSvg(chart, { id: `hinh-${order}` })),
  ]
}
