import { useEffect } from 'react'
import { commonText } from '#renderer/text/common.ts'

/** The title bar and the task list say whose data the window holds. */
export function useWindowTitle(provinceName: string | null): void {
  useEffect(() => {
    document.title = provinceName === null ? commonText.appName : `${provinceName} – ${commonText.appName}`
    return () => {
      document.title = commonText.appName
    }
  }, [provinceName])
}
