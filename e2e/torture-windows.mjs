// The windows of the browser: one in front, perhaps a second one with another draft.

/** What the places of a draft are called in their headings and links. */
export const titlesOf = (format) =>
  new Map([['basics', '基本信息'], ...format.sections.map(({ id, title }) => [id, title])])

export const headingOf = (page, title) => page.getByRole('heading', { level: 1, name: title, exact: true })

export const wayThrough = (page) => page.getByRole('navigation', { name: '填报步骤' })

/** The windows in which the models' drafts are open, and the ways between them and their places. */
export const createWindows = ({ context, address, models, format }) => {
  const [, secondDraft] = [...models.keys()]
  const titles = titlesOf(format)
  const order = [...titles.keys()]
  let open = []
  let front = 0

  const standsAt = (page, place) => headingOf(page, titles.get(place)).waitFor()

  /** Takes over where another window fills the draft in, or one that is gone did; says whether that was so. */
  const take = async ({ page, model }) => {
    const here = page.getByRole('button', { name: '在这里填写', exact: true })
    const field = page.locator('main :is(input, textarea)[data-at]:not([readonly])')
    await here.or(field).first().waitFor()
    if (!(await here.isVisible())) return false
    await here.press('Enter')
    await here.waitFor({ state: 'hidden' })
    model.leave()
    return true
  }

  const load = async (page, draft, place) => {
    await page.goto(`${address}#/draft/${draft}/${place}`)
    await standsAt(page, place)
    return { page, draft, model: models.get(draft), place }
  }

  const here = () => open[front]

  const closeSecond = async () => {
    if (open.length < 2) return
    const [window] = open.splice(1, 1)
    front = 0
    const closed = window.page.waitForEvent('close')
    await window.page.close({ runBeforeUnload: true })
    await closed
    await here().page.bringToFront()
    await take(here())
  }

  return {
    front: here,
    /** Sits down before a page in which a draft is open. */
    begin: async ({ page, draft, place }) => {
      open = [{ page, draft, model: models.get(draft), place }]
      front = 0
      await take(here())
    },
    goTo: async (place) => {
      const window = here()
      if (window.place === place) return
      await wayThrough(window.page)
        .getByRole('link', { name: titles.get(place) })
        .click()
      window.model.leave()
      await standsAt(window.page, place)
      window.place = place
    },
    next: async () => {
      const window = here()
      const place = order[order.indexOf(window.place) + 1]
      if (place === undefined) return
      await window.page.keyboard.press('Control+Enter')
      window.model.leave()
      await standsAt(window.page, place)
      window.place = place
    },
    /** An undo leads to the section of what it changed. */
    arriveAt: async (at, enteredCells) => {
      const window = here()
      window.place = enteredCells.find((cell) => cell.at === at).section
      await window.page.locator(`[data-at="${at}"]:focus`).waitFor()
    },
    copy: (text) => here().page.evaluate((words) => navigator.clipboard.writeText(words), text),
    /** Opens another draft beside the first. */
    openSecond: async () => {
      if (open.length > 1) return
      const page = await context.newPage()
      open.push(await load(page, secondDraft, 'overview'))
      front = 1
      await page.bringToFront()
      await take(here())
      here().model.opened()
    },
    /** Opens the same draft in a second window, which takes it over from the first. */
    openSame: async () => {
      if (open.length > 1) return
      const page = await context.newPage()
      open.push(await load(page, here().draft, here().place))
      front = 1
      await page.bringToFront()
      if (!(await take(here()))) throw new Error('The second window of a draft was not told of the first.')
    },
    turn: async () => {
      front = (front + 1) % open.length
      await here().page.bringToFront()
      await take(here())
    },
    closeSecond,
    /** Out to the list and back in. */
    reopen: async () => {
      const window = here()
      await window.page.getByRole('link', { name: '政府信息公开年报', exact: true }).click()
      window.model.leave()
      const row = window.page.getByRole('table', { name: '年报列表' })
      await row.locator(`a[href$="${window.draft}/basics"]`).click()
      await standsAt(window.page, 'basics')
      await take(window)
      window.model.opened()
      window.place = 'basics'
    },
  }
}
