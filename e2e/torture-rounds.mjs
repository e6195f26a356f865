// One round each: a hand at work, a blow or an orderly leave at a random moment, and what is stored afterwards.
import { killTree, startBrowser } from './torture-browser.mjs'
import { createHand } from './torture-hand.mjs'
import { createModel } from './torture-model.mjs'
import { createRandom } from './torture-random.mjs'
import { allowance, compare, compareShown, createJudge, readTruth } from './torture-truth.mjs'
import { titlesOf } from './torture-windows.mjs'

const rest = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

const beat = 20
const usual = 10

/**
 * Notes how long the machine did not let even this program run: a heart that should beat every 20 ms and is more than 10 ms
 * late. What a busy machine takes from all is no fault of the app.
 */
const watchStalls = () => {
  const stalls = []
  let last = performance.now()
  const timer = setInterval(() => {
    const late = performance.now() - last - beat
    last = performance.now()
    if (late > usual) stalls.push({ at: Date.now(), late })
  }, beat)
  return {
    stop: () => clearInterval(timer),
    /** How long it stood still in the second before a moment. */
    before: (until) =>
      Math.round(stalls.filter(({ at }) => at > until - 1_000).reduce((sum, { late }) => sum + late, 0)),
  }
}

const makeDraft = async (page, address, name) => {
  await page.goto('about:blank')
  await page.goto(`${address}#/`)
  await page.getByRole('button', { name: '新建年报', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: '新建年报' })
  await dialog.getByLabel('单位名称').fill(name)
  await dialog.getByLabel('单位类型').selectOption({ label: '政府部门' })
  await dialog.getByLabel('年度').selectOption('2023')
  await dialog.getByRole('button', { name: '开始填报' }).click()
  await page.getByRole('heading', { level: 1, name: '基本信息' }).waitFor()
}

/**
 * Three drafts on one profile: two for the hand, and the example, which nobody touches. `executablePath` is the browser,
 * `address` where the app is served.
 */
export const createBench = async ({ executablePath, profile, address, reader }) => {
  const start = () => startBrowser(executablePath, profile, address)
  const judge = createJudge(reader)
  let running = await start()
  const [page] = running.context.pages()
  for (const name of ['示例市水务局', '示例市交通局']) await makeDraft(page, address, name)
  await page.goto('about:blank')
  await page.goto(`${address}#/`)
  await page.getByRole('button', { name: '试填示例', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: '基本信息' }).waitFor()
  const { hash } = new URL(page.url())
  const example = /draft\/(\w+)/.exec(hash)?.[1]
  let truth = await readTruth(page, address, example)
  let seat
  const written = truth.drafts.map(({ id }) => id).filter((id) => id !== example)
  const known = new Set([...written, example])
  const format = reader.formatById(truth.drafts.find(({ id }) => id === written[0]).format)
  const enteredCells = reader.enteredCells(format).filter(({ column }) => column !== '')

  const titles = titlesOf(format)

  /** Reads what is stored, and what a place of a draft shows; the next hand sits down there. */
  const look = async (page, random, draft) => {
    await page.bringToFront()
    const read = await readTruth(page, address, draft)
    const faults = judge(read, known)
    for (const { id } of read.drafts) known.add(id) // What nobody made is told once.
    const place = random.pick([...titles.keys()])
    const record = read.drafts.find(({ id }) => id === draft)
    faults.push(...(await compareShown(page, record, place, titles)))
    truth = read
    seat = { page, draft, place }
    // Another page stands ready behind it: the browser goes on when the first is closed.
    for (const other of running.context.pages()) if (other !== page) await other.close()
    await running.context.newPage()
    await page.bringToFront()
    return faults
  }

  /** A hand before the page where the last round ended; `isOver` tells it when to stop. */
  const sit = async (random, isOver) => {
    // The first is open, the second is for a second window, the example comes last and stays as it is.
    const turn = ({ id }) => (id === seat.draft ? 0 : id === example ? 2 : 1)
    const drafts = [...truth.drafts].sort((a, b) => turn(a) - turn(b))
    const models = new Map(drafts.map((draft) => [draft.id, createModel(draft, enteredCells)]))
    const hand = createHand({ context: running.context, address, models, random, format, enteredCells, isOver })
    await hand.windows.begin(seat)
    return { models, hand }
  }

  /** Lets the hand work for some time; gives its models and a promise of its last stroke. */
  const work = async (random, log, most) => {
    let isOver = false
    const { models, hand } = await sit(random, () => isOver)
    const ended = hand.work(log).catch((error) => {
      if (!isOver) throw error
    })
    await Promise.race([rest(random.int(50, most)), ended])
    isOver = true
    return { models, ended, front: hand.windows.front }
  }

  await look(page, createRandom(0), written[0])

  return {
    kill: async (random, log) => {
      const stalls = watchStalls()
      const { models, ended } = await work(random, log, 2_500).finally(stalls.stop)
      const until = killTree(running.pid)
      const stalled = stalls.before(until)
      // The hand has no browser any more; what it still waited for may never answer.
      await Promise.all([Promise.race([ended, rest(5_000)]), running.ended])
      running = await start()
      if (random.chance(0.2)) {
        log.push('启动时再次强行结束')
        await running.context.pages()[0].goto(`${address}#/`, { waitUntil: 'commit' })
        await rest(random.int(0, 1_000))
        killTree(running.pid)
        await running.ended
        running = await start()
      }
      const faults = await look(running.context.pages()[0], random, random.pick(written))
      const { faults: others, ...losses } = compare(models, truth, until, allowance + stalled)
      return { faults: [...others, ...faults], ...losses, stalled }
    },

    leave: async (random, log) => {
      const { models, ended, front } = await work(random, log, 1_500)
      // In the middle of a stroke, or between two; but not while a place is being gone to.
      if (![...models.values()].some((model) => model.isStroking())) await ended
      const name = random.pick(Object.keys(leaves))
      log.push(name)
      const window = front()
      const until = Date.now()
      const page = (await leaves[name](window.page, address)) ?? (await running.context.newPage())
      await ended
      const faults = await look(page, random, window.draft)
      const { faults: others, ...losses } = compare(models, truth, until)
      return { faults: [...others, ...faults], ...losses }
    },
  }
}

/** The ways out of a page, as a person goes them; each gives the page where it ends, if it is still open. */
const leaves = {
  reload: async (page) => {
    await page.reload()
    return page
  },
  close: async (page) => {
    const closed = page.waitForEvent('close')
    await page.close({ runBeforeUnload: true })
    await closed
  },
  'away and back': async (page) => {
    await page.goto('about:blank')
    await page.goBack({ waitUntil: 'commit' })
    return page
  },
  away: async (page) => {
    await page.goto('about:blank')
    return page
  },
  'another document': async (page, address) => {
    await page.goto(`${address}rules.json`)
    return page
  },
  'another hash': async (page, address) => {
    await page.goto(`${address}#/rules`)
    return page
  },
  'the list, and a reload at once': async (page) => {
    await page.getByRole('link', { name: '政府信息公开年报', exact: true }).click({ noWaitAfter: true })
    await page.reload()
    return page
  },
  'the list': async (page) => {
    await page.getByRole('link', { name: '政府信息公开年报', exact: true }).click()
    return page
  },
}
