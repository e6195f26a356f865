import { useId } from 'react'
import { useFieldArray, useWatch } from 'react-hook-form'
import type { Subsections } from '../format'
import { numbersOf } from '../report/numbering'
import { proposals } from '../report/proposals'
import { newId, type Part } from '../report/report'
import { Button } from '../ui/Button'
import { Toast } from '../ui/Toast'
import { PartEditor } from './PartEditor'
import { keepingFocus } from './refocus'
import { useIsFixed, useSession, useStore } from './session-context'
import styles from './Parts.module.css'

interface Props {
  readonly block: Subsections
  /** Words for the parts that no aspect names. */
  readonly further: string
  /** Whether a paragraph without heading may open the list. */
  readonly opening: boolean
}

const openingName = '开头段落'

/** What a part is called: its number and heading, or the words of its aspect where it prints none. */
const nameOf = (block: Subsections, part: Part, number: string, index: number): string => {
  if (part.heading.trim() !== '') return `${number}${part.heading}`
  const aspect = block.aspects.find(({ id }) => id === part.aspect)
  return aspect?.heading ?? (index === 0 ? openingName : `第${index + 1}段`)
}

/** An ordered list of narrative parts: rename, add, move, remove with a way back; the numbers follow by themselves. */
export const PartsEditor = ({ block, further, opening }: Props) => {
  const session = useSession()
  const { form, changed } = session
  const { control } = form
  const list = block.id
  const { fields, insert, append, move, remove } = useFieldArray({ control, name: list, keyName: 'key' })
  const headings = useWatch({ control, name: fields.map((_, index) => `${list}.${index}.heading` as const) })
  const removed = useStore(session.removed)
  const last = removed[removed.length - 1]
  const addId = useId()
  const isFixed = useIsFixed()
  const parts = fields.map((field, index) => ({ ...field, heading: headings[index] ?? field.heading }))
  const numbers = numbersOf(parts)
  const missing = block.aspects.filter(({ id }) => !parts.some(({ aspect }) => aspect === id))

  /** The list is another: what it lacks now, or has, is told at once. */
  const rearranged = (): void => {
    changed(list)
    session.judge()
  }

  const add = (part: Omit<Part, 'id' | 'text'>, { atStart = false, field = 'text' } = {}): void => {
    const text = part.aspect === 'fee' ? proposals(session.format, form.getValues()).fee : ''
    const whole: Part = { id: newId(), text, ...part }
    const name = `${list}.${atStart ? 0 : parts.length}.${field}`
    if (atStart) insert(0, whole, { focusName: name })
    else append(whole, { focusName: name })
    rearranged()
  }

  const take = (index: number): void => {
    const part = form.getValues(`${list}.${index}`)
    session.removed.set([...removed, { list, index, part, name: nameOf(block, part, numbers[index] ?? '', index) }])
    remove(index)
    rearranged()
  }

  const giveBack = (): void => {
    if (!last) return
    session.removed.set(removed.slice(0, -1))
    insert(Math.min(last.index, parts.length), last.part)
    rearranged()
  }

  return (
    <>
      {parts.map((part, index) => (
        <PartEditor
          key={part.key}
          list={list}
          index={index}
          id={part.id}
          number={numbers[index] ?? ''}
          name={nameOf(block, part, numbers[index] ?? '', index)}
          headed={part.heading.trim() !== ''}
          help={block.aspects.find(({ id }) => id === part.aspect)?.help}
          isFirst={index === 0}
          isLast={index === parts.length - 1}
          onMove={(by) => {
            move(index, index + by)
            rearranged()
          }}
          onRemove={() => take(index)}
        />
      ))}
      {parts.length === 0 && <p className={styles.none}>这一部分还没有内容，请从下面添加。</p>}
      {!isFixed && (
        <div className={styles.add} role="group" aria-labelledby={addId} tabIndex={-1} data-at={list}>
          <span id={addId}>添加</span>
          {opening && (
            <Button
              onClick={() => add({ aspect: null, heading: '' }, { atStart: true })}
              disabled={parts[0]?.heading === ''}
            >
              {openingName}
            </Button>
          )}
          {missing.map((aspect) => (
            <Button
              key={aspect.id}
              onClick={() => add({ aspect: aspect.id, heading: aspect.proposed === 'headed' ? aspect.heading : '' })}
            >
              {aspect.heading}
            </Button>
          ))}
          <Button onClick={() => add({ aspect: null, heading: '' }, { field: 'heading' })}>{further}</Button>
        </div>
      )}
      {!isFixed && last?.list === list && (
        <Toast
          key={removed.length}
          message={`已删除“${last.name}”`}
          action={{ label: '撤销', run: giveBack }}
          takesFocus
          onClose={() => keepingFocus(() => session.removed.set(removed.slice(0, -1)))}
        />
      )}
    </>
  )
}
