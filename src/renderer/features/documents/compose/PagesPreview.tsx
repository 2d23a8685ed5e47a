import { memo, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { PreviewDocument, PreviewSection } from '#shared/domain/documents/preview.ts'
import { composeText } from '#renderer/text/compose.ts'
import { Content, TableView } from './PageContent.tsx'
import { type Measured, type Page, paginate } from './paginate.ts'
import './preview.css'
import { useScrollStop } from './use-scroll-stop.ts'

/** CSS pixels of a millimetre. */
const MM = 96 / 25.4

interface PagesPreviewProps {
  readonly preview: PreviewDocument
  /** The block of a section is marked as the one being written. */
  readonly isChosen?: (section: number, block: number) => boolean
  readonly chosenFigure?: string | null
  readonly onFigure: (id: string) => void
  readonly onBlock?: (section: number, block: number) => void
}

interface Laid {
  readonly preview: PreviewDocument
  readonly pages: readonly Page[]
}

/** The pages as they will be printed, in the width there is. */
export function PagesPreview({ preview, isChosen, chosenFigure, onFigure, onBlock }: PagesPreviewProps) {
  const frame = useScrollStop<HTMLDivElement>()
  const measure = useRef<HTMLDivElement>(null)
  // While new pages are measured the old ones stay, with the content they were laid out of.
  const [laid, setLaid] = useState<Laid | null>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = frame.current
    if (element === null) return
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [frame])
  // The pages are read; figures and sections are also reached by the lists beside them.
  useEffect(() => {
    const element = frame.current
    const choose = (event: MouseEvent): void => {
      const target = event.target instanceof Element ? event.target : null
      const figure = target?.closest('[data-figure]')?.getAttribute('data-figure')
      if (figure !== null && figure !== undefined) {
        onFigure(figure)
        return
      }
      const block = target?.closest('[data-block]')?.getAttribute('data-block')?.split(' ').map(Number)
      if (block !== undefined) onBlock?.(block[0] ?? 0, block[1] ?? 0)
    }
    element?.addEventListener('click', choose)
    return () => element?.removeEventListener('click', choose)
  }, [frame, onFigure, onBlock])
  // The section that is written in is brought to where it can be read.
  useEffect(() => {
    frame.current?.querySelector('.piece-chosen')?.scrollIntoView({ block: 'nearest' })
  }, [frame, isChosen, laid])
  useLayoutEffect(() => {
    const element = measure.current
    if (element !== null) setLaid({ preview, pages: measurePages(element, preview) })
  }, [preview])

  return (
    <div className="preview" ref={frame} role="region" aria-label={composeText.preview}>
      {laid?.preview === preview ? null : (
        <div className="preview-measure" ref={measure} aria-hidden="true" style={{ fontFamily: fontOf(preview) }}>
          {preview.sections.map((section) => (
            <Blocks key={section.id} section={section} />
          ))}
        </div>
      )}
      {(laid?.pages ?? []).map((page, index, pages) => {
        const section = laid?.preview.sections[page.section]
        return section === undefined ? null : (
          <PageSheet
            key={`${page.section} ${index}`}
            section={section}
            page={page}
            numberInSection={pages.slice(0, index).filter((other) => other.section === page.section).length + 1}
            label={composeText.page(index + 1, pages.length)}
            zoom={width === 0 ? 1 : Math.min(1.4, (width - 24) / (section.page.widthMm * MM))}
            font={fontOf(preview)}
            isChosen={isChosen}
            chosenFigure={chosenFigure ?? null}
          />
        )
      })}
    </div>
  )
}

function fontOf({ font }: PreviewDocument): string {
  return `"${font}", "Liberation Serif", serif`
}

function measurePages(root: HTMLElement, preview: PreviewDocument): Page[] {
  return preview.sections.flatMap((section, at) => {
    const blocks: number[] = []
    const rows = new Map<number, readonly number[]>()
    const children = [...(root.children[at]?.children ?? [])]
    section.blocks.forEach((_, index) => {
      const element = children[index]
      if (!(element instanceof HTMLElement)) return
      const style = getComputedStyle(element)
      blocks.push(element.offsetHeight + Number.parseFloat(style.marginTop) + Number.parseFloat(style.marginBottom))
      if (element instanceof HTMLTableElement)
        rows.set(
          index,
          [...element.rows].map((row) => row.offsetHeight),
        )
    })
    const { heightMm, topMm, bottomMm } = section.page
    const measured: Measured = { blocks, rows }
    return paginate(section, at, measured, (heightMm - topMm - bottomMm) * MM)
  })
}

function contentWidth({ page }: PreviewSection): string {
  return `${page.widthMm - page.leftMm - page.rightMm}mm`
}

const Blocks = memo(function Blocks({ section }: { readonly section: PreviewSection }) {
  return (
    <div style={{ width: contentWidth(section) }}>
      {section.blocks.map((block, index) =>
        block.kind === 'table' ? (
          <TableView key={index} table={block} rows={[block.headerRows, block.rows.length]} chosenFigure={null} />
        ) : (
          <Content key={index} block={block} chosenFigure={null} />
        ),
      )}
    </div>
  )
})

interface PageSheetProps {
  readonly section: PreviewSection
  readonly page: Page
  readonly numberInSection: number
  readonly label: string
  readonly zoom: number
  readonly font: string
  readonly isChosen: PagesPreviewProps['isChosen'] | undefined
  readonly chosenFigure: string | null
}

function PageSheet(props: PageSheetProps) {
  const { section, page, numberInSection, label, zoom, font, isChosen, chosenFigure } = props
  const { widthMm, heightMm, topMm, bottomMm, leftMm, rightMm, numberFromTopMm, numberSize } = section.page
  const numbered = !(section.page.numberHiddenOnFirst && numberInSection === 1)
  return (
    <article
      className="sheet"
      aria-label={label}
      style={{
        zoom,
        width: `${widthMm}mm`,
        minHeight: `${heightMm}mm`,
        // What is not painted yet keeps its place, so that nothing jumps while scrolling.
        containIntrinsicSize: `${widthMm}mm ${heightMm}mm`,
        padding: `${topMm}mm ${rightMm}mm ${bottomMm}mm ${leftMm}mm`,
        fontFamily: font,
      }}
    >
      {numbered ? (
        <div className="sheet-number" style={{ top: `${numberFromTopMm}mm`, fontSize: `${numberSize}pt` }}>
          {numberInSection}
        </div>
      ) : null}
      {page.pieces.map(({ block: at, rows }) => {
        const block = section.blocks[at]
        if (block === undefined) return null
        const chosen = isChosen?.(page.section, originOf(section, at)) === true
        return (
          <div
            key={at}
            data-block={`${page.section} ${originOf(section, at)}`}
            className={chosen ? 'piece-chosen' : undefined}
          >
            {block.kind === 'table' ? (
              <TableView
                table={block}
                rows={rows ?? [block.headerRows, block.rows.length]}
                chosenFigure={chosenFigure}
              />
            ) : (
              <Content block={block} chosenFigure={chosenFigure} />
            )}
          </div>
        )
      })}
    </article>
  )
}

/** The composed block a printed one comes from; a rule belongs to the block before it. */
function originOf(section: PreviewSection, at: number): number {
  for (let index = at; index >= 0; index -= 1) {
    const block = section.blocks[index]
    if (block !== undefined && block.kind !== 'rule' && block.origin !== null) return block.origin.block
  }
  return 0
}
