/**
 * Bounds on foreign files, generous for any list an office keeps (50,000 rows × 15 columns is 5 MB zipped, 30 MB
 * of XML) and far below what a hostile file needs to hurt.
 */
export const LIMITS = {
  /** Bytes of the file itself. */
  fileBytes: 25 * 1024 * 1024,
  zipEntries: 1000,
  /** Bytes of all parts together once unpacked. */
  unpackedBytes: 100 * 1024 * 1024,
  /** Unpacked ÷ packed; small parts compress well without meaning harm, so it counts only beyond `ratioFloor`. */
  ratio: 200,
  ratioFloor: 8 * 1024 * 1024,
  rows: 200_000,
  /** Cells with content. */
  cells: 6_000_000,
  /** Letters in all cells together. */
  textSigns: 60_000_000,
  /** Columns beyond it are left out and said. */
  columns: 300,
  merges: 50_000,
  styles: 70_000,
  sheets: 200,
  /** Signs in one cell, Excel's own bound. */
  cellText: 32_767,
} as const
