import type { Block, Section, Table } from '../../format'
import { FiguresEditor } from '../../parts/FiguresEditor'
import { PartsEditor } from '../../parts/PartsEditor'
import { useField } from '../../parts/session-context'
import { TableEditor } from '../../parts/TableEditor'
import { tablesOf } from '../../report/cells'
import { Field, helpId } from '../../ui/Field'
import { CellAside } from './CellAside'
import { FaultsAside } from './FaultsAside'
import { FigureActions } from './FigureActions'
import { useArrival } from './locating'
import { PageFrame } from './PageFrame'
import styles from './Editor.module.css'

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
      return <FiguresEditor figures={block} />
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
      actions={figures.length > 0 && <FigureActions blocks={figures} />}
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
