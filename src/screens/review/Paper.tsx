import { useEffect, useRef, useState } from 'react'
import { directionOf, neighbour } from './paper-keys'
import { openToKeyboard, paint, placeOf, placesIn, point, selectedIn, spotOfElement, stepTo, type Mark } from './paper'
import type { Spot } from './spots'
import styles from './Review.module.css'

interface Props {
  readonly html: string
  readonly marks: readonly Mark[]
  /** The document stands: it can be gone about in. */
  readonly onOpen: (paper: Document) => void
  /** The focus came to a place. */
  readonly onPlace: (spot: Spot) => void
  /** A place, or some words, are to be remarked on. */
  readonly onRemark: (spot: Spot) => void
}

/** The app's keys work while the document has the focus, too. */
const passOn = (event: KeyboardEvent): void => {
  const { key, ctrlKey, shiftKey, metaKey } = event
  const passed = new KeyboardEvent('keydown', { key, ctrlKey, shiftKey, metaKey, bubbles: true, cancelable: true })
  if (!document.dispatchEvent(passed)) event.preventDefault()
}

/** The very document that will be printed, in a frame without scripts: read, gone about in and pointed at, never changed. */
export const Paper = ({ html, marks, onOpen, onPlace, onRemark }: Props) => {
  const [paper, setPaper] = useState<Document | null>(null)
  const told = useRef({ onOpen, onPlace, onRemark })
  useEffect(() => {
    told.current = { onOpen, onPlace, onRemark }
  })
  useEffect(() => {
    if (paper) paint(paper, marks)
  }, [paper, marks])

  const open = (opened: Document): void => {
    const remark = (element: HTMLElement | null): void => {
      const spot = selectedIn(opened) ?? (element && spotOfElement(element))
      if (!spot) return
      if (element) point(opened, element)
      told.current.onRemark(spot)
    }
    opened.addEventListener('click', ({ target }) => remark(placeOf(target as Node)))
    opened.addEventListener('focusin', ({ target }) => {
      const element = placeOf(target as Node)
      if (element) told.current.onPlace(spotOfElement(element))
    })
    opened.addEventListener('keydown', (event) => {
      const from = placeOf(opened.activeElement) ?? placesIn(opened)[0]
      const direction = directionOf(event)
      if (direction && from) stepTo(opened, neighbour(opened, from, direction))
      else if ((event.key === 'Enter' && !event.ctrlKey && !event.metaKey) || event.key === 'F2') remark(from ?? null)
      else {
        passOn(event)
        return
      }
      event.preventDefault()
    })
    openToKeyboard(opened)
    setPaper(opened)
    told.current.onOpen(opened)
  }

  return (
    <iframe
      className={styles.paper}
      title="年报全文"
      sandbox="allow-same-origin"
      srcDoc={html}
      onLoad={({ currentTarget }) => {
        if (currentTarget.contentDocument) open(currentTarget.contentDocument)
      }}
    />
  )
}
