import { AsyncLocalStorage } from 'node:async_hooks'
import { vi } from 'vitest'
import type { Basis } from './autosave'
import { draftOf } from './backup/samples'
import { contentOf, type Content, type Draft } from './draft'
import { FakeLocks } from './fake-locks'
import { storageOver } from './fake-local-storage'
import { createHold, type Hold } from './hold'
import { claimsByLeases } from './hold-leases'
import type { Letter, Letters } from './hold-letters'
import { claimsByLocks } from './hold-locks'
import { createSitting, type Sitting } from './sitting'
import { Overtaken } from './store'

const blank = draftOf('r1', '')

/** One window of the browser: what it does can be stopped, and be ended at any moment. */
export interface FakeWindow {
  readonly name: string
  readonly hold: Hold
  sitting: Sitting | undefined
  text: string
  /** What an input method has not handed over. */
  composing: string
  isBarred: boolean
  isBusy: boolean
  isFull: boolean
  luggage: unknown
  state: 'living' | 'frozen' | 'dead'
  run(work: () => void): void
}

/** Which window runs; one for all browsers, for each slows every promise down. */
const context = new AsyncLocalStorage<FakeWindow>()

/** A browser with windows on one draft: its timers, locks, letters, local storage and store, all of them slow at will. */
export class FakeBrowser {
  draft: Draft | undefined = blank
  /** Where there is no draft: it was deleted, not cleared away. */
  isRemoved = false
  readonly asides: string[] = []
  readonly journals = new Map<string, { readonly bases: readonly Basis[]; readonly content: Content }>()
  readonly windows: FakeWindow[] = []
  /** What was written over. */
  readonly overwritten: string[] = []
  private readonly sleeping = new Map<FakeWindow, (() => void)[]>()
  private readonly locks: FakeLocks<FakeWindow>
  private readonly records = storageOver(new Map())
  private readonly readers: { readonly owner: FakeWindow; readonly listener: (letter: Letter) => void }[] = []
  private readonly leavers: { readonly owner: FakeWindow; readonly listener: () => void }[] = []
  private readonly outside: typeof setTimeout
  private readonly changed: { readonly owner: FakeWindow; readonly listener: () => void }[] = []

  constructor(
    private readonly kind: 'locks' | 'leases',
    private readonly delay: () => number = () => 3,
  ) {
    vi.useFakeTimers({ now: 1_000_000 })
    vi.stubGlobal('addEventListener', (type: string, listener: () => void) => {
      const owner = context.getStore()
      if (owner && type === 'pagehide') this.leavers.push({ owner, listener })
    })
    const { setTimeout: timeout, setInterval: interval } = globalThis
    this.outside = timeout
    this.locks = new FakeLocks(() => this.later())
    const within = (work: () => void): (() => void) => {
      const owner = context.getStore()
      return owner ? () => owner.run(work) : work
    }
    vi.stubGlobal('setTimeout', (work: () => void, time?: number) => timeout(within(work), time))
    vi.stubGlobal('setInterval', (work: () => void, time?: number) => interval(within(work), time))
  }

  end(): void {
    vi.unstubAllGlobals()
    vi.useRealTimers()
  }

  private later(): Promise<void> {
    return new Promise((resolve) => this.outside(resolve, this.delay()))
  }

  /** The window goes on only while it lives and is not frozen. */
  private ready(owner: FakeWindow): Promise<void> {
    return new Promise((resolve) => owner.run(resolve))
  }

  private read(owner: FakeWindow): Promise<Draft | undefined> {
    return this.transact(owner, () => this.draft, 'read')
  }

  /** A disk that is full is still read. */
  private async transact<T>(owner: FakeWindow, work: () => T, how: 'read' | 'write' = 'write'): Promise<T> {
    await this.later()
    if (owner.isFull && how === 'write') {
      await this.ready(owner)
      throw new DOMException('full', 'QuotaExceededError')
    }
    // It is done even where the window is no more.
    let result: T | Overtaken
    try {
      result = work()
    } catch (why) {
      if (!(why instanceof Overtaken)) throw why
      result = why
    }
    await this.later()
    await this.ready(owner)
    if (result instanceof Overtaken) throw result
    return result
  }

  put(next: Draft, by?: FakeWindow): Draft {
    const before = this.draft?.typed.title ?? ''
    if (!next.typed.title.startsWith(before)) this.overwritten.push(before)
    this.draft = next
    for (const { owner, listener } of this.changed) if (owner !== by) this.outside(() => owner.run(listener), 1)
    return next
  }

  save(content: Content, revision: number, now: number, by?: FakeWindow): Draft {
    const before = this.draft ?? (this.isRemoved ? undefined : { ...blank, revision })
    if (before?.revision !== revision) throw new Overtaken()
    return this.put({ ...before, ...content, revision: revision + 1, changedAt: now }, by)
  }

  /** Something stores without asking who fills the draft in. */
  storeElsewhere(title: string): void {
    const { draft } = this
    if (draft) this.put({ ...draft, typed: { ...draft.typed, title }, revision: draft.revision + 1 })
    else for (const { owner, listener } of this.changed) owner.run(listener)
  }

