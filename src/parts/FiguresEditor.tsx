import { memo, useMemo } from 'react'
import { gridOfFigures } from '../editing/movement'
import type { Figures } from '../format'
import { cellsOf } from '../report/cells'
import { Field } from '../ui/Field'
import { pasteFigures } from './clipboard'
import { useFigureEvents, type Paste } from './figure-events'
import { FigureInput } from './FigureInput'
import { useSession } from './session-context'
import styles from './Table.module.css'

/** Figures beside a narrative: a list of labelled text boxes with the keys of a table. */
export const FiguresEditor = memo(({ figures }: { readonly figures: Figures }) => {
  const cells = cellsOf(useSession().format)
  const grid = useMemo(() => gridOfFigures(figures), [figures])
  const paste = useMemo((): Paste => (session, from, data) => pasteFigures(session, grid, from, data), [grid])
  const events = useFigureEvents(grid, paste)
  return (
    <div role="group" aria-label={figures.label} className={styles.list} {...events}>
      {figures.lines.map((line) => {
        const cell = cells.get(`${figures.id}.${line.id}`)
        return (
          cell && (
            <Field key={line.id} id={cell.at} label={line.label}>
              <FigureInput cell={cell} labelled />
            </Field>
          )
        )
      })}
    </div>
  )
})
