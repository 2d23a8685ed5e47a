import type { PreviewPicture } from '#shared/domain/documents/preview.ts'
import type { PictureBlock } from '#shared/domain/documents/tree.ts'
import { inlineText } from '#shared/domain/wording/parts.ts'
import { pictureSize } from '../chart/picture-size.ts'
import { millimetres } from './paragraphs.ts'

/** A chart in the size the Word file gives it. */
export function previewPicture({ id, drawing, alt }: PictureBlock, contentWidth: number): PreviewPicture {
  const { width, height } = pictureSize(drawing, contentWidth)
  return {
    kind: 'picture',
    id,
    widthMm: millimetres(width),
    heightMm: millimetres(height),
    drawing,
    alt: inlineText(alt),
    keepNext: true,
    origin: null,
  }
}
