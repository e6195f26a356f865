import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { Link } from 'wouter'
import { takeFocus } from '../../parts/refocus'
import { draftRoute } from '../../parts/routes'
import { useSession } from '../../parts/session-context'
import { placesOf } from './places'
import styles from './Editor.module.css'

interface Props {
  readonly id: string
  readonly place: string
  readonly title: string
  readonly hint?: string
  readonly actions?: ReactNode
  readonly aside?: ReactNode
  readonly children: ReactNode
}

const Step = ({ id, place, by }: { readonly id: string; readonly place: string; readonly by: 1 | -1 }) => {
  const places = placesOf(useSession().format)
  const target = places[places.findIndex((one) => one.id === place) + by]
  if (!target) return <span />
  return (
    <Link href={draftRoute(id, target.id)} className={`${styles.action} ${by === 1 ? styles.onward : ''}`}>
      {by === 1 ? `下一步：${target.title}` : '上一步'}
    </Link>
  )
}

/** A place's title, its content with what stands beside it, and the steps on and back. */
export const PageFrame = ({ id, place, title, hint, actions, aside, children }: Props) => {
  const heading = useRef<HTMLHeadingElement>(null)
  // A reader of the screen hears where the step led, and sees it; a fault that is sought takes the focus afterwards.
  useLayoutEffect(() => {
    takeFocus(heading.current)
    heading.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <>
      <main className={styles.main}>
        <div className={styles.head}>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {actions !== undefined && <div className={styles.tools}>{actions}</div>}
        </div>
        <div className={styles.scroll}>
          {hint !== undefined && <p className={styles.hint}>{hint}</p>}
          {children}
        </div>
        <div className={styles.steps}>
          <Step id={id} place={place} by={-1} />
          <Step id={id} place={place} by={1} />
        </div>
      </main>
      {aside !== undefined && <aside className={styles.aside}>{aside}</aside>}
    </>
  )
}
