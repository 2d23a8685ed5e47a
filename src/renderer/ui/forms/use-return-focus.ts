import { useEffect, useState } from 'react'

/** Gives the keyboard back to what had it before a dialog or menu came up, once that is gone. */
export function useReturnFocus(): void {
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      // After Fluent has taken its own traps away; what the clerk focused meanwhile is left alone.
      setTimeout(() => {
        const isFree = document.activeElement === null || document.activeElement === document.body
        if (isFree && before instanceof HTMLElement && before.isConnected) before.focus()
      })
    },
    [before],
  )
}
