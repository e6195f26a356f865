import { useEffect, useState } from 'react'
import { createAutosave, type Autosave, type SaveState } from '../../drafts/autosave'
import { newSitting } from '../../drafts/journal'
import { isReviewCleared, saveReviewed } from '../../drafts/queries'
import type { ReviewCopy } from '../../drafts/review-copy'
import { dropReviewJournal, writeReviewJournal } from '../../drafts/review-journal'
import type { Reviewed } from '../../drafts/reviews'
import { enter, leave } from '../../drafts/sittings'
import { storeLosses } from '../../drafts/storage'
import type { Format } from '../../format'
import { createDesk, type Desk } from '../../parts/desk'
import { createStore, type Store } from '../../parts/keyed-store'
import { createUnsent, type Unsent } from '../../parts/unsent'
import { createVoice, type Voice } from '../../parts/voice'
import { mendedWords } from '../../report/digest'
import { newIn, type Review } from '../../review/review'

/** A report under review that is open: its content stands, only its review and what is being written change. */
export interface ReviewBench extends Pick<Voice, 'said' | 'say'> {
  readonly copy: ReviewCopy
  readonly format: Format
  readonly desk: Desk
  readonly unsent: Unsent
  readonly saving: Pick<Store<SaveState>, 'get' | 'on'>
  /** Whether another content of this report was stored meanwhile: a later sending came. */
  readonly superseded: Pick<Store<boolean>, 'get' | 'on'>
  /** What was just done that the reviewer did not ask for. */
  readonly notice: Store<string | null>
}

interface Kept {
  /** What tells this sitting from others. */
  readonly by: string
  readonly bench: ReviewBench
  readonly autosave: Autosave<Reviewed>
  /** Keeps what is unsaved for the next start. */
  readonly keepJournal: () => boolean
}

/** What one state of a review knows and another does not. */
const beyond = (review: Review, known: Review): Review => {
  const digests = new Set(known.decided.map(({ digest, reasons }) => `${digest} ${reasons}`))
  return {
    events: newIn(review, known),
    decided: review.decided.filter(({ digest, reasons }) => !digests.has(`${digest} ${reasons}`)),
  }
}

const isSameContent = (a: ReviewCopy, b: ReviewCopy): boolean =>
  JSON.stringify([a.typed, a.accepted]) === JSON.stringify([b.typed, b.accepted])

const createBench = (copy: ReviewCopy, format: Format): Kept => {
  const by = newSitting()
  /** What was stored, as far as this window knows: where it is gone, that is put back with what was done since. */
  let last = copy
  const { said, say } = createVoice()
  const saving = createStore<SaveState>({ kind: 'saved', at: copy.changedAt })
  const superseded = createStore(false)
  const notice = createStore<string | null>(null)
  const touch = (): void => autosave.touch()
  const unsent = createUnsent(copy.unsent, touch)
  const desk = createDesk({
    format,
    typed: () => copy.typed,
    accepted: () => copy.accepted,
    initial: copy.review,
    touch,
    mended: () => notice.set(mendedWords),
  })
  const autosave = createAutosave<Reviewed>({
    start: copy,
    content: () => ({
      review: beyond(desk.review.get(), last.review),
      unsent: unsent.changes(),
      known: unsent.known(),
    }),
    save: async (reviewed, _revision, now) => {
      const stored = await saveReviewed(last, reviewed, now)
      last = stored
      unsent.stored(reviewed.unsent, stored.unsent)
      if (newIn(stored.review, desk.review.get()).length > 0) desk.take(stored.review)
      superseded.set(!isSameContent(stored, copy))
      return stored
    },
    tell: (state) => {
      if (state.kind === 'saved') dropReviewJournal(copy.id, by)
      // Should the computer die before the store is well again.
      if (state.kind === 'failed') keepJournal()
      saving.set(state)
    },
    keepJournal: () => keepJournal(),
  })
  const keepJournal = (): boolean => {
    const unsaved = autosave.unsaved()
    return unsaved === undefined || writeReviewJournal(copy.id, unsaved.content, by)
  }
  return {
    by,
    autosave,
    keepJournal,
    bench: {
      copy,
      format,
      desk,
      unsent,
      saving,
      superseded,
      notice,
      said,
      say,
    },
  }
}

/** Opens a report under review and keeps what is done there, on every leave of the page and of the screen too. */
export const useReviewBench = (copy: ReviewCopy, format: Format): ReviewBench => {
  const [{ by, bench, autosave, keepJournal: keep }] = useState(() => createBench(copy, format))
  const { id } = copy
  useEffect(() => {
    enter(by)
    const onHidden = (): void => {
      if (document.visibilityState !== 'hidden') return
      keep()
      void autosave.flush()
    }
    document.addEventListener('visibilitychange', onHidden)
    window.addEventListener('pagehide', keep)
    const storeAnew = async (): Promise<void> => {
      if (await isReviewCleared(id)) autosave.touch()
    }
    // What cannot be read now is stored with the next remark.
    const end = storeLosses.on(() => void storeAnew().catch(() => undefined))
    return () => {
      end()
      document.removeEventListener('visibilitychange', onHidden)
      window.removeEventListener('pagehide', keep)
      keep()
      leave(
        id,
        by,
        autosave.flush().then(() => {
          if (autosave.unsaved() && keep()) autosave.stop()
        }),
      )
    }
  }, [by, autosave, keep, id])
  return bench
}
