import { openTestBackend, type TestBackend } from '#tests/support/backend.ts'
import type { ProgressAnswer } from '#shared/contract/results.ts'
import { measureOf } from '#shared/domain/documents/from-progress.ts'
import type { SpokenIndicator } from '#shared/domain/wording/indicator-words.ts'
import { inlineText } from '#shared/domain/wording/parts.ts'
import { impliedSentence, resultsSentence, type Telling, type ToldIndicator } from '#shared/domain/wording/results.ts'
import { goalClause } from '#shared/domain/wording/targets.ts'

type ProgressRow = ProgressAnswer['rows'][number]

/** An article rebuilt as data: one federation whose own figures it tells. */
export interface Article extends TestBackend {
  /** The federation's row; of several assigners the one named. */
  readonly row: (
    indicator: string,
    on: { plan?: string; asOf: string; assigner?: string | null },
  ) => Promise<ProgressRow>
  /** The sentence of results over these indicators, as reports print it. */
  readonly tell: (indicators: readonly string[], on: { plan?: string; asOf: string }) => Promise<string>
  /** The sentence on targets that follow from stated percents; empty when there are none. */
  readonly tellImplied: (indicators: readonly string[], on: { plan?: string; asOf: string }) => Promise<string>
  /** A goal of the plan, as plans print it. */
  readonly tellGoal: (indicator: string, on: { plan: string; asOf: string; whole: string }) => Promise<string>
}

export async function openArticle(federation: string): Promise<Article> {
  const opened = await openTestBackend({ name: federation })
  const { call } = opened
  const progress = (on: { plan?: string; asOf: string }): Promise<ProgressAnswer> =>
    call('progress.get', { plan: on.plan ?? null, asOf: on.asOf })

  const gather = async (
    codes: readonly string[],
    on: { plan?: string; asOf: string },
  ): Promise<{ told: ToldIndicator[]; telling: Telling }> => {
    const answer = await progress(on)
    const assigners = new Map((await call('assigners.list', {})).map((row) => [row.code, row]))
    const indicators = await call('indicators.list', {})
    const told = codes.flatMap((code): ToldIndicator[] => {
      const row = indicators.find((indicator) => indicator.code === code)
      const own = answer.rows.filter((candidate) => candidate.unit === 'TINH' && candidate.indicator === code)
      if (row === undefined || own.length === 0) return []
      const { formula } = row
      const ofFormula = formula !== null && 'enterprises' in formula ? formula.enterprises.minWorkers : null
      const indicator: SpokenIndicator = { ...row, minWorkers: row.cut?.minWorkers ?? ofFormula }
      return [{ indicator, measures: own.map((measured) => measureOf(measured, 'TINH')) }]
    })
    const telling: Telling = {
      plan: answer.plan,
      asOf: answer.asOf,
      assignerName: (code) => assigners.get(code)?.name ?? code,
      assignerShortName: (code) => assigners.get(code)?.shortName ?? code,
    }
    return { told, telling }
  }

  return {
    ...opened,
    row: async (indicator, on) => {
      const { rows } = await progress(on)
      const found = rows.filter(
        (row) =>
          row.level === 'unit' &&
          row.unit === 'TINH' &&
          row.indicator === indicator &&
          (on.assigner === undefined || row.assigner === on.assigner),
      )
      const [row] = found
      if (row === undefined || found.length > 1) throw new Error(`${found.length} rows of ${indicator}`)
      return row
    },
    tell: async (indicators, on) => {
      const { told, telling } = await gather(indicators, on)
      return inlineText(resultsSentence(told, telling))
    },
    tellImplied: async (indicators, on) => {
      const { told, telling } = await gather(indicators, on)
      return inlineText(impliedSentence(told, telling))
    },
    tellGoal: async (indicator, on) => {
      const { told, telling } = await gather([indicator], on)
      const plan = (await call('plans.list', {})).find((row) => row.code === on.plan)
      const [entry] = told
      const [measure] = entry?.measures ?? []
      if (plan === undefined || entry === undefined || measure === undefined) throw new Error(`no goal ${indicator}`)
      return inlineText(goalClause(measure, entry.indicator, telling, { plan, whole: on.whole }) ?? [])
    },
  }
}
