import { useEffect, useState } from 'react'
import type { HostOutput } from '#shared/contract/host.ts'
import { callHost } from '#renderer/api/bridge.ts'
import { settingsText } from '#renderer/text/settings.ts'

const text = settingsText.about

export function AboutSection() {
  const [info, setInfo] = useState<HostOutput<'host.windowInfo'> | null>(null)
  useEffect(() => {
    void callHost('host.windowInfo', {}).then((answer) => {
      if (answer.ok) setInfo(answer.value)
    })
  }, [])
  return (
    <>
      <p className="settings-intro">{text.lead}</p>
      {info === null ? null : (
        <dl className="settings-keys">
          <dt>{text.version}</dt>
          <dd>{info.version}</dd>
          <dt>{text.runtime}</dt>
          <dd>{`Electron ${info.electron} · Chromium ${info.chrome} · Node ${info.node}`}</dd>
        </dl>
      )}
      <h3 className="settings-title">{text.shortcuts}</h3>
      <dl className="settings-keys">
        {text.keys.map(([keys, what]) => (
          <div key={keys} style={{ display: 'contents' }}>
            <dt>{keys}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
