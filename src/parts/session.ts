import type { Path, UseFormReturn } from 'react-hook-form'
import type { Content } from '../drafts/draft'
import type { Occasion } from '../drafts/occasion'
import type { Quote } from '../checks/normal'
import type { Step } from '../editing/history'
import type { PastePlan } from '../editing/paste-plan'
import type { Format, Subsections } from '../format'
import type { Address } from '../report/cells'
import { mendedWords, wellFormed } from '../report/digest'
import type { Part, TypedReport } from '../report/report'
import { copyOf } from './copy-of'
import { watchApproval } from './approval-watch'
import { createDesk, type Desk } from './desk'
import { createFigureBook, type FigureBook } from './figure-book'
import type { Kind } from './finding-kinds'
import { createFollower } from './follower'
import { createFixing, type Fixing } from './fixed'
import { createFreezing, type Freezing } from './freezing'
import { createJudging, type Judging } from './judging'
import { createStore, type Store } from './keyed-store'
import { saveProblem } from './save-problem'
import { showTyped } from './show-typed'
import { heldNow, sayChange, sayDeed } from './spoken'
import { createTextWatch } from './text-watch'
import { createVoice, type Voice } from './voice'

/** What a paste would do, where it has to be shown first. */
type Pasting = Extract<PastePlan, { kind: 'plan' }>

/** Cells or texts of one section, to be focused and marked as a fault's sides or as what was changed. */
export interface Target {
  readonly section: string
  readonly at: readonly Address[]
  readonly as: 'fault' | 'changed'
  /** The words that are selected where the first place is a text. */
  readonly quote?: Quote
}

/** A word to everybody, with a way back where there is one. */
interface Notice {
  readonly message: string
  readonly action?: { readonly label: string; readonly run: () => void }
}

export interface RemovedPart {
  readonly list: Subsections['id']
  readonly index: number
  readonly part: Part
  readonly name: string
}

/** An open draft: the form holds what was typed, all else here is derived from it and kept nowhere. */
export interface Session
  extends Omit<FigureBook, 'filled' | 'show'>, Omit<Judging, 'show'>, Omit<Freezing, 'show'>, Fixing, Voice {
  /** The report's review: what was sent, remarked, answered and decided. */
  readonly desk: Desk
  readonly format: Format
  readonly form: UseFormReturn<TypedReport>
  /** The cell that has had the focus for a moment: help does not follow every Tab of a quick hand. */
  readonly focused: Pick<Store<Address | null>, 'get' | 'on'>
  focus(at: Address): void
  /** Which kind of finding 检查结果 shows alone, and the one that was gone to last: it is there again on the way back. */
  readonly shownKind: Store<Kind | null>
  readonly lastFinding: Store<string>
  /** What everybody is told, until it is closed. */
  readonly notice: Store<Notice | null>
  /** Where a finding or an undone step leads: the page of its section goes there when it stands. */
  readonly target: Store<Target | null>
  /** Parts that were deleted, the last on top, for as long as the draft is open. */
  readonly removed: Store<readonly RemovedPart[]>
  /** A paste that waits for the clerk's word. */
  readonly pasting: Store<Pasting | null>
  /** A field of the form has changed. */
  changed(name: string): void
  /** A text field was left: half characters, which no file can hold, are replaced and told. */
  mend(name: Path<TypedReport>): void
  content(): Content
  /** Shows another content of the same report, which another window has saved, in the place of what is shown. */
  show(content: Content): void
  /** Keeps what stands here at this moment as a version; nothing waits for that. */
  keep(occasion: Occasion): void
}

type Keep = (content: Content, occasion: Occasion) => Promise<void>

/** What an act on many cells is called in the list of versions. */
const bulkWords = {
  entry: '填写',
  fill: '其余填 0',
  clear: '清空',
  paste: '粘贴',
  import: '导入',
  cure: '改正',
} as const satisfies Readonly<Record<Step['act'], string>>

/** How long a text rests, and how soon after a cell is left, before it is judged: typing never waits for it. */
const pauses = { text: 600, cell: 120, focus: 80 } as const

/**
 * Opens a session over a form whose values are loaded. `touch` is called whenever something is to be saved, `keepContent`
 * when what stands is to be kept as a version.
 */
