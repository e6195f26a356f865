import type { Block, Section, Table } from '../../format'
import { FiguresEditor } from '../../parts/FiguresEditor'
import { PartsEditor } from '../../parts/PartsEditor'
import { useField, useSession } from '../../parts/session-context'
import { TableEditor } from '../../parts/TableEditor'
import { tablesOf } from '../../report/cells'
import { Field, helpId } from '../../ui/Field'
import { CellAside } from './CellAside'
import { FaultsAside } from './FaultsAside'
import { Freezable } from './Freezable'
import { FigureActions } from './FigureActions'
import { useArrival } from './locating'
import { PageFrame } from './PageFrame'
import { RemarksAside } from './RemarksAside'
import styles from './Editor.module.css'

const TableNote = ({ table }: { readonly table: Table }) => {
  const id = `notes.${table.id}`
  const note = useField(`notes.${table.id}`)
  return (
    <div className={styles.note}>
      <Field id={id} label={table.note === undefined ? `表下注：${table.label}` : '表下注'} help={table.note}>
        <textarea id={id} rows={2} aria-describedby={table.note && helpId(id)} {...note} />
      </Field>
    </div>
  )
}

/** Every table may have a note; those that seldom do are folded away until one is there. */
const TableNotes = ({ tables }: { readonly tables: readonly Table[] }) => {
  const { form } = useSession()
  const [plain, seldom] = [
    tables.filter(({ note }) => note !== undefined),
    tables.filter(({ note }) => note === undefined),
  ]
  const isOpen = seldom.some(({ id }) => (form.getValues(`notes.${id}`) ?? '') !== '')
  return (
    <>
      {plain.map((table) => (
        <TableNote key={table.id} table={table} />
      ))}
      {seldom.length > 0 && (
        <details className={styles.note} open={isOpen}>
          <summary>其他表的表下注</summary>
          {seldom.map((table) => (
            <TableNote key={table.id} table={table} />
          ))}
        </details>
      )}
    </>
  )
}

const HeadingStyle = () => {
  const { readOnly: _, ...field } = useField('headings')
  return (
    <div className={styles.option}>
      <label htmlFor="headings">小标题排法</label>
      <Freezable>
        <select id="headings" {...field}>
          <option value="ownLine">单独成行</option>
          <option value="runIn">与正文同段</option>
        </select>
      </Freezable>
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

const hintOf = ({ blocks }: Section): string => {
  const kinds = new Set(blocks.map(({ kind }) => kind))
  if (kinds.has('table')) return '总计自动计算；Enter 向下，Tab 到下一格，可从 Excel 或 WPS 粘贴。没有数据填 0。'
  const fees = kinds.has('figures') ? '填完四个数字后自动拟出一句，可以修改。' : ''
  return `换行即另起一段；序号由程序印出，不用填写。${fees}`
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
      actions={figures.length > 0 ? <FigureActions blocks={figures} /> : undefined}
      aside={
        <>
          <RemarksAside section={section.id} />
          <FaultsAside section={section.id} />
          {figures.length > 0 && <CellAside section={section.id} />}
        </>
      }
    >
      {section.blocks.map((block) => (
        <BlockEditor key={block.id} block={block} section={section} />
      ))}
      <TableNotes tables={tablesOf(section)} />
    </PageFrame>
  )
}
