import { Menu, MenuButton, MenuItemCheckbox, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { ColumnTripleRegular } from '@fluentui/react-icons'
import type { AssignerRow, TargetRow } from '#shared/contract/targets.ts'
import { TARGET_KINDS } from '#shared/domain/targets/target.ts'
import { targetsText } from '#renderer/text/targets.ts'
import { changeTargetView, setKey, type TargetSet } from './target-view.ts'

interface BesideMenuProps {
  readonly main: TargetSet
  readonly beside: readonly TargetSet[]
  readonly assigners: readonly AssignerRow[]
  /** What is set in the version, so that kinds nobody uses are not offered for every assigner. */
  readonly targets: readonly TargetRow[]
}

/** Which further assigners stand beside the main one: each with the kinds it has targets of, "giao" always. */
export function BesideMenu({ main, beside, assigners, targets }: BesideMenuProps) {
  const offered = assigners.flatMap(({ code, shortName }) =>
    TARGET_KINDS.filter(
      (kind) =>
        kind === 'assigned' ||
        beside.some((set) => set.assigner === code && set.kind === kind) ||
        targets.some((target) => target.assignerCode === code && target.kind === kind) ||
        // Units strive, register and pledge towards those who set the main targets.
        code === main.assigner,
    ).map((kind) => ({ assigner: code, kind, title: targetsText.setName(shortName, targetsText.kinds[kind]) })),
  )
  const others = offered.filter((set) => setKey(set) !== setKey(main))
  return (
    <Menu
      positioning="below-start"
      checkedValues={{ beside: beside.map(setKey) }}
      onCheckedValueChange={(_, { checkedItems }) =>
        changeTargetView({
          beside: others.flatMap(({ assigner, kind }) =>
            checkedItems.includes(setKey({ assigner, kind })) ? [{ assigner, kind }] : [],
          ),
        })
      }
      persistOnItemClick
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton size="small" appearance="subtle" icon={<ColumnTripleRegular />} title={targetsText.besideHint}>
          {targetsText.beside}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover className="indicator-menu">
        <MenuList>
          {others.map((set) => (
            <MenuItemCheckbox key={setKey(set)} name="beside" value={setKey(set)}>
              {set.title}
            </MenuItemCheckbox>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
