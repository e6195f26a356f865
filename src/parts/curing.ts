import type { Path } from 'react-hook-form'
import { compare } from '../report/amount'
import type { Change, Cure } from '../checks/rule'
import { cellsOf } from '../report/cells'
import { readFigure } from '../report/figures'
import { textAt } from '../report/texts'
import type { TypedReport } from '../report/report'
import { rewriteAt } from './insert-at'
import type { Session } from './session'

const changedMeanwhile = '这里的内容已经变了，没有改动，请看新的检查结果。'

const isSameFigure = (session: Session, { at, from }: Change): boolean => {
  const unit = cellsOf(session.format).get(at)?.unit ?? 'count'
  const [now, then] = [readFigure(session.textAt(at), unit), readFigure(from, unit)]
  return now.kind === 'figure' && then.kind === 'figure'
    ? compare(now.value, then.value) === 0
    : session.textAt(at).trim() === from.trim()
}

const pathOfText = (typed: TypedReport, at: string): Path<TypedReport> | undefined => {
  if (at === 'title' || at === 'preface') return at
  const [list, id] = at.split('.')
  if (list !== 'overview' && list !== 'improvement' && list !== 'other') return undefined
  const index = typed[list].findIndex((part) => part.id === id)
  return index < 0 ? undefined : `${list}.${index}.text`
}

/** The texts that a cure would write, by address; undefined where what it speaks of is no more. */
const rewritten = (typed: TypedReport, changes: readonly Change[]): ReadonlyMap<string, string> | undefined => {
  const texts = new Map<string, string>()
  // From the end, so that the offsets before stay true.
  for (const { at, from, to, range } of [...changes].sort((a, b) => (b.range?.[0] ?? 0) - (a.range?.[0] ?? 0))) {
    const text = texts.get(at) ?? textAt(typed, at)
    if (!range || text?.slice(...range) !== from) return undefined
    texts.set(at, `${text.slice(0, range[0])}${to}${text.slice(range[1])}`)
  }
  return texts
}

const write = (session: Session, texts: ReadonlyMap<string, string>): void => {
  for (const [at, text] of texts) {
    const path = pathOfText(session.form.getValues(), at)
    if (path === undefined || rewriteAt(at, text)) continue
    session.form.setValue(path, text)
    session.changed(path)
  }
  session.judge()
}

const back = '撤销'

/** Does what a cure proposes, as one step that can be taken back; refuses with a word where the report went on. */
export const applyCure = (session: Session, { says, changes }: Cure): void => {
  if (session.fixed.get()) return
  const figures = changes.filter(({ range }) => range === undefined)
  const typed = session.form.getValues()
  const words = changes.filter(({ range }) => range !== undefined)
  const texts = rewritten(typed, words)
  if (!texts || !figures.every((change) => isSameFigure(session, change))) {
    session.notice.set({ message: changedMeanwhile })
    session.judge()
    return
  }
  const before = new Map([...texts.keys()].map((at) => [at, textAt(typed, at) ?? '']))
  // An act on more than one cell keeps a version by itself.
  if (figures.length < 2 && figures.length + texts.size > 1) session.keep({ why: 'bulk', detail: '改正' })
  if (figures.length > 0)
    session.act({
      act: 'cure',
      changes: figures.map(({ at, to }) => ({ at, before: session.textAt(at), after: to })),
    })
  write(session, texts)
  const steps = session.undoable.get().undo
  const earlier = session.notice.get()
  const takeBack = (): void => {
    const now = session.form.getValues()
    const isUntouched =
      session.fixed.get() === null &&
      [...texts].every(([at, text]) => textAt(now, at) === text) &&
      (figures.length === 0 || session.undoable.get().undo === steps)
    if (!isUntouched) {
      session.notice.set({ message: changedMeanwhile })
      return
    }
    if (figures.length > 0) session.undo()
    write(session, before)
    // What was cured before it can be taken back in its turn.
    session.notice.set(earlier?.action?.label === back ? earlier : { message: `已撤销：${says}` })
  }
  session.notice.set({ message: `已${says}`, action: { label: back, run: takeBack } })
}
