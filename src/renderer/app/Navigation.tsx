import {
  ArrowSwapRegular,
  BuildingMultipleRegular,
  ChartMultipleRegular,
  DocumentTextRegular,
  FlagRegular,
  HomeRegular,
  OrganizationRegular,
  PeopleListRegular,
  PeopleTeamRegular,
  SettingsRegular,
  TargetArrowRegular,
} from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import { frameText } from '#renderer/text/frame.ts'
import { goTo, SCREENS, useNavigation, type ScreenId } from '#renderer/ui/state/navigation.ts'

const ICONS: Readonly<Record<ScreenId, ReactElement>> = {
  overview: <HomeRegular />,
  units: <OrganizationRegular />,
  enterprises: <BuildingMultipleRegular />,
  unions: <PeopleTeamRegular />,
  targets: <TargetArrowRegular />,
  results: <ChartMultipleRegular />,
  campaigns: <FlagRegular />,
  organisation: <PeopleListRegular />,
  documents: <DocumentTextRegular />,
  exchange: <ArrowSwapRegular />,
  settings: <SettingsRegular />,
}

export function Navigation() {
  const current = useNavigation(({ screen }) => screen)
  return (
    <nav className="navigation" aria-label={frameText.navigation} data-region="navigation">
      {SCREENS.map((screen, index) => (
        <button
          key={screen}
          type="button"
          className="navigation-item"
          aria-current={screen === current ? 'page' : undefined}
          {...(index < 9 ? { 'aria-keyshortcuts': `Control+${index + 1}` } : {})}
          title={index < 9 ? `${frameText.screens[screen]} (Ctrl+${index + 1})` : frameText.screens[screen]}
          onClick={() => goTo(screen)}
        >
          <span className="navigation-icon" aria-hidden="true">
            {ICONS[screen]}
          </span>
          {frameText.screens[screen]}
        </button>
      ))}
    </nav>
  )
}
