import type { Format } from './format'
import { format2019 } from './2019'
import { format2021 } from './2021'

/** Every format in force since 2019, oldest first. */
export const formats: readonly Format[] = [format2019, format2021]

/** The format for reports on a year; undefined for years before the first. */
export const formatForYear = (year: number): Format | undefined =>
  formats.find(({ years }) => years.from <= year && year <= (years.to ?? Infinity))

/** The format of an id as it stands in a file or a draft. */
export const formatById = (id: string): Format | undefined => formats.find((format) => format.id === id)

export type * from './format'
