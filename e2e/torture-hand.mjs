// A hand at the keyboard: what it does is drawn from a seed, what comes of it is reckoned by the model.
import { createWindows } from './torture-windows.mjs'

const sentences = [
  '全年主动公开政府信息一千二百余条，其中通过政府网站公开八百余条。',
  '收到申请后当日登记，按期答复；',
  '存在的问题：解读形式单一，公开不够及时。\n',
  '“两微一端”同步发布𠮷日讲堂 2 期。',
  'The quick brown fox, 42 <b>&amp;</b> "\'\\',
]

/** Sections with one table each, which 其余填 0 and Ctrl+A mean. */
const tabled = { requests: 'requests', disputes: 'disputes' }
const pastedRows = [
  ['received', 'carriedIn'],
  ['granted', 'partlyGranted'],
  ['stateSecrets', 'barredByLaw', 'securityAndStability'],
]
const applicants = ['natural', 'business', 'research', 'charity', 'legalService', 'other']
const longest = 300

/** The hand works until `isOver()`; every stroke is noted in the models. */
export const createHand = ({ context, address, models, random, format, enteredCells, isOver }) => {
  const windows = createWindows({ context, address, models, format })

  const pause = async () => {
    const rest = random.chance(0.6) ? 0 : random.int(10, 90)
    if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest))
  }

  /** The characters of a text as an input method commits them: one to three at a time. */
  const bits = (text) => {
    const characters = [...text]
    const found = []
    while (characters.length > 0) found.push(characters.splice(0, random.int(1, 3)).join(''))
    return found
  }

  const fieldsOf = ({ id }) => {
    const parts = ['overview', 'improvement'].flatMap((list) =>
      models
        .get(id)
        .textOf([list])
        .map((part, index) => ({
          section: list,
          path: [list, String(index), 'text'],
          at: `[data-at="${list}.${part.id}"]`,
        })),
    )
    const front = [['title'], ['preface'], ['signature', 'name']].map((path) => ({
      section: 'basics',
      path,
      at: `[data-at="${path.join('.')}"]`,
    }))
    return [...parts, ...front]
  }

  const writeText = async ({ page, model }, kind) => {
    const field = random.pick(fieldsOf(model))
    await windows.goTo(field.section)
    await page.locator(field.at).focus()
    model.leave()
    await page.keyboard.press('Control+End')
    const text = () => model.textOf(field.path)
    const write = (next, doIt) => model.write(field.path, next, doIt)
    if (text().length > longest) {
      await page.keyboard.press('Control+a')
      await write('', () => page.keyboard.press('Delete'))
    }
    // A field of one line takes no line break.
    const words = field.path[0] === 'signature' ? '示例市水务局' : random.pick(sentences)
    if (kind === 'paste') {
      await windows.copy(words)
      return write(text() + words, () => page.keyboard.press('Control+v'))
    }
    if (kind === 'compose') return compose(page, write, text)
    for (const bit of bits(words)) {
      if (isOver()) return undefined
      await (bit === '\n'
        ? write(`${text()}\n`, () => page.keyboard.press('Enter'))
        : write(text() + bit, () => page.keyboard.insertText(bit)))
      if (random.chance(0.08) && /[\u4e00-\u9fff]$/.test(text()))
        await write(text().slice(0, -1), () => page.keyboard.press('Backspace'))
      await pause()
    }
    return undefined
  }

  /** An input method: letters under way, then the words. */
  const compose = async (page, write, text) => {
    const client = await page.context().newCDPSession(page)
    for (const [letters, words] of [
      ['zheng', '政'],
      ['gongkai', '公开'],
    ]) {
      const before = text()
      for (let length = 1; length <= letters.length && !isOver(); length += 1) {
        const under = letters.slice(0, length)
        await write(before + under, () =>
          client.send('Input.imeSetComposition', { text: under, selectionStart: length, selectionEnd: length }),
        )
        await pause()
      }
      if (isOver()) return
      await write(before + words, () => client.send('Input.insertText', { text: words }))
    }
    await client.detach()
  }

  /** Focuses a cell that has not got the focus: the next key then replaces what is in it. */
  const enter = async ({ page, model }, cells) => {
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('data-at'))
    const { at } = random.pick(cells.filter((cell) => cell.at !== focused))
    await page.locator(`[data-at="${at}"]`).focus()
    model.leave()
    return at
  }

  const cellsIn = (section) => enteredCells.filter((cell) => cell.section === section)

  const typeFigures = async ({ page, model }) => {
    const section = random.pick(['requests', 'disputes', 'disclosure'])
    await windows.goTo(section)
    const start = await enter({ page, model }, cellsIn(section))
    const from = enteredCells.findIndex(({ at }) => at === start)
    for (const { at, block } of enteredCells.slice(from, from + random.int(1, 6))) {
      if (isOver() || block !== enteredCells[from].block) break
      let text = ''
      for (const digit of String(random.int(1, 9999))) {
        if (isOver()) return
        text += digit
        await model.type(at, text, () => page.keyboard.press(digit))
        await pause()
      }
      if (random.chance(0.1)) break // Left in the middle of an entry.
      await page.keyboard.press('Tab')
      model.leave()
    }
  }

  const pasteBlock = async ({ page, model }) => {
    await windows.goTo('requests')
    const rows = random.pick(pastedRows)
    const figures = rows.map(() => applicants.map(() => String(random.int(0, 99))))
    await windows.copy(figures.map((row) => row.join('\t')).join('\n'))
    await enter({ page, model }, [{ at: 'requests.notHeld.natural' }, { at: 'requests.unclear.natural' }])
    const first = `requests.${rows[0]}.natural`
    await page.locator(`[data-at="${first}"]`).focus()
    const texts = rows.flatMap((row, line) =>
      applicants.map((column, index) => [`requests.${row}.${column}`, figures[line][index]]),
    )
    const paste = () => page.keyboard.press('Control+v')
    const asks = texts.some(([at, text]) => model.textAt(at) !== '' && model.textAt(at) !== text)
    if (!asks) return model.paste(texts, paste)
    await paste()
    await page.getByRole('dialog').getByRole('button', { name: '粘贴', exact: true }).focus()
    return model.paste(texts, () => page.keyboard.press('Enter'))
  }

  const inTable = async ({ page, model }, work) => {
    const section = random.pick(Object.keys(tabled))
    await windows.goTo(section)
    await enter({ page, model }, cellsIn(section))
    await work(cellsIn(section))
  }

  const fillRest = (window) =>
    inTable(window, async (cells) => {
      await window.page.getByRole('button', { name: '其余填 0', exact: true }).focus()
      await window.model.fill(cells, () => window.page.keyboard.press('Enter'))
    })

  const clearTable = (window) =>
    inTable(window, async (cells) => {
      await window.page.keyboard.press('Control+a')
      await window.model.clear(cells, () => window.page.keyboard.press('Delete'))
    })

  const undo = (window) =>
    inTable(window, async () => {
      const at = window.model.undoes()
      await window.model.undo(() => window.page.keyboard.press('Control+z'))
      if (at !== undefined) await windows.arriveAt(at, enteredCells)
    })

  const acts = {
    type: [30, (window) => writeText(window, 'type')],
    pasteText: [6, (window) => writeText(window, 'paste')],
    compose: [8, (window) => writeText(window, 'compose')],
    figures: [30, typeFigures],
    pasteBlock: [8, pasteBlock],
    fillRest: [6, fillRest],
    clearTable: [3, clearTable],
    undo: [7, undo],
    nextPlace: [5, windows.next],
    secondWindow: [4, windows.openSecond],
    sameDraft: [4, windows.openSame],
    otherWindow: [4, windows.turn],
    closeWindow: [3, windows.closeSecond],
    reopen: [3, windows.reopen],
  }

  return {
    windows,
    /** Works until it is over, and notes in `log` what it does. */
    work: async (log) => {
      while (!isOver()) {
        const name = random.weighed(Object.entries(acts).map(([act, [weight]]) => [weight, act]))
        log.push(name)
        await acts[name][1](windows.front())
        await pause()
      }
    },
  }
}
