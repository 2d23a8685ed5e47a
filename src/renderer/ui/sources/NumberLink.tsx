import type { ReactNode } from 'react'
import { sourcesText } from '#renderer/text/sources.ts'
import './sources.css'

interface NumberLinkProps {
  /** What the number is of, for readers and as a hint: "ĐV mới, Liên đoàn Lao động huyện Tân Khê". */
  readonly of: string
  readonly className?: string
  readonly onOpen: () => void
  readonly children: ReactNode
}

/** A number that opens the reports and files behind it. */
export function NumberLink({ of, className = '', onOpen, children }: NumberLinkProps) {
  return (
    <button type="button" className={`number-link ${className}`} title={sourcesText.open(of)} onClick={onOpen}>
      {children}
    </button>
  )
}
