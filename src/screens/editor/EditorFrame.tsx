import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useWatch } from 'react-hook-form'
import { Link, useLocation } from 'wouter'
import { faultsOf } from '../../checks/run'
import { CopyReminder } from '../../parts/CopyReminder'
import { keyOf } from '../../parts/finding-kinds'
import { seekFinding } from '../../parts/locate'
import { PastePreview } from '../../parts/PastePreview'
import { keepingFocus } from '../../parts/refocus'
import { draftRoute, homeRoute } from '../../parts/routes'
import { useStore } from '../../parts/session-context'
import { goToPlace, remarkAfter } from '../../parts/remarks'
import { SaveLine } from '../../parts/SaveLine'
import { takeBack } from '../../parts/undo'
import { useTitle } from '../../parts/use-title'
import { locate } from '../../review/anchors'
import { Button } from '../../ui/Button'
import { KeysDialog } from '../../ui/KeysDialog'
import { Toast } from '../../ui/Toast'
import bar from '../../ui/TopBar.module.css'
import { HoldBand } from './HoldBand'
import { keys } from './keys'
import { placesOf } from './places'
import { useExport } from './use-export'
import { StandingMark } from './StandingMark'
import type { Workbench } from './use-workbench'
import { WayThrough } from './WayThrough'
import styles from './Editor.module.css'

interface Props {
  readonly bench: Workbench
  readonly id: string
  readonly place: string
  readonly children: ReactNode
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement

const Name = ({ bench, title }: { readonly bench: Workbench; readonly title: string }) => {
  const { control } = bench.session.form
  const [name, year] = useWatch({ control, name: ['agency.name', 'year'] })
  useTitle(`${title} · ${name} ${year}`)
  return (
    <span className={styles.name}>
      {name === '' ? '未填单位' : name} · {year} 年度
    </span>
  )
}

const Said = ({ bench }: { readonly bench: Workbench }) => (
  <div role="status" aria-live="polite" aria-label="播报" className="unseen">
    {useStore(bench.session.said)}
  </div>
)

const FinalMark = ({ bench }: { readonly bench: Workbench }) =>
  useStore(bench.session.final) && <span className={styles.finalMark}>已定稿，只能查看</span>

const Notice = ({ bench }: { readonly bench: Workbench }) => {
  const { notice } = bench.session
  const shown = useStore(notice)
  if (!shown) return null
  const { message, action } = shown
  return (
    <Toast
      message={message}
      {...(action ? { action: { label: action.label, run: () => keepingFocus(action.run) } } : {})}
      onClose={() => keepingFocus(() => notice.set(null))}
    />
  )
}

/** The frame around every place: name and save state above, the way through at the left, the keys that work everywhere. */
export const EditorFrame = ({ bench, id, place, children }: Props) => {
  const { session } = bench
  const [, navigate] = useLocation()
  const { exportJson } = useExport(session)
  const [keysShown, setKeysShown] = useState(false)
  const visited = useRef('')
  const remarked = useRef('')
  const places = placesOf(session.format)

  const nextFault = (): void => {
    session.judge()
    const faults = faultsOf(session.judged.get().findings)
    const next = faults[(faults.findIndex((fault) => keyOf(fault) === visited.current) + 1) % faults.length]
    if (!next) {
      session.notice.set({ message: '没有发现问题' })
      return
    }
    visited.current = keyOf(next)
    seekFinding(session, next)
    session.say(next.message)
  }

  const nextRemark = (by: 1 | -1): void => {
    const next = remarkAfter(session, remarked.current, by)
    if (!next?.comment) {
      session.notice.set({ message: '没有未解决的意见' })
      return
    }
    remarked.current = next.id
    const { by: author, anchor, text } = next.comment
    goToPlace(session, locate(session.format, session.form.getValues(), anchor))
    session.say(`${author}的意见：${text}`)
  }

  const onKey = useRef<(event: KeyboardEvent) => void>(() => undefined)
  useEffect(() => {
    onKey.current = (event) => {
      const ctrl = event.ctrlKey || event.metaKey
      if (event.isComposing || document.querySelector('dialog[open]')) return
      const letter = event.key.toLowerCase()
      if (event.key === 'F8') nextFault()
      else if (event.key === 'F9') nextRemark(event.shiftKey ? -1 : 1)
      else if (ctrl && (letter === 'z' || letter === 'y') && !isTyping(event.target))
        takeBack(session, letter === 'z' && !event.shiftKey ? 'undo' : 'redo')
      else if (ctrl && event.key === 'Enter') {
        const next = places[places.findIndex((one) => one.id === place) + 1]
        if (next) navigate(draftRoute(id, next.id))
      } else if (ctrl && event.key === '/') setKeysShown(true)
      else return
      event.preventDefault()
    }
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey.current(event)
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [])

  return (
    <div className={styles.shell}>
      <HoldBand bench={bench} />
      <div className={styles.frame}>
        <header className={bar.top}>
          <Link href={homeRoute} className={bar.home ?? ''}>
            政府信息公开年报
          </Link>
          <Name bench={bench} title={places.find((one) => one.id === place)?.title ?? ''} />
          <SaveLine
            saving={bench.saving}
            advice="。已填内容还在本页，请导出文件留存。"
            action={{ label: '导出文件', run: () => exportJson() }}
          />
          <FinalMark bench={bench} />
          <StandingMark session={session} id={id} />
          <span className={bar.actions}>
            <Button look="quiet" onClick={() => setKeysShown(true)}>
              快捷键
            </Button>
            <Link href={draftRoute(id, 'export')} className={styles.action ?? ''}>
              导出与打印
            </Link>
          </span>
        </header>
        <WayThrough id={id} place={place}>
          <CopyReminder draft={id} onExport={() => exportJson()} />
        </WayThrough>
        {children}
      </div>
      <Said bench={bench} />
      <Notice bench={bench} />
      <PastePreview />
      {keysShown && <KeysDialog keys={keys} onClose={() => setKeysShown(false)} />}
    </div>
  )
}
