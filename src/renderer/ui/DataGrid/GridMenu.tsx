import {
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  type PositioningVirtualElement,
} from '@fluentui/react-components'
import { Fragment } from 'react'
import { useReturnFocus } from '../forms/use-return-focus.ts'
import { gridText } from '#renderer/text/grid.ts'
import type { GridMenuItem } from './grid-model.ts'

export interface OpenGridMenu {
  /** Separated by lines. */
  readonly groups: readonly (readonly GridMenuItem[])[]
  readonly x: number
  readonly y: number
}

/** The right-click menu; also by the menu key or Shift+F10 on the focused cell. */
export function GridMenu({ menu, onClose }: { readonly menu: OpenGridMenu; readonly onClose: () => void }) {
  useReturnFocus()
  const target: PositioningVirtualElement = {
    getBoundingClientRect: () => new DOMRect(menu.x, menu.y, 0, 0),
  }
  return (
    <Menu
      open
      onOpenChange={(_, { open }) => {
        if (!open) onClose()
      }}
      // A long menu scrolls inside the window instead of leaving it.
      positioning={{ target, position: 'after', align: 'top', autoSize: 'height' }}
    >
      <MenuPopover className="grid-menu">
        <MenuList aria-label={gridText.menuLabel}>
          {menu.groups.map((items, index) => (
            <Fragment key={items[0]?.label ?? index}>
              {index === 0 ? null : <MenuDivider />}
              {items.map((item) => (
                <MenuItem
                  key={item.label}
                  {...(item.icon === undefined ? {} : { icon: <>{item.icon}</> })}
                  {...(item.keys === undefined ? {} : { secondaryContent: item.keys })}
                  disabled={item.disabled ?? false}
                  onClick={() => {
                    onClose()
                    item.run()
                  }}
                >
                  {item.label}
                </MenuItem>
              ))}
            </Fragment>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
