import { expect, test, type Page } from '@playwright/test'
import { readFile } from '../src/review/file'
import { axeFindings } from './axe'
import { complaintsOf, ReportPage } from './report-page'

/** The folder of the browser's own that stands for the chosen one, and what it is told to do, kept for the next load. */
const prepare = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    Object.assign(window, {
      showDirectoryPicker: async () => {
        const root = await navigator.storage.getDirectory()
        return root.getDirectoryHandle('留底', { create: true })
      },
    })
    const rule = (name: string): string | null => sessionStorage.getItem(name)
    Object.assign(FileSystemHandle.prototype, {
      queryPermission: async () => rule('permission') ?? 'granted',
      requestPermission: async () => {
        const answer = rule('answer') ?? 'granted'
        sessionStorage.setItem('permission', answer)
        return answer
      },
    })
    const { createWritable } = FileSystemFileHandle.prototype
    Object.assign(FileSystemFileHandle.prototype, {
      createWritable: function (this: FileSystemFileHandle) {
        if (rule('disk') === 'full') throw new DOMException('full', 'QuotaExceededError')
        return createWritable.call(this)
      },
    })
  })
}

const set = (page: Page, name: string, value: string): Promise<void> =>
  page.evaluate(([key, text]) => sessionStorage.setItem(key, text), [name, value] as const)

/** What stands in the folder, by file name; nothing of a file that is just being replaced, and not what it is replaced by. */
const filesOf = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(async () => {
    const root = await navigator.storage.getDirectory()
    const folder = await root.getDirectoryHandle('留底', { create: true })
    const files: Record<string, string> = {}
    for await (const [name, handle] of folder as unknown as AsyncIterable<[string, FileSystemFileHandle]>)
      if (name.endsWith('.json'))
        files[name] = await handle.getFile().then(
          (file) => file.text(),
          () => '',
        )
    return files
  })

const addressIn = (text: string | undefined): string => {
  const read = readFile(text ?? '')
  return read.ok ? read.value.report.agency.address : read.problem.message
}

const panel = (page: Page) => page.getByRole('region', { name: '备份' })

const leave = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: '政府信息公开年报' }).click()
  await expect(panel(page)).toBeVisible()
}

const openFirst = (page: Page) => page.getByRole('link', { name: '示例市水务局2023年年报', exact: true }).click()

test('a chosen folder gets each changed report as a file that opens, when the editor is left', async ({ page }) => {
  const complaints = complaintsOf(page)
  await prepare(page)
  const app = new ReportPage(page)
  await app.create('示例市水务局')
  await page.getByLabel('地址').fill('旧地址')
  await leave(page)
  await app.button('选择留底文件夹').click()
  await expect(panel(page)).toContainText(/改过的年报自动存入文件夹“留底”，上次 \d\d:\d\d。/)
  await expect(panel(page)).toContainText(/上次在浏览器之外留一份：\d\d:\d\d/)
  expect(await axeFindings(page)).toEqual([])
  const [first = ''] = Object.keys(await filesOf(page))
  expect(first).toMatch(/^示例市水务局2023年政府信息公开工作年度报告 \d{4}-\d\d-\d\d\.json$/)

  await openFirst(page)
  await page.getByLabel('地址').fill('新地址')
  await leave(page)
  await expect.poll(async () => addressIn((await filesOf(page))[first])).toBe('新地址')
  expect(Object.keys(await filesOf(page))).toEqual([first])

  await page.getByRole('button', { name: '停止自动留底' }).click()
  await expect(app.button('选择留底文件夹')).toBeVisible()
  await openFirst(page)
  await page.getByLabel('地址').fill('再改的地址')
  await leave(page)
  await expect(app.button('选择留底文件夹')).toBeVisible()
  expect(addressIn((await filesOf(page))[first])).toBe('新地址')
  expect(complaints).toEqual([])
})

