import { useState } from 'react'
import { keepVersion, useNameVersion, useVersions } from '../../drafts/version-queries'
import type { KeptVersion } from '../../drafts/versions'
import { saveProblem } from '../../parts/save-problem'
import { useIsElsewhere, useStore } from '../../parts/session-context'
import { Button } from '../../ui/Button'
import { Comparison } from './Comparison'
import { roomInWords } from './occasion-words'
import { PageFrame } from './PageFrame'
import { restoreInto } from './restoring'
import { useSpace } from './use-space'
import type { Workbench } from './use-workbench'
import { VersionNameDialog } from './VersionNameDialog'
import { versionInWords, VersionTable, type Pair } from './VersionTable'
import styles from './Versions.module.css'

const Space = ({ versions }: { readonly versions: readonly KeptVersion[] }) => {
  const usage = useSpace()
  const total = versions.reduce((sum, { bytes }) => sum + bytes, 0)
  return (
    <span className={styles.quiet}>
      {versions.length} 个版本，共 {roomInWords(total)}
      {usage !== undefined && `；本程序在浏览器里共用 ${roomInWords(usage)}`}
    </span>
  )
}

/** 版本: the versions that were kept, compared with each other and restored as a new step. */
export const VersionsPage = ({ id, bench }: { readonly id: string; readonly bench: Workbench }) => {
  const { session } = bench
  const { data: versions = [], error, isPending } = useVersions(id)
  const { mutateAsync: rename } = useNameVersion(id)
  const isFixed = useStore(session.fixed) !== null
  const isElsewhere = useIsElsewhere()
  const [chosen, setChosen] = useState<Partial<Pair>>({})
  const [naming, setNaming] = useState<KeptVersion | 'new' | null>(null)
  const [isRestoring, setIsRestoring] = useState(false)
  const pair: Pair = { before: chosen.before ?? versions[0]?.at ?? 'now', after: chosen.after ?? 'now' }

  const failed = (why: unknown): void =>
    session.notice.set({ message: `没有能存下来，${saveProblem(why)}。已填内容不受影响。` })
  const store = (name: string): void => {
    keepVersion(id, session.content(), { why: 'named', name }).then(() => session.say(`已存版本“${name}”`), failed)
  }
  const name = (at: number, words: string): void => {
    rename({ at, name: words }).then(() => session.say(words === '' ? '已去掉名称' : `已命名为“${words}”`), failed)
  }
  const restore = (version: KeptVersion): void => {
    if (isRestoring) return
    setIsRestoring(true)
    const words = `已恢复到 ${versionInWords(version)}`
    void restoreInto(bench, { at: version.at, words }).then(() => setIsRestoring(false))
  }

  return (
    <PageFrame
      id={id}
      place="versions"
      title="版本"
      hint="送审、定稿、收审核结果、成批改动之前，以及每填报 15 分钟，自动留一个版本。当天的都留着，以前的每天留一个，留 30 天；送审、定稿和有名称的一直留着。"
      actions={isElsewhere ? undefined : <Button onClick={() => setNaming('new')}>存一个版本</Button>}
    >
      <div className={styles.page}>
        {error && (
          <p className={styles.problem} role="alert">
            读不出保存的版本：{saveProblem(error)}。请关闭其他窗口后刷新。
          </p>
        )}
        {isFixed && !isElsewhere && <p className={styles.told}>年报已定稿。要恢复旧版本，请先重新打开定稿。</p>}
        {isPending ? (
          <p className={styles.quiet}>正在读取…</p>
        ) : (
          <>
            <p>
              <Space versions={versions} />
            </p>
            <div className={styles.list}>
              <VersionTable
                versions={versions}
                isFixed={isFixed}
                pair={pair}
                onChoose={setChosen}
                onRestore={restore}
                onName={setNaming}
              />
            </div>
            {versions.length === 0 ? (
              <p className={styles.quiet}>还没有留下版本。想留住现在的内容，请点“存一个版本”。</p>
            ) : (
              <Comparison id={id} pair={pair} versions={versions} />
            )}
          </>
        )}
      </div>
      {naming !== null && (
        <VersionNameDialog
          title={naming === 'new' ? '存一个版本' : '命名版本'}
          name={naming === 'new' ? '' : (naming.name ?? '')}
          help={
            naming === 'new' ? '现在的内容照原样留下，有名称的版本一直留着。' : '有名称的版本一直留着；清空则去掉名称。'
          }
          confirm={naming === 'new' ? '存下' : '命名'}
          isRequired={naming === 'new'}
          onDone={(words) => (naming === 'new' ? store(words) : name(naming.at, words))}
          onClose={() => setNaming(null)}
        />
      )}
    </PageFrame>
  )
}
