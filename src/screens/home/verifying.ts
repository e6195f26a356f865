import type { Draft } from '../../drafts/draft'
import { formatById } from '../../format'
import { reportOf } from '../../report/reading'
import { done, refused, type Result } from '../../report/result'
import { writeFile } from '../../review/file'
import { textOf } from '../../parts/file-text'

/** What a printed copy is compared with: a chosen file, or a draft on this computer. */
export type Source = { readonly kind: 'file'; readonly file: File } | { readonly kind: 'draft'; readonly draft: Draft }

/** A draft's file as it would be exported now. */
const fileOf = ({ format: id, typed, filled, accepted, review, final }: Draft): Result<string> => {
  const format = formatById(id)
  return format
    ? done(writeFile(format, reportOf(format, typed), { filled, accepted, review, final }))
    : refused('这份年报的格式本程序没有，请升级本程序后再核验。')
}

/** The text of the file that is compared. */
export const sourceText = async (source: Source): Promise<Result<string>> => {
  switch (source.kind) {
    case 'file':
      return textOf(source.file)
    case 'draft':
      return fileOf(source.draft)
    default:
      return source satisfies never
  }
}
