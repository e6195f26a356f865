import { useMemo, useState } from 'react'
import { gridOfFigures } from '../../editing/movement'
import type { Block, Figures, Section, Table } from '../../format'
import { FigureInput } from '../../parts/FigureInput'
import { useFigureEvents } from '../../parts/figure-events'
import { PartsEditor } from '../../parts/PartsEditor'
import { useField, useSession, useStore } from '../../parts/session-context'
import { TableEditor } from '../../parts/TableEditor'
import { cellsOf, tablesOf } from '../../report/cells'
import { Button } from '../../ui/Button'
import { Field, helpId } from '../../ui/Field'
import { Toast } from '../../ui/Toast'
import { CellAside } from './CellAside'
import { FaultsAside } from './FaultsAside'
import { useArrival } from './locating'
import { PageFrame } from './PageFrame'
import tableStyles from '../../parts/Table.module.css'
import styles from './Editor.module.css'

const FiguresList = ({ figures }: { readonly figures: Figures }) => {
  const cells = cellsOf(useSession().format)
  const events = useFigureEvents(useMemo(() => gridOfFigures(figures), [figures]))
  return (
    <div role="group" aria-label={figures.label} className={`${tableStyles.list} ${styles.note}`} {...events}>
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
}

const TableNote = ({ table }: { readonly table: Table }) => {
  const id = `notes.${table.id}`
  const note = useField(`notes.${table.id}`)
  return (
    <div className={styles.note}>
      <Field id={id} label="表下注" help={table.note}>
        <textarea id={id} rows={2} aria-describedby={helpId(id)} {...note} />
      </Field>
    </div>
  )
}

const HeadingStyle = () => {
  const field = useField('headings')
  return (
    <div className={styles.option}>
      <label htmlFor="headings">小标题排法</label>
      <select id="headings" {...field}>
        <option value="ownLine">单独成行</option>
        <option value="runIn">与正文同段</option>
      </select>
    </div>
  )
}

const BlockEditor = ({ block, section }: { readonly block: Block; readonly section: Section }) => {
  switch (block.kind) {
    case 'table':
      return (
        <TableEditor
          table={block}
          joined={block.group !== undefined && block !== section.blocks[section.blocks.length - 1]}
        />
      )
    case 'figures':
      return <FiguresList figures={block} />
    case 'subsections':
      return (
        <>
          {block.id === 'overview' && <HeadingStyle />}
          <PartsEditor
            block={block}
            further={block.id === 'other' ? '其他事项' : '其他内容'}
            opening={section.id === 'overview'}
          />
        </>
      )
    default:
      return block satisfies never
  }
}

const hintOf = (section: Section): string => {
  const kinds = new Set(section.blocks.map(({ kind }) => kind))
  if (!kinds.has('table'))
    return (
      '空一行或换行即另起一段；序号由程序印出，不用填写。' +
      (kinds.has('figures') ? '填完四个数字后自动拟出一句，可以修改。' : '')
    )
  return section.id === 'requests'
    ? '第一项加第二项之和，等于第三项加第四项之和。总计自动计算；Enter 向下，Tab 到下一格。没有数据填 0。'
    : '总计自动计算；Enter 向下，Tab 到下一格。没有数据填 0。'
}

/** 其余填 0, 撤销 and 重做 for the figures of a section. */
const FigureActions = ({ blocks }: { readonly blocks: readonly string[] }) => {
  const session = useSession()
  const { undo, redo } = useStore(session.undoable)
  const [filled, setFilled] = useState<number | null>(null)
  const fill = (): void => {
    const count = session.fillRest(blocks)
    session.said.set(count === 0 ? '没有空格' : `已将 ${count} 格填为 0`)
    setFilled(count)
  }
  const back = (act: 'undo' | 'redo'): void => {
    const step = session[act]()
    setFilled(null)
    if (step) session.said.set(`${act === 'undo' ? '已撤销' : '已重做'}，改动 ${step.changes.length} 格`)
  }
  return (
    <>
      <Button onClick={() => back('undo')} disabled={undo === 0}>
        撤销
      </Button>
      <Button onClick={() => back('redo')} disabled={redo === 0}>
        重做
      </Button>
      <Button onClick={fill}>其余填 0</Button>
      {filled !== null && (
        <Toast
          message={filled === 0 ? '没有空格需要填' : `已将 ${filled} 个空格填为 0`}
          {...(filled > 0 ? { action: { label: '撤销填 0', run: () => back('undo') } } : {})}
          onClose={() => setFilled(null)}
        />
      )}
    </>
  )
}

/** One of the six sections. */
export const SectionPage = ({ id, section }: { readonly id: string; readonly section: Section }) => {
  useArrival(section.id)
  const figures = section.blocks.filter(({ kind }) => kind !== 'subsections')
  return (
    <PageFrame
      id={id}
      place={section.id}
      title={section.title}
      hint={hintOf(section)}
      actions={figures.length > 0 && <FigureActions blocks={figures.map((block) => block.id)} />}
      aside={
        <>
          <FaultsAside section={section.id} />
          {figures.length > 0 && <CellAside />}
        </>
      }
    >
      {section.blocks.map((block) => (
        <BlockEditor key={block.id} block={block} section={section} />
      ))}
      {tablesOf(section).map((table) => table.note !== undefined && <TableNote key={table.id} table={table} />)}
    </PageFrame>
  )
}
