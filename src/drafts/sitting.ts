import { createAutosave, type Autosave, type Basis, type SaveState } from './autosave'
import { contentOf, type Content, type Draft } from './draft'
import { isReading, type Hold } from './hold'
import { Overtaken } from './store'

/** What a window has to tell of its draft beside who fills it in. */
export type Trouble =
  /** What it had not stored when the draft was taken stands in a draft of its own. */
  | { readonly kind: 'aside'; readonly name: string }
  /** That could not be stored: it stands on the page and nowhere else. */
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'untaken'; readonly why: unknown }
  /** The draft was removed; `aside` names where what was not stored in it stands. */
  | { readonly kind: 'gone'; readonly aside?: string | undefined }
  /** Another program cleared the store: the draft stands in this window alone. */
  | { readonly kind: 'cleared' }

/** What is open in the window: the report as it is typed. */
interface Desk {
  readonly content: () => Content
  /** Shows what is stored in the place of what is shown. */
  readonly show: (draft: Draft) => void
  /** Nothing can be typed any more, or again. */
  readonly bar: (isBarred: boolean) => void
  /** Ends the word that is being typed; false while something is being written that is no part of the report yet. */
  readonly rest: () => boolean
  /** What goes along when the draft is filled in elsewhere, beside what is stored; and what came along. */
  readonly pack: () => unknown
  readonly unpack: (luggage: unknown) => void
  readonly tell: (state: SaveState) => void
}

interface Shelf {
  readonly save: (content: Content, revision: number, now: number) => Promise<Draft>
  readonly read: () => Promise<Draft | undefined>
  /** The draft as it stands, no older save being let through any more. */
  readonly fence: () => Promise<Draft | undefined>
  /** Whether the draft, which is not there, was deleted in the app, at this revision or later. */
  readonly wasDeleted: (revision: number) => Promise<boolean>
  /** Stores beside the draft what does not stand in it; gives the name that it got. */
  readonly rescue: (content: Content) => Promise<string | undefined>
  /** Calls when another window has stored something; gives what ends that. */
  readonly onChanged: (listener: () => void) => () => void
  readonly writeJournal: (bases: readonly Basis[], content: Content) => boolean
  readonly dropJournal: () => void
}

/** One window's work on a draft: it fills it in, or it reads and follows; what is typed is stored in any case. */
export interface Sitting extends Pick<Autosave, 'touch' | 'flush' | 'unsaved' | 'stop'> {
  trouble(): Trouble | undefined
  onTrouble(listener: () => void): () => void
  /** Begins to follow and to answer other windows; gives what ends that. */
  begin(): () => void
  /** Does what stores the draft by another way than this: nothing is followed meanwhile, nor after a stop. */
  alone<T>(work: () => Promise<T>): Promise<T>
  /** Fills the draft in here from now on. */
  take(): Promise<void>
  /** Keeps what is unsaved for the next start; false where that cannot be. */
  keepJournal(): boolean
}

/** How soon what could not be read is read again. */
const pause = 1_000