export const createSession = (
  format: Format,
  form: UseFormReturn<TypedReport>,
  initial: Content,
  touch: () => void,
  keepContent?: Keep,
): Session => {
  const voice = createVoice()
  const { say } = voice
  const shownNotice = createStore<Notice | null>(null)
  const notice: Session['notice'] = {
    ...shownNotice,
    set: (word) => {
      shownNotice.set(word)
      if (word) say(word.message)
    },
  }
  const follower = createFollower(format, form, initial.typed)
  const focused = createStore<Address | null>(null)
  let written: readonly Address[] = []
  let deed = ''
  let resting: ReturnType<typeof setTimeout> | undefined
  let focusing: ReturnType<typeof setTimeout> | undefined

  /** What is said and shown of the last act, once the hand rests. */
  const tell = (): void => {
    book.showSteps()
    if (written.length === 0) return
    const sentence = sayChange(format, book.ledger, held, written)
    held = heldNow(format, book.ledger)
    const [only] = written.length === 1 ? written : []
    const read = only === undefined ? undefined : book.ledger.read(only)
    const words = [deed, read?.kind === 'unreadable' ? read.says : sentence].filter((one) => one !== '').join('；')
    written = []
    deed = ''
    if (words !== '') say(words)
  }

  let lapse: Notice | null = null
  const judging = createJudging({
    format,
    typed: () => form.getValues(),
    accepted: initial.accepted,
    touch,
    lapsed: (count) => {
      if (count > 0) {
        lapse = { message: `所说的数或文字变了，原来写明理由的 ${count} 处请重新核对。` }
        notice.set(lapse)
      } else if (lapse && notice.get() === lapse) notice.set(null)
    },
  })
  const watch = createTextWatch({ typed: () => form.getValues(), findings: () => judging.judged.get().findings, say })
  const judge = (): void => {
    clearTimeout(resting)
    resting = undefined
    tell()
    watch.around(judging.judge)
    watch.writing('')
  }
  const judgeWordsSoon = (): void => {
    clearTimeout(resting)
    resting = setTimeout(() => {
      tell()
      watch.around(judging.judgeWords)
    }, pauses.text)
  }
  const judgeSoon = (milliseconds: number): void => {
    clearTimeout(resting)
    resting = setTimeout(judge, milliseconds)
  }

  const content = (): Content =>
    copyOf({
      typed: form.getValues(),
      filled: book.filled(),
      accepted: judging.accepted.get(),
      review: desk.review.get(),
      final: freezing.final.get(),
    })
  const keep = (occasion: Occasion): void => {
    // What stands is taken at once, for in a moment it is another.
    keepContent?.(content(), occasion).catch((why: unknown) =>
      notice.set({ message: `没有能另存一个版本，${saveProblem(why)}。已填内容不受影响。` }),
    )
  }
  const mended = (): void => notice.set({ message: mendedWords })
  const book = createFigureBook({
    format,
    form,
    initial,
    touch,
    mended,
    beforeMany: (act) => keep({ why: 'bulk', detail: bulkWords[act] }),
    written: (at, act) => {
      if (at.some((address) => address.startsWith('handlingFee.'))) follower.follow()
      written = at
      if (act === 'entry') judgeSoon(pauses.cell)
      else judge()
    },
  })
  const act = (step: Step): void => {
    deed = sayDeed(step)
    book.act(step)
  }
  let held = heldNow(format, book.ledger)
  const { filled: _, show: _show, ...figures } = book
  const desk = createDesk({
    format,
    typed: () => form.getValues(),
    accepted: judging.accepted.get,
    initial: initial.review,
    touch,
    mended,
  })
  judging.judged.on(desk.look)
  judging.accepted.on(desk.look)
  watchApproval(desk, notice)
  const freezing = createFreezing({
    desk,
    findings: () => {
      judge()
      return judging.judged.get().findings
    },
    initial: initial.final,
    reopening: () => keep({ why: 'reopened' }),
    touch,
  })
  const { fixed, elsewhere, unlessFixed, unlessElsewhere } = createFixing({
    final: freezing.final,
    refuse: (message) => notice.set({ message }),
  })
  const show = (next: Content): void => {
    book.show(next)
    showTyped(form, next.typed)
    follower.learn(next.typed)
    judging.show(next.accepted)
    desk.show(next.review)
    freezing.show(next.final)
    judge()
    held = heldNow(format, book.ledger)
  }

  return {
    ...figures,
    // What is only read is left without a word, as it stands.
    leave: (at) => {
      if (fixed.get() === null) figures.leave(at)
    },
    ...voice,
    ...judging,
    ...freezing,
    finalise: unlessElsewhere(freezing.finalise, { kind: 'elsewhere' }),
    reopen: unlessElsewhere(freezing.reopen, false),
    accept: unlessFixed((finding, reason) => judging.accept(finding, wellFormed(reason, mended)), false),
    withdraw: unlessFixed(judging.withdraw, false),
    desk: { ...desk, add: unlessElsewhere(desk.add, false), take: unlessElsewhere(desk.take, []) },
    fixed,
    elsewhere,
    act: unlessFixed(act, undefined),
    typing: unlessFixed(figures.typing, undefined),
    undo: unlessFixed(figures.undo, undefined),
    redo: unlessFixed(figures.redo, undefined),
    fillRest: unlessFixed(figures.fillRest, 0),
    format,
    form,
    focused,
    focus: (at) => {
      clearTimeout(focusing)
      focusing = setTimeout(() => focused.set(at), pauses.focus)
    },
    shownKind: createStore<Kind | null>(null),
    lastFinding: createStore(''),
    notice,
    target: createStore<Target | null>(null),
    removed: createStore<readonly RemovedPart[]>([]),
    pasting: createStore<Pasting | null>(null),
    changed: (name) => {
      if (name === 'year' || name.startsWith('agency.')) follower.follow()
      touch()
      watch.writing(name)
      judgeWordsSoon()
    },
    mend: (name) => {
      const text = form.getValues(name)
      judgeSoon(pauses.cell)
      const whole = wellFormed(text, mended)
      if (whole === text) return
      form.setValue(name, whole)
      touch()
    },
    judge,
    content,
    show,
    keep,
  }
}
