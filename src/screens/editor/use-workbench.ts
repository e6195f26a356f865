import { useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import type { SaveState } from '../../drafts/autosave'
import type { Draft } from '../../drafts/draft'
import type { Hold } from '../../drafts/hold'
import { dropJournal, newSitting, writeJournal } from '../../drafts/journal'
import {
  onChangedElsewhere,
  rescueDraft,
  saveDraft,
  storedDraft,
  takeDraft,
  wasDraftDeleted,
} from '../../drafts/queries'
import { enter, leave } from '../../drafts/sittings'
import { createSitting, type Sitting } from '../../drafts/sitting'
import { storeLosses } from '../../drafts/storage'
import { keepBeforeWork, keepVersion, reopen } from '../../drafts/version-queries'
import { createWorkClock, type WorkClock } from '../../drafts/work-clock'
import { createWorkLedger, type WorkLedger } from '../../drafts/work-ledger'
import type { Format } from '../../format'
import { copyOf } from '../../parts/copy-of'
import { bringBackUnsent, refreshUnsent } from '../../parts/draft-unsent'
import { endWord, handFigure } from '../../parts/end-word'
import { createStore, type Store } from '../../parts/keyed-store'
import { packOf, unpack } from '../../parts/luggage'
import { createSession, type Session } from '../../parts/session'
import type { TypedReport } from '../../report/report'

export interface Workbench {
  /** What tells this sitting from others. */
  readonly by: string
  readonly session: Session
  readonly saving: Store<SaveState>
  readonly hold: Hold
  readonly sitting: Sitting
  readonly clock: WorkClock
  readonly ledger: WorkLedger
}

/** While somebody types on, the save line stays at 保存中 and does not flicker with every save. */
const restful = 250

/** The open draft with its form and its saving: on every leave of a field, of the page and of the editor too. */
export const useWorkbench = (draft: Draft, format: Format, hold: Hold): Workbench => {
  const form = useForm<TypedReport>({ defaultValues: draft.typed })
  const [bench] = useState((): Workbench => {
    let resting: ReturnType<typeof setTimeout> | undefined
    let hasBegun = false
    const { id } = draft
    const by = newSitting()
    const saving = createStore<SaveState>({ kind: 'saved', at: draft.changedAt })
    const session = createSession(
      format,
      form,
      draft,
      () => {
        sitting.touch()
        clock.touch()
        ledger.touch()
        if (hasBegun) return
        hasBegun = true
        void keepBeforeWork(draft)
      },
      (content, occasion) => keepVersion(id, content, occasion),
    )
    const ledger = createWorkLedger(draft.id, () => copyOf(form.getValues()))
    const clock = createWorkClock(() => session.keep({ why: 'work' }))
    const sitting = createSitting(
      draft,
      hold,
      {
        content: session.content,
        show: (stored) => {
          // A version of another format was restored: the whole form is another.
          if (stored.format === format.id) session.show(stored)
          else reopen(stored)
          refreshUnsent(id)
        },
        bar: session.elsewhere.set,
        rest: () => endWord(session),
        pack: () => packOf(session),
        unpack: (luggage) => unpack(session, luggage),
        tell: (state) => {
          clearTimeout(resting)
          if (state.kind === 'saved') resting = setTimeout(() => saving.set(state), restful)
          else if (state.kind === 'failed' || saving.get().kind !== 'saving') saving.set(state)
        },
      },
      {
        save: (content, revision, now) => saveDraft(id, { content, revision, now, opened: draft, by }),
        read: () => storedDraft(id),
        fence: () => takeDraft(id),
        wasDeleted: (revision) => wasDraftDeleted(id, revision),
        rescue: (content) => rescueDraft(id, content, format.id),
        onChanged: onChangedElsewhere,
        writeJournal: (bases, content) => writeJournal({ draft: id, bases, content }, by),
        dropJournal: () => dropJournal(id, by),
      },
    )
    return { by, session, saving, hold, sitting, clock, ledger }
  })

  useEffect(() => {
    const { session, sitting, clock, ledger } = bench
    const bringBack = (): void => {
      if (bench.hold.get() === 'holding') bringBackUnsent(draft.id)
    }
    const storeAnew = async (): Promise<void> => {
      if (!(await storedDraft(draft.id)) && bench.hold.get() === 'holding') sitting.touch()
    }
    // What cannot be read now is stored with the next key.
    const onLoss = (): void => void storeAnew().catch(() => undefined)
    const ends = [sitting.begin(), ledger.start(), bench.hold.on(bringBack), storeLosses.on(onLoss)]
    enter(bench.by)
    refreshUnsent(draft.id)
    bringBack()
    const keepJournal = () => {
      handFigure(session, document.activeElement)
      sitting.keepJournal()
    }
    const onHidden = () => {
      if (document.visibilityState !== 'hidden') return
      keepJournal()
      void sitting.flush()
    }
    // Figures are left at every Tab: for them the 200 ms are soon enough.
    const onFocusOut = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement && target.inputMode !== '')) void sitting.flush()
    }
    const onBlur = () => void sitting.flush()
    document.addEventListener('visibilitychange', onHidden)
    window.addEventListener('pagehide', keepJournal)
    document.addEventListener('focusout', onFocusOut)
    window.addEventListener('blur', onBlur)
    return () => {
      document.removeEventListener('visibilitychange', onHidden)
      window.removeEventListener('pagehide', keepJournal)
      document.removeEventListener('focusout', onFocusOut)
      window.removeEventListener('blur', onBlur)
      clock.stop()
      for (const end of ends) end()
      // The page may be gone before the last save is complete.
      sitting.keepJournal()
      leave(
        draft.id,
        bench.by,
        sitting.flush().then(() => {
          if (sitting.unsaved() && sitting.keepJournal()) sitting.stop()
        }),
      )
    }
  }, [bench, draft.id])

  return bench
}
