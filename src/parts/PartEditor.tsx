import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { gravity, type Finding } from '../checks/rule'
import type { Subsections } from '../format'
import { Button } from '../ui/Button'
import { Findings } from './Findings'
import { InsertFigure } from './InsertFigure'
import { goTo } from './locate'
import { MarkedText } from './MarkedText'
import { useField, useIsFixed, useJudged, useSession } from './session-context'
import styles from './Parts.module.css'

interface Props {
  readonly list: Subsections['id']
  readonly index: number
  readonly id: string
  readonly number: string
  readonly name: string
  /** Whether a heading is printed. */
  readonly headed: boolean
  readonly help: string | undefined
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onMove: (by: 1 | -1) => void
  readonly onRemove: () => void
}

/** The gravest first, then as they stand in the text. */
const byGravity = (a: Finding, b: Finding): number =>
  gravity[a.severity] - gravity[b.severity] || (a.quotes?.[0]?.start ?? 0) - (b.quotes?.[0]?.start ?? 0)

/** What is said under a text: its faults and hints, not what it still lacks or what passed. */
const isShown = ({ result, severity, quotes }: Finding): boolean =>
  result === 'fail' || (result === 'unknown' && severity !== 'info' && quotes !== undefined)

const Count = ({ list, index }: Pick<Props, 'list' | 'index'>) => {
  const text = useWatch({ control: useSession().form.control, name: `${list}.${index}.text` })
  return <span className={styles.count}>{(text ?? '').replace(/\s/g, '').length} 字</span>
}

/** One part: its optional heading, its text that grows as it is written, and its place in the list. */
export const PartEditor = ({
  list,
  index,
  id,
  number,
  name,
  headed,
  help,
  isFirst,
  isLast,
  onMove,
  onRemove,
}: Props) => {
  const at = `${list}.${id}`
  const [isInserting, setIsInserting] = useState(false)
  const heading = useField(`${list}.${index}.heading`)
  const isFixed = useIsFixed()
  const findings = useJudged()
    .findings.filter((finding) => finding.at[0] === at && isShown(finding))
    .sort(byGravity)
  return (
    <div className={styles.part} role="group" aria-label={name}>
      <div className={styles.head}>
        <span className={styles.number}>{headed ? number : name}</span>
        <label className={styles.heading}>
          <span>小标题</span>
          <input type="text" autoComplete="off" placeholder="不印小标题" {...heading} />
        </label>
        {!isFixed && (
          <>
            {' '}
            <Button
              look="quiet"
              onClick={() => !isFirst && onMove(-1)}
              aria-disabled={isFirst}
              aria-label={`上移“${name}”`}
            >
              上移
            </Button>
            <Button
              look="quiet"
              onClick={() => !isLast && onMove(1)}
              aria-disabled={isLast}
              aria-label={`下移“${name}”`}
            >
              下移
            </Button>
            <Button look="quiet" onClick={onRemove} aria-label={`删除“${name}”`}>
              删除
            </Button>
          </>
        )}
      </div>
      <div className={styles.text}>
        <MarkedText
          list={list}
          index={index}
          at={at}
          describedBy={
            [help === undefined ? '' : `${at}-help`, findings.length > 0 ? `${at}-found` : ''].join(' ').trim() ||
            undefined
          }
          findings={findings}
        />
      </div>
      <p className={styles.foot}>
        <span id={`${at}-help`}>{help}</span>
        {!isFixed && (
          <Button look="quiet" onClick={() => setIsInserting(true)} aria-label={`插入数字到“${name}”`}>
            插入数字
          </Button>
        )}
        <Count list={list} index={index} />
      </p>
      {findings.length > 0 && (
        <section id={`${at}-found`} aria-label={`“${name}”的问题`} className={styles.found}>
          <Findings findings={findings} onLocate={({ quotes }) => goTo([at], quotes?.[0])} />
        </section>
      )}
      {isInserting && <InsertFigure at={at} onClose={() => setIsInserting(false)} />}
    </div>
  )
}
