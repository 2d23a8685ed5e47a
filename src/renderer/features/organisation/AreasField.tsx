import { Menu, MenuButton, MenuItemCheckbox, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import type { UnitRow } from '#shared/contract/units.ts'
import { organisationText } from '#renderer/text/organisation.ts'

const text = organisationText.restaffForm

interface AreasFieldProps {
  /** Whose areas they are. */
  readonly name: string
  readonly units: readonly UnitRow[]
  readonly chosen: readonly string[]
  readonly onChange: (codes: readonly string[]) => void
}

/** Units in somebody's charge, ticked in a list that stays open. */
export function AreasField({ name, units, chosen, onChange }: AreasFieldProps) {
  const names = units.flatMap(({ code, shortName }) => (chosen.includes(code) ? [shortName] : []))
  const shown = names.length === 0 ? text.noAreas : names.join(', ')
  return (
    <div className="fui-Field organisation-areas">
      <span className="fui-Field__label organisation-areas-label" aria-hidden>
        {text.areas}
      </span>
      <Menu
        positioning="below-end"
        checkedValues={{ areas: [...chosen] }}
        onCheckedValueChange={(_, { checkedItems }) =>
          // In the order of the tree; a unit that is gone today stays in the charge it was given in.
          onChange([
            ...chosen.filter((code) => !units.some((unit) => unit.code === code)),
            ...units.map(({ code }) => code).filter((code) => checkedItems.includes(code)),
          ])
        }
        persistOnItemClick
      >
        <MenuTrigger disableButtonEnhancement>
          <MenuButton
            size="small"
            className="organisation-areas-button"
            title={shown}
            aria-label={text.areasOf(name, shown)}
          >
            <span className="organisation-areas-names">{shown}</span>
          </MenuButton>
        </MenuTrigger>
        <MenuPopover className="indicator-menu">
          <MenuList>
            {units.map(({ code, shortName }) => (
              <MenuItemCheckbox key={code} name="areas" value={code}>
                {shortName}
              </MenuItemCheckbox>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </div>
  )
}
