import {
  Button,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Toolbar,
} from '@fluentui/react-components'
import { memo, type ReactElement, type ReactNode } from 'react'
import { TableMenus } from '../tables/TableMenus.tsx'
import './layout.css'
import { useOfferedActions } from './use-offered-actions.ts'

export interface ScreenAction {
  readonly label: string
  readonly icon?: ReactElement
  /** The one filled action of the screen. */
  readonly main?: boolean
  readonly disabled?: boolean
  readonly run?: () => void
  /** Choices under the button instead of one action. */
  readonly menu?: readonly { readonly label: string; readonly run: () => void }[]
}

interface ScreenProps {
  readonly title: string
  /** What the figures stand for: "Số liệu tính đến ngày 30/6/2024". */
  readonly subtitle?: string
  readonly actions?: readonly ScreenAction[]
  /** Choices of what the table shows. */
  readonly filters?: ReactNode
  readonly children: ReactNode
}

const NO_ACTIONS: readonly never[] = []

/** The frame every screen has: its name, at most five actions, what is shown of it, the thing itself. */
export function Screen({ title, subtitle, actions = NO_ACTIONS, filters, children }: ScreenProps) {
  useOfferedActions(actions)
  return (
    <div className="screen">
      <div className="screen-head">
        <div className="screen-titles">
          <h1 className="screen-title">{title}</h1>
        </div>
        <ScreenTools title={title} actions={actions} />
        {subtitle === undefined ? null : <p className="screen-subtitle">{subtitle}</p>}
      </div>
      {filters === undefined ? null : <div className="screen-filters">{filters}</div>}
      <div className="screen-body">{children}</div>
    </div>
  )
}

/** Drawn again when it offers something else, not with every row that is chosen below it. */
const ScreenTools = memo(function ScreenTools({ title, actions }: Required<Pick<ScreenProps, 'title' | 'actions'>>) {
  return (
    <div className="screen-tools">
      {actions.length === 0 ? null : (
        <Toolbar className="screen-actions" aria-label={title} size="small">
          {actions.map((action) => (
            <ActionButton key={action.label} action={action} />
          ))}
        </Toolbar>
      )}
      <TableMenus title={title} />
    </div>
  )
})

function ActionButton({ action }: { readonly action: ScreenAction }) {
  const shared = {
    appearance: action.main === true ? ('primary' as const) : ('secondary' as const),
    size: 'medium' as const,
    className: 'screen-action',
    disabled: action.disabled ?? false,
    ...(action.icon === undefined ? {} : { icon: action.icon }),
  }
  if (action.menu === undefined)
    return (
      <Button {...shared} onClick={() => action.run?.()}>
        {action.label}
      </Button>
    )
  return (
    <Menu positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <MenuButton {...shared}>{action.label}</MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {action.menu.map((item) => (
            <MenuItem key={item.label} onClick={item.run}>
              {item.label}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
