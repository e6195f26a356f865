import type { Block as FormatBlock, Format, Table as FormatTable } from '../format'
import { partsOf, type Report } from '../report/report'
import type { Block, Document, Foot } from './document'
import { nameOf, signatureAt, titleOf } from './front'
import { narrativeOf, paragraphsOf } from './narrative'
import { figuresOf } from './figures'
import { tableOf } from './table'

const groupOf = (block: FormatBlock): string | undefined => (block.kind === 'table' ? block.group : undefined)

/** A section's blocks, with tables that follow each other in one group together. */
const printedTogether = (blocks: readonly FormatBlock[]): readonly (readonly FormatBlock[])[] =>
  blocks.reduce<FormatBlock[][]>((runs, block) => {
    const last = runs[runs.length - 1]
    const group = groupOf(block)
    if (last?.[0] && group !== undefined && groupOf(last[0]) === group) last.push(block)
    else runs.push([block])
    return runs
  }, [])

const isTable = (block: FormatBlock): block is FormatTable => block.kind === 'table'

/** What kind of copy it is. */
interface Copy {
  readonly draft: boolean
  readonly foot?: Foot | null
}

/**
 * The report as it is printed by its format. In a draft what is blank is a marked gap; a provisional total is one too,
 * and is empty in any case: it is never 0 and never a partial sum. Section words and labels are the format's.
 */
export const documentOf = (format: Format, report: Report, { draft, foot = null }: Copy): Document => {
  const figures = figuresOf(format, report, draft)
  const printed = (blocks: readonly FormatBlock[]): readonly Block[] => {
    const [first] = blocks
    switch (first?.kind) {
      case 'subsections':
        return narrativeOf(first.id, partsOf(report, first.id), report.headings, draft)
      case 'table':
        return [tableOf(blocks.filter(isTable), report, figures)]
      case 'figures':
      case undefined:
        return []
      default:
        return first satisfies never
    }
  }
  return {
    draft,
    name: nameOf(format, report),
    title: titleOf(report, draft),
    underTitle: signatureAt('underTitle', report, draft),
    preface: paragraphsOf(report.preface, 'preface'),
    sections: format.sections.map(({ id, title, blocks }) => ({
      id,
      title,
      blocks: printedTogether(blocks).flatMap(printed),
    })),
    end: signatureAt('end', report, draft),
    foot,
  }
}
