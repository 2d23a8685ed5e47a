import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community'
import { gridText } from '#renderer/text/grid.ts'
import { isDraft } from './places.ts'

/** How the table at hand is nested; asked each time a cell is drawn. */
export interface TreeCellContext<Row> {
  readonly depthOf: (row: Row) => number
  readonly isParent: (row: Row) => boolean
  readonly isClosed: (row: Row) => boolean
  readonly toggle: (row: Row) => void
}

export type TreeCellParams<Row> = ICellRendererParams<Row> & { readonly tree: TreeCellContext<Row> }

const INDENT_PX = 18

/**
 * Indent, an arrow where there is something below, the text. A class, not a React component: it is drawn for
 * every row while scrolling, and AG Grid takes plain functions for React components.
 */
export class TreeCell<Row> implements ICellRendererComp<Row> {
  private readonly gui = document.createElement('span')
  private readonly arrow = document.createElement('span')
  private readonly text = document.createElement('span')
  private params: TreeCellParams<Row> | null = null

  init(params: TreeCellParams<Row>): void {
    this.gui.className = 'grid-tree'
    this.arrow.className = 'grid-tree-arrow'
    this.text.className = 'grid-tree-text'
    this.gui.append(this.arrow, this.text)
    this.arrow.addEventListener('mousedown', (event) => event.stopPropagation())
    this.arrow.addEventListener('click', (event) => {
      event.stopPropagation()
      const row = this.params?.data
      if (row !== undefined && this.params?.tree.isParent(row) === true) this.params.tree.toggle(row)
    })
    this.show(params)
  }

  getGui(): HTMLElement {
    return this.gui
  }

  refresh(params: TreeCellParams<Row>): boolean {
    this.show(params)
    return true
  }

  private show(params: TreeCellParams<Row>): void {
    this.params = params
    const { data, tree, value, valueFormatted } = params
    this.text.textContent = valueFormatted ?? String(value ?? '')
    this.arrow.textContent = ''
    this.arrow.removeAttribute('title')
    this.gui.style.paddingInlineStart = ''
    if (data === undefined || isDraft(data)) return
    this.gui.style.paddingInlineStart = `${tree.depthOf(data) * INDENT_PX}px`
    if (!tree.isParent(data)) return
    this.arrow.textContent = tree.isClosed(data) ? '▸' : '▾'
    this.arrow.title = tree.isClosed(data) ? gridText.expand : gridText.collapse
  }
}
