// npm run bench: how the app stands to a bare page with the same table, in the same browser, round by round.
import { chromium } from '@playwright/test'
import { createServer } from 'node:http'
import { cpus } from 'node:os'
import { build, preview } from 'vite'
import { measureChecks } from './bench-checks.mjs'
import { floorPage } from './bench-floor.mjs'
import { findInstalledBrowser } from './setup.mjs'

const rounds = Number(process.env.ROUNDS ?? 5)
const keys = 40
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]

await build({ logLevel: 'error' })
const server = await preview({ preview: { port: 4182, strictPort: true }, logLevel: 'error' })
const app = 'http://localhost:4182/'
const executablePath = process.env.CHROMIUM_PATH ?? findInstalledBrowser()
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ],
})
const context = await browser.newContext({
  viewport: { width: 1366, height: 768 },
  locale: 'zh-CN',
  serviceWorkers: 'block',
})
await context.grantPermissions(['clipboard-read', 'clipboard-write'])

// Every key's way to the screen is noted in the page itself: from the event's own time to after the next frame.
await context.addInitScript(() => {
  const painted = []
  Object.assign(window, { painted })
  const { port1, port2 } = new MessageChannel()
  let began = 0
  port1.addEventListener('message', () => painted.push(performance.now() - began))
  port1.start()
  addEventListener('keydown', (event) => (began = event.timeStamp), true)
  addEventListener('input', () => requestAnimationFrame(() => port2.postMessage(0)), true)
  new MutationObserver((_, observer) => {
    if (!document.querySelector('table [data-at]')) return
    observer.disconnect()
    requestAnimationFrame(() => setTimeout(() => (window.tablePainted = performance.now())))
  }).observe(document, { childList: true, subtree: true })
})

