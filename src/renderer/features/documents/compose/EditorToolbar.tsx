import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger, Select } from '@fluentui/react-components'
import {
  ArrowDownRegular,
  ArrowUpRegular,
  DataBarHorizontalRegular,
  DeleteRegular,
  LightbulbRegular,
  TableCellEditRegular,
  TableSimpleRegular,
} from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import { LINE_KINDS } from '#shared/domain/documents/draft-lines.ts'
import { composeText } from '#renderer/text/compose.ts'

/** What a line of words may be made; tables, pictures and cells are put in, not turned into. */
export type TypedKind = Exclude<(typeof LINE_KINDS)[number], 'table' | 'picture' | 'cell'>

/** The lists a thing is picked from to stand in the text. */
export type PickerName = 'figure' | 'cell'

interface ReadyLines {
  readonly title: string
  readonly text: string
}

interface EditorToolbarProps {
  readonly kind: string
  readonly onKind: (kind: TypedKind) => void
  readonly phrases: readonly ReadyLines[]
  readonly pictures: readonly ReadyLines[]
  /** Lines to stand at the caret, in the draft's own writing. */
  readonly onInsert: (text: string) => void
  /** Some words of this section's tables may be replaced. */
  readonly hasCells: boolean
  readonly picking: PickerName | null
  readonly onPicking: (name: PickerName | null) => void
  readonly onMove: (way: 'up' | 'down') => void
  readonly onRemove: () => void
}

/** What can be done to the line at the caret and put in beside it. */
export function EditorToolbar(props: EditorToolbarProps) {
  const { kind, onKind, phrases, pictures, onInsert, hasCells, picking, onPicking, onMove, onRemove } = props
  const picker = (name: PickerName, label: string, icon: ReactElement) => (
    <Button
      size="small"
      icon={icon}
      onClick={() => onPicking(picking === name ? null : name)}
      aria-expanded={picking === name}
    >
      {label}
    </Button>
  )
  return (
    <div className="editor-tools" role="toolbar" aria-label={composeText.editor}>
      <Select
        size="small"
        aria-label={composeText.kind}
        value={kind}
        onChange={(_, { value }) => {
          const wanted = LINE_KINDS.find((known) => known === value)
          if (wanted !== undefined && wanted !== 'table' && wanted !== 'picture' && wanted !== 'cell') onKind(wanted)
        }}
      >
        {Object.entries(composeText.kinds).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      {picker('figure', composeText.insertFigure, <TableSimpleRegular />)}
      <LinesMenu label={composeText.insertPhrase} icon={<LightbulbRegular />} lines={phrases} onInsert={onInsert} />
      <LinesMenu
        label={composeText.insertPicture}
        icon={<DataBarHorizontalRegular />}
        lines={pictures}
        onInsert={onInsert}
      />
      {hasCells ? picker('cell', composeText.editCell, <TableCellEditRegular />) : null}
      <LineButton label={composeText.moveLineUp} icon={<ArrowUpRegular />} onClick={() => onMove('up')} />
      <LineButton label={composeText.moveLineDown} icon={<ArrowDownRegular />} onClick={() => onMove('down')} />
      <LineButton label={composeText.removeLine} icon={<DeleteRegular />} onClick={onRemove} />
    </div>
  )
}

interface LinesMenuProps {
  readonly label: string
  readonly icon: ReactElement
  readonly lines: readonly ReadyLines[]
  readonly onInsert: (text: string) => void
}

function LinesMenu({ label, icon, lines, onInsert }: LinesMenuProps) {
  return (
    <Menu positioning="below-start">
      <MenuTrigger disableButtonEnhancement>
        <Button size="small" icon={icon} disabled={lines.length === 0}>
          {label}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {lines.map(({ title, text }) => (
            <MenuItem key={`${title} ${text}`} secondaryContent="" onClick={() => onInsert(text)}>
              {title}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

interface LineButtonProps {
  readonly label: string
  readonly icon: ReactElement
  readonly onClick: () => void
}

function LineButton({ label, icon, onClick }: LineButtonProps) {
  return <Button size="small" icon={icon} title={label} aria-label={label} onClick={onClick} />
}
