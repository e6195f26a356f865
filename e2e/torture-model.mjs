// What a draft must hold after each stroke, reckoned without the app: its own undo, its own 其余填 0, its own paste.
import canonicalize from 'canonicalize'

/** What of a record is the clerk's, in a form that can be compared: the order of keys and of filled cells says nothing. */
export const written = ({ typed, filled, accepted, review, final }) =>
  canonicalize({ typed, filled: [...filled].sort(), accepted, review, final })

const keysOf = (at) => at.split('.')

const textIn = (content, at) => {
  const [block, row, column] = keysOf(at)
  return content.typed.cells[block][row][column]
}

/** The same with one text replaced; `path` leads through objects and lists. */
const replaced = (value, [key, ...rest], text) => {
  if (key === undefined) return text
  const next = replaced(value[key], rest, text)
  return Array.isArray(value)
    ? value.map((one, index) => (index === Number(key) ? next : one))
    : { ...value, [key]: next }
}

/**
 * A draft as it goes through a round. `states` are all contents that it had, each with the time at which the input that made
 * it was sent off and the time at which the browser had said that the page had dealt with it.
 */
export const createModel = (record, enteredCells) => {
  let content = record
  let filled = new Set(record.filled)
  let settled = new Map(enteredCells.map(({ at }) => [at, textIn(record, at)]))
  let entered // The cell that is being typed in.
  let history = []
  const states = [{ written: written(record), sentAt: -Infinity, doneAt: -Infinity }]

  const now = () => ({ ...content, filled: [...filled].filter((at) => textIn(content, at) === settled.get(at)) })

  const put = (at, text) => {
    content = replaced(content, ['typed', 'cells', ...keysOf(at)], text)
  }

  const writeAll = (changes, side) => {
    for (const change of changes) {
      put(change.at, change[side])
      settled.set(change.at, change[side])
    }
  }

  const act = (kind, all) => {
    const changes = all.filter(({ before, after }) => before !== after)
    if (changes.length === 0) return
    history.push({ changes, filled: changes.map(({ at }) => at).filter((at) => filled.has(at)) })
    for (const { at } of changes) {
      if (kind === 'fill') filled.add(at)
      else filled.delete(at)
    }
    writeAll(changes, 'after')
  }

  const change = (at, after) => ({ at, before: textIn(content, at), after })

  /** Changes the model, lets the hand do the same to the page, and notes when. */
  const step = async (work, doIt) => {
    work()
    const state = { written: written(now()), sentAt: Date.now(), doneAt: Infinity }
    states.push(state)
    await doIt()
    state.doneAt = Date.now()
  }

  const leave = () => {
    if (entered === undefined) return
    const at = entered
    entered = undefined
    act('entry', [{ at, before: settled.get(at), after: textIn(content, at) }])
  }

  return {
    id: record.id,
    states,
    /** Whether a stroke is on its way to the page. */
    isStroking: () => states[states.length - 1].doneAt === Infinity,
    textAt: (at) => textIn(content, at),
    /** The text at a path like ['overview', 0, 'text']. */
    textOf: (path) => path.reduce((value, key) => value[key], content.typed),
    /** The cell was left, by whatever: its entry is a step that can be taken back. */
    leave,
    type: (at, text, doIt) =>
      step(() => {
        if (entered !== at) leave()
        entered = at
        put(at, text)
      }, doIt),
    write: (path, text, doIt) =>
      step(() => {
        leave()
        content = replaced(content, ['typed', ...path], text)
      }, doIt),
    fill: (cells, doIt) =>
      step(() => {
        leave()
        act(
          'fill',
          cells.filter(({ at }) => textIn(content, at) === '').map(({ at }) => change(at, '0')),
        )
      }, doIt),
    paste: (texts, doIt) =>
      step(() => {
        leave()
        act(
          'paste',
          texts.map(([at, text]) => change(at, text)),
        )
      }, doIt),
    clear: (cells, doIt) =>
      step(() => {
        leave()
        act(
          'clear',
          cells.map(({ at }) => change(at, '')),
        )
      }, doIt),
    /** The first cell that an undo would change; undefined when there is none. */
    undoes: () => history[history.length - 1]?.changes[0]?.at,
    undo: (doIt) =>
      step(() => {
        leave()
        const last = history.pop()
        if (!last) return
        for (const { at } of last.changes) filled.delete(at)
        for (const at of last.filled) filled.add(at)
        writeAll(last.changes, 'before')
      }, doIt),
    /** The editor opened anew: nothing can be taken back any more. */
    opened: () => {
      content = now()
      filled = new Set(content.filled)
      settled = new Map(enteredCells.map(({ at }) => [at, textIn(content, at)]))
      entered = undefined
      history = []
    },
  }
}

/**
 * Where a stored record stands in the row of states, -1 for nowhere, and what is missing after it. `until` is the time of the
 * blow; `loss` and `lossFromSending` are how long before it the first missing input was dealt with, and was sent off; they
 * are left out where nothing is missing that was dealt with by then.
 */
export const standing = ({ states }, record, until) => {
  const found = written(record)
  const index = states.findLastIndex((state) => state.written === found)
  const place = { index, last: states.length - 1 }
  const missing = states[index + 1]
  if (index < 0 || !missing || missing.doneAt > until) return place
  return { ...place, loss: until - missing.doneAt, lossFromSending: until - missing.sentAt }
}
