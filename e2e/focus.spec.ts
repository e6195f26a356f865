import { expect, test, type Page } from '@playwright/test'
import { ReportPage } from './report-page'
import { copyOf, example, seed } from './review-samples'
import { putIn } from './stored'
import { walk } from './walk'

const title = (page: Page) => page.getByRole('heading', { level: 1 })

/** Goes to a button and presses it by the keyboard. */
const press = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name, exact: true }).focus()
  await page.keyboard.press('Enter')
}

const hasFocus = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.activeElement !== null && document.activeElement !== document.body)

const home = (page: Page): Promise<void> => page.getByRole('link', { name: '政府信息公开年报' }).click()

/** Makes the reminder due that a copy should be kept outside the browser; seen after the next load. */
const work = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const id = /draft\/(\w+)/.exec(location.hash)?.[1] ?? ''
    const since = { copiedAt: 0, time: 2_460_000, fields: 2, hushed: { time: 0, fields: 0 } }
    localStorage.setItem(`gov-info-disclosure-annual-report:work:${id}`, JSON.stringify(since))
  })

test('the focus goes to the title of the list or the review that was come to, not when the program is opened', async ({
  page,
}) => {
  const app = new ReportPage(page, 2025)
  const copy = copyOf(example())
  await seed(page, copy)
  await page.reload()
  await expect(page.getByRole('link', { name: '示例市数据管理局2025年年报' })).toBeVisible()
  expect(await hasFocus(page)).toBe(false)
  await page.getByRole('link', { name: '示例市数据管理局2025年年报' }).click()
  await expect(title(page)).toHaveText(/^审阅/)
  await expect(title(page)).toBeFocused()
  await home(page)
  await expect(app.button('新建年报')).toBeVisible()
  await expect(title(page)).toBeFocused()
  await app.button('试填示例').click()
  await expect(title(page)).toHaveText('基本信息')
  await home(page)
  await expect(app.button('新建年报')).toBeVisible()
  await expect(title(page)).toBeFocused()
})

test('a button that goes by its own press leaves the focus somewhere, on the list and beside a report', async ({
  page,
}) => {
  const app = new ReportPage(page, 2025)
  await seed(page, copyOf(example()))
  await app.example()
  await app.saved()
  await work(page)
  await page.reload()
  await press(page, '关闭留存提醒')
  await expect(page.getByRole('region', { name: '留存提醒' })).toHaveCount(0)
  await expect(title(page)).toBeFocused()
  await app.goSection('overview')
  await press(page, '删除“（二）依申请公开”')
  await press(page, '关闭')
  await expect(title(page)).toBeFocused()
  await app.goSection('requests')
  await page.getByRole('button', { name: '其余填 0' }).click()
  await press(page, '关闭')
  await expect(title(page)).toBeFocused()

  await work(page)
  await app.home()
  await press(page, '关闭留存提醒')
  await expect(page.getByRole('group', { name: '留存提醒' })).toHaveCount(0)
  await expect(title(page)).toBeFocused()
  await app.openText('x.json', '{}')
  await press(page, '知道了')
  await expect(title(page)).toBeFocused()
  for (const removal of ['删除“示例市数据管理局2025年年报”', '删除待审阅的“示例市数据管理局2025年年报”'])
    for (const way of ['撤销删除', '关闭']) {
      await press(page, removal)
      await press(page, way)
      await expect(app.button(way), removal).toHaveCount(0)
      await expect(title(page), `${removal} ${way}`).toBeFocused()
    }
})

test('the dialog of a restoring and the folder keep the focus as their buttons change', async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(window, {
      showDirectoryPicker: async () => {
        const root = await navigator.storage.getDirectory()
        return root.getDirectoryHandle('留底', { create: true })
      },
    })
    Object.assign(FileSystemHandle.prototype, {
      queryPermission: async () => sessionStorage.getItem('permission') ?? 'granted',
      requestPermission: async () => {
        sessionStorage.setItem('permission', 'granted')
        return 'granted'
      },
    })
  })
  const app = new ReportPage(page, 2025)
  await app.example()
  await home(page)
  const { name, text } = await app.download('备份全部')
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), app.button('恢复').click()])
  await chooser.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
  await expect(app.button('取消')).toBeFocused()
  await press(page, '确定恢复')
  await expect(app.button('知道了')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(app.button('恢复')).toBeFocused()

  await press(page, '选择留底文件夹')
  await expect(app.button('停止自动留底')).toBeFocused()
  await page.evaluate(() => sessionStorage.setItem('permission', 'prompt'))
  await page.reload()
  await press(page, '继续自动留底')
  await expect(app.button('继续自动留底')).toHaveCount(0)
  await expect(app.button('停止自动留底')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(app.button('选择留底文件夹')).toBeFocused()
})

test('a word about what was done covers nothing that has the focus, and Esc closes it', async ({ page }) => {
  const app = new ReportPage(page, 2025)
  await app.example()
  for (const size of [
    { width: 320, height: 640 },
    { width: 683, height: 384 },
    { width: 1000, height: 700 },
  ]) {
    await page.setViewportSize(size)
    await app.goSection('requests')
    await app.button('复制全表').click()
    await app.go('检查结果')
    const { covered, stops } = await walk(page)
    expect(covered, `${size.width}`).toEqual([])
    expect(stops).toBeGreaterThan(10)
    const word = page.getByRole('region', { name: '提示' })
    const { height = 0, width = 0 } = (await word.boundingBox()) ?? {}
    expect(height).toBeLessThan(size.height / 5)
    expect(width).toBe(size.width - 32)

    await app.button('快捷键').click()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(word).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(word).toHaveCount(0)
    await expect(app.button('快捷键')).toBeFocused()
  }
})

