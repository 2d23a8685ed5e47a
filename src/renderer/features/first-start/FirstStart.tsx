import { BuildingGovernmentRegular, FolderOpenRegular, MailInboxRegular, MapRegular } from '@fluentui/react-icons'
import { useState, type ReactElement } from 'react'
import { chooseMany } from '#renderer/api/commands.ts'
import { firstStartText } from '#renderer/text/first-start.ts'
import { takeReceivedFiles, useReceivedFiles } from '#renderer/ui/state/received-files.ts'
import { BeginFromPackage } from './BeginFromPackage.tsx'
import './first-start.css'
import { ProvinceWizard } from './ProvinceWizard.tsx'

interface FirstStartProps {
  readonly onDone: () => void
  readonly onOpenFile: () => Promise<void>
  readonly onOpenSample: () => Promise<void>
  /** Given when a data file is open and this makes a further one. */
  readonly onBack?: () => void
}

/** What a clerk sees before there is any data: make one's own, look at the sample, open what is there. */
export function FirstStart({ onDone, onOpenFile, onOpenSample, onBack }: FirstStartProps) {
  const [making, setMaking] = useState(onBack !== undefined)
  const received = useReceivedFiles(({ files }) => files.find((file) => /\.chitieu$/i.test(file)) ?? null)
  const [chosen, setChosen] = useState<string | null>(null)
  const sent = chosen ?? received
  if (sent !== null)
    return (
      <BeginFromPackage
        key={sent}
        sent={sent}
        onChoose={setChosen}
        onDone={onDone}
        onBack={() => {
          takeReceivedFiles()
          setChosen(null)
        }}
      />
    )
  if (making) return <ProvinceWizard onDone={onDone} onBack={onBack ?? (() => setMaking(false))} />
  return (
    <main className="welcome">
      <h1 className="welcome-title">{firstStartText.welcomeTitle}</h1>
      <p className="welcome-lead">{firstStartText.welcomeLead}</p>
      <div className="welcome-choices">
        <Choice
          icon={<BuildingGovernmentRegular />}
          title={firstStartText.makeOwn}
          hint={firstStartText.makeOwnHint}
          main
          run={() => setMaking(true)}
        />
        <Choice
          icon={<MailInboxRegular />}
          title={firstStartText.begin}
          hint={firstStartText.beginHint}
          run={() => void chooseMany('exchange').then(([file]) => setChosen(file ?? null))}
        />
        <Choice
          icon={<MapRegular />}
          title={firstStartText.sample}
          hint={firstStartText.sampleHint}
          run={() => void onOpenSample().then(onDone)}
        />
        <Choice
          icon={<FolderOpenRegular />}
          title={firstStartText.openFile}
          hint={firstStartText.openFileHint}
          run={() => void onOpenFile().then(onDone)}
        />
      </div>
    </main>
  )
}

interface ChoiceProps {
  readonly icon: ReactElement
  readonly title: string
  readonly hint: string
  readonly main?: boolean
  readonly run: () => void
}

function Choice({ icon, title, hint, main, run }: ChoiceProps) {
  return (
    <button type="button" className={main === true ? 'welcome-choice welcome-main' : 'welcome-choice'} onClick={run}>
      <span className="welcome-icon" aria-hidden="true">
        {icon}
      </span>
      <span className="welcome-text">
        <span className="welcome-choice-title">{title}</span>
        <span className="welcome-choice-hint">{hint}</span>
      </span>
    </button>
  )
}
