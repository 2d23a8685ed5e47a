import { useState, type DragEvent } from 'react'
import { pathOf } from '#renderer/api/bridge.ts'

const REPORTS = /\.(?:xlsx|xls|ods|csv|docx|txt)$/i

/** Takes reports that are dropped onto a part of the screen. */
export function useDroppedReports(take: (files: readonly string[]) => void) {
  const [isOver, setIsOver] = useState(false)
  const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files')
  return {
    isOver,
    handlers: {
      onDragOver: (event: DragEvent) => {
        if (!hasFiles(event)) return
        event.preventDefault()
        setIsOver(true)
      },
      onDragLeave: () => setIsOver(false),
      onDrop: (event: DragEvent) => {
        setIsOver(false)
        if (!hasFiles(event)) return
        event.preventDefault()
        const files = [...event.dataTransfer.files].map(pathOf).filter((file) => REPORTS.test(file))
        if (files.length > 0) take(files)
      },
    },
  }
}
