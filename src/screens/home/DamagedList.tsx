import { useState } from 'react'
import type { DamagedRecord } from '../../drafts/damaged'
import { useDamaged, usePutDamaged, useRemoveDamaged } from '../../drafts/damaged-queries'
import { keepingFocus } from '../../parts/refocus'
import { saveFile } from '../../parts/save-file'
import { saveProblem } from '../../parts/save-problem'
import { Button } from '../../ui/Button'
import { Toast } from '../../ui/Toast'
import styles from './Home.module.css'

interface Removed {
  readonly record: DamagedRecord
  /** Whether something else stands in its place by now: it cannot be put back. */
  readonly isReplaced: boolean
}

const kinds = {
  drafts: '年报',
  reviews: '待审阅的年报',
  versions: '版本',
  units: '单位信息',
  settings: '设置',
} as const

/** The first of some places in a record, which may be anything, that holds a text. */
const textAt = (value: unknown, ...paths: readonly (readonly string[])[]): string => {
  for (const path of paths) {
    const found = path.reduce<unknown>(
      (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
      value,
    )
    if (typeof found === 'string' && found.trim() !== '') return found.slice(0, 60)
  }
  return ''
}

const nameOf = ({ store, key, value }: DamagedRecord): string => {
  const name = textAt(
    value,
    ['name'],
    ['typed', 'agency', 'name'],
    ['record', 'typed', 'agency', 'name'],
    ['agency', 'name'],
  )
  return `${kinds[store]}“${name === '' ? String(key) : name}”`
}

const save = (record: DamagedRecord): void =>
  saveFile('损坏的存储内容.json', 'application/json', JSON.stringify(record, null, 1))

/** The records that cannot be read, set apart: each can be had as a file, removed, and put back. */
export const DamagedList = () => {
  const { data: records = [] } = useDamaged()
  const { mutateAsync: remove } = useRemoveDamaged()
  const { mutateAsync: putBack } = usePutDamaged()
  const [removed, setRemoved] = useState<Removed | null>(null)
  const [problem, setProblem] = useState('')

  const doing = (work: () => Promise<void>): void => {
    setProblem('')
    void keepingFocus(() => work().catch((why: unknown) => setProblem(`没有能做到，${saveProblem(why)}。请稍后再试。`)))
  }

  const take = async (record: DamagedRecord): Promise<void> => {
    const gone = await remove(record)
    if (gone) setRemoved({ record: gone, isReplaced: false })
    else
      setProblem(
        `没有删除任何内容：${nameOf(record)}损坏的记录已不在这里，可能已由打开的文件恢复，或已在另一个窗口删除。`,
      )
  }

  const giveBack = async (record: DamagedRecord): Promise<void> => {
    const isBack = await putBack(record)
    setRemoved(isBack ? null : { record, isReplaced: true })
  }

  return (
    <>
      {records.length > 0 && (
        <section className={styles.damaged} aria-labelledby="damaged">
          <h2 id="damaged">有 {records.length} 份存储的内容已损坏，打不开</h2>
          <p>其他内容不受影响。请先另存为文件，交给维护人员看能否修复；有备份的，可从备份恢复。</p>
          <ul>
            {records.map((record) => (
              <li key={`${record.store} ${JSON.stringify(record.key)}`}>
                <bdi>{nameOf(record)}</bdi>
                <span className={styles.damagedActs}>
                  <Button look="quiet" aria-label={`把损坏的${nameOf(record)}另存为文件`} onClick={() => save(record)}>
                    另存为文件
                  </Button>
                  <Button
                    look="quiet"
                    aria-label={`删除损坏的${nameOf(record)}`}
                    onClick={() => doing(() => take(record))}
                  >
                    删除
                  </Button>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {problem !== '' && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      {removed && (
        <Toast
          key={`${JSON.stringify(removed.record.key)} ${removed.isReplaced}`}
          message={
            removed.isReplaced
              ? `没有放回损坏的${nameOf(removed.record)}：这里已另有一份，没有动它。损坏的内容要留的，请另存为文件`
              : `已删除损坏的${nameOf(removed.record)}`
          }
          action={
            removed.isReplaced
              ? { label: '另存为文件', run: () => save(removed.record) }
              : { label: '撤销删除', run: () => doing(() => giveBack(removed.record)) }
          }
          takesFocus
          onClose={() => keepingFocus(() => setRemoved(null))}
        />
      )}
    </>
  )
}
