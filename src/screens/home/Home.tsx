import { lazy, Suspense, useState } from 'react'
import { useLocation } from 'wouter'
import { asCopy, newDraft, type Draft } from '../../drafts/draft'
import {
  BeingFilledIn,
  readDraft,
  useDrafts,
  usePutDraft,
  usePutReview,
  useRemoveDraft,
  useRemoveReview,
  useRenameDraft,
  useReviews,
  whatIsHere,
} from '../../drafts/queries'
import { newReviewCopy, type ReviewCopy } from '../../drafts/review-copy'
import { storage } from '../../drafts/storage'
import { AlreadyHere, type Origin } from '../../drafts/store'
import { formatForYear, formats } from '../../format'
import { failureWords } from '../../parts/missing-file'
import { keepingFocus, takeFocusLater } from '../../parts/refocus'
import { draftRoute, reviewRoute } from '../../parts/routes'
import { exampleReport, exampleYear } from '../../report/example'
import { quoted } from '../../report/quoted'
import { Button } from '../../ui/Button'
import { FileButton } from '../../ui/FileButton'
import { Toast } from '../../ui/Toast'
import { saveProblem } from '../../parts/save-problem'
import { useStore } from '../../parts/use-store'
import { DamagedList } from './DamagedList'
import { DraftList } from './DraftList'
import { handover } from '../../parts/handover'
import { isTwin, nameOf } from '../../parts/draft-name'
import type { Arrival, Read } from './arrival'
import { ReviewList, titleOf } from './ReviewList'
import { StorageLine } from './StorageLine'
import styles from './Home.module.css'

const NewReport = lazy(() => import('./NewReport').then((module) => ({ default: module.NewReport })))
const BackupPanel = lazy(() => import('./backup/BackupPanel').then((module) => ({ default: module.BackupPanel })))
const OpenedDialog = lazy(() => import('./OpenedDialog').then((module) => ({ default: module.OpenedDialog })))
const RenameDialog = lazy(() => import('./RenameDialog').then((module) => ({ default: module.RenameDialog })))
const RestoreDialog = lazy(() => import('./backup/RestoreDialog').then((module) => ({ default: module.RestoreDialog })))
const VerifyDialog = lazy(() => import('./VerifyDialog').then((module) => ({ default: module.VerifyDialog })))

type Shown =
  | { readonly kind: 'new' }
  | { readonly kind: 'opened'; readonly arrival: Arrival }
  | { readonly kind: 'verify' }
  | { readonly kind: 'restore'; readonly file: File }
  | { readonly kind: 'rename'; readonly draft: Draft }

type Removed =
  { readonly kind: 'draft'; readonly draft: Draft } | { readonly kind: 'review'; readonly copy: ReviewCopy }

const removedWords = (gone: Removed): string =>
  gone.kind === 'draft' ? `已删除“${nameOf(gone.draft)}”` : `已删除待审阅的“${titleOf(gone.copy)}”`

