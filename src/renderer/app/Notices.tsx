import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { commonText } from '#renderer/text/common.ts'
import { frameText } from '#renderer/text/frame.ts'
import { dismissNotice, useNotices } from '#renderer/ui/state/notices.ts'

/**
 * What was done, or what is the matter: sentences over the foot of the screen, newest last. They lie over it, so that a
 * table never moves under the hand of whoever types, and let the mouse through but for their buttons.
 */
export function Notices() {
  const notices = useNotices((state) => state.notices)
  return (
    <section className="notices" aria-label={frameText.notices}>
      {notices.map((notice) => (
        <MessageBar
          key={notice.id}
          intent={notice.tone}
          politeness={notice.tone === 'error' || notice.tone === 'warning' ? 'assertive' : 'polite'}
          layout="auto"
          role={notice.tone === 'error' ? 'alert' : 'status'}
        >
          <MessageBarBody>{notice.text}</MessageBarBody>
          <MessageBarActions
            containerAction={
              <Button
                appearance="transparent"
                size="small"
                icon={<DismissRegular />}
                aria-label={commonText.close}
                onClick={() => dismissNotice(notice.id)}
              />
            }
          >
            {notice.actions.map((action) => (
              <Button key={action.label} size="small" onClick={action.run}>
                {action.label}
              </Button>
            ))}
          </MessageBarActions>
        </MessageBar>
      ))}
    </section>
  )
}
