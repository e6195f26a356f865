import { expect, test, type Page } from '@playwright/test'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { fileAddress, helpPlaywright, isHere, launch, missing, oneFile } from './kernels'

// What a person reads where the program cannot start: never a blank page.

const guard = (page: Page) => page.locator('#cannot-start')

for (const [name, address] of [
  ['the one file', fileAddress],
  ['a server', undefined],
] as const)
  test(`a kernel that is too old is told what to do, from ${name}`, async ({ baseURL }) => {
    test.skip(!isHere('83'), missing('83'))
    const browser = await launch('83')
    const page = await browser.newPage()
    await helpPlaywright(page)
    await page.goto(address ?? baseURL ?? '')
    await expect(guard(page).getByRole('heading', { name: '这个浏览器的内核太旧，打不开本程序' })).toBeVisible()
    await expect(guard(page)).toContainText('改为“极速模式”')
    await expect(guard(page)).toContainText('以前填的内容没有丢')
    await expect(guard(page)).toContainText('现在的内核：Chromium 83')
    await browser.close()
  })

test('where the browser has no <dialog>, it is too old as well', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(HTMLDialogElement.prototype, 'showModal'))
  await page.goto('./')
  await expect(guard(page)).toContainText('内核太旧')
  await expect(page.getByRole('button', { name: '新建年报' })).toHaveCount(0)
})

/** The one file, changed, as another file. */
const openChanged = async (page: Page, change: (html: string) => string): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'one-file-'))
  try {
    const file = join(folder, '年报.html')
    writeFileSync(file, change(readFileSync(oneFile, 'utf8')))
    await page.goto(pathToFileURL(file).href)
    await expect(guard(page).getByRole('heading', { name: '程序没有打开' })).toBeVisible()
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('a file that was cut off says that it is not whole', async ({ page }) => {
  await openChanged(page, (html) => html.slice(0, html.length / 2))
  await expect(guard(page)).toContainText('可能没有下载或复制完整')
})

test('a file that another program changed does not run, and says so', async ({ page }) => {
  await openChanged(page, (html) => html.replace('<script type="module" crossorigin>', (tag) => `${tag};`))
  await expect(guard(page)).toContainText('被别的程序改动过')
})

test('a server that has not got all files says which, and that nothing is lost', async ({ page }) => {
  await page.route(/assets\/index-.*\.js$/, (route) => route.fulfill({ status: 404 }))
  await page.goto('./')
  await expect(guard(page)).toContainText('已保存的内容没有受影响')
  await expect(guard(page)).toContainText(/没有取到 http.*\/assets\/index-.*\.js/)
})

test('without script the page says how to go on', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(baseURL ?? '')
  await expect(guard(page)).toContainText('请在浏览器设置里允许本页运行 JavaScript')
  await context.close()
})

test('where all is well the guard is silent', async ({ page }) => {
  await page.goto('./')
  await expect(page.getByRole('button', { name: '新建年报' })).toBeVisible()
  await expect(guard(page)).toHaveCount(0)
})
