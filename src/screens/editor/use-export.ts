import { useMemo } from 'react'
import { copied } from '../../drafts/work-since'
import { fileName } from '../../document/file-name'
import { footOf } from '../../document/foot'
import { writeHtml } from '../../document/html'
import { sheetHtmlOf } from '../../document/sheet-html'
import { documentOf } from '../../document/model'
import { saveFile } from '../../parts/save-file'
import type { Session } from '../../parts/session'
import { writeFile } from '../../review/file'
import { reportOf } from '../../report/reading'

/** The printable page of the open report as it stands; only a final copy is printed without 草稿. */
export const htmlOf = ({ format, form, final, desk }: Session, now = Date.now()): string =>
  writeHtml(
    documentOf(format, reportOf(format, form.getValues()), {
      draft: final.get() === null,
      foot: footOf(desk.review.get(), desk.state(), { final: final.get(), now }),
    }),
  )

/** The review sheet of the open report as it stands. */
export const sheetOf = ({ format, form, final, desk, judged, content }: Session): string =>
  sheetHtmlOf({
    format,
    typed: form.getValues(),
    findings: judged.get().findings,
    filled: content().filled,
    review: desk.review.get(),
    state: desk.state(),
    final: final.get(),
    now: Date.now(),
  })

/** What hands the open report out as a file. */
export const useExport = (session: Session) =>
  useMemo(() => {
    const { format } = session
    return {
      /** `suffix` says on what occasion the file is saved. */
      exportJson: (suffix = '') => {
        const { typed, ...beside } = session.content()
        const report = reportOf(format, typed)
        const text = writeFile(format, report, beside)
        saveFile(fileName(report, format, 'json', suffix), 'application/json', text)
        copied(typed.id, Date.now())
      },
      exportHtml: () => {
        const report = reportOf(format, session.form.getValues())
        saveFile(fileName(report, format, 'html'), 'text/html', htmlOf(session))
      },
    }
  }, [session])
