import { Tab, TabList } from '@fluentui/react-components'
import { useState } from 'react'
import { useData } from '#renderer/api/data.ts'
import { settingsText } from '#renderer/text/settings.ts'
import { Screen } from '#renderer/ui/layout/Screen.tsx'
import { takeFocus } from '#renderer/ui/state/navigation.ts'
import { AboutSection } from './AboutSection.tsx'
import { AssignersSection } from './AssignersSection.tsx'
import { BackupsSection } from './BackupsSection.tsx'
import { IndicatorsSection } from './IndicatorsSection.tsx'
import { LetterheadsSection } from './LetterheadsSection.tsx'
import { LinesSection } from './LinesSection.tsx'
import { OfficeSection } from './OfficeSection.tsx'
import './settings.css'
import { SignersSection } from './SignersSection.tsx'

const SECTIONS = [
  'office',
  'letterheads',
  'signers',
  'recipients',
  'legalBases',
  'indicators',
  'assigners',
  'backups',
  'about',
] as const
type Section = (typeof SECTIONS)[number]

/** Cơ quan ta là ai? */
export function SettingsScreen() {
  const [section, setSection] = useState<Section>(firstSection)
  const settings = useData('settings.get', {}).data
  return (
    <Screen title={settingsText.title}>
      <div className="settings">
        <TabList
          vertical
          size="small"
          aria-label={settingsText.sectionsLabel}
          selectedValue={section}
          onTabSelect={(_, { value }) => setSection(SECTIONS.find((known) => known === value) ?? 'office')}
        >
          {SECTIONS.map((name) => (
            <Tab key={name} value={name}>
              {settingsText.sections[name]}
            </Tab>
          ))}
        </TabList>
        {settings === undefined ? null : (
          <section className="settings-section" aria-label={settingsText.sections[section]}>
            <h2 className="settings-title">{settingsText.sections[section]}</h2>
            {section === 'office' ? <OfficeSection root={settings.root} values={settings.values} /> : null}
            {section === 'letterheads' ? <LetterheadsSection rows={settings.letterheads} /> : null}
            {section === 'signers' ? <SignersSection rows={settings.signers} /> : null}
            {section === 'recipients' ? (
              <LinesSection key="recipients" kind="recipients" rows={settings.recipients} />
            ) : null}
            {section === 'legalBases' ? (
              <LinesSection key="legalBases" kind="legalBases" rows={settings.legalBases} />
            ) : null}
            {section === 'indicators' ? <IndicatorsSection /> : null}
            {section === 'assigners' ? <AssignersSection /> : null}
            {section === 'backups' ? <BackupsSection /> : null}
            {section === 'about' ? <AboutSection /> : null}
          </section>
        )}
      </div>
    </Screen>
  )
}

/** A problem elsewhere leads straight to the section where it is mended. */
function firstSection(): Section {
  const focus = takeFocus()
  return SECTIONS.find((name) => name === focus) ?? 'office'
}
