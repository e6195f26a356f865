import { useEffect } from 'react'
import { Redirect, useParams } from 'wouter'
import type { Draft } from '../../drafts/draft'
import type { Hold } from '../../drafts/hold'
import { useDraft } from '../../drafts/queries'
import { formatById, type Format } from '../../format'
import { draftRoute } from '../../parts/routes'
import { saveProblem } from '../../parts/save-problem'
import { SessionContext } from '../../parts/session-context'
import { useFolderCopies } from '../../parts/use-folder-copies'
import { Opening, WordPage } from '../../parts/WordPage'
import { EditorFrame } from './EditorFrame'
import { placesOf } from './places'
import { PlacePage } from './PlacePage'
import { tellRestored } from './restoring'
import { useHold } from './use-hold'
import { useLastYear } from './use-last-year'
import { useWorkbench } from './use-workbench'

interface OpenProps {
  readonly draft: Draft
  readonly format: Format
  readonly place: string
  readonly hold: Hold
}

const OpenDraft = ({ draft, format, place, hold }: OpenProps) => {
  const bench = useWorkbench(draft, format, hold)
  useLastYear(bench.session)
  useFolderCopies()
  useEffect(() => tellRestored(bench), [bench])
  return (
    <SessionContext.Provider value={bench.session}>
      <EditorFrame bench={bench} id={draft.id} place={place}>
        <PlacePage key={place} place={place} draft={draft} bench={bench} />
      </EditorFrame>
    </SessionContext.Provider>
  )
}

const StoredDraft = ({ id, place }: { readonly id: string; readonly place: string | undefined }) => {
  // What is read before it is known who fills the draft in may be old already.
  const hold = useHold(id)
  const { data: draft, error, isPending } = useDraft(id, hold !== undefined)
  if (error) return <WordPage words={`没有能打开这份年报，${saveProblem(error)}。请刷新页面再试。`} />
  if (place === undefined) return <Redirect href={draftRoute(id)} replace />
  if (isPending || !hold) return <Opening />
  if (!draft)
    return (
      <WordPage
        words="这里没有这份年报"
        more="可能已经删除；也可能是在另一个浏览器、另一个网址或程序文件里填的：请在那里打开，或者“备份全部”后到这里“恢复”。"
      />
    )
  const format = formatById(draft.format)
  if (!format) return <WordPage words={`这份年报用的是“${draft.format}”版格式，请用较新的程序打开。`} />
  if (!placesOf(format).some((known) => known.id === place)) return <Redirect href={draftRoute(id)} replace />
  // Another revision comes only when a version was restored: the editor opens anew with it.
  return <OpenDraft key={`${draft.id} ${draft.revision}`} draft={draft} format={format} place={place} hold={hold} />
}

/** One draft, at one place of the way through. */
export const Editor = () => {
  const { id = '', place } = useParams<{ id: string; place?: string }>()
  return <StoredDraft key={id} id={id} place={place} />
}
