import type { IHeaderComp, IHeaderParams } from 'ag-grid-community'
import { handsText } from '#renderer/text/grid-hands.ts'

/** What the headers show of the view and what their button opens. */
export interface HeaderContext {
  readonly sortOf: (column: string) => 'ascending' | 'descending' | null
  readonly isFiltered: (column: string) => boolean
  /** Opens the menu of a column below its header. */
  readonly open: (column: string, below: DOMRect) => void
}

export type HeaderCellParams<Row> = IHeaderParams<Row> & { readonly headers: HeaderContext }

/**
 * A column's title, the sign of its order or filter, and the button of its menu. A click on the title selects
 * the column, as in Excel; so sorting is in the menu. A class, not a React component, as the cells are.
 */
export class HeaderCell<Row> implements IHeaderComp {
  private readonly gui = document.createElement('div')
  private readonly title = document.createElement('span')
  private readonly button = document.createElement('button')
  private params: HeaderCellParams<Row> | null = null

  init(params: HeaderCellParams<Row>): void {
    this.gui.className = 'grid-header'
    this.title.className = 'grid-header-title'
    this.button.className = 'grid-header-button'
    this.button.type = 'button'
    // By keys the menu comes with Alt+↓ from a cell of the column; Tab leaves the table.
    this.button.tabIndex = -1
    this.button.addEventListener('click', () => {
      const { params } = this
      if (params !== null) params.headers.open(params.column.getColId(), this.gui.getBoundingClientRect())
    })
    this.gui.append(this.title, this.button)
    this.show(params)
  }

  getGui(): HTMLElement {
    return this.gui
  }

  refresh(params: HeaderCellParams<Row>): boolean {
    this.show(params)
    return true
  }

  private show(params: HeaderCellParams<Row>): void {
    this.params = params
    const id = params.column.getColId()
    const sort = params.headers.sortOf(id)
    const isFiltered = params.headers.isFiltered(id)
    this.title.textContent = params.displayName
    this.button.textContent = `${sort === null ? '' : sort === 'ascending' ? '↑' : '↓'}${isFiltered ? '▼' : ''}` || '▾'
    this.button.classList.toggle('is-active', sort !== null || isFiltered)
    this.button.setAttribute('aria-label', handsText.headerMenu(params.displayName, sort, isFiltered))
    // After AG Grid, which takes it away from columns it does not order itself.
    queueMicrotask(() => {
      if (sort === null) params.eGridHeader.removeAttribute('aria-sort')
      else params.eGridHeader.setAttribute('aria-sort', sort)
    })
  }
}
