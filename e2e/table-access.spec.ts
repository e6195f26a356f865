import { expect, test, type Locator, type Page } from '@playwright/test'
import { ReportPage } from './report-page'

/** Section three of a report with a figure that cannot be read, and so with cards beside the table. */
const openWithFault = async (page: Page): Promise<ReportPage> => {
  const app = new ReportPage(page, 2025)
  await app.example()
  await app.goSection('requests')
  await app.cell('requests.received.natural').fill('1.2万')
  await app.cell('requests.received.business').fill('3')
  await page.keyboard.press('Tab')
  await expect(app.cell('requests.received.natural')).toHaveAttribute('data-fault', 'error')
  return app
}

/** The names of the cells of which nothing lies under a head, a balance or the edge of the window. */
const wholeCells = (page: Page): Promise<readonly string[]> =>
  page.getByRole('table').evaluate((table) =>
    [...table.querySelectorAll('input')]
      .filter((input) => {
        const { left, right, top, bottom } = input.getBoundingClientRect()
        return [top + 2, bottom - 2].every((y) => document.elementFromPoint((left + right) / 2, y) === input)
      })
      .map((input) => input.getAttribute('aria-label') ?? ''),
  )

/** The names of the cells that are partly covered when the focus comes to them. */
const coveredInTurn = (page: Page): Promise<readonly string[]> =>
  page.getByRole('table').evaluate((table) =>
    [...table.querySelectorAll('input')]
      .filter((input) => {
        input.focus()
        const { left, right, top, bottom } = input.getBoundingClientRect()
        return [top + 2, bottom - 2].some((y) => document.elementFromPoint((left + right) / 2, y) !== input)
      })
      .map((input) => input.getAttribute('aria-label') ?? ''),
  )

test('at ordinary zoom ten rows of table three stand between its heads and its balances, and no cell is covered', async ({
  page,
}) => {
  const app = await openWithFault(page)
  for (const size of [
    { width: 1093, height: 506 },
    { width: 911, height: 512 },
    { width: 900, height: 481 },
    { width: 1366, height: 650 },
  ]) {
    const name = `${size.width} × ${size.height}`
    await page.setViewportSize(size)
    await app.cell('requests.received.natural').focus()
    await app.cell('requests.needsCreation.natural').focus()
    const whole = await wholeCells(page)
    const rows = whole.filter((label) => label.endsWith(' 自然人'))
    expect(rows.length, name).toBeGreaterThanOrEqual(10)
    await expect(page.getByRole('columnheader', { name: '自然人' }), name).toBeInViewport({ ratio: 1 })
    await expect(app.balance('自然人'), name).toBeInViewport({ ratio: 1 })
    expect(await coveredInTurn(page), name).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBe(size.width)
  }
})

test('where the page scrolls as a whole, the next place begins at its title', async ({ page }) => {
  const app = new ReportPage(page, 2025)
  await app.example()
  await page.setViewportSize({ width: 683, height: 384 })
  await app.goSection('disclosure')
  await page.getByRole('link', { name: /^下一步/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^三、/ })).toBeInViewport({ ratio: 1 })
})

test('播报 tells which block is selected once the hand rests, and how many cells were copied, emptied and pasted', async ({
  page,
}) => {
  const app = new ReportPage(page, 2025)
  await app.example()
  await app.goSection('requests')
  const said = page.getByRole('status', { name: '播报' })
  await app.cell('requests.received.natural').focus()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowRight')
  await expect(said).toHaveText('选中 2 行 2 列')
  await page.keyboard.press('Control+a')
  await expect(said).toHaveText('选中 25 行 7 列')
  await page.keyboard.press('Delete')
  await expect(said).toHaveText('已清空 144 格')
  await page.getByRole('table').evaluate((table) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', '5\n6')
    const paste = { clipboardData, bubbles: true, cancelable: true }
    table.querySelector('input')?.dispatchEvent(new ClipboardEvent('paste', paste))
  })
  await expect(said).toHaveText('已粘贴 2 格')
})

