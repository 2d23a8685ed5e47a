import { CELL_FILES } from './cell-files.ts'
import { OLD_FILES } from './old-files.ts'
import { SLOW_FILES } from './slow-files.ts'
import { TEXT_FILES } from './text-files.ts'
import { XML_FILES } from './xml-files.ts'
import { ZIP_FILES } from './zip-files.ts'
import type { HostileFile } from './hostile-file.ts'

export const HOSTILE_FILES: readonly HostileFile[] = [
  ...ZIP_FILES,
  ...XML_FILES,
  ...CELL_FILES,
  ...SLOW_FILES,
  ...TEXT_FILES,
  ...OLD_FILES,
]
