import { useState } from 'react'
import { piecesOf, type Piece } from '../document/pieces'
import type { Format } from '../format'
import { compare, signed, subtract, type Figure } from '../report/amount'
import { cellsOf, type Address } from '../report/cells'
import { readDate } from '../report/dates'
import { changesOf, type PlaceChange } from '../report/difference'
import { readFigure } from '../report/figures'
import type { TypedReport } from '../report/report'
import { Button } from '../ui/Button'
import styles from './Differences.module.css'

interface Props {
  readonly format: Format
  readonly before: TypedReport
  readonly after: TypedReport
  /** Goes to a place; left out where there is nothing to go to. */
  readonly onGo?: (at: Address) => void
}

/** How many changes are shown before they are asked for: no office changes more, a hostile file may. */
const most = 400

/** How many characters around a change are shown of what is the same. */
const around = 24

/** What a figure is read as; undefined where a text is none. */
const figureOf = (format: Format, at: Address, text: string | undefined): Figure | undefined => {
  const cell = cellsOf(format).get(at)
  const read = cell && text !== undefined ? readFigure(text, cell.unit) : undefined
  return read?.kind === 'figure' ? read.value : undefined
}

/** By how much a figure grew or shrank; '' where one of the two is none. */
const growth = (format: Format, { at, before, after }: PlaceChange): string => {
  const [was, is] = [figureOf(format, at, before), figureOf(format, at, after)]
  return was === undefined || is === undefined ? '' : signed(subtract(is, was))
}

const shown = (text: string | undefined): string =>
  text === undefined ? '（没有）' : text.trim() === '' ? '（空）' : text

const Same = ({ text, edges }: { readonly text: string; readonly edges: readonly [boolean, boolean] }) => {
  const [isOpen, setIsOpen] = useState(false)
  const letters = [...text]
  if (isOpen || letters.length <= 2 * around + 8) return <span>{text}</span>
  const [isFirst, isLast] = edges
  const head = isFirst ? '' : letters.slice(0, around).join('')
  const tail = isLast ? '' : letters.slice(-around).join('')
  return (
    <span>
      {head}
      <button type="button" className={styles.more} aria-label="展开没有改动的文字" onClick={() => setIsOpen(true)}>
        …
      </button>
      {tail}
    </span>
  )
}

const PieceView = ({ piece, edges }: { readonly piece: Piece; readonly edges: readonly [boolean, boolean] }) => {
  switch (piece.kind) {
    case 'same':
      return <Same text={piece.text} edges={edges} />
    case 'removed':
      return (
        <del className={styles.removed}>
          <span className="unseen">删去：</span>
          {piece.text}
        </del>
      )
    case 'added':
      return (
        <ins className={styles.added}>
          <span className="unseen">增加：</span>
          {piece.text}
        </ins>
      )
    default:
      return piece.kind satisfies never
  }
}

const TextChange = ({ change: { before = '', after = '' } }: { readonly change: PlaceChange }) => {
  const pieces = piecesOf(before, after)
  return (
    <p className={styles.text}>
      {pieces.map((piece, index) => (
        <PieceView
          // A list of pieces is never reordered: it is made anew when a text changes.
          key={`${index}${piece.kind}`}
          piece={piece}
          edges={[index === 0, index === pieces.length - 1]}
        />
      ))}
    </p>
  )
}

const Values = ({ format, change }: { readonly format: Format; readonly change: PlaceChange }) => (
  <p className={styles.values}>
    <del className={styles.was}>
      <span className="unseen">之前：</span>
      {shown(change.before)}
    </del>
    <span aria-hidden="true">→</span>
    <ins className={styles.is}>
      <span className="unseen">现在：</span>
      {shown(change.after)}
    </ins>
    {growth(format, change) !== '' && <span className={styles.growth}>（{growth(format, change)}）</span>}
  </p>
)

const stateOf = ({ kind, before, after }: PlaceChange): string =>
  kind !== 'text' ? '' : before === undefined ? '新增' : after === undefined ? '已删去' : ''

interface RowProps extends Pick<Props, 'format' | 'onGo'> {
  readonly change: PlaceChange
  /** The title under which it stands: its label need not say it again. */
  readonly title: string
}

const Row = ({ format, change, title, onGo }: RowProps) => {
  const state = stateOf(change)
  const isThere = change.after !== undefined && change.kind !== 'order'
  return (
    <li className={styles.row}>
      <p className={styles.label}>
        {change.label.startsWith(`${title} `) ? change.label.slice(title.length + 1) : change.label}
        {state !== '' && <b> {state}</b>}
      </p>
      {change.kind === 'text' ? <TextChange change={change} /> : <Values format={format} change={change} />}
      {onGo && isThere && (
        <Button className={styles.go ?? ''} onClick={() => onGo(change.at)} aria-label={`定位：${change.label}`}>
          定位
        </Button>
      )}
    </li>
  )
}

const countsOf = (changes: readonly PlaceChange[]): string => {
  const of = (kinds: readonly PlaceChange['kind'][]): number =>
    changes.filter(({ kind }) => kinds.includes(kind)).length
  const counts = [
    [of(['cell']), '个数'],
    [of(['text', 'order']), '处文字'],
    [of(['field']), '项信息'],
  ] as const
  return counts.flatMap(([count, words]) => (count > 0 ? [`${count} ${words}`] : [])).join('、')
}

/** Whether a change is one to a reader: not the same figure or date typed in another way, nor nothing for nothing. */
const isSeen = (format: Format, { at, before, after, kind }: PlaceChange): boolean => {
  if (kind === 'text') return before === undefined || after === undefined || before !== after
  const [was, is] = [figureOf(format, at, before), figureOf(format, at, after)]
  if (was !== undefined && is !== undefined) return compare(was, is) !== 0
  const days = at === 'signedOn' ? [before, after].map((text) => readDate(text ?? '')) : []
  return days[0] && days[0] === days[1] ? false : (before ?? '') !== (after ?? '')
}

/** What changed between two states of a report, cell by cell and sentence by sentence, under the titles of the sections. */
export const Differences = ({ format, before, after, onGo }: Props) => {
  const [isWhole, setIsWhole] = useState(false)
  const all = changesOf(format, before, after).filter((change) => isSeen(format, change))
  const changes = isWhole ? all : all.slice(0, most)
  if (all.length === 0) return <p className={styles.none}>两版的内容相同。</p>
  const groups = [{ id: '', title: '基本信息' }, ...format.sections].flatMap(({ id, title }) => {
    const own = changes.filter(({ section }) => section === id)
    return own.length === 0 ? [] : [{ id, title, own }]
  })
  return (
    <div className={styles.differences}>
      <p>
        共 {all.length} 处不同：{countsOf(all)}。
      </p>
      {groups.map(({ id, title, own }) => (
        <section key={id} aria-label={`${title}的改动`}>
          <h3 className={styles.title}>{title}</h3>
          <ul>
            {own.map((change) => (
              <Row
                key={`${change.at} ${change.kind}`}
                format={format}
                change={change}
                title={title}
                {...(onGo ? { onGo } : {})}
              />
            ))}
          </ul>
        </section>
      ))}
      {changes.length < all.length && (
        <Button onClick={() => setIsWhole(true)}>显示其余 {all.length - changes.length} 处</Button>
      )}
    </div>
  )
}
