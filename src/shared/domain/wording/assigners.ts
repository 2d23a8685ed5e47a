import { line } from './parts.ts'
import type { Inline } from './parts.ts'

export type TargetKind = 'assigned' | 'striving' | 'registered' | 'pledged'

/** "Tổng Liên đoàn Lao động Việt Nam" → "Tổng Liên đoàn"; "Ban Chấp hành Liên đoàn Lao động tỉnh" → "… LĐLĐ tỉnh". */
export function assignerInProse(name: string): string {
  return name.replace('Tổng Liên đoàn Lao động Việt Nam', 'Tổng Liên đoàn').replace('Liên đoàn Lao động', 'LĐLĐ')
}

/** Which target a percent is of: "chỉ tiêu Thành phố giao", "chỉ tiêu đã cam kết với Ban Thường vụ Tỉnh ủy". */
export function targetTail(kind: TargetKind, assigner: string): Inline {
  const name = assignerInProse(assigner)
  switch (kind) {
    case 'assigned':
      return line`chỉ tiêu ${name} giao`
    case 'striving':
      return line`chỉ tiêu phấn đấu`
    case 'registered':
      return line`chỉ tiêu đăng ký với ${name}`
    case 'pledged':
      return line`chỉ tiêu đã cam kết với ${name}`
  }
}

/** The same as the head of a list of goals: "Chỉ tiêu Tổng Liên đoàn giao". */
export function targetHeading(kind: TargetKind, assigner: string): Inline {
  const name = assignerInProse(assigner)
  switch (kind) {
    case 'assigned':
      return line`Chỉ tiêu ${name} giao`
    case 'striving':
      return line`Chỉ tiêu phấn đấu`
    case 'registered':
      return line`Chỉ tiêu đăng ký với ${name}`
    case 'pledged':
      return line`Chỉ tiêu cam kết với ${name}`
  }
}
