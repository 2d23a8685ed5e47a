import type { Output } from '#shared/contract/index.ts'
import type { WeakUnionRow } from '#shared/contract/funnel.ts'
import { formatNumber } from '#shared/domain/text/format.ts'
import { reachText as text } from '#renderer/text/reach.ts'
import { registryText } from '#renderer/text/registry.ts'
import { isSameList, type ReachList } from './reach-list.ts'

/** A stage is called here as in the registry. */
const words = registryText.funnel

interface ReachNumbersProps {
  readonly funnel: Output<'funnel.get'>
  readonly unions: readonly WeakUnionRow[]
  readonly shown: ReachList
  readonly onShow: (list: ReachList) => void
}

/** The funnel stage by stage and, under it, who needs a hand: each number is a button that shows its rows. */
export function ReachNumbers({ funnel, unions, shown, onShow }: ReachNumbersProps) {
  const { withoutStage, withoutUnion: round } = funnel
  const press = (list: ReachList) => ({
    'aria-pressed': isSameList(list, shown),
    type: 'button' as const,
    onClick: () => onShow(list),
  })
  const number = (list: ReachList, label: string) => (
    <button className="reach-number" {...press(list)}>
      {label}
    </button>
  )
  const none = {
    code: null,
    name: words.without,
    shortName: words.withoutShort,
    branch: 'main',
    stuck: 0,
    stuckDays: 0,
  }
  return (
    <section className="reach-numbers" aria-label={text.numbers}>
      <div className="reach-stages" role="group" aria-label={text.stages}>
        {[{ ...none, ...withoutStage }, ...funnel.stages].map((stage) => (
          <div
            key={stage.code ?? ''}
            className={stage.branch === 'difficult' ? 'reach-stage difficult' : 'reach-stage'}
          >
            <button
              className="reach-count"
              title={words.count(stage.name, stage.enterprises, stage.workers)}
              {...press({ of: 'stage', stage: stage.code })}
            >
              <span className="stage-figure">{formatNumber(stage.enterprises)}</span>
              <span className="stage-name">{stage.shortName}</span>
            </button>
            {stage.stuck === 0 ? null : (
              <button
                className="reach-stuck"
                title={text.stuckHereOf(stage.name, stage.stuck, stage.stuckDays)}
                {...press({ of: 'stuck', stage: stage.code })}
              >
                {text.stuckHere(stage.stuck)}
              </button>
            )}
          </div>
        ))}
      </div>
      <dl className="reach-groups">
        <Group title={text.groups.stuck}>
          {number({ of: 'stuck', stage: null }, text.buttons.stuck(funnel.stuckCount, funnel.stuckDays))}
        </Group>
        <Group title={text.groups.difficult}>
          {number({ of: 'difficult' }, text.buttons.difficult(funnel.difficultCount))}
          {number({ of: 'noPlan' }, text.buttons.noPlan(funnel.difficultWithoutPlan))}
          {number({ of: 'noOfficer' }, text.buttons.noOfficer(funnel.difficultWithoutOfficer))}
        </Group>
        <Group title={text.groups.round}>
          {round === null ? (
            <span className="reach-note">{text.noRound}</span>
          ) : (
            <>
              {number({ of: 'ofRound' }, text.buttons.ofRound(round.atLeast, funnel.minWorkers))}
              {number({ of: 'without' }, text.buttons.without(round.count))}
              {number({ of: 'stillWithout' }, text.buttons.stillWithout(round.stillWithout))}
              <span className="reach-note">{text.round(round.round, round.surveyedOn, round.frozen)}</span>
            </>
          )}
        </Group>
        <Group title={text.groups.unions}>
          {number({ of: 'weak' }, text.buttons.weak(unions.filter(({ kind }) => kind === 'weak').length))}
          {number({ of: 'memberless' }, text.buttons.memberless(unions.filter(isMemberless).length))}
          {number({ of: 'unmended' }, text.buttons.unmended(unions.filter(({ remedyId }) => remedyId === null).length))}
        </Group>
        <Group title={text.groups.units}>{number({ of: 'units' }, text.buttons.units(funnel.units.length))}</Group>
      </dl>
    </section>
  )
}

function Group({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <div className="reach-group">
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  )
}

export function isMemberless({ kind }: WeakUnionRow): boolean {
  return kind === 'memberless'
}
