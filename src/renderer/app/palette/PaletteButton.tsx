import { Button } from '@fluentui/react-components'
import { SearchRegular } from '@fluentui/react-icons'
import { paletteText } from '#renderer/text/palette.ts'
import { openPalette } from './open-palette.ts'

/** Where the search over everything is found by those who do not know its key. */
export function PaletteButton() {
  return (
    <Button
      appearance="subtle"
      size="small"
      className="top-search"
      icon={<SearchRegular />}
      aria-keyshortcuts="Control+K"
      aria-haspopup="dialog"
      onClick={openPalette}
    >
      {paletteText.button}
      <kbd className="top-keys">{paletteText.keys}</kbd>
    </Button>
  )
}
