import { useMemo } from 'react'
import { check, isDraft, subjectOf } from '../../checks/run'
import { fileName } from '../../document/file-name'
import { writeHtml } from '../../document/html'
import { documentOf } from '../../document/model'
import { saveFile } from '../../parts/save-file'
import type { Session } from '../../parts/session'
import { writeFile } from '../../report/file'
import { reportOf } from '../../report/reading'

/** The printable page of the open report as it stands: a draft while an error stands or something is open. */
export const htmlOf = ({ format, content }: Session): string => {
  const subject = subjectOf(format, content().typed)
  return writeHtml(documentOf(format, subject.report, { draft: isDraft(check(subject)) }))
}

/** What hands the open report out as a file. */
export const useExport = (session: Session) =>
  useMemo(() => {
    const { format } = session
    return {
      exportJson: () => {
        const { typed, filled } = session.content()
        const report = reportOf(format, typed)
        const text = writeFile(format, report, { filled, ...session.beside })
        saveFile(fileName(report, format, 'json'), 'application/json', text)
      },
      exportHtml: () => {
        const report = reportOf(format, session.content().typed)
        saveFile(fileName(report, format, 'html'), 'text/html', htmlOf(session))
      },
    }
  }, [session])
