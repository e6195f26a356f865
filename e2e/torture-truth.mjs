// What really is stored, and whether it is whole: read from IndexedDB and by the app's own reader of files.
import canonicalize from 'canonicalize'
import path from 'node:path'
import { runnerImport } from 'vite'
import { root } from './setup.mjs'
import { standing, written } from './torture-model.mjs'
import { headingOf, wayThrough } from './torture-windows.mjs'

/** How much of the typing before a kill may be missing, in milliseconds. */
export const allowance = 500

const source = async (file) => (await runnerImport(path.join(root, 'src', file), { root, logLevel: 'error' })).module

/** The app's own modules that say what a report is. */
export const loadReader = async () => {
  const [formats, cells, reading, files, drafts] = await Promise.all(
    ['format/index.ts', 'report/cells.ts', 'report/reading.ts', 'review/file.ts', 'drafts/draft.ts'].map(source),
  )
  return { ...formats, ...cells, ...reading, ...files, ...drafts }
}

const readStores = () =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('gov-info-disclosure-annual-report')
    opening.addEventListener('error', () => reject(opening.error))
    opening.addEventListener('success', () => {
      const database = opening.result
      const names = ['drafts', 'versions', 'units']
      const transaction = database.transaction(names, 'readonly')
      const requests = names.map((name) => transaction.objectStore(name).getAll())
      transaction.addEventListener('error', () => reject(transaction.error))
      transaction.addEventListener('complete', () => {
        database.close()
        resolve(Object.fromEntries(names.map((name, index) => [name, requests[index].result])))
      })
    })
  })

/**
 * What the app lists, and what is stored once a draft is open: whoever opens a draft is given what its last window could not
 * store any more.
 */
export const readTruth = async (page, address, id) => {
  // A hash alone would not load the page anew.
  if (page.url().startsWith(address)) await page.goto('about:blank')
  await page.goto(`${address}#/`)
  const list = page.getByRole('table', { name: '年报列表' })
  await list.waitFor()
  const links = list.getByRole('rowheader').getByRole('link')
  const listed = await links.evaluateAll((all) => all.map((link) => link.hash))
  await list.locator(`a[href$="${id}/basics"]`).click()
  await headingOf(page, '基本信息').waitFor()
  return { listed, ...(await page.evaluate(readStores)) }
}

/** Writes a record as a file and reads it again by the app's own modules; gives what is wrong with it. */
const flawOf = (reader, record) => {
  try {
    const format = reader.formatById(record.format)
    const { typed, ...beside } = reader.contentOf(reader.modern(record))
    const read = reader.readFile(reader.writeFile(format, reader.reportOf(format, typed), beside))
    if (!read.ok) return read.problem.message
    if (read.told.length > 0) return read.told.map(({ message }) => message).join(' ')
    const again = { ...read.value, typed: reader.typedOf(format, read.value.report) }
    return written(again) === written({ typed, ...beside }) ? undefined : '写成文件再读回来，与原来不同'
  } catch (error) {
    return error.message
  }
}

/** Every record must be whole, be listed, and stand in one transaction's work with its unit. */
export const createJudge = (reader) => {
  const seen = new Set()
  return ({ listed, drafts, versions, units }, known) => {
    const faults = []
    for (const draft of drafts) {
      const flaw = flawOf(reader, draft)
      if (flaw) faults.push(`${draft.id} 损坏：${flaw}`)
      if (!known.has(draft.id)) faults.push(`多出一份没有人建的年报“${draft.name}”（${draft.id}）`)
      if (!listed.some((hash) => hash.includes(draft.id))) faults.push(`${draft.id} 没有列出`)
      const unit = units.find((one) => one.draft === draft.id)
      if (unit?.at !== draft.changedAt || canonicalize(unit.agency) !== canonicalize(draft.typed.agency))
        faults.push(`${draft.id} 与它的单位信息不是一起存的`)
    }
    for (const id of known) if (!drafts.some((draft) => draft.id === id)) faults.push(`${id} 不见了`)
    for (const { draft, at, record } of versions) {
      const key = `${draft} ${at}`
      const flaw = seen.has(key) ? undefined : flawOf(reader, record)
      seen.add(key)
      if (flaw) faults.push(`版本 ${key} 损坏：${flaw}`)
    }
    return faults
  }
}

/**
 * Compares what is stored with what the hand did. `until` is the time of the kill, or of an orderly leave; what was dealt with
 * more than `allowed` milliseconds before must be there, and without that everything that was dealt with.
 */
export const compare = (models, { drafts }, until, allowed = -1) => {
  const faults = []
  let worst = { loss: 0, lossFromSending: 0 }
  for (const model of models.values()) {
    const draft = drafts.find(({ id }) => id === model.id)
    if (!draft) continue
    const { index, last, loss, lossFromSending } = standing(model, draft, until)
    if (index < 0) faults.push(`${model.id} 的内容不是填写途中的任何一步：${differing(model, draft)}`)
    if (loss === undefined) continue
    if (loss > allowed) faults.push(`${model.id} 少了最后 ${loss} 毫秒的填写（停在第 ${index} 步，共 ${last} 步）`)
    if (loss >= worst.loss) worst = { loss, lossFromSending }
  }
  return { faults, ...worst }
}

/** Where the record first differs from what it should be last. */
const differing = ({ states }, draft) => {
  const [wanted, found] = [states[states.length - 1].written, written(draft)]
  let at = 0
  while (at < found.length && found[at] === wanted[at]) at += 1
  const cut = (text) => text.slice(Math.max(0, at - 60), at + 60)
  return `应为 …${cut(wanted)}…，却是 …${cut(found)}…`
}

const shownFields = () =>
  [...document.querySelectorAll('main input[data-at]:not([type=checkbox]), main textarea[data-at]')].map((field) => [
    field.dataset.at,
    field.value,
  ])

/** Goes to a place of the open draft and compares what it shows with what is stored. */
export const compareShown = async (page, draft, place, titles) => {
  await wayThrough(page)
    .getByRole('link', { name: titles.get(place) })
    .click()
  await headingOf(page, titles.get(place)).waitFor()
  const { typed } = draft
  const parts = new Map([...typed.overview, ...typed.improvement, ...typed.other].map(({ id, text }) => [id, text]))
  const storedAt = ([block, row, column]) =>
    typed.cells[block]?.[row]?.[column] ??
    (block === 'handlingFee' ? typed.handlingFee[row] : (parts.get(row) ?? (row ? typed[block][row] : typed[block])))
  return (await page.evaluate(shownFields)).flatMap(([at, shown]) => {
    const stored = storedAt(at.split('.'))
    return String(stored) === shown ? [] : [`${at} 显示“${shown}”，存的却是“${stored}”`]
  })
}
