// `npm test`: sets the machine up, runs every check and closes with the sum. See setup.mjs for the syntax allowed here.
import fs from 'fs'
import { tmpdir } from 'os'
import path from 'path'
import util from 'util'
import { auditDependencies } from './audit.mjs'
import { ensureFirefox } from './firefox.mjs'
import { ensureOldChromiums } from './old-chromium.mjs'
import {
  ensureChineseFonts,
  findOrInstallBrowser,
  findOrInstallShell,
  install,
  isPortTaken,
  nodeProblem,
  root,
  run,
  runTool,
  say,
} from './setup.mjs'

const e2ePort = Number(process.env.E2E_PORT || 4180)
const sum = { passed: 0, failed: 0, skipped: 0 }
const failures = []
const skips = []

function fail(text) {
  sum.failed++
  failures.push(text)
}

function skip(text) {
  sum.skipped++
  skips.push(text)
}

async function check(name, advice, runIt) {
  say(`\n== ${name} ==`)
  const passed = (await runIt()) === 0
  if (passed) sum.passed++
  else fail(`${name}没有通过：${advice}`)
  return passed
}

// What a long report scrolled away stands once more at its end.
const mostFaults = 20
const brief = (text) =>
  util
    .stripVTControlCharacters(String(text || ''))
    .trim()
    .slice(0, 600)

// Adds up one runner's tests. A runner that crashed, ran no test or failed outside its tests counts as one failure.
async function countTests(name, read, runIt) {
  say(`\n== ${name} ==`)
  const folder = fs.mkdtempSync(path.join(tmpdir(), 'npm-test-'))
  const remove = () => fs.rmSync(folder, { recursive: true, force: true })
  process.on('exit', remove) // Should the run be broken off.
  const file = path.join(folder, 'result.json')
  try {
    const code = await runIt(file)
    if (!fs.existsSync(file)) return fail(`${name}没有结果，运行中断了：请看上面的报错，改正以后再运行 npm test。`)
    const found = read(JSON.parse(fs.readFileSync(file, 'utf8')))
    sum.passed += found.passed
    sum.failed += found.failed
    found.skips.forEach(skip)
    if (found.failed > 0) {
      failures.push(`${name}有 ${found.failed} 项没有通过：请看上面的报错，改正以后再运行 npm test。`)
      failures.push(...found.faults.slice(0, mostFaults))
    } else if (found.passed === 0)
      fail(`${name}一项也没有运行：请看上面的报错；没有报错的话，请检查测试文件是否还在、是否都被跳过了。`)
    else if (code !== 0) fail(`${name}的各项都通过了，但运行时出了别的错：请看上面的报错，改正以后再运行 npm test。`)
  } finally {
    remove()
  }
}

// A file that could not be loaded, or whose set-up failed, has no failed test of its own and counts as one failure.
// A unit test says why it is skipped in its `meta.reason`, as Vitest's report leaves the note of `skip(note)` out.
function readVitest(result) {
  const found = { passed: 0, failed: 0, skips: [], faults: [] }
  for (const file of result.testResults) {
    const name = path.relative(root, file.name)
    const broken = file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed')
    if (broken) {
      found.failed++
      found.faults.push(`${name}：${brief(file.message)}`)
    }
    for (const test of file.assertionResults) {
      const reason = test.meta.reason || (broken ? '前面出错，没有轮到它运行' : '没有写明理由')
      if (test.status === 'passed') found.passed++
      else if (test.status === 'failed') {
        found.failed++
        found.faults.push(`${name}：${test.fullName}\n${brief(test.failureMessages[0])}`)
      } else found.skips.push(`${name}：${test.fullName}（${reason}）`)
    }
  }
  return found
}

function readPlaywright(result) {
  const found = { passed: 0, failed: 0, skips: [], faults: [] }
  const readSuite = (suite) => {
    for (const spec of suite.specs || []) {
      for (const test of spec.tests) {
        if (test.status === 'expected') found.passed++
        else if (test.status !== 'skipped') {
          found.failed++
          found.faults.push(`e2e/${spec.file}：${spec.title}\n${brief(playwrightFault(test))}`)
        } else found.skips.push(`e2e/${spec.file}：${spec.title}（${playwrightReason(test)}）`)
      }
    }
    for (const inner of suite.suites || []) readSuite(inner)
  }
  result.suites.forEach(readSuite)
  return found
}

function playwrightFault(test) {
  const result = test.results[test.results.length - 1]
  return result && result.error && result.error.message
}

