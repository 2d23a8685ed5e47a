import { Button, MenuButton, Popover, PopoverSurface, PopoverTrigger } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { formatDate } from '#shared/domain/text/format.ts'
import { addDays, makeIsoDate, yearOf, type IsoDate } from '#shared/kit/dates.ts'
import { chooseAsOf, today, useWorkingContext } from '#renderer/api/working-context.ts'
import { frameText } from '#renderer/text/frame.ts'
import { findWrongField } from '#renderer/ui/forms/wrong-field.ts'
import { DateField } from '#renderer/ui/forms/fields.tsx'

/** "Đến ngày": inclusive, any day; the days offices report on are one click away. */
export function AsOfPicker() {
  const asOf = useWorkingContext((context) => context.asOf)
  const [open, setOpen] = useState(false)
  const [date, setDate] = useState<IsoDate | null>(asOf)
  // Only when it opens: a day that is being typed is not taken away.
  useEffect(() => {
    if (open) setDate(useWorkingContext.getState().asOf)
  }, [open])
  const choose = (chosen: IsoDate | null): void => {
    if (chosen === null) return
    chooseAsOf(chosen)
    setOpen(false)
  }
  return (
    <Popover open={open} onOpenChange={(_, data) => setOpen(data.open)} positioning="below-start" trapFocus>
      <PopoverTrigger disableButtonEnhancement>
        <MenuButton appearance="transparent" className="top-as-of">
          {frameText.asOf(asOf)}
        </MenuButton>
      </PopoverTrigger>
      <PopoverSurface className="as-of" aria-label={frameText.asOfLabel}>
        <form
          className="as-of-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            if (findWrongField(event.currentTarget) === null) choose(date)
          }}
        >
          <DateField label={frameText.asOfLabel} value={date} onChange={setDate} />
          <Button appearance="primary" type="submit">
            {frameText.asOfApply}
          </Button>
        </form>
        <div className="as-of-choices">
          <Button size="small" onClick={() => choose(today())}>
            {frameText.asOfToday}
          </Button>
          {usualDays(yearOf(asOf)).map((day) => (
            <Button key={day} size="small" onClick={() => choose(day)}>
              {formatDate(day)}
            </Button>
          ))}
        </div>
      </PopoverSurface>
    </Popover>
  )
}

/** Ends of quarters: the days reports are asked for. */
function usualDays(year: number): readonly IsoDate[] {
  return [3, 6, 9, 12].flatMap((month) => {
    const next = month === 12 ? makeIsoDate(year + 1, 1, 1) : makeIsoDate(year, month + 1, 1)
    return next === null ? [] : [addDays(next, -1)]
  })
}
