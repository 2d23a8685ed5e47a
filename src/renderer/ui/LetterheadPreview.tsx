import { formatDateOfficial } from '#shared/domain/text/format.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { letterheadText } from '#renderer/text/letterhead.ts'
import './letterhead.css'

interface LetterheadPreviewProps {
  readonly superiorLines: readonly string[]
  readonly issuerLines: readonly string[]
  readonly codeSuffix: string
  readonly place: string
  readonly date: IsoDate
  readonly signer: { readonly authority: string; readonly position: string; readonly fullName: string } | null
  readonly recipients: readonly string[]
  readonly label: string
}

/** How a document will begin and end, drawn as on paper while it is being filled in. */
export function LetterheadPreview(props: LetterheadPreviewProps) {
  const { superiorLines, issuerLines, codeSuffix, place, date, signer, recipients, label } = props
  return (
    <figure className="paper" aria-label={label}>
      <div className="paper-head">
        <div className="paper-left">
          {superiorLines.map((line) => (
            <div key={line}>{line}</div>
          ))}
          {issuerLines.map((line) => (
            <div key={line} className="paper-strong">
              {line}
            </div>
          ))}
          <div className="paper-rule paper-rule-short" />
          <div className="paper-number">{letterheadText.number(codeSuffix)}</div>
        </div>
        <div className="paper-right">
          <div className="paper-strong">{letterheadText.nation}</div>
          <div className="paper-strong paper-motto">{letterheadText.motto}</div>
          <div className="paper-rule" />
          <div className="paper-date">{letterheadText.placeAndDate(place, formatDateOfficial(date))}</div>
        </div>
      </div>
      <div className="paper-gap" />
      <div className="paper-foot">
        <div className="paper-recipients">
          <div className="paper-recipients-title">{letterheadText.recipients}</div>
          {recipients.map((line) => (
            <div key={line}>- {line}</div>
          ))}
        </div>
        <div className="paper-sign">
          <div className="paper-strong">{signer?.authority ?? ''}</div>
          <div className="paper-strong">{signer?.position ?? ''}</div>
          <div className="paper-sign-space" />
          <div className="paper-strong">{signer?.fullName ?? ''}</div>
        </div>
      </div>
    </figure>
  )
}
