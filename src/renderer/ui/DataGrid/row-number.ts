import type { ColDef, ICellRendererComp, ICellRendererParams, IHeaderComp } from 'ag-grid-community'
import { handsText } from '#renderer/text/grid-hands.ts'
import { isDraft, ROW_NUMBERS } from './places.ts'

/** Room for five digits; a hundred thousand rows need a little more. */
const WIDTH = 42

/** The narrow column at the left: a click on a number selects the row, on the corner the whole table. */
export function makeRowNumbers<Row>(): ColDef<Row> {
  return {
    colId: ROW_NUMBERS,
    headerName: handsText.rowNumbers,
    pinned: 'left',
    lockPinned: true,
    lockPosition: 'left',
    width: WIDTH,
    minWidth: WIDTH,
    resizable: false,
    suppressSizeToFit: true,
    suppressAutoSize: true,
    sortable: false,
    cellClass: 'grid-row-numbers',
    headerClass: 'grid-corner',
    headerComponent: CornerCell,
    cellRenderer: RowNumber,
  }
}

class RowNumber<Row> implements ICellRendererComp<Row> {
  private readonly gui = document.createElement('span')

  init(params: ICellRendererParams<Row>): void {
    this.gui.className = 'grid-row-number'
    this.refresh(params)
  }

  getGui(): HTMLElement {
    return this.gui
  }

  refresh({ node, data }: ICellRendererParams<Row>): boolean {
    const isNew = isDraft(data)
    this.gui.classList.toggle('is-draft', isNew)
    const text = isNew ? '+' : node.rowIndex === null || node.rowPinned ? '' : String(node.rowIndex + 1)
    // Other rows come to stand under the same numbers; text put in again would be laid out again.
    if (this.gui.textContent !== text) this.gui.textContent = text
    return true
  }
}

class CornerCell implements IHeaderComp {
  private readonly gui = document.createElement('span')

  init(): void {
    this.gui.className = 'grid-corner-mark'
    this.gui.textContent = handsText.rowNumbers
    this.gui.title = handsText.selectAll
  }

  getGui(): HTMLElement {
    return this.gui
  }

  refresh(): boolean {
    return true
  }
}
