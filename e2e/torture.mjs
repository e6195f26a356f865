// npm run torture: kills the browser in the middle of the work, and leaves pages in every orderly way, and looks whether
// anything is damaged or missing. KILLS, LEAVES and SEED in the environment; `--built` takes dist/ as it is.
//
// What is measured: a stroke counts as received when the browser has answered that the page dealt with it; the kill is at the
// first SIGKILL. A stroke that was received more than 500 ms before the kill must be stored, where the machine ran: what it
// stood still in the second before, so that even this program did not run, is added and told. And what is stored must be
// exactly one of the contents that the draft had on the way. After an orderly leave nothing may be missing but a stroke that
// had not been answered when the leave began.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build, preview } from 'vite'
import { findInstalledBrowser, root, say } from './setup.mjs'
import { canKill } from './torture-browser.mjs'
import { createRandom } from './torture-random.mjs'
import { createBench } from './torture-rounds.mjs'
import { allowance, loadReader } from './torture-truth.mjs'

const kills = Number(process.env.KILLS ?? 200)
const leaves = Number(process.env.LEAVES ?? 200)
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, 'localhost', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

const count = { passed: 0, failed: 0, skips: [] }
const losses = []
const worst = (key) => Math.max(0, ...losses.map((one) => one[key]))

/** A round takes some seconds; one that hangs is told and not waited for. */
const patience = 240_000

const inTime = (round) => {
  let timer
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('这一次 4 分钟也没有结束')), patience)
  })
  return Promise.race([round, late]).finally(() => clearTimeout(timer))
}

const play = async (kind, number, round) => {
  // Each round has a seed of its own: how far the one before came does not change what this one draws.
  const random = createRandom(seed * 1_000_003 + number * 2 + (kind === 'leave' ? 1 : 0))
  const log = []
  const { faults, loss, lossFromSending, stalled } = await inTime(round(random, log)).catch((error) => {
    say(`第 ${number + 1} 次${kind === 'kill' ? '强行结束' : '离开'}中断（SEED=${seed}）：${log.join('、')}`)
    throw error
  })
  if (kind === 'kill') losses.push({ loss, lossFromSending, stalled })
  if (faults.length === 0) count.passed += 1
  else {
    count.failed += 1
    say(`没有通过：第 ${number + 1} 次${kind === 'kill' ? '强行结束' : '离开'}（SEED=${seed}）：${log.join('、')}`)
    for (const fault of faults) say(`  ${fault}`)
  }
}

const main = async () => {
  const started = Date.now()
  const executablePath = process.env.CHROMIUM_PATH || findInstalledBrowser()
  if (!executablePath)
    throw new Error('没有找到 Chromium，请先运行 npm test，或用环境变量 CHROMIUM_PATH 指明它的位置。')
  if (!process.argv.includes('--built')) await build({ root, logLevel: 'warn' })
  const port = await freePort()
  const server = await preview({
    root,
    preview: { port, host: 'localhost', strictPort: true, open: false },
    logLevel: 'error',
  })
  const profile = mkdtempSync(path.join(tmpdir(), 'torture-'))
  process.on('exit', () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }))
  const reader = await loadReader()
  const bench = await createBench({ executablePath, profile, address: `http://localhost:${port}/`, reader })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130))
  say(`SEED=${seed}：强行结束浏览器 ${kills} 次，离开页面 ${leaves} 次`)
  const rounds = Math.max(kills, leaves)
  for (let number = 0; number < rounds; number += 1) {
    if (number < kills && canKill) await play('kill', number, bench.kill)
    if (number < leaves) await play('leave', number, bench.leave)
    const seconds = Math.round((Date.now() - started) / 1000)
    if ((number + 1) % 10 === 0) say(`${number + 1} / ${rounds}（${seconds} 秒，最多少了 ${worst('loss')} 毫秒）`)
  }
  if (!canKill && kills > 0)
    count.skips.push(`强行结束浏览器 ${kills} 次（这个系统没有 /proc，无法按编号结束整个进程树）`)
  const over = losses.filter(({ loss }) => loss > allowance)
  for (const { loss, stalled } of over) say(`有一次少了 ${loss} 毫秒，那之前的 1 秒里机器停顿了 ${stalled} 毫秒`)
  say(`被强行结束时最多少了最后 ${worst('loss')} 毫秒的填写（从按键发出算起 ${worst('lossFromSending')} 毫秒）`)
  for (const text of count.skips) say(`跳过：${text}`)
  server.httpServer.close()
}

await main().catch((error) => {
  count.failed += 1
  console.error(error)
})
if (process.env.TORTURE_RESULT) writeFileSync(process.env.TORTURE_RESULT, JSON.stringify({ ...count, faults: [] }))
say(`${count.passed} passed, ${count.failed} failed${count.skips.length > 0 ? `, ${count.skips.length} skipped` : ''}`)
process.exit(count.failed > 0 ? 1 : 0)
