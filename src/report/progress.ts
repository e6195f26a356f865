import type { Format, Section } from '../format'
import { enteredCells } from './cells'
import { typedAt } from './reading'
import { partsOf, type TypedReport } from './report'

/** How much of a place is filled: so many of so many things. */
export interface Progress {
  readonly filled: number
  readonly of: number
}

const isFilled = (text: string): boolean => text.trim() !== ''

const count = (texts: readonly string[]): Progress => ({ filled: texts.filter(isFilled).length, of: texts.length })

const basics = (format: Format, typed: TypedReport): Progress =>
  count(
    format.front
      .filter(({ required }) => required)
      .map(({ id }) =>
        id === 'agency.name'
          ? typed.agency.name
          : id === 'agency.kind'
            ? typed.agency.kind
            : id === 'title'
              ? typed.title
              : String(typed.year),
      ),
  )

const ofSection = (format: Format, section: Section, typed: TypedReport): Progress =>
  count(
    section.blocks.flatMap((block) =>
      block.kind === 'subsections'
        ? partsOf(typed, block.id).map(({ text }) => text)
        : enteredCells(format, block.id).map((cell) => typedAt(typed, cell)),
    ),
  )

/** The progress of the basic information (`basics`) and of each section, by id. */
export const progressOf = (format: Format, typed: TypedReport): Readonly<Record<string, Progress>> =>
  Object.fromEntries([
    ['basics', basics(format, typed)],
    ...format.sections.map((section) => [section.id, ofSection(format, section, typed)]),
  ])

/** The whole of several: things filled of things to fill. */
export const together = (parts: readonly Progress[]): Progress =>
  parts.reduce((sum, { filled, of }) => ({ filled: sum.filled + filled, of: sum.of + of }), { filled: 0, of: 0 })
