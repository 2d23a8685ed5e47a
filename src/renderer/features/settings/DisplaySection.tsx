import { callHost } from '#renderer/api/bridge.ts'
import { settingsText } from '#renderer/text/settings.ts'
import { ChoiceField } from '#renderer/ui/forms/fields.tsx'
import { chooseTheme, setZoom, THEMES, useDisplay, ZOOM_STEPS } from '#renderer/ui/state/display.ts'

const text = settingsText.display

/** How large and in which colours this PC shows the program; kept for the next start. */
export function DisplaySection() {
  const { theme, zoom } = useDisplay()
  const nearest = ZOOM_STEPS.reduce((best, size) => (Math.abs(size - zoom) < Math.abs(best - zoom) ? size : best))
  const resize = async (factor: number): Promise<void> => {
    const answer = await callHost('host.zoom', { factor })
    if (answer.ok) setZoom(answer.value.factor)
  }
  return (
    <div className="form settings-form">
      <ChoiceField
        label={text.zoom}
        hint={text.zoomHint}
        value={String(nearest)}
        onChange={(value) => void resize(Number(value))}
        options={ZOOM_STEPS.map((size) => ({ value: String(size), label: `${Math.round(size * 100)}%` }))}
      />
      <ChoiceField
        label={text.theme}
        hint={text.themeHint}
        value={theme}
        onChange={(value) => chooseTheme(THEMES.find((known) => known === value) ?? 'system')}
        options={THEMES.map((value) => ({ value, label: text.themes[value] }))}
      />
    </div>
  )
}
