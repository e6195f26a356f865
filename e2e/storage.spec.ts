import { expect, test, type BrowserContext, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { ReportPage } from './report-page'
import { allIn, putIn } from './stored'

const database = 'gov-info-disclosure-annual-report'

/** A page of the same origin in which the app does not run: another program, or an older or newer copy of the app. */
const elsewhere = async (context: BrowserContext): Promise<Page> => {
  const page = await context.newPage()
  await page.goto('./favicon.svg')
  return page
}

/** Opens the database and keeps it open until the page is closed; makes the stores of version 1 where there are none. */
const hold = (page: Page, version: number): Promise<void> =>
  page.evaluate(
    ([name, version]) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open(String(name), Number(version))
        request.addEventListener('upgradeneeded', () => {
          if (request.result.objectStoreNames.length > 0) return
          request.result.createObjectStore('drafts', { keyPath: 'id' })
          request.result.createObjectStore('versions', { keyPath: ['draft', 'at'] })
          request.result.createObjectStore('units', { keyPath: 'draft' })
        })
        request.addEventListener('success', () => {
          Object.assign(window, { held: request.result })
          resolve()
        })
        request.addEventListener('error', () => reject(request.error ?? new Error('not opened')))
      }),
    [database, version] as const,
  )

const saveAs = async (page: Page, button: string): Promise<{ readonly name: string; readonly json: unknown }> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ])
  return {
    name: download.suggestedFilename(),
    json: JSON.parse(readFileSync(await download.path(), 'utf8')) as unknown,
  }
}

test('a window with an older copy of the app is waited for, and the app goes on when it is closed', async ({
  page,
  context,
}) => {
  const older = await elsewhere(context)
  await hold(older, 1)
  await page.goto('./')
  await expect(page.getByText('还有窗口开着旧版的本程序')).toBeVisible()
  await older.close()
  await expect(page.getByText('这台电脑上还没有年报')).toBeVisible()
  await expect(page.getByText('还有窗口开着旧版的本程序')).toHaveCount(0)
  await new ReportPage(page).create('示例市水务局')
})

test('an older copy of the app changes nothing of what a newer one stored, and hands all of it out as a file', async ({
  page,
  context,
}) => {
  const app = new ReportPage(page)
  await app.create('示例市水务局')
  await app.saved()
  const newer = await elsewhere(context)
  await hold(newer, 99)
  // The window that was open is told, keeps what is typed and offers the file.
  await expect(page.getByText('存储已由新版程序接管，这个旧版窗口不能再保存')).toBeVisible()
  await page.getByLabel('地址').fill('示例路3号')
  await expect(page.getByRole('alert').filter({ hasText: '未能保存' })).toContainText('请改用新版程序')
  const { text } = await app.download('导出文件')
  expect(JSON.parse(text)).toMatchObject({ report: { agency: { address: '示例路3号' } } })
  await newer.close()

  await page.reload()
  await expect(page.getByRole('heading', { name: '请使用新版程序' })).toBeVisible()
  const { name, json } = await saveAs(page, '全部另存为文件')
  expect(name).toMatch(/^政府信息公开年报 全部存储内容 \d{4}-\d\d-\d\d\.json$/)
  expect(json).toMatchObject({
    version: 99,
    stores: { drafts: [{ value: { typed: { agency: { name: '示例市水务局', address: '' } } } }] },
  })
})

test('where nothing is kept the app works, says so on every screen, and asks before what is in no file is gone', async ({
  page,
}) => {
  await page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }))
  const app = new ReportPage(page)
  await app.home()
  await expect(page.getByRole('alert')).toContainText('现在什么都不会保存')
  await expect(page.getByText('只保存在这台电脑的浏览器里')).toHaveCount(0)
  await app.create('示例市水务局')
  await expect(page.getByRole('alert')).toContainText('现在什么都不会保存')
  await page.getByLabel('地址').fill('示例路3号')
  await expect(page.getByText('只在这个窗口里，关闭就没有了')).toBeVisible()
  await expect(page.getByRole('status', { name: '保存情况' })).toHaveText('所填内容只在这个窗口里')
  const asked: string[] = []
  page.on('dialog', (dialog) => {
    asked.push(dialog.type())
    void dialog.dismiss()
  })
  await page.evaluate(() => location.reload())
  await expect.poll(() => asked).toEqual(['beforeunload'])
  await expect(page.getByLabel('地址')).toHaveValue('示例路3号')

  await app.go('预览与导出')
  const { text } = await app.download('导出 JSON')
  expect(JSON.parse(text)).toMatchObject({ report: { agency: { address: '示例路3号' } } })
  await page.reload()
  await expect(page.getByText('这里没有这份年报')).toBeVisible()
  expect(asked).toEqual(['beforeunload'])
})

