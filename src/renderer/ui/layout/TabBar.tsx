import { Tab, TabList } from '@fluentui/react-components'

interface TabBarProps<Id extends string> {
  readonly label: string
  /** In their order. */
  readonly ids: readonly Id[]
  readonly titleOf: (id: Id) => string
  readonly shown: Id
  readonly onShow: (id: Id) => void
  readonly className?: string
}

/** One of several views in the same place; what stands below is the caller's. */
export function TabBar<Id extends string>({ label, ids, titleOf, shown, onShow, className }: TabBarProps<Id>) {
  return (
    <TabList
      className={className}
      size="small"
      aria-label={label}
      selectedValue={shown}
      onTabSelect={(_, { value }) => {
        const chosen = ids.find((id) => id === value)
        if (chosen !== undefined) onShow(chosen)
      }}
    >
      {ids.map((id) => (
        <Tab key={id} value={id}>
          {titleOf(id)}
        </Tab>
      ))}
    </TabList>
  )
}
