import { create } from 'zustand'
import type { TargetKind } from '#shared/domain/targets/target.ts'

/** Whose targets of which kind stand in the table. */
export interface TargetSet {
  readonly assigner: string
  readonly kind: TargetKind
}

/** What the screen Chỉ tiêu shows beside the choices it shares with Kết quả; kept while the clerk is elsewhere. */
interface TargetView {
  /** Number of the version looked at, by plan; left out: the one that counts. */
  readonly versions: Readonly<Record<string, number>>
  /** Further assigners beside the main one. */
  readonly beside: readonly TargetSet[]
  /** Target and result of the year before. */
  readonly references: boolean
  readonly comparing: boolean
}

export const useTargetView = create<TargetView>(() => ({
  versions: {},
  beside: [],
  references: false,
  comparing: false,
}))

export function changeTargetView(patch: Partial<TargetView>): void {
  useTargetView.setState(patch)
}

/** Null goes back to the version that counts. */
export function lookAtVersion(plan: string, number: number | null): void {
  useTargetView.setState(({ versions }) => {
    const { [plan]: _, ...others } = versions
    return { versions: number === null ? others : { ...others, [plan]: number } }
  })
}

export function setKey({ assigner, kind }: TargetSet): string {
  return `${assigner}.${kind}`
}
