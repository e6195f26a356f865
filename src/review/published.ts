import { z } from '../report/zod'
import { formats } from '../format'
import { fileSchema } from './file'

/** The JSON Schema of a report file for each format, as it is published under `public/`. */
export const publishedFiles = (): readonly { readonly path: string; readonly text: string }[] =>
  formats.map((format) => ({
    path: `schema/${format.id}.json`,
    text: `${JSON.stringify(
      { title: `${format.title} ${format.id}`, ...z.toJSONSchema(fileSchema(format), { target: 'draft-2020-12' }) },
      null,
      2,
    )}\n`,
  }))