test('a store that cannot be opened is told, tried again, and can be done without', async ({ page }) => {
  await page.addInitScript(() => {
    const open = IDBFactory.prototype.open
    IDBFactory.prototype.open = function (...args: Parameters<typeof open>) {
      if (!('isWell' in window)) throw new DOMException('Internal error opening backing store', 'UnknownError')
      return open.apply(this, args)
    }
  })
  const app = new ReportPage(page)
  await page.goto('./')
  await expect(page.getByRole('heading', { name: '浏览器里的存储打不开' })).toBeVisible()
  await app.button('先不保存，继续使用').click()
  await expect(page.getByText('现在什么都不会保存：浏览器里的存储打不开')).toBeVisible()
  await app.button('试填示例').click()
  await expect(page.getByRole('heading', { level: 1, name: '基本信息' })).toBeVisible()

  await page.goto('./')
  await page.reload()
  await expect(app.button('再试一次')).toBeVisible()
  await page.evaluate(() => Object.assign(window, { isWell: true }))
  await app.button('再试一次').click()
  await expect(page.getByText('这台电脑上还没有年报')).toBeVisible()
})

test('a store that gives no answer leaves no blank page', async ({ page }) => {
  await page.addInitScript(() => {
    const open = IDBFactory.prototype.open
    IDBFactory.prototype.open = function (...args: Parameters<typeof open>) {
      const request = open.apply(this, args)
      const wait = (event: Event): void => {
        event.stopImmediatePropagation()
        Object.assign(window, {
          answer: () => {
            request.removeEventListener('success', wait)
            request.dispatchEvent(new Event('success'))
          },
        })
      }
      request.addEventListener('success', wait)
      return request
    }
  })
  await page.goto('./')
  await expect(page.getByText('浏览器的存储还没有回应')).toBeVisible({ timeout: 20_000 })
  await page.evaluate(() => (window as unknown as { answer: () => void }).answer())
  await expect(page.getByText('这台电脑上还没有年报')).toBeVisible()
})

test('a damaged record is set apart, saved as a file, removed and put back; the others are listed', async ({
  page,
}) => {
  const app = new ReportPage(page)
  await app.create('示例市水务局')
  await app.saved()
  await page.goto('./favicon.svg')
  await putIn(page, 'drafts', { id: 'r0', name: '坏的一份', typed: null })
  await app.home()
  await expect(page.getByRole('heading', { name: '有 1 份存储的内容已损坏，打不开' })).toBeVisible()
  await expect(page.getByRole('link', { name: '示例市水务局2023年年报' })).toBeVisible()
  const { json } = await saveAs(page, '把损坏的年报“坏的一份”另存为文件')
  expect(json).toEqual({ store: 'drafts', key: 'r0', value: { id: 'r0', name: '坏的一份', typed: null } })
  await app.button('删除损坏的年报“坏的一份”').click()
  await expect(page.getByRole('heading', { name: /已损坏/ })).toHaveCount(0)
  await app.button('撤销删除').click()
  await expect(page.getByRole('heading', { name: '有 1 份存储的内容已损坏，打不开' })).toBeVisible()
  await page.goto('./#/draft/r0/basics')
  await expect(page.getByText('存储的内容已损坏')).toBeVisible()
})