  private lettersOf(owner: FakeWindow): Letters {
    return {
      post: (letter) => {
        for (const reader of Array.from(this.readers))
          if (reader.owner !== owner) this.outside(() => reader.owner.run(() => reader.listener(letter)), this.delay())
      },
      on: (listener) => {
        const reader = { owner, listener }
        this.readers.push(reader)
        return () => void this.readers.splice(this.readers.indexOf(reader), 1)
      },
    }
  }

  open(): FakeWindow {
    const name = `w${this.windows.length + 1}`
    const queue: (() => void)[] = []
    const window = {
      name,
      sitting: undefined,
      text: '',
      composing: '',
      isBarred: true,
      isBusy: false,
      isFull: false,
      luggage: undefined,
      state: 'living',
      run: (work: () => void) => {
        if (window.state === 'frozen') queue.push(work)
        else if (window.state === 'living') context.run(window, work)
      },
    } as FakeWindow
    this.sleeping.set(window, queue)
    context.run(window, () => {
      const letters = this.lettersOf(window)
      const claims =
        this.kind === 'locks'
          ? claimsByLocks(this.locks.of(window), name)
          : claimsByLeases(() => this.records, letters, name)
      Object.assign(window, { hold: createHold('r1', { claims, letters, tab: name }) })
      void window.hold.open().then(() => this.sit(window))
    })
    this.windows.push(window)
    return window
  }

  private async sit(window: FakeWindow): Promise<void> {
    this.recover()
    const draft = await this.read(window)
    if (!draft) return
    window.text = draft.typed.title
    const content = (): Content => ({ ...contentOf(draft), typed: { ...draft.typed, title: window.text } })
    window.sitting = createSitting(
      draft,
      window.hold,
      {
        content,
        show: (stored) => void (window.text = stored.typed.title),
        bar: (isBarred) => void (window.isBarred = isBarred),
        rest: () => {
          if (window.composing === '') return !window.isBusy
          window.text += window.composing
          window.composing = ''
          window.sitting?.touch()
          return !window.isBusy
        },
        pack: () => ({ from: window.name }),
        unpack: (luggage) => void (window.luggage = luggage),
        tell: () => undefined,
      },
      {
        save: (saved, revision, now) => this.transact(window, () => this.save(saved, revision, now, window)),
        read: () => this.read(window),
        wasDeleted: () => Promise.resolve(this.isRemoved),
        fence: () =>
          this.transact(window, () =>
            this.draft ? this.put({ ...this.draft, revision: this.draft.revision + 1 }, window) : undefined,
          ),
        rescue: (lost) =>
          this.transact(window, () => {
            if (this.draft?.typed.title === lost.typed.title) return undefined
            this.asides.push(lost.typed.title)
            return lost.typed.title
          }),
        onChanged: (listener) => {
          const one = { owner: window, listener }
          this.changed.push(one)
          return () => void this.changed.splice(this.changed.indexOf(one), 1)
        },
        writeJournal: (bases, lost) => {
          this.journals.set(window.name, { bases, content: lost })
          return true
        },
        dropJournal: () => void this.journals.delete(window.name),
      },
    )
    window.sitting.begin()
  }

  /** What windows that are no more had not stored. */
  recover(): void {
    for (const [name, { bases, content }] of Array.from(this.journals)) {
      if (this.windows.find((one) => one.name === name)?.state !== 'dead') continue
      const { draft } = this
      const isNext = bases.some((one) => one.revision === draft?.revision && one.changedAt === draft.changedAt)
      if (draft && isNext) this.save(content, draft.revision, Date.now())
      else if (draft?.typed.title !== content.typed.title) this.asides.push(content.typed.title)
      this.journals.delete(name)
    }
  }

  /** Types into the window, where it can be typed in; false where it cannot. */
  type(window: FakeWindow, words: string): boolean {
    if (window.state !== 'living' || window.isBarred || !window.sitting) return false
    window.text += words
    window.run(() => window.sitting?.touch())
    return true
  }

  take(window: FakeWindow): void {
    window.run(() => void window.sitting?.take())
  }

  hide(window: FakeWindow): void {
    window.run(() => {
      window.sitting?.keepJournal()
      void window.sitting?.flush()
    })
  }

  freeze(window: FakeWindow): void {
    if (window.state === 'living') window.state = 'frozen'
  }

  thaw(window: FakeWindow): void {
    if (window.state !== 'frozen') return
    window.state = 'living'
    for (const work of this.sleeping.get(window)?.splice(0) ?? []) window.run(work)
  }

  /** The window is no more, without a word. */
  crash(window: FakeWindow): void {
    window.state = 'dead'
    this.locks.free(window)
  }

  /** An orderly leave: what is unsaved is written in one stroke. */
  close(window: FakeWindow): void {
    window.run(() => {
      window.sitting?.keepJournal()
      for (const { owner, listener } of this.leavers) if (owner === window) listener()
    })
    this.crash(window)
  }

  async wait(milliseconds: number): Promise<void> {
    await vi.advanceTimersByTimeAsync(milliseconds)
  }

  /** Everything that is stored anywhere. */
  stored(): string {
    const kept = [...this.journals.values()].map(({ content }) => content)
    return [...this.asides, ...[this.draft, ...kept].map((one) => one?.typed.title ?? '')].join('\n')
  }
}