/** The drafts on this computer, and the ways to a new one. */
export const Home = () => {
  const { data: drafts, error } = useDrafts()
  const { data: reviews } = useReviews()
  const { mutateAsync: put } = usePutDraft()
  const { mutateAsync: putReview } = usePutReview()
  const { mutateAsync: removeReview } = useRemoveReview()
  const { mutateAsync: remove } = useRemoveDraft()
  const { mutateAsync: rename } = useRenameDraft()
  const isKept = useStore(storage).kind !== 'memory'
  const [, navigate] = useLocation()
  const [shown, setShown] = useState<Shown | null>(null)
  const [removed, setRemoved] = useState<readonly Removed[]>([])
  const lastRemoved = removed[removed.length - 1]
  const [problem, setProblem] = useState<string | null>(null)

  /** Where the same draft stands here by now, it is asked what becomes of the file. */
  const meet = async (read: Read): Promise<Arrival> => {
    const { arrivalOf } = await import('./arrival')
    return arrivalOf(read, await whatIsHere())
  }

  const storing = async <T,>(work: () => Promise<T>, failed = '没有能存入'): Promise<T | undefined> => {
    setProblem(null)
    try {
      return await work()
    } catch (failure) {
      setProblem(
        failure instanceof BeingFilledIn
          ? '另一个窗口里有还没存下的内容或没写完的对话框，没有替换。请先到那个窗口处理完。'
          : failure instanceof AlreadyHere
            ? '这份年报这里又有了，内容不同，没有放回去。删除时的内容在它的旧版本里。'
            : failureWords(failed, failure, '请关闭其他窗口、清理磁盘后再试。'),
      )
      return undefined
    }
  }

  const store = async (draft: Draft, origin: Origin): Promise<boolean> =>
    (await storing(() => put({ draft, origin }).then(() => true))) ?? false

  const start = async (draft: Draft, origin: Origin = 'created', read?: Read): Promise<boolean> => {
    const isStored = await storing(async () => {
      try {
        await put({ draft, origin })
        return true
      } catch (why) {
        if (!read || !(why instanceof AlreadyHere)) throw why
        setShown({ kind: 'opened', arrival: await meet(read) })
        return false
      }
    })
    if (isStored) navigate(draftRoute(draft.id))
    return isStored ?? false
  }

  const tryExample = async (): Promise<void> => {
    const format = formatForYear(exampleYear)
    if (!format) return
    const example = newDraft(format.id, exampleReport(format), Date.now())
    const same = drafts?.find((draft) => isTwin(draft, example))
    if (same) navigate(draftRoute(same.id))
    else await start(example)
  }

  const choose = async (file: File): Promise<void> => {
    const { isBackup, openFile } = await import('../../parts/open-file')
    if (await isBackup(file)) {
      setShown({ kind: 'restore', file })
      return
    }
    const result = await openFile(file)
    if (!result.ok) {
      setProblem(result.problem.message)
      return
    }
    const { isPlain } = await import('./arrival')
    const arrival = await meet({ file: file.name, draft: result.value, told: result.told })
    if (isPlain(arrival)) await start(arrival.draft, 'opened', arrival)
    else setShown({ kind: 'opened', arrival })
  }

  const takeIn = ({ file, draft, told }: Arrival): void => {
    handover.set({ file, draft, told })
    navigate(draftRoute(draft.id, 'review'))
  }

  const review = async (arrival: Arrival): Promise<void> => {
    close()
    const received = await storing(async () => {
      const { receive } = await import('../../drafts/receive')
      return receive(newReviewCopy(arrival.draft, arrival.file, Date.now()))
    })
    if (received?.kind === 'older')
      setProblem('这份年报在这里审阅的是更新的一版：文件里的意见已并入，年报内容没有换成旧的。')
    else if (received) navigate(reviewRoute(arrival.draft.id))
  }

  const take = async (draft: Draft): Promise<void> => {
    try {
      const gone = await remove(draft.id)
      if (gone) setRemoved((before) => [...before, { kind: 'draft', draft: gone }])
    } catch (failure) {
      setProblem(
        failure instanceof BeingFilledIn
          ? `另一个窗口正在填写“${nameOf(draft)}”，没有删除。要删除，请先在那个窗口回到年报列表，或把那个窗口关掉。`
          : `没有能删除“${nameOf(draft)}”，请稍后再试。`,
      )
    }
  }

  const takeReview = async ({ id }: ReviewCopy): Promise<void> => {
    const gone = await storing(() => removeReview(id))
    if (gone) setRemoved((before) => [...before, { kind: 'review', copy: gone }])
  }

  const forget = (gone: Removed): void => setRemoved((before) => before.filter((one) => one !== gone))

  const giveBack = async (gone: Removed): Promise<void> => {
    const isBack =
      gone.kind === 'draft'
        ? await store(gone.draft, 'restored')
        : await storing(() => putReview(gone.copy).then(() => true))
    if (isBack) forget(gone)
  }

  const duplicate = async (draft: Draft): Promise<void> => {
    const stored = await storing(async () => (await readDraft(draft.id)) ?? draft, `没有能复制“${nameOf(draft)}”`)
    if (stored) await store({ ...asCopy(stored, Date.now()), name: `${nameOf(draft)} 副本` }, 'duplicated')
  }

  const call = async (draft: Draft, name: string): Promise<void> => {
    const isThere = await storing(() => rename({ id: draft.id, name }))
    // Where it could not be stored the dialog stays, with the name.
    if (isThere !== undefined) keepingFocus(close)
    if (isThere === false) setProblem(`“${nameOf(draft)}”已经不在这里了，可能刚在另一个窗口删除，没有改名。`)
  }

  const close = (): void => setShown(null)

  return (
    <main className={styles.home}>
      <header className={styles.head}>
        <div>
          <h1 ref={takeFocusLater} tabIndex={-1}>
            {formats[formats.length - 1]?.title}
          </h1>
          <p className={styles.hint}>
            {isKept ? '所填内容只保存在这台电脑的浏览器里，不上传。' : '所填内容不上传，现在也不保存。'}
            请随时导出文件留存。
          </p>
        </div>
        <div className={styles.actions}>
          <Button look="primary" onClick={() => setShown({ kind: 'new' })}>
            新建年报
          </Button>
          <FileButton
            chooses="选择年报文件"
            onFile={(file) => void storing(() => choose(file), `没有能打开“${quoted(file.name, 80)}”`)}
          >
            打开文件
          </FileButton>
          <Button onClick={() => setShown({ kind: 'verify' })}>核验</Button>
          <Button onClick={() => void tryExample()}>试填示例</Button>
        </div>
      </header>
      {problem !== null && (
        <p className={styles.problem} role="alert">
          <span>{problem}</span>
          <Button onClick={() => keepingFocus(() => setProblem(null))}>知道了</Button>
        </p>
      )}
      {error && (
        <p className={styles.problem} role="alert">
          读不出保存在浏览器里的年报，{saveProblem(error)}。请关闭其他窗口后刷新。
        </p>
      )}
      {drafts && (
        <DraftList
          drafts={drafts}
          onRename={(draft) => {
            setProblem(null)
            setShown({ kind: 'rename', draft })
          }}
          onDuplicate={(draft) => void duplicate(draft)}
          onRemove={(draft) => void take(draft)}
        />
      )}
      <ReviewList reviews={reviews ?? []} onRemove={(copy) => void takeReview(copy)} />
      <DamagedList />
      <StorageLine />
      <Suspense>
        {drafts && <BackupPanel drafts={drafts} onRestore={(file) => setShown({ kind: 'restore', file })} />}
      </Suspense>
      <Suspense>
        {shown?.kind === 'restore' && <RestoreDialog file={shown.file} onClose={close} />}
        {shown?.kind === 'new' && <NewReport drafts={drafts ?? []} onStart={(draft) => start(draft)} onClose={close} />}
        {shown?.kind === 'verify' && <VerifyDialog drafts={drafts ?? []} onClose={close} />}
        {shown?.kind === 'opened' && (
          <OpenedDialog
            key={shown.arrival.existing?.id}
            arrival={shown.arrival}
            onStore={(draft, origin) => void start(draft, origin, shown.arrival)}
            onTakeIn={() => takeIn(shown.arrival)}
            onReview={() => void review(shown.arrival)}
            onClose={close}
          />
        )}
        {shown?.kind === 'rename' && (
          <RenameDialog
            problem={problem ?? undefined}
            draft={shown.draft}
            onRename={(name) => void call(shown.draft, name)}
            onClose={close}
          />
        )}
      </Suspense>
      {lastRemoved && (
        <Toast
          key={removed.length}
          message={removedWords(lastRemoved)}
          action={{ label: '撤销删除', run: () => void keepingFocus(() => giveBack(lastRemoved)) }}
          takesFocus
          onClose={() => keepingFocus(() => forget(lastRemoved))}
        />
      )}
    </main>
  )
}
