import { expect, test, type Page } from '@playwright/test'
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { complaintsOf, ReportPage } from './report-page'
import { startServer } from './static-server'

// Served safely (this computer counts as that), the program is kept by the browser and opens without the server.

test.use({ serviceWorkers: 'allow' })

const below = '/政务公开/年报/'
const rulesChunk = readdirSync('dist/assets').find((name) => /^Rules-.*\.js$/.test(name)) ?? ''
const newerTitle = '新版的检查规则'

/** Another build, as it would lie on the server: the part with the rules has other words and so another name. */
const newerBuild = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'newer-'))
  cpSync('dist', folder, { recursive: true })
  const change = (name: string, by: (text: string) => string): void =>
    writeFileSync(join(folder, name), by(readFileSync(join(folder, name), 'utf8')))
  for (const { parentPath, name } of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (/\.(js|html)$/.test(name))
      change(join(parentPath, name).slice(folder.length + 1), (text) => text.replaceAll(rulesChunk, 'Rules-newer.js'))
  renameSync(join(folder, 'assets', rulesChunk), join(folder, 'assets/Rules-newer.js'))
  change('assets/Rules-newer.js', (text) => text.replaceAll('检查规则', newerTitle))
  change('offline.js', (text) => text.replaceAll(/(revision:["'`])/g, '$1newer'))
  return folder
}

const isKept = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')
}

const keptParts = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const names = await caches.keys()
    const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    return kept.flat().map(({ url }) => url)
  })

const openRules = async (page: Page): Promise<void> => {
  await page.evaluate(() => (location.hash = '#/rules'))
  await expect(page.getByRole('heading', { level: 1 })).toContainText('检查规则')
}

test('it opens without the server, and a newer version waits until no older window is open', async ({ context }) => {
  const newer = newerBuild()
  const server = await startServer('dist', below)
  const address = `http://localhost:${server.port}${below}`
  const first = await context.newPage()
  const complaints = complaintsOf(first)
  await first.goto(address)
  await isKept(first)

  await server.close()
  const second = await context.newPage()
  await new ReportPage(second, 2025, address).create('示例市水务局')
  await second.getByRole('link', { name: '预览与导出' }).click()
  await expect(second.frameLocator('iframe').getByRole('heading', { level: 1 })).toBeVisible()

  const again = await startServer(newer, below, server.port)
  await second.reload()
  // The browser looks for a newer one in its own time.
  const word = first.getByRole('status', { name: '新版本' })
  await expect(word).toContainText('关闭本程序的所有窗口后再打开，即为新版', { timeout: 60_000 })
  await expect(second.getByRole('status', { name: '新版本' })).toBeVisible({ timeout: 60_000 })
  await openRules(first)
  await expect(first.getByRole('heading', { level: 1 })).not.toContainText(newerTitle)
  await word.getByRole('button', { name: '知道了' }).press('Enter')
  await expect(word).toBeEmpty()
  await expect(first.getByRole('heading', { level: 1 })).toBeFocused()
  expect(complaints).toEqual([])

  await first.close()
  await second.close()
  await expect(async () => {
    const third = await context.newPage()
    // While it is open, the version that it came with stays.
    try {
      await third.goto(address)
      await openRules(third)
      const title = await third.getByRole('heading', { level: 1 }).textContent()
      const kept = await keptParts(third)
      expect(title).toContain(newerTitle)
      expect(kept.some((url) => url.includes('Rules-newer.js'))).toBe(true)
      expect(kept.some((url) => url.includes(rulesChunk))).toBe(false)
    } finally {
      await third.close()
    }
  }).toPass()
  await again.close()
  rmSync(newer, { recursive: true })
})

test('it can be installed', async ({ page }) => {
  const app = new ReportPage(page)
  await app.home()
  await isKept(page)
  const session = await page.context().newCDPSession(page)
  const { errors, data } = await session.send('Page.getAppManifest')
  expect(errors).toEqual([])
  expect(data).toContain('政府信息公开年报')
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors')
  // A test's window is always a private one.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([])
})