/** Opens a window's work on a draft that it has just read. */
export const createSitting = (draft: Draft, hold: Hold, desk: Desk, shelf: Shelf): Sitting => {
  let shown = draft
  let trouble: Trouble | undefined
  const listeners = new Set<() => void>()
  const setTrouble = (next: Trouble | undefined): void => {
    trouble = next
    for (const listener of Array.from(listeners)) listener()
  }

  const keepJournalOf = (saving: Autosave): boolean => {
    const unsaved = saving.unsaved()
    return unsaved === undefined || shelf.writeJournal(unsaved.bases, unsaved.content)
  }
  const savingFrom = (start: Draft): Autosave => {
    const own: Autosave = createAutosave({
      start,
      content: desk.content,
      save: async (content, revision, now) => {
        shown = await shelf.save(content, revision, now)
        return shown
      },
      tell: (state) => {
        if (own !== autosave) return
        if (state.kind === 'saved') shelf.dropJournal()
        // Should the computer die before the store is well again.
        if (state.kind === 'failed') keepJournalOf(own)
        // What was overtaken is set aside at once: it is told only where that fails, too.
        if (state.kind === 'failed' && state.why instanceof Overtaken) {
          hold.lose()
          // Also where nobody serves the hold any more: the editor was left.
          if (!isSettingAside) void inTurn(setAside).then(followSoon)
        } else desk.tell(state)
      },
      keepJournal: () => keepJournalOf(own),
    })
    return own
  }
  let autosave = savingFrom(draft)
  const startFrom = (start: Draft): void => {
    autosave.stop()
    autosave = savingFrom(start)
    desk.tell({ kind: 'saved', at: start.changedAt })
  }
  const keepJournal = (): boolean => keepJournalOf(autosave)

  /** Its own save is overtaken as well, which must not begin another. */
  let isSettingAside = false
  let last: Promise<unknown> = Promise.resolve()
  /** One after the other: what is unsaved is set aside before anything else is shown. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work)
    last = next.catch(() => undefined)
    return next
  }

  /** Sets aside what could not be stored because the draft was taken; false where even that cannot be. */
  const setAside = async (): Promise<boolean> => {
    isSettingAside = true
    try {
      await autosave.flush()
      const unsaved = autosave.unsaved()
      if (!unsaved) return true
      keepJournal()
      const name = await shelf.rescue(unsaved.content)
      startFrom(shown)
      shelf.dropJournal()
      if (name !== undefined) setTrouble({ kind: 'aside', name })
      return true
    } catch (why) {
      desk.tell({ kind: 'failed', why })
      setTrouble({ kind: 'unsaved' })
      return false
    } finally {
      isSettingAside = false
    }
  }

  const missing = async (): Promise<Trouble> => {
    if (!(await shelf.wasDeleted(shown.revision))) return { kind: 'cleared' }
    const aside = trouble?.kind === 'aside' ? trouble.name : trouble?.kind === 'gone' ? trouble.aside : undefined
    return { kind: 'gone', aside }
  }

  const isShown = (stored: Draft): boolean => stored.revision === shown.revision && stored.changedAt === shown.changedAt
  const follow = async (): Promise<void> => {
    if (!isFollowing || autosave.unsaved()) return
    const before = shown
    const stored = await shelf.read()
    if (!isFollowing || autosave.unsaved() || shown !== before) return
    if (hold.get() === 'holding' && stored && !isShown(stored)) {
      // Two windows took the draft in the same moment, and the other one was the last: a word may still be under way here.
      hold.lose()
      return
    }
    if (!isReading(hold.get())) return
    if (!stored) {
      setTrouble(await missing())
      return
    }
    if (trouble?.kind === 'gone' || trouble?.kind === 'cleared') setTrouble(undefined)
    if (isShown(stored)) return
    shown = stored
    desk.show(stored)
    desk.tell({ kind: 'saved', at: stored.changedAt })
  }
  let isFollowing = false
  let again: ReturnType<typeof setTimeout> | undefined
  const followSoon = (): void => {
    clearTimeout(again)
    if (!isFollowing) return
    inTurn(follow).catch(() => {
      if (isReading(hold.get())) again = setTimeout(followSoon, pause)
    })
  }

  const load = async (luggage: unknown): Promise<void> => {
    let stored = await shelf.fence()
    if (!stored) {
      const why = await missing()
      if (why.kind === 'cleared') stored = await shelf.save(contentOf(shown), shown.revision, Date.now())
      else setTrouble(why)
    }
    if (!stored) throw new Overtaken('deleted')
    shown = stored
    desk.show(stored)
    startFrom(stored)
    desk.unpack(luggage)
    if (trouble?.kind !== 'aside') setTrouble(undefined)
  }

  return {
    touch: () => autosave.touch(),
    flush: () => autosave.flush(),
    unsaved: () => autosave.unsaved(),
    stop: () => {
      isFollowing = false
      autosave.stop()
    },
    alone: inTurn,
    trouble: () => trouble,
    onTrouble: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    begin: () => {
      isFollowing = true
      const bar = (): void => desk.bar(hold.get() !== 'holding')
      bar()
      const ends = [
        hold.on(() => {
          bar()
          followSoon()
        }),
        hold.serve({
          rest: desk.rest,
          hand: async () => {
            await autosave.flush()
            return autosave.unsaved() ? undefined : desk.pack()
          },
          store: () => autosave.flush(),
          lost: () => {
            inTurn(setAside).then(followSoon, () => undefined)
          },
        }),
        shelf.onChanged(followSoon),
      ]
      followSoon()
      return () => {
        isFollowing = false
        clearTimeout(again)
        for (const end of ends) end()
      }
    },
    take: async () => {
      if (!isReading(hold.get()) || !(await inTurn(setAside))) return
      try {
        await hold.take((luggage) => inTurn(() => load(luggage)))
      } catch (why) {
        if (trouble?.kind !== 'gone') setTrouble({ kind: 'untaken', why })
      }
    },
    keepJournal,
  }
}