test('a permission that the browser forgot is asked for again by a click; refused, typing goes on', async ({
  page,
}) => {
  await prepare(page)
  const app = new ReportPage(page)
  await app.create('示例市水务局')
  await leave(page)
  await app.button('选择留底文件夹').click()
  await expect(panel(page)).toContainText('自动存入文件夹“留底”')

  await set(page, 'permission', 'prompt')
  await set(page, 'answer', 'denied')
  await openFirst(page)
  await page.getByLabel('地址').fill('新地址')
  await app.saved()
  await leave(page)
  await expect(panel(page)).toContainText('浏览器要您再同意一次，才能继续存入文件夹“留底”。')
  await app.button('继续自动留底').click()
  await page.waitForFunction(() => sessionStorage.getItem('permission') === 'denied')
  await expect(panel(page)).toContainText('浏览器要您再同意一次')
  expect(addressIn(Object.values(await filesOf(page))[0])).toBe('')

  await set(page, 'answer', 'granted')
  await app.button('继续自动留底').click()
  await expect(panel(page)).toContainText('自动存入文件夹“留底”')
  expect(addressIn(Object.values(await filesOf(page))[0])).toBe('新地址')
})

test('a full disk is told, leaves the last copy whole, and keeps nobody from typing', async ({ page }) => {
  await prepare(page)
  const app = new ReportPage(page)
  await app.create('示例市水务局')
  await page.getByLabel('地址').fill('旧地址')
  await leave(page)
  await app.button('选择留底文件夹').click()
  await expect(panel(page)).toContainText('自动存入文件夹“留底”')

  await set(page, 'disk', 'full')
  await openFirst(page)
  await page.getByLabel('地址').fill('新地址')
  await app.saved()
  await leave(page)
  await expect(panel(page)).toContainText('没有能存入文件夹“留底”：磁盘已满，请清理或换一个文件夹。填报不受影响。')
  expect(await axeFindings(page)).toEqual([])
  expect(Object.values(await filesOf(page)).map(addressIn)).toEqual(['旧地址'])
  await openFirst(page)
  const word = page.getByRole('region', { name: '留存提醒' })
  await expect(word).toContainText('磁盘已满，请清理或换一个文件夹。填报不受影响。请到首页的“备份”里处理。')
  await word.getByRole('button', { name: '关闭留存提醒' }).click()
  await expect(word).toBeHidden()
  await leave(page)
  // The list tries by itself, too: there is room from the click on, so that only this try can be the one that succeeds.
  await page.evaluate(() =>
    document.addEventListener('click', () => sessionStorage.setItem('disk', 'empty'), { capture: true, once: true }),
  )
  await app.button('再试一次').click()
  await expect(panel(page)).toContainText('改过的年报自动存入文件夹“留底”')
  expect(Object.values(await filesOf(page)).map(addressIn)).toEqual(['新地址'])
})

test('where the part that writes the copies cannot be fetched, it is told and tried again', async ({ page }) => {
  const uncaught: string[] = []
  page.on('pageerror', ({ message }) => uncaught.push(message))
  await prepare(page)
  await page.route(/\/assets\/copier-[^/]*\.js$/, (route) => route.abort())
  const app = new ReportPage(page)
  await app.create('示例市水务局')
  await leave(page)
  await app.button('选择留底文件夹').click()
  await expect(panel(page)).toContainText(
    '没有能存入文件夹“留底”：程序文件没有取到，程序可能已经更新或停止服务，请确认它还开着，再刷新页面。填报不受影响。',
  )
  await page.unroute(/\/assets\/copier-[^/]*\.js$/)
  await app.button('再试一次').click()
  await expect(panel(page)).toContainText('改过的年报自动存入文件夹“留底”')
  expect(Object.keys(await filesOf(page))).toHaveLength(1)
  expect(uncaught).toEqual([])
})

test('where the browser cannot write into a folder, no such offer is made, and it says why', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showDirectoryPicker'))
  await new ReportPage(page).home()
  await expect(panel(page)).toContainText('这个浏览器不能自动存入文件夹')
  await expect(page.getByRole('button', { name: '选择留底文件夹' })).toBeHidden()
})
