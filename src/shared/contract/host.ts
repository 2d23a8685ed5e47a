import { z } from 'zod'
import { defineCommand, defineQuery } from './core.ts'
import { fileStatus } from './files.ts'
import { filledText, nothing, pathText } from './fields.ts'
import { MOST_PRINTED_ROWS, sheetLayout, sheetRows } from './grid-export.ts'
import type { InputOf, OutputOf } from './core.ts'

const chosen = z.object({ file: z.string().nullable() })

/** What only the window's host can do: ask for a file, hand one to Word, say what it runs on. */
export const hostContract = {
  'host.chooseOpen': defineQuery(z.object({ purpose: z.enum(['data', 'survey', 'document']) }), chosen),
  /** Several files at once; none when the clerk changed their mind. */
  'host.chooseMany': defineQuery(
    z.object({ purpose: z.enum(['exchange', 'report']) }),
    z.object({ files: z.array(z.string()) }),
  ),
  'host.chooseFolder': defineQuery(nothing, z.object({ folder: z.string().nullable() })),
  /** Files the system asked the program to open, by a double click; they are told once. */
  'host.takeOpened': defineCommand(nothing, z.object({ files: z.array(z.string()) }), []),
  /** `suggested` is a file name or a whole path. */
  'host.chooseSave': defineQuery(
    z.object({ purpose: z.enum(['data', 'document', 'copy', 'workbook', 'pdf']), suggested: filledText }),
    chosen,
  ),
  /** Opens a file this program made or was shown, with the program the system has for it ("Mở trong Word"). */
  'host.openFile': defineCommand(z.object({ file: filledText }), nothing, []),
  'host.showInFolder': defineCommand(z.object({ file: filledText }), nothing, []),
  /**
   * Prints a table (the system asks for the printer) or, with `out`, saves it as PDF. `landscape` null: as its
   * width asks. `printed` is false when the clerk closed the dialog.
   */
  'host.printTable': defineCommand(
    z.object({
      layout: sheetLayout,
      rows: sheetRows.max(MOST_PRINTED_ROWS),
      landscape: z.boolean().nullable().default(null),
      out: pathText.nullable().default(null),
    }),
    z.object({ file: z.string().nullable(), printed: z.boolean(), landscape: z.boolean() }),
    [],
  ),
  /** Opens the office's copy of the sample province, making it first when it is not there yet. */
  'host.openSample': defineCommand(nothing, fileStatus, ['settings', 'units']),
  /**
   * Does in the window what Ctrl+C or Ctrl+V does there: the page hears the event and gives or takes the data. A
   * page alone may touch the clipboard only while a key is pressed for it, which a menu's "Dán" is not.
   */
  'host.editClipboard': defineCommand(z.object({ act: z.enum(['copy', 'paste']) }), nothing, []),
  /** How large the window draws everything, remembered for the next start; null only asks. 1 is 100 %. */
  'host.zoom': defineCommand(
    z.object({ factor: z.number().min(0.5).max(3).nullable() }),
    z.object({ factor: z.number() }),
    [],
  ),
  'host.windowInfo': defineQuery(
    nothing,
    z.object({
      version: z.string(),
      electron: z.string(),
      node: z.string(),
      chrome: z.string(),
      /** Where new data files and documents are put unless the clerk says otherwise. */
      defaultFolder: z.string(),
      sampleFile: z.string(),
      /** Path separator of this system, so that the window can show and join names. */
      separator: z.string(),
    }),
  ),
}

export type HostContract = typeof hostContract
export type HostOperationName = keyof HostContract
export type HostInput<N extends HostOperationName> = InputOf<HostContract[N]>
export type HostOutput<N extends HostOperationName> = OutputOf<HostContract[N]>
