import { MessageBar, MessageBarBody } from '@fluentui/react-components'

/** A refusal in its place on the screen, read out as soon as it is there. */
export function ErrorBar({ sentence }: { readonly sentence: string }) {
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>{sentence}</MessageBarBody>
    </MessageBar>
  )
}
