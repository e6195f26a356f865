import { subtract, signed, type Figure } from '../../report/amount'
import { lines, places } from '../../report/axis'
import { cellsOf, type Cell } from '../../report/cells'
import type { Format } from '../../format'
import { useSession, useStore, useTotal } from '../../parts/session-context'
import { CellNote } from './CellNote'
import styles from './Editor.module.css'

/** The help texts of a cell's row and column with their headings, the row's first; a text that says the same once. */
const helpOf = (format: Format, cell: Cell): readonly string[] => {
  const block = format.sections.flatMap(({ blocks }) => blocks).find(({ id }) => id === cell.block)
  if (!block || block.kind === 'subsections') return []
  if (block.kind === 'figures')
    return lines(block.lines).flatMap(({ id, help }) => (id === cell.row && help ? [help] : []))
  const along = (axis: typeof block.rows, id: string) =>
    places(axis)
      .filter(({ line }) => line.id === id)
      .flatMap(({ line, headings }) => [line.help, ...headings.map(({ help }) => help)])
  const texts = [...along(block.rows, cell.row), ...along(block.columns, cell.column)]
  return [...new Set(texts.filter((text): text is string => text !== undefined))]
}

/** The same unit's figure in the year before, where that report is on this computer. */
const useLastYear = (cell: Cell): Figure | null | undefined => {
  const last = useStore(useSession().last)
  return last && cellsOf(last.format).has(cell.at) ? last.valueAt(cell.at).value : undefined
}

const Details = ({ cell }: { readonly cell: Cell }) => {
  const { format, ledger } = useSession()
  const { value, missing } = useTotal(cell.at)
  const last = useLastYear(cell)
  const read = ledger.read(cell.at)
  const help = helpOf(format, cell)
  return (
    <>
      <section className={styles.card}>
        <h2>当前单元格</h2>
        <p className={styles.cellName}>{cell.label}</p>
        <dl>
          <div>
            <dt>本年</dt>
            <dd>
              {read.kind === 'unreadable'
                ? '读不出'
                : value === null
                  ? '未填'
                  : `${value}${missing > 0 ? '（暂计）' : ''}`}
            </dd>
          </div>
          {last !== undefined && last !== null && (
            <div>
              <dt>上年</dt>
              <dd>{last}</dd>
            </div>
          )}
          {last !== undefined && last !== null && value !== null && missing === 0 && (
            <div>
              <dt>变化</dt>
              <dd>{signed(subtract(value, last))}</dd>
            </div>
          )}
        </dl>
      </section>
      {cell.column !== '' && <CellNote key={cell.at} cell={cell} />}
      {help.length > 0 && (
        <section className={styles.card}>
          <h2>填报说明</h2>
          {help.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </section>
      )}
    </>
  )
}

/** What is known of the cell that has the focus: its value, last year's, and what is counted in it. */
export const CellAside = ({ section }: { readonly section: string }) => {
  const session = useSession()
  const at = useStore(session.focused)
  const cell = at === null ? undefined : cellsOf(session.format).get(at)
  return cell?.section === section ? <Details cell={cell} /> : null
}
