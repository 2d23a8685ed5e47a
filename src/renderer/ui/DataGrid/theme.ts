import { themeQuartz } from 'ag-grid-community'
import { FONT_FAMILY } from '../theme.ts'

/** The look of an Office table: thin lines, 13 px, rows as tall as Excel's; colours are the window's theme's. */
export const gridTheme = themeQuartz.withParams({
  accentColor: 'var(--colorCompoundBrandStroke)',
  backgroundColor: 'var(--colorNeutralBackground1)',
  foregroundColor: 'var(--colorNeutralForeground1)',
  browserColorScheme: 'inherit',
  fontFamily: FONT_FAMILY,
  fontSize: 13,
  spacing: 4,
  cellHorizontalPadding: 8,
  rowHeight: 27,
  headerHeight: 30,
  headerFontSize: 12,
  headerFontWeight: 600,
  headerBackgroundColor: 'var(--colorNeutralBackground3)',
  headerTextColor: 'var(--colorNeutralForeground2)',
  borderColor: 'var(--colorNeutralStroke2)',
  rowBorder: { color: 'var(--colorNeutralStroke3)' },
  columnBorder: { color: 'var(--colorNeutralStroke3)' },
  headerColumnBorder: { color: 'var(--colorNeutralStroke2)' },
  headerColumnBorderHeight: '100%',
  headerColumnResizeHandleColor: 'transparent',
  wrapperBorder: { color: 'var(--colorNeutralStroke2)' },
  wrapperBorderRadius: 2,
  borderRadius: 2,
  // Not the theme's own hover colour: in high contrast that one needs dark letters.
  rowHoverColor: 'color-mix(in srgb, var(--colorNeutralForeground1) 4%, transparent)',
  pinnedRowBackgroundColor: 'var(--colorNeutralBackground3)',
  pinnedRowFontWeight: 600,
  pinnedRowBorder: { color: 'var(--colorNeutralStroke1)' },
  pinnedColumnBorder: { color: 'var(--colorNeutralStroke1)' },
  cellEditingBorder: { color: 'var(--colorCompoundBrandStroke)', width: 2 },
  cellEditingShadow: 'none',
})