function playwrightReason(test) {
  const mark = test.annotations.find(({ type }) => type === 'skip' || type === 'fixme')
  if (!mark) return '前面出错，没有轮到它运行'
  return mark.description || '没有写明理由'
}

async function checkDependencies() {
  await check('依赖检查', '请按上面的说明处理，再运行 npm test。', async () => {
    const { faults, unreachable } = auditDependencies(root)
    faults.forEach(say)
    if (unreachable) skip(`依赖的安全公告（${unreachable}）`)
    return faults.length
  })
}

async function checkSource() {
  await check('类型检查', '请按上面的文件和行号改正类型错误，再运行 npm test。', () =>
    runTool('typescript', ['--noEmit']),
  )
  await check('代码检查（oxlint）', '请按上面的文件和行号改正，再运行 npm test。', () =>
    runTool('oxlint', ['--deny-warnings']),
  )
  await check('格式检查（prettier）', '请运行 npm run format 改正格式，再运行 npm test。', () =>
    runTool('prettier', ['--check', '.']),
  )
  await check('多余代码检查（knip）', '请删去上面列出的没有用到的文件、导出或依赖，再运行 npm test。', () =>
    runTool('knip', ['--no-progress']),
  )
}

async function testUnits() {
  const args = [
    'run',
    '--maxWorkers=2',
    '--allowOnly=false',
    '--exclude=e2e/**',
    '--reporter=default',
    '--reporter=json',
  ]
  await countTests('单元测试', readVitest, (file) => runTool('vitest', [...args, `--outputFile.json=${file}`]))
}

async function testEndToEnd(browser, shell) {
  if (!browser) return fail('端到端测试没有运行，因为没有可用的 Chromium：请安装 Chromium 或 Chrome，再运行 npm test。')
  if (await isPortTaken(e2ePort)) {
    return fail(`端到端测试没有运行，因为端口 ${e2ePort} 已被占用：请关掉占用它的程序，再运行 npm test。`)
  }
  const args = ['test', '-c', 'e2e/playwright.config.ts', '--reporter=list,json']
  const env = { CHROMIUM_PATH: browser, CHROMIUM_SHELL_PATH: shell || browser }
  await countTests('端到端测试', readPlaywright, (file) =>
    runTool('@playwright/test', args, { env: Object.assign(env, { PLAYWRIGHT_JSON_OUTPUT_FILE: file }) }),
  )
}

// The long run is `npm run torture`.
async function testCrashes(browser) {
  if (!browser) return fail('中断试验没有运行，因为没有可用的 Chromium：请安装 Chromium 或 Chrome，再运行 npm test。')
  const env = { KILLS: '10', LEAVES: '6', CHROMIUM_PATH: browser }
  const script = path.join(root, 'e2e', 'torture.mjs')
  await countTests(
    '中断试验',
    (result) => result,
    (file) => run(process.execPath, [script, '--built'], { env: Object.assign(env, { TORTURE_RESULT: file }) }),
  )
}

async function runAll() {
  if (!(await install())) return fail('依赖没有装上，其余各项都没有运行：请按上面的说明处理，再运行 npm test。')
  const browser = await findOrInstallBrowser()
  const shell = await findOrInstallShell(browser)
  if (browser) say(`端到端测试使用的浏览器：${browser}${shell ? `，与窗口无关的各项用 ${shell}` : ''}`)
  await ensureChineseFonts()
  await ensureOldChromiums()
  await ensureFirefox()
  await checkDependencies()
  await checkSource()
  await testUnits()
  const built = await check('构建', '请看上面的报错，改正以后再运行 npm test。', () => runTool('vite', ['build']))
  if (!built) {
    skip('首屏体积检查（因为构建没有成功）')
    skip('端到端测试（因为构建没有成功）')
    return skip('中断试验（因为构建没有成功）')
  }
  await check('首屏体积检查', '请看上面的说明，改正以后再运行 npm test。', () =>
    run(process.execPath, [path.join(root, 'e2e', 'budget.mjs')]),
  )
  await testEndToEnd(browser, shell)
  await testCrashes(browser)
}

async function main() {
  const problem = nodeProblem(process.versions.node)
  if (problem) {
    say(problem)
    process.exit(1)
  }
  await runAll().catch((error) => {
    fail(`测试中途出错（${error.message}）：请删去 node_modules 文件夹，再运行 npm test。`)
    console.error(error)
  })
  say('')
  for (const text of failures) say(`没有通过：${text}`)
  for (const text of skips) say(`跳过：${text}`)
  say(`${sum.passed} passed, ${sum.failed} failed${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''}`)
  process.exitCode = sum.failed > 0 ? 1 : 0
}

main()
