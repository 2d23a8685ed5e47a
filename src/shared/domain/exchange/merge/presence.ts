import { editsOf, registerOf, StampWriter } from './register.ts'
import { type Dot, GONE, joinKnows, type Stamp, type THERE, WHOLE_ROW } from './stamp.ts'

// Whether a row is there, said by this side because of other rows and not by anybody's hand: an enterprise that is
// still worked with here cannot go, a visit to one that is gone cannot stand. That, too, is an edit (docs/adr/0050).

type Presence = typeof THERE | typeof GONE

/** The row is shown so by the word of this side; what says otherwise waits, at every site, until its owner decides. */
export function contestPresence(stamp: Stamp, value: Presence, now: Dot): Stamp {
  const others = editsOf(registerOf(stamp, WHOLE_ROW, {})).filter((edit) => edit.value !== value)
  return say(stamp, value, now, others)
}

/** The row is so by the word of its owner, who has seen what says otherwise. */
export function answerPresence(stamp: Stamp, value: Presence, now: Dot): Stamp {
  return say(stamp, value, now, [])
}

function say(stamp: Stamp, value: Presence, now: Dot, others: ReturnType<typeof editsOf>): Stamp {
  const knows = joinKnows(stamp.knows, { [now.site]: now.count })
  return new StampWriter(stamp).put(WHOLE_ROW, value, [now], others).finish({ gone: value === GONE, knows })
}
