import { chromium, type Browser, type Page } from '@playwright/test'
import { pathToFileURL } from 'node:url'
// @ts-expect-error It is plain JavaScript without types, as it must run before anything is installed.
import { findFirefox as firefox } from './firefox.mjs'
// @ts-expect-error As above.
import { findOldChromium as oldChromium } from './old-chromium.mjs'
// @ts-expect-error As above.
import { findInstalledBrowser } from './setup.mjs'

/** The one file as it was built. */
export const oneFile = new URL('../dist/政府信息公开年报.html', import.meta.url)

export const fileAddress = pathToFileURL(decodeURIComponent(oneFile.pathname)).href

/** A host that only the browsers of these tests know, so that the page is no secure context. */
export const plainHost = 'intranet.test'

export const firefoxPath: string | undefined = firefox()

const pathOf = (kernel: string): string | undefined =>
  kernel === 'current' ? process.env.CHROMIUM_PATH || findInstalledBrowser() : oldChromium(kernel)

export const isHere = (kernel: string): boolean => kernel === 'current' || pathOf(kernel) !== undefined

/** Why a test in an old kernel is skipped. */
export const missing = (kernel: string): string =>
  `没有 Chromium ${kernel}：它由 npm test 从 npm 下载，只有 x64 的 Linux 上能用`

export const launch = (kernel: string): Promise<Browser> => {
  const executablePath = pathOf(kernel)
  return chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--disable-gpu', `--host-resolver-rules=MAP ${plainHost} 127.0.0.1`],
  })
}

const substitute = `if (!Element.prototype.checkVisibility) Element.prototype.checkVisibility = function () {
  for (let at = this; at; at = at.parentElement || (at.getRootNode() || {}).host)
    if (getComputedStyle(at).display === 'none') return false
  return true
}`

/**
 * Playwright asks elements for checkVisibility, which kernels before 105 have not: it is put into Playwright's own world of
 * this page, where no init script reaches. The session stays open, as what it added goes with it.
 */
export const helpPlaywright = async (page: Page): Promise<void> => {
  const version = Number.parseInt(page.context().browser()?.version() ?? '', 10)
  if (version >= 105) return
  const session = await page.context().newCDPSession(page)
  const worldName = new Promise<string>((resolve) =>
    session.on('Runtime.executionContextCreated', ({ context: { name } }) => {
      if (name.startsWith('__playwright_utility')) resolve(name)
    }),
  )
  await session.send('Page.enable')
  await session.send('Runtime.enable')
  await session.send('Page.addScriptToEvaluateOnNewDocument', { source: substitute, worldName: await worldName })
}
