import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import styles from './Tabs.module.css'

interface Tab<T extends string> {
  readonly id: T
  readonly label: ReactNode
}

interface Props<T extends string> {
  /** Of the row of tabs. */
  readonly label: string
  readonly tabs: readonly Tab<T>[]
  readonly current: T
  readonly onSelect: (id: T) => void
  /** What stands under the current tab. */
  readonly children: ReactNode
}

/** Tabs with the panel of the current one; the arrows, Home and End go from tab to tab. */
export const Tabs = <T extends string>({ label, tabs, current, onSelect, children }: Props<T>) => {
  const row = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent): void => {
    const here = tabs.findIndex(({ id }) => id === current)
    const last = tabs.length - 1
    const targets: Readonly<Record<string, number>> = {
      ArrowRight: here === last ? 0 : here + 1,
      ArrowLeft: here === 0 ? last : here - 1,
      Home: 0,
      End: last,
    }
    const target = targets[event.key]
    const tab = target === undefined ? undefined : tabs[target]
    if (target === undefined || !tab) return
    event.preventDefault()
    onSelect(tab.id)
    row.current?.querySelectorAll<HTMLElement>('[role="tab"]')[target]?.focus()
  }
  return (
    <>
      <div ref={row} role="tablist" aria-label={label} className={styles.tabs}>
        {tabs.map(({ id, label: words }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`tab-${id}`}
            aria-selected={id === current}
            aria-controls={`panel-${id}`}
            tabIndex={id === current ? 0 : -1}
            className={styles.tab}
            onClick={() => onSelect(id)}
            onKeyDown={onKeyDown}
          >
            {words}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`panel-${current}`}
        aria-labelledby={`tab-${current}`}
        tabIndex={0}
        className={styles.panel}
      >
        {children}
      </div>
    </>
  )
}
