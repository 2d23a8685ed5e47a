import { useEffect, useState } from 'react'
import { callHost } from './bridge.ts'

/** Where files are put unless the clerk says otherwise, with the separator behind it; null until it is known. */
export function useDefaultFolder(): string | null {
  const [folder, setFolder] = useState<string | null>(null)
  useEffect(() => {
    void callHost('host.windowInfo', {}).then((info) => {
      if (info.ok) setFolder(info.value.defaultFolder + info.value.separator)
    })
  }, [])
  return folder
}
