import { Button, Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { ArrowDownloadRegular, TableSettingsRegular } from '@fluentui/react-icons'
import { useEffect, useRef, useState } from 'react'
import { useData } from '#renderer/api/data.ts'
import { tablesText } from '#renderer/text/tables.ts'
import { isDialogOpen } from '../state/open-dialog.ts'
import { askForTask, currentTable, useShownTables, useTableTask, type ShownTable } from '../state/shown-tables.ts'
import { exportToExcel, saveAsPdf, type SheetHead } from './export-table.ts'
import { PrintDialog } from './PrintDialog.tsx'

const text = tablesText.export

/**
 * What every screen offers for its table: to Excel, to paper, to PDF, and which columns are shown. Also listens to
 * Ctrl+F, Ctrl+H and Ctrl+P wherever in the window the keyboard is.
 */
export function TableMenus({ title }: { readonly title: string }) {
  const tables = useShownTables((state) => state.tables)
  const office = useData('file.status', {}).data?.provinceName ?? null
  const [printing, setPrinting] = useState<ShownTable | null>(null)
  const columnsButton = useRef<HTMLSpanElement>(null)
  // A table in a dialog is called by its own name, the screen's by the screen's.
  const headOf = (table: ShownTable): SheetHead => ({ title: table === tables[0] ? title : table.label, office })
  const newest = useRef(headOf)
  newest.current = headOf

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const key = event.key.toLowerCase()
      const isOurs = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && 'fhp'.includes(key)
      if (!isOurs || key.length !== 1 || event.defaultPrevented) return
      const table = currentTable(useShownTables.getState().tables)
      // Chrome's own search and print would show the window's frame.
      event.preventDefault()
      if (table === null) {
        // A screen without a table is printed as it is; styles for paper leave the frame out.
        if (key === 'p' && !isDialogOpen()) window.print()
        return
      }
      if (key === 'p') setPrinting(table)
      else table.find(key === 'h')
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])

  const asked = useTableTask()
  useEffect(() => {
    const table = tables.find(({ name }) => name === asked.table)
    if (asked.task === null || table === undefined) return
    askForTask('', null)
    if (asked.task === 'print') setPrinting(table)
    else if (asked.task === 'excel') void exportToExcel(table, newest.current(table))
    else void saveAsPdf(table, newest.current(table), null)
  }, [asked, tables])

  const [main] = tables
  if (main === undefined) return null
  return (
    <>
      <Menu positioning="below-end">
        <MenuTrigger disableButtonEnhancement>
          <MenuButton className="screen-action" icon={<ArrowDownloadRegular />}>
            {text.button}
          </MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={() => void exportToExcel(main, headOf(main))}>{text.excel}</MenuItem>
            <MenuItem secondaryContent={text.printKeys} onClick={() => setPrinting(main)}>
              {text.print}
            </MenuItem>
            <MenuItem onClick={() => void saveAsPdf(main, headOf(main), null)}>{text.pdf}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      <span ref={columnsButton}>
        <Button
          icon={<TableSettingsRegular />}
          aria-label={tablesText.columns.buttonLabel}
          title={tablesText.columns.buttonLabel}
          onClick={() => main.chooseColumns(columnsButton.current?.getBoundingClientRect() ?? new DOMRect())}
        />
      </span>
      {printing === null ? null : (
        <PrintDialog table={printing} head={headOf(printing)} onClose={() => setPrinting(null)} />
      )}
    </>
  )
}
