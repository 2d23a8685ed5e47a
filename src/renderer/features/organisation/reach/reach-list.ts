/** Which rows stand under the numbers: those of the number that was pressed last. */
export type ReachList =
  | { readonly of: 'stage' | 'stuck'; readonly stage: string | null }
  | {
      readonly of:
        | 'difficult'
        | 'noPlan'
        | 'noOfficer'
        | 'ofRound'
        | 'without'
        | 'stillWithout'
        | 'weak'
        | 'memberless'
        | 'unmended'
        | 'units'
    }

/** Two choices are the same when their number is. */
export function isSameList(one: ReachList, other: ReachList): boolean {
  return one.of === other.of && stageOf(one) === stageOf(other)
}

function stageOf(list: ReachList): string | null {
  return 'stage' in list ? list.stage : null
}