const makeDraft = async () => {
  const page = await context.newPage()
  await page.goto(app)
  await page.getByRole('button', { name: '新建年报' }).click()
  await page.getByLabel('单位名称').fill('示例市数据管理局')
  await page.getByLabel('单位类型').selectOption('department')
  await page.getByRole('button', { name: '开始填报' }).click()
  await page.getByRole('navigation').getByRole('link', { name: '三、' }).click()
  await page.getByRole('table').waitFor()
  const table = await page.getByRole('table').evaluate((element) => element.outerHTML)
  const style = await page.evaluate(() =>
    [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join('\n'),
  )
  const url = page.url()
  await page.getByText(/^已保存 \d/).waitFor()
  await page.close()
  return { url, floor: floorPage(table, style) }
}

const { url, floor } = await makeDraft()
const floorServer = createServer((_, response) =>
  response.setHeader('content-type', 'text/html; charset=utf-8').end(floor),
)
await new Promise((resolve) => floorServer.listen(4183, 'localhost', resolve))

const measure = async (address) => {
  const page = await context.newPage()
  const client = await context.newCDPSession(page)
  let bytes = 0
  page.on(
    'response',
    (response) =>
      void response.body().then(
        (body) => (bytes += body.length),
        () => undefined,
      ),
  )
  await client.send('Performance.enable', { timeDomain: 'threadTicks' })
  await page.goto(address)
  await page.waitForFunction(() => window.tablePainted !== undefined)
  const result = { 'navigation to table painted, ms': await page.evaluate(() => window.tablePainted) }
  await pause(300)
  result['bytes'] = bytes

  const metrics = async () => {
    const { metrics: all } = await client.send('Performance.getMetrics')
    const of = (name) => all.find((metric) => metric.name === name)?.value ?? 0
    return { task: of('TaskDuration') * 1000, script: of('ScriptDuration') * 1000, heap: of('JSHeapUsedSize') }
  }
  const during = async (work) => {
    await pause(400)
    const before = await metrics()
    await work()
    await pause(400)
    const after = await metrics()
    return { task: after.task - before.task, script: after.script - before.script }
  }
  const first = page.locator('[data-at="requests.received.natural"]')

  await page.evaluate(() =>
    navigator.clipboard.writeText(
      Array.from({ length: 24 }, (_, row) =>
        [1, 2, 3, 4, 5, 6].map((figure) => (row < 2 ? 12 : row === 23 ? 3 : 1) * figure).join('\t'),
      ).join('\n'),
    ),
  )

  // All 144 cells, one digit and Tab each, on a blank table.
  await first.focus()
  const typing = await during(async () => {
    for (let cell = 0; cell < 144; cell += 1) {
      await page.keyboard.press(String(cell % 10))
      await page.keyboard.press('Tab')
    }
  })
  result['typing 144 cells, main thread ms'] = typing.task

  // A key at a time in a full table: each changes three totals and two balances.
  const strokes = async () => {
    await page.locator('[data-at="requests.granted.business"]').focus()
    await page.keyboard.press('7')
    await page.evaluate(() => void (window.painted.length = 0))
    const cost = await during(async () => {
      for (let key = 0; key < keys; key += 1) {
        await page.keyboard.press(key % 2 === 0 ? '5' : 'Backspace')
        await pause(25)
      }
    })
    return { ...cost, painted: median(await page.evaluate(() => window.painted)) }
  }
  const full = await strokes()
  result['main thread per key, ms'] = full.task / keys
  result['script per key, ms'] = full.script / keys
  result['key to totals painted, ms'] = full.painted
  await client.send('Emulation.setCPUThrottlingRate', { rate: 6 })
  const slow = await strokes()
  result['main thread per key at 6×, ms'] = slow.task / keys
  result['key to totals painted at 6×, ms'] = slow.painted
  await client.send('Emulation.setCPUThrottlingRate', { rate: 1 })

  // 24 × 6 pasted into an emptied table.
  await first.focus()
  await page.evaluate(() => document.activeElement.blur())
  await page.evaluate(() => {
    for (const input of document.querySelectorAll('table input')) {
      input.value = ''
      input.dispatchEvent(new InputEvent('input', { bubbles: true }))
    }
  })
  await first.focus()
  const paste = await during(() => page.keyboard.press('Control+v'))
  const total = page.locator('[data-at="requests.received.total"]')
  if ((await total.textContent()) !== '252') throw new Error(`pasting did not arrive at ${address}`)
  result['pasting 24 × 6, main thread ms'] = paste.task

  await client.send('HeapProfiler.collectGarbage')
  result['heap, MB'] = (await metrics()).heap / 1e6
  await page.close()
  return result
}

const names = new Map()
for (let round = 0; round < rounds; round += 1) {
  const [own, bare] =
    round % 2 === 0
      ? [await measure(url), await measure('http://localhost:4183/')]
      : (await Promise.resolve([await measure('http://localhost:4183/'), await measure(url)])).reverse()
  for (const [name, value] of Object.entries(own)) {
    const list = names.get(name) ?? []
    names.set(name, [...list, { own: value, bare: bare[name] }])
  }
  console.log(`第 ${round + 1} 轮完成`)
}

const digits = (value) => (value >= 100 ? String(Math.round(value)) : value.toFixed(2))
const rows = [...names].map(([name, list]) => [
  name,
  digits(median(list.map(({ bare }) => bare))),
  digits(median(list.map(({ own }) => own))),
  digits(median(list.map(({ own, bare }) => own / bare))),
])
console.log(
  `\n${new Date().toISOString().slice(0, 10)}, ${cpus()[0]?.model ?? ''} × ${cpus().length}, Chromium ${browser.version()}, ${rounds} rounds\n`,
)
for (const row of [['', 'floor', 'app', 'ratio'], ['---', '---:', '---:', '---:'], ...rows])
  console.log(`| ${row.join(' | ')} |`)

const checks = await measureChecks()
console.log(
  `\nall rules on a report with ${checks.characters} characters of text, median: ${median(checks.opened).toFixed(1)} ms when all of it is new, ${median(checks.typed).toFixed(1)} ms when one part was written in`,
)

await browser.close()
floorServer.close()
await server.close()
