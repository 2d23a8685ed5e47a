import { Menu, MenuButton, MenuItemCheckbox, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { TableSettingsRegular } from '@fluentui/react-icons'
import type { IndicatorRow } from '#shared/contract/indicators.ts'
import { targetsText } from '#renderer/text/targets.ts'

interface IndicatorPickerProps {
  readonly indicators: readonly IndicatorRow[]
  readonly chosen: readonly string[]
  readonly onChange: (codes: readonly string[]) => void
}

/** Which indicators a table shows, in the catalogue's order. */
export function IndicatorPicker({ indicators, chosen, onChange }: IndicatorPickerProps) {
  return (
    <Menu
      positioning="below-end"
      checkedValues={{ indicators: [...chosen] }}
      onCheckedValueChange={(_, { checkedItems }) =>
        onChange(indicators.map((indicator) => indicator.code).filter((code) => checkedItems.includes(code)))
      }
      persistOnItemClick
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton size="small" appearance="subtle" icon={<TableSettingsRegular />}>
          {targetsText.columnsMenu}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover className="indicator-menu">
        <MenuList>
          {indicators.map((indicator) => (
            <MenuItemCheckbox key={indicator.code} name="indicators" value={indicator.code}>
              {indicator.name}
            </MenuItemCheckbox>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
