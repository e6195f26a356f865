import { useEffect } from 'react'
import { Link, Redirect, useParams } from 'wouter'
import type { Draft } from '../../drafts/draft'
import { useDraft } from '../../drafts/queries'
import { formatById, type Format } from '../../format'
import { draftRoute, homeRoute } from '../../parts/routes'
import { SessionContext } from '../../parts/session-context'
import { EditorFrame } from './EditorFrame'
import { placesOf } from './places'
import { PlacePage } from './PlacePage'
import { tellRestored } from './restoring'
import { useLastYear } from './use-last-year'
import { useWorkbench } from './use-workbench'
import styles from './Editor.module.css'

interface OpenProps {
  readonly draft: Draft
  readonly format: Format
  readonly place: string
}

const OpenDraft = ({ draft, format, place }: OpenProps) => {
  const bench = useWorkbench(draft, format)
  useLastYear(bench.session)
  useEffect(() => tellRestored(bench), [bench])
  return (
    <SessionContext.Provider value={bench.session}>
      <EditorFrame bench={bench} id={draft.id} place={place}>
        <PlacePage key={place} place={place} draft={draft} bench={bench} />
      </EditorFrame>
    </SessionContext.Provider>
  )
}

const Notice = ({ words }: { readonly words: string }) => (
  <main className={styles.wait}>
    <h1>{words}</h1>
    <p>
      <Link href={homeRoute}>回到年报列表</Link>
    </p>
  </main>
)

/** One draft, at one place of the way through. */
export const Editor = () => {
  const { id = '', place } = useParams<{ id: string; place?: string }>()
  const { data: draft, error, isPending } = useDraft(id)
  if (error) return <Notice words={`没有能打开这份年报：${error.message}。请刷新页面再试。`} />
  if (place === undefined) return <Redirect href={draftRoute(id)} replace />
  if (isPending) return <p className={styles.wait}>正在打开…</p>
  if (!draft) return <Notice words="这台电脑上没有这份年报，可能已经删除，或者是在另一个浏览器里填的。" />
  const format = formatById(draft.format)
  if (!format) return <Notice words={`这份年报用的是“${draft.format}”版格式，请用较新的程序打开。`} />
  if (!placesOf(format).some((known) => known.id === place)) return <Redirect href={draftRoute(id)} replace />
  // Another revision comes only when a version was restored: the editor opens anew with it.
  return <OpenDraft key={`${draft.id} ${draft.revision}`} draft={draft} format={format} place={place} />
}
