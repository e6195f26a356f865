import { useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import { createAutosave, type Autosave, type SaveState } from '../../drafts/autosave'
import type { Draft } from '../../drafts/draft'
import { onFlushAsked } from '../../drafts/flushing'
import { dropJournal, writeJournal } from '../../drafts/journal'
import { leave, saveDraft } from '../../drafts/queries'
import { keepBeforeWork, keepVersion } from '../../drafts/version-queries'
import { createWorkClock, type WorkClock } from '../../drafts/work-clock'
import { createWorkLedger, type WorkLedger } from '../../drafts/work-ledger'
import type { Format } from '../../format'
import { copyOf } from '../../parts/copy-of'
import { createStore, type Store } from '../../parts/keyed-store'
import { createSession, type Session } from '../../parts/session'
import type { TypedReport } from '../../report/report'

export interface Workbench {
  readonly session: Session
  readonly saving: Store<SaveState>
  readonly autosave: Autosave
  readonly clock: WorkClock
  readonly ledger: WorkLedger
}

/** While somebody types on, the save line stays at 保存中 and does not flicker with every save. */
const restful = 250

const keepJournal = (id: string, autosave: Autosave): boolean => {
  const unsaved = autosave.unsaved()
  return unsaved === undefined || writeJournal({ draft: id, ...unsaved })
}

/** The open draft with its form and its saving: on every leave of a field, of the page and of the editor too. */
export const useWorkbench = (draft: Draft, format: Format): Workbench => {
  const form = useForm<TypedReport>({ defaultValues: draft.typed })
  const [bench] = useState((): Workbench => {
    let resting: ReturnType<typeof setTimeout> | undefined
    let hasBegun = false
    const saving = createStore<SaveState>({ kind: 'saved', at: draft.changedAt })
    const session = createSession(
      format,
      form,
      draft,
      () => {
        autosave.touch()
        clock.touch()
        ledger.touch()
        if (hasBegun) return
        hasBegun = true
        void keepBeforeWork(draft)
      },
      (content, occasion) => keepVersion(draft.id, content, occasion),
    )
    const ledger = createWorkLedger(draft.id, () => copyOf(form.getValues()))
    const clock = createWorkClock(() => session.keep({ why: 'work' }))
    const autosave = createAutosave({
      start: draft,
      content: session.content,
      save: (content, revision, now) => saveDraft(draft.id, { content, revision, now, opened: draft }),
      tell: (state) => {
        clearTimeout(resting)
        if (state.kind === 'saved') {
          dropJournal(draft.id)
          resting = setTimeout(() => saving.set(state), restful)
        } else if (state.kind === 'failed' || saving.get().kind !== 'saving') saving.set(state)
      },
    })
    return { session, saving, autosave, clock, ledger }
  })

  useEffect(() => {
    const { autosave, clock, ledger } = bench
    const ends = [onFlushAsked(autosave.flush), ledger.start()]
    const onHidden = () => {
      if (document.visibilityState !== 'hidden') return
      keepJournal(draft.id, autosave)
      void autosave.flush()
    }
    const onPageHide = () => void keepJournal(draft.id, autosave)
    // Figures are left at every Tab: for them the 200 ms are soon enough.
    const onFocusOut = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement && target.inputMode !== '')) void autosave.flush()
    }
    const onBlur = () => void autosave.flush()
    document.addEventListener('visibilitychange', onHidden)
    window.addEventListener('pagehide', onPageHide)
    document.addEventListener('focusout', onFocusOut)
    window.addEventListener('blur', onBlur)
    return () => {
      document.removeEventListener('visibilitychange', onHidden)
      window.removeEventListener('pagehide', onPageHide)
      document.removeEventListener('focusout', onFocusOut)
      window.removeEventListener('blur', onBlur)
      clock.stop()
      for (const end of ends) end()
      leave(
        draft.id,
        autosave.flush().then(() => {
          if (autosave.unsaved() && keepJournal(draft.id, autosave)) autosave.stop()
        }),
      )
    }
  }, [bench, draft.id])

  return bench
}
