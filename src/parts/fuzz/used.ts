import { check, subjectOf } from '../../checks/run'
import { writeHtml } from '../../document/html'
import { documentOf } from '../../document/model'
import { sheetHtmlOf } from '../../document/sheet-html'
import type { Content } from '../../drafts/draft'
import type { Format } from '../../format'
import { reportOf } from '../../report/reading'
import { stateOf } from '../../review/state'

/** Checks and prints what was accepted; a throw is the harness's business. What of it is markup of its own in print; nothing should be. */
export const markupIn = (format: Format, draft: Content): string | undefined => {
  const findings = check(subjectOf(format, draft.typed))
  const state = stateOf(format, draft.typed, draft.accepted)
  const html = [
    writeHtml(documentOf(format, reportOf(format, draft.typed), { draft: true }), { anchored: true }),
    sheetHtmlOf({
      format,
      typed: draft.typed,
      findings,
      filled: draft.filled,
      review: draft.review,
      state,
      final: null,
      now: Date.parse('2026-01-20T02:00:00Z'),
    }),
  ].join('')
  return /<(?:script|img|iframe|svg|a|link|form|object|embed)\b|<[^>]*\s(?:on\w+|href|src)=/i.exec(html)?.[0]
}