test('a damaged record that a file mended is listed as damaged no more, and neither 删除 nor 撤销删除 touches what is whole', async ({
  page,
}) => {
  const app = new ReportPage(page)
  await app.create('示例市水务局')
  await app.saved()
  await app.go('预览与导出')
  const { name, text } = await app.download('导出 JSON')
  await page.goto('./favicon.svg')
  const [healthy] = (await allIn(page, 'drafts')) as readonly { readonly id: string }[]
  const damaged = { ...healthy, name: '坏的一份', typed: null }
  await putIn(page, 'drafts', damaged)
  const link = page.getByRole('link', { name: '示例市水务局2023年年报' })
  const remove = app.button('删除损坏的年报“坏的一份”')

  await app.home()
  await expect(remove).toBeVisible()
  await app.openText(name, text)
  await page.getByLabel('地址').fill('示例路3号')
  await app.saved()
  await page.getByRole('link', { name: '政府信息公开年报' }).click()
  await expect(link).toBeVisible()
  await expect(page.getByRole('button', { name: /^删除损坏的版本/ })).toBeVisible()
  await expect(remove).toHaveCount(0)

  // It becomes whole while it is listed, and nobody says so.
  await putIn(page, 'drafts', damaged)
  await page.reload()
  await expect(remove).toBeVisible()
  await putIn(page, 'drafts', healthy)
  await remove.click()
  await expect(page.getByRole('alert').filter({ hasText: '没有删除任何内容' })).toContainText('年报“坏的一份”')
  await expect(remove).toHaveCount(0)
  await expect(link).toBeVisible()

  // It becomes whole after it was removed.
  await putIn(page, 'drafts', damaged)
  await page.reload()
  await remove.click()
  await expect(remove).toHaveCount(0)
  await putIn(page, 'drafts', healthy)
  await app.button('撤销删除').click()
  await expect(page.getByRole('region', { name: '提示' })).toContainText('没有放回损坏的年报“坏的一份”')
  await expect(link).toBeVisible()
  expect(await allIn(page, 'drafts')).toEqual([healthy])
  const { json } = await saveAs(page, '另存为文件')
  expect(json).toEqual({ store: 'drafts', key: healthy?.id, value: damaged })
})

test('a store that another program cleared while a draft is open is filled again by itself', async ({
  page,
  context,
}) => {
  const app = new ReportPage(page)
  await app.create('示例市水务局')
  await page.getByLabel('地址').fill('示例路3号')
  await app.saved()
  const other = await elsewhere(context)
  await other.evaluate(
    (name) =>
      new Promise<void>((resolve) => indexedDB.deleteDatabase(name).addEventListener('success', () => resolve())),
    database,
  )
  await expect(page.getByText('打开着的这份年报已重新存入')).toBeVisible()
  await page.getByLabel('电话').fill('0000-1111111')
  await app.saved()
  await page.reload()
  await expect(page.getByLabel('地址')).toHaveValue('示例路3号')
  await expect(page.getByLabel('电话')).toHaveValue('0000-1111111')
})

test('without local storage everything is stored all the same', async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError')
      },
    }),
  )
  const app = new ReportPage(page)
  await app.create('示例市水务局')
  await page.getByLabel('地址').fill('示例路3号')
  await app.saved()
  await app.home()
  await page.getByRole('link', { name: '示例市水务局2023年年报' }).click()
  await expect(page.getByLabel('地址')).toHaveValue('示例路3号')
})

test('the browser is asked once to keep what is stored, and what it says is told', async ({ page }) => {
  await page.addInitScript(() => {
    const count = (): number => Number(sessionStorage.getItem('asked') ?? 0)
    navigator.storage.persist = () => {
      sessionStorage.setItem('asked', String(count() + 1))
      return Promise.resolve(false)
    }
  })
  const app = new ReportPage(page)
  await app.home()
  await expect(page.getByText('浏览器没有答应长期保存')).toHaveCount(0)
  expect(await page.evaluate(() => sessionStorage.getItem('asked'))).toBeNull()
  await app.create('示例市水务局')
  await page.getByLabel('地址').fill('示例路3号')
  await app.saved()
  await app.home()
  await expect(page.getByText('浏览器没有答应长期保存')).toBeVisible()
  await page.getByRole('link', { name: '示例市水务局2023年年报' }).click()
  await page.getByLabel('电话').fill('0000-1111111')
  await app.saved()
  expect(await page.evaluate(() => sessionStorage.getItem('asked'))).toBe('1')
})
