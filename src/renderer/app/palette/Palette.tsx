import { Input, mergeClasses } from '@fluentui/react-components'
import { SearchRegular } from '@fluentui/react-icons'
import { useCallback, useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useData } from '#renderer/api/data.ts'
import { paletteText } from '#renderer/text/palette.ts'
import { useReturnFocus } from '#renderer/ui/forms/use-return-focus.ts'
import { useNavigation } from '#renderer/ui/state/navigation.ts'
import { listChoices, type Choice } from './choices.ts'
import { knownActions, knownScreens } from './known-actions.ts'
import { closePalette, usePalette } from './open-palette.ts'
import './palette.css'
import { noteChoice, readRecent } from './recent.ts'
import { runChoice } from './run-choice.ts'

export function PaletteLayer({ file }: { readonly file: string }) {
  const open = usePalette((state) => state.open)
  return open ? <Palette file={file} /> : null
}

const PER_KIND = 6
/** A text is looked for once the fingers rest: in between the list stays as it is. */
const REST_MS = 60

/** Finds anything and does anything: type, ↑ ↓, Enter. What was found before stays until the new is there. */
function Palette({ file }: { readonly file: string }) {
  useReturnFocus()
  const id = useId()
  const [text, setText] = useState('')
  const asked = useRested(text, REST_MS)
  const found = useData('search.find', { text: asked, limit: 100, perKind: PER_KIND }, { enabled: asked.trim() !== '' })
  const plans = useData('plans.list', {}).data
  const screen = useNavigation((state) => state.screen)
  const [recent] = useState(() => readRecent(file))
  const [known] = useState(() => ({ actions: knownActions(screen), screens: knownScreens() }))
  const settled = asked === text && !found.isPlaceholderData && !found.isFetching
  const choices = useMemo(
    () =>
      listChoices(asked, { ...known, hits: asked.trim() === '' ? [] : (found.data ?? []), plans: plans ?? [], recent }),
    [asked, known, found.data, plans, recent],
  )
  const [at, setAt] = useState(0)
  useEffect(() => setAt(0), [asked])
  const active = choices[Math.min(at, choices.length - 1)]
  const list = useRef<HTMLDivElement>(null)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const press = ({ target }: PointerEvent): void => {
      if (target instanceof Node && box.current?.contains(target) === false) closePalette()
    }
    document.addEventListener('pointerdown', press)
    return () => document.removeEventListener('pointerdown', press)
  }, [])
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [active])

  const choose = useCallback(
    (choice: Choice): void => {
      noteChoice(file, { key: choice.key, title: choice.title, subtitle: choice.subtitle })
      closePalette()
      // After the palette gave the keyboard back, so that what opens now may take it.
      setTimeout(() => runChoice(choice.key))
    },
    [file],
  )
  // Enter struck before the answer to the last letter: it is for that answer, not for the list that still shows.
  const [enterWaits, setEnterWaits] = useState(false)
  useEffect(() => {
    if (!enterWaits || !settled) return
    setEnterWaits(false)
    if (active !== undefined) choose(active)
  }, [enterWaits, settled, active, choose])

  const onKey = (event: KeyboardEvent): void => {
    // Enter and arrows of an input method belong to the word being composed.
    if (event.nativeEvent.isComposing) return
    const last = choices.length - 1
    const moves: Readonly<Record<string, (now: number) => number>> = {
      ArrowDown: (now) => (now >= last ? 0 : now + 1),
      ArrowUp: (now) => (now <= 0 ? last : now - 1),
      PageDown: (now) => Math.min(last, now + 8),
      PageUp: (now) => Math.max(0, now - 8),
    }
    const move = moves[event.key]
    if (move !== undefined) {
      event.preventDefault()
      setAt((now) => Math.max(0, move(Math.min(now, last))))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (settled && active !== undefined) choose(active)
      else setEnterWaits(true)
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault()
      event.stopPropagation()
      closePalette()
    }
  }

  return (
    <div className="palette-back">
      <div className="palette" role="dialog" aria-modal="true" aria-label={paletteText.label} ref={box}>
        <Input
          className="palette-input"
          appearance="underline"
          size="large"
          contentBefore={<SearchRegular />}
          placeholder={paletteText.placeholder}
          value={text}
          onChange={(_, { value }) => setText(value)}
          onKeyDown={onKey}
          autoFocus
          input={{
            role: 'combobox',
            'aria-label': paletteText.label,
            'aria-expanded': choices.length > 0,
            'aria-controls': `${id}-list`,
            'aria-autocomplete': 'list',
            ...(active === undefined ? {} : { 'aria-activedescendant': optionId(id, active) }),
            spellCheck: false,
          }}
        />
        <div className="palette-list" id={`${id}-list`} role="listbox" aria-label={paletteText.results} ref={list}>
          {groupsOf(choices).map(({ group, members }) => (
            <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
              <div className="palette-group" id={`${id}-${group}`} role="presentation">
                {paletteText.groups[group]}
              </div>
              {members.map((choice) => (
                <button
                  key={choice.key}
                  type="button"
                  tabIndex={-1}
                  id={optionId(id, choice)}
                  role="option"
                  aria-selected={choice === active}
                  className={mergeClasses('palette-choice', choice === active && 'palette-active')}
                  onMouseMove={() => setAt(choices.indexOf(choice))}
                  onClick={() => choose(choice)}
                >
                  <span className="palette-title">{choice.title}</span>
                  <span className="palette-subtitle">{choice.subtitle}</span>
                </button>
              ))}
            </div>
          ))}
        </div>
        {choices.length === 0 && settled ? <p className="palette-none">{paletteText.none(text)}</p> : null}
        <div className="palette-foot">{paletteText.hint}</div>
        <div className="sr-only" role="status">
          {settled && text !== '' ? paletteText.count(choices.length) : ''}
        </div>
      </div>
    </div>
  )
}

/** The value once it stood still for a while. */
function useRested<T>(value: T, rest: number): T {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), rest)
    return () => clearTimeout(timer)
  }, [value, rest])
  return rested
}

function groupsOf(choices: readonly Choice[]): readonly { group: Choice['group']; members: readonly Choice[] }[] {
  const groups: { group: Choice['group']; members: Choice[] }[] = []
  for (const choice of choices) {
    const last = groups.at(-1)
    if (last?.group === choice.group) last.members.push(choice)
    else groups.push({ group: choice.group, members: [choice] })
  }
  return groups
}

/** An id holds no spaces, and labels of actions do. */
function optionId(id: string, choice: Choice): string {
  return `${id}-${encodeURIComponent(choice.key)}`
}