test('two words about what was done cover nothing of a wide page either', async ({ page }) => {
  const app = new ReportPage(page, 2025)
  await app.example()
  await page.setViewportSize({ width: 1366, height: 768 })
  await app.goSection('requests')
  await app.button('复制全表').click()
  await app.button('其余填 0').click()
  await expect(page.getByRole('region', { name: '提示' })).toHaveCount(2)
  const { covered, stops } = await walk(page)
  expect(covered).toEqual([])
  expect(stops).toBeGreaterThan(20)
})

test('what was removed first can be given back after what was removed second, each by a button that can be seen', async ({
  page,
}) => {
  const app = new ReportPage(page, 2025)
  await seed(page, copyOf(example()))
  await putIn(page, 'reviews', copyOf(example((typed) => Object.assign(typed, { id: 'r2', year: 2024 }))))
  await app.example()
  await app.home()
  const names = [
    '待审阅的“示例市数据管理局2025年年报”',
    '待审阅的“示例市数据管理局2024年年报”',
    '“示例市数据管理局2025年年报”',
  ]
  const back = app.button('撤销删除')
  for (const name of names) {
    await app.button(`删除${name}`).click()
    await expect(back).toHaveAccessibleDescription(`已删除${name}`)
  }
  await expect(page.getByText('这台电脑上还没有年报')).toBeVisible()
  await expect(page.getByRole('table', { name: '待审阅' })).toHaveCount(0)
  for (const name of [...names].reverse()) {
    await expect(back).toHaveAccessibleDescription(`已删除${name}`)
    await expect(back).toBeFocused()
    await back.click()
  }
  await expect(back).toHaveCount(0)
  await expect(page.getByRole('link', { name: /^示例市数据管理局202[45]年年报$/ })).toHaveCount(3)
})

test('at 320 px the list fits, and the keys can be read from the first one on; no key without Ctrl shows them', async ({
  page,
}) => {
  const app = new ReportPage(page, 2025)
  await page.setViewportSize({ width: 320, height: 640 })
  await seed(page, copyOf(example()))
  await app.example()
  await page.keyboard.press('Control+/')
  const dialog = page.getByRole('dialog', { name: '快捷键' })
  await expect(dialog.getByRole('heading', { name: '快捷键' })).toBeFocused()
  expect(await dialog.evaluate(({ scrollTop }) => scrollTop)).toBe(0)
  const { width = 0 } = (await dialog.getByRole('definition').first().boundingBox()) ?? {}
  expect(width).toBeGreaterThan(200)
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await expect(dialog).toHaveCount(0)
  await app.home()
  await expect(page.getByRole('heading', { name: '备份' })).toBeVisible()
  await expect(page.getByRole('link', { name: '示例市数据管理局2025年年报' })).toHaveCount(2)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
})

test('what must be filled in is told by the field, the chosen filter by a line, the rules by the page’s title', async ({
  page,
}) => {
  const app = new ReportPage(page, 2025)
  const isRequired = async (...labels: readonly string[]): Promise<void> => {
    for (const label of labels)
      await expect(page.getByLabel(label, { exact: true }).last(), label).toHaveAttribute('aria-required', 'true')
  }
  await app.home()
  await app.button('新建年报').click()
  await isRequired('单位名称', '单位类型', '年度')
  await page.getByLabel('单位名称').fill('示例市水务局')
  await page.getByLabel('单位类型').selectOption({ index: 1 })
  await app.button('开始填报').click()
  await expect(page.getByRole('heading', { level: 1, name: '基本信息' })).toBeVisible()
  await isRequired('单位名称', '单位类型')
  await expect(page.getByLabel('地址')).not.toHaveAttribute('aria-required')

  await page.emulateMedia({ colorScheme: 'dark' })
  await app.goSection('overview')
  await page.getByRole('button', { name: '插入数字到“（一）主动公开”' }).click()
  const sought = page.getByRole('combobox', { name: '按表中的名称找数字' })
  const ink = await sought.evaluate((element) => getComputedStyle(element, '::placeholder').color)
  expect(ink).toBe('rgb(169, 178, 189)')
  await page.keyboard.press('Escape')

  await app.go('检查结果')
  const [all, faults] = await page.getByRole('group', { name: '只看' }).getByRole('button').all()
  const look = (button = all) =>
    button?.evaluate((element) => {
      const { boxShadow, fontWeight } = getComputedStyle(element)
      return {
        width: Math.round(element.getBoundingClientRect().width),
        hasLine: boxShadow.includes('inset'),
        fontWeight,
      }
    })
  const [pressed, other] = [await look(), await look(faults)]
  expect(pressed).toMatchObject({ hasLine: true, fontWeight: '600' })
  expect(other).toMatchObject({ hasLine: false, fontWeight: '400' })
  await faults?.click()
  expect(await look()).toEqual({ ...pressed, hasLine: false, fontWeight: '400' })
  expect(await look(faults)).toEqual({ ...other, hasLine: true, fontWeight: '600' })

  await app.button('本单位无需审核').click()
  await isRequired('理由', '姓名')
  await expect(page.getByLabel('姓名')).toHaveAttribute('autocomplete', 'name')
  await page.keyboard.press('Escape')

  await page.getByRole('link', { name: '查看全部规则' }).click()
  await expect(page).toHaveTitle(/^检查规则/)
  await app.button('返回').click()
  await expect(page).toHaveTitle(/^检查结果 · 示例市水务局/)
})
