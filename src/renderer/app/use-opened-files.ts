import { useEffect } from 'react'
import { callHost, listen, pathOf } from '#renderer/api/bridge.ts'
import { goTo, useNavigation } from '#renderer/ui/state/navigation.ts'
import { receiveFiles } from '#renderer/ui/state/received-files.ts'

/** Of files dropped anywhere: packages always; workbooks only on the screen where they are expected. */
const PACKAGE = /\.chitieu$/i
const FORM = /\.(?:xlsx|xls|ods)$/i

/** Takes files that were double-clicked or dropped onto the window to the screen of exchange. */
export function useOpenedFiles(): void {
  useEffect(() => {
    void takeOpened()
    return listen((event) => {
      if (event.type === 'opened') void takeOpened()
    })
  }, [])
  useEffect(() => {
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true
    const over = (event: DragEvent): void => {
      if (hasFiles(event)) event.preventDefault()
    }
    const drop = (event: DragEvent): void => {
      // Without this the window would leave its page for the file.
      if (!hasFiles(event)) return
      event.preventDefault()
      const isHere = useNavigation.getState().screen === 'exchange'
      const files = [...(event.dataTransfer?.files ?? [])]
        .map(pathOf)
        .filter((file) => PACKAGE.test(file) || (isHere && FORM.test(file)))
      if (files.length === 0) return
      receiveFiles(files)
      goTo('exchange')
    }
    window.addEventListener('dragover', over)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('drop', drop)
    }
  }, [])
}

async function takeOpened(): Promise<void> {
  const answer = await callHost('host.takeOpened', {})
  if (!answer.ok || answer.value.files.length === 0) return
  receiveFiles(answer.value.files)
  goTo('exchange')
}