const lineOf = (cell: Locator): Promise<string> =>
  cell.evaluate((element) => {
    const { borderBottomWidth, borderBottomStyle, borderBottomColor } = getComputedStyle(element)
    return `${borderBottomWidth} ${borderBottomStyle} ${borderBottomColor}`
  })

/** Section two of the example with a warning on a figure. */
const openWithWarning = async (page: Page): Promise<Locator> => {
  const app = new ReportPage(page, 2025)
  await app.example()
  await app.goSection('disclosure')
  const cell = app.cell('issued.normative.issued')
  await cell.fill('90')
  await page.keyboard.press('Tab')
  await expect(cell).toHaveAttribute('data-fault', 'warning')
  return cell
}

/** The descriptions that fields name and that are not there. */
const danglingIn = (page: Page): Promise<readonly string[]> =>
  page
    .locator('[aria-describedby]')
    .evaluateAll((elements) =>
      elements
        .flatMap((element) => element.getAttribute('aria-describedby')?.split(' ') ?? [])
        .filter((id) => !document.getElementById(id)),
    )

test('an error has a plain line and a warning a dashed one, which stays when the cell is selected; its ground fills the cell', async ({
  page,
}) => {
  const warned = await openWithWarning(page)
  expect(await lineOf(warned)).toMatch(/^3px dashed/)
  await expect(warned).not.toHaveAttribute('aria-invalid')
  expect(await danglingIn(page)).toEqual([])
  const app = await openWithFault(page)
  const faulty = app.cell('requests.received.natural')
  await expect(app.cell('requests.received.business'), 'of a balance').toHaveAttribute('aria-invalid', 'true')
  const line = await lineOf(faulty)
  expect(line).toMatch(/^3px solid/)
  await faulty.focus()
  await page.keyboard.press('Shift+ArrowDown')
  await expect(faulty).toHaveAttribute('data-selected')
  expect(await lineOf(faulty)).toBe(line)
  await page.setViewportSize({ width: 1280, height: 720 })
  for (const column of ['natural', 'total']) {
    const [inner, outer] = await app
      .cell(`requests.confirmation.${column}`)
      .evaluate((element) => [
        element instanceof HTMLElement ? element.offsetHeight : 0,
        element.parentElement?.clientHeight,
      ])
    expect(inner, 'the row has two lines').toBeGreaterThan(40)
    expect(inner, column).toBe(outer)
  }
})

test('on a small window only the table scrolls sideways, the bar keeps off the edge and a provisional total in its cell', async ({
  page,
}) => {
  const app = await openWithFault(page)
  for (const width of [320, 683]) {
    await page.setViewportSize({ width, height: 640 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    const bar = await page.getByRole('banner').boundingBox()
    const button = await app.button('快捷键').boundingBox()
    expect((button?.y ?? 0) - (bar?.y ?? 0), `${width}`).toBeGreaterThanOrEqual(8)
    await page.addStyleTag({
      content: '* { letter-spacing: 0.12em !important; line-height: 1.5 !important; word-spacing: 0.16em !important }',
    })
    const total = app.cell('requests.received.total')
    await expect(total).toHaveAttribute('data-state', 'provisional')
    const [inner, outer] = await total.evaluate((element) => [element.scrollHeight, element.clientHeight])
    expect(inner, `${width}`).toBe(outer)
  }
})

test.describe('in forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active' } })

  test('the line of a fault is as dark as the words, double for an error and dashed for a warning', async ({
    page,
  }) => {
    const ink = await openWithWarning(page).then(lineOf)
    expect(ink).toBe('3px dashed rgb(0, 0, 0)')
    const app = await openWithFault(page)
    expect(await lineOf(app.cell('requests.received.natural'))).toBe('3px double rgb(0, 0, 0)')
  })
})
