import { AG_GRID_LOCALE_VN } from '@ag-grid-community/locale'
import { gridText } from '#renderer/text/grid.ts'

export function gridLocale(noRows: string): Record<string, string> {
  return { ...AG_GRID_LOCALE_VN, noRowsToShow: noRows, loadingOoo: gridText.loading }
}
