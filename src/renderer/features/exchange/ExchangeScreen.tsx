import { ArrowDownloadRegular, ArrowUploadRegular } from '@fluentui/react-icons'
import { useEffect, useState } from 'react'
import type { PackageKind } from '#shared/domain/exchange/content.ts'
import { chooseMany } from '#renderer/api/commands.ts'
import { useData } from '#renderer/api/data.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { exchangeText } from '#renderer/text/exchange.ts'
import { Screen, type ScreenAction } from '#renderer/ui/layout/Screen.tsx'
import { TabBar } from '#renderer/ui/layout/TabBar.tsx'
import { takeFocus, useNavigation } from '#renderer/ui/state/navigation.ts'
import { takeReceivedFiles, useReceivedFiles } from '#renderer/ui/state/received-files.ts'
import { BoardView } from './BoardView.tsx'
import './exchange.css'
import { KeysView } from './KeysView.tsx'
import { PackagesView } from './PackagesView.tsx'
import { QuestionsView } from './QuestionsView.tsx'
import { ReceiveDialog } from './ReceiveDialog.tsx'
import { RoundView } from './RoundView.tsx'
import { SendDialog } from './SendDialog.tsx'

const VIEWS = ['board', 'packages', 'round', 'questions', 'keys'] as const
type View = (typeof VIEWS)[number]

/** What is to be sent when the dialog opens. */
export interface SendWish {
  readonly kind: PackageKind | null
  readonly units: readonly string[]
  readonly period: string | null
}

/** Ai đã gửi, còn thiếu gì? */
export function ExchangeScreen() {
  const asOf = useWorkingContext((context) => context.asOf)
  const site = useData('exchange.site', {}).data
  const [view, setView] = useState<View>('board')
  const [sending, setSending] = useState<SendWish | null>(null)
  const [receiving, setReceiving] = useState<readonly string[]>([])
  const isUnit = site?.mode === 'unit'
  // The palette leads to a view; a double click or a drop brings files.
  const asked = useNavigation(({ focus }) => focus)
  useEffect(() => {
    if (asked === null) return
    const focus = takeFocus()
    const found = VIEWS.find((name) => name === focus)
    if (found !== undefined) setView(found)
  }, [asked])
  const brought = useReceivedFiles(({ files }) => files)
  useEffect(() => {
    if (brought.length === 0) return
    const files = takeReceivedFiles()
    setReceiving((before) => [...new Set([...before, ...files])])
  }, [brought])

  const receive = async (): Promise<void> => {
    const files = await chooseMany('exchange')
    if (files.length > 0) setReceiving(files)
  }
  const actions: readonly ScreenAction[] = [
    {
      label: isUnit ? exchangeText.sendUp : exchangeText.send,
      icon: <ArrowUploadRegular />,
      main: true,
      run: () => setSending({ kind: null, units: [], period: null }),
    },
    { label: exchangeText.receive, icon: <ArrowDownloadRegular />, run: () => void receive() },
  ]
  return (
    <Screen
      title={exchangeText.title}
      {...(site === undefined ? {} : { subtitle: exchangeText.subtitle[site.mode](site.unitName, asOf) })}
      actions={actions}
      filters={
        <TabBar
          label={exchangeText.views}
          ids={VIEWS}
          titleOf={(name) => exchangeText.view[name]}
          shown={view}
          onShow={setView}
        />
      }
    >
      <div className="exchange-view">
        {view === 'board' ? <BoardView isUnit={isUnit} onSend={setSending} /> : null}
        {view === 'packages' ? (
          <PackagesView onSend={() => setSending({ kind: null, units: [], period: null })} onReceive={receive} />
        ) : null}
        {view === 'round' ? <RoundView isUnit={isUnit} own={site?.unit ?? null} /> : null}
        {view === 'questions' ? <QuestionsView isUnit={isUnit} onSend={setSending} /> : null}
        {view === 'keys' ? <KeysView /> : null}
      </div>
      {sending === null ? null : <SendDialog wish={sending} isUnit={isUnit} onClose={() => setSending(null)} />}
      {receiving.length === 0 ? null : (
        <ReceiveDialog key={receiving.join('|')} files={receiving} onClose={() => setReceiving([])} onMore={receive} />
      )}
    </Screen>
  )
}
