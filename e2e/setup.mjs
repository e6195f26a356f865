// Shared by `npm start` and `npm test`. Node 12 must be able to load start.mjs, test.mjs and this file, or the version
// check is never reached: built-in modules without the `node:` prefix, no `?.`, no `??`, no top-level await.
import { spawn, spawnSync } from 'child_process'
import { existsSync, readFileSync, statSync, utimesSync } from 'fs'
import { connect } from 'net'
import path from 'path'
import { fileURLToPath } from 'url'

/** The folder that holds package.json. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/** Prints one line for the user. */
export function say(text) {
  console.log(text)
}

/** Says what is wrong with a version of Node, or gives undefined when the project's tools run on it. */
export function nodeProblem(version) {
  const [major, minor] = version.split('.').map(Number)
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22
  if (fits) return undefined
  return `现在的 Node.js 是 ${version}，本项目不能在它上面运行：请安装 Node.js 20.19 以上的 20.x 版（或 22.12 以上），再重新运行。`
}

/** Runs a program in the project's folder and gives its exit code; `minutes` bounds it, together with its children. */
export function run(command, args, { env = {}, minutes, shell = false } = {}) {
  return new Promise((resolve) => {
    const group = Boolean(minutes) && process.platform !== 'win32'
    const inherited = { ...process.env, ...env }
    delete inherited.NODE_ENV // A value left over in the user's shell would change what is built and tested.
    const stdio = ['ignore', 'inherit', 'inherit']
    const child = spawn(command, args, { cwd: root, stdio, env: inherited, detached: group, shell })
    const kill = (signal) => {
      try {
        if (group) process.kill(-child.pid, signal)
        else child.kill(signal)
      } catch {
        // It has ended already.
      }
    }
    const timer = minutes ? setTimeout(() => kill('SIGKILL'), minutes * 60000) : undefined
    let stoppedWith
    const onInterrupt = () => {
      stoppedWith = 130
      if (group) kill('SIGINT') // Otherwise the terminal has told the child as well.
    }
    const onTerminate = () => {
      stoppedWith = 143
      kill('SIGINT') // Playwright stops its server on this signal only.
    }
    process.on('SIGINT', onInterrupt).on('SIGTERM', onTerminate)
    const end = (code) => {
      clearTimeout(timer)
      process.off('SIGINT', onInterrupt).off('SIGTERM', onTerminate)
      if (stoppedWith) process.exit(stoppedWith)
      resolve(code)
    }
    child.on('error', () => end(127))
    child.on('exit', (code) => end(code === null ? 1 : code))
  })
}

/** Runs the program an installed package brings along, with Node itself, so that no shell is needed on any system. */
export function runTool(name, args, options) {
  const folder = path.join(root, 'node_modules', name)
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  const file = typeof bin === 'string' ? bin : Object.values(bin)[0]
  return run(process.execPath, [path.join(folder, file), ...args], options)
}

/** Runs npm in the project's folder and gives its exit code. */
export function runNpm(args) {
  const own = process.env.npm_execpath
  if (own && /npm-cli\.c?js$/.test(own)) return run(process.execPath, [own, ...args], { minutes: 20 })
  return run('npm', args, { minutes: 20, shell: process.platform === 'win32' })
}

const installedList = path.join(root, 'node_modules', '.package-lock.json')

function isInstalled() {
  if (!existsSync(installedList)) return false
  const lock = path.join(root, 'package-lock.json')
  return !existsSync(lock) || statSync(installedList).mtimeMs >= statSync(lock).mtimeMs
}

/** Installs the dependencies when they are missing or older than the lock file; says so and gives false on failure. */
export async function install() {
  if (isInstalled()) return true
  say('正在安装依赖……')
  const options = ['--include=dev', '--no-audit', '--no-fund']
  if ((await runNpm(['ci', ...options])) !== 0) {
    say('npm ci 没有成功，改用 npm install 再试一次。')
    if ((await runNpm(['install', '--no-save', ...options])) !== 0 || !existsSync(installedList)) {
      say('依赖没有装上：请看上面的 npm 报错，检查网络和 npm 的源（npm config get registry），再重新运行。')
      return false
    }
  }
  utimesSync(installedList, new Date(), new Date()) // npm leaves it alone when there was nothing to change.
  return true
}

function answers(host, port) {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1000 })
    const end = (answer) => {
      socket.destroy()
      resolve(answer)
    }
    socket.on('connect', () => end(true))
    socket.on('timeout', () => end(false))
    socket.on('error', () => end(false))
  })
}

/** Whether some program already answers on this port, under any of the addresses `localhost` may stand for. */
export async function isPortTaken(port) {
  const found = await Promise.all([answers('127.0.0.1', port), answers('::1', port)])
  return found.includes(true)
}

/** What every Chromium of the tests is started with: it draws by itself and asks nobody for anything. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

function usualBrowsers() {
  if (process.platform === 'darwin') {
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge']
    return names.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
  }
  if (process.platform === 'win32') {
    const { LOCALAPPDATA, PROGRAMFILES, 'PROGRAMFILES(X86)': PROGRAMFILES_X86 } = process.env
    const folders = [PROGRAMFILES, PROGRAMFILES_X86, LOCALAPPDATA].filter(Boolean)
    const files = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe']
    return files.reduce((all, file) => all.concat(folders.map((folder) => path.join(folder, file))), [])
  }
  return ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map((name) => `/usr/bin/${name}`)
}

// On Linux the file may be there and yet not start: a libraries package is missing, or it only asks for a snap.
function works(file) {
  if (!existsSync(file)) return false
  if (process.platform !== 'linux') return true
  return spawnSync(file, ['--version', '--no-sandbox'], { stdio: 'ignore', timeout: 30000 }).status === 0
}

/** Gives the path of a Chromium, Chrome or Edge in one of its usual places, or undefined. */
export function findInstalledBrowser() {
  return usualBrowsers().find(works)
}

async function playwrightBrowser() {
  try {
    const { chromium } = await import('@playwright/test')
    return chromium.executablePath()
  } catch {
    return '' // Playwright has no browser for this system.
  }
}

/** Whether this is a Debian or the like on which packages may be installed. */
export function canUseApt() {
  if (process.platform !== 'linux' || process.getuid() !== 0) return false
  return spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0
}

let aptIsFresh = false

/** Installs Debian packages and gives apt-get's exit code. */
export async function aptInstall(packages) {
  const patience = ['-o', 'Acquire::Retries=2', '-o', 'Acquire::http::Timeout=30', '-o', 'DPkg::Lock::Timeout=60']
  const options = { env: { DEBIAN_FRONTEND: 'noninteractive' }, minutes: 15 }
  if (!aptIsFresh) await run('apt-get', [...patience, 'update'], options)
  aptIsFresh = true
  return run('apt-get', [...patience, 'install', '-y', ...packages], options)
}

/** Gives the path of a browser that starts, after downloading one if need be; says so and gives undefined on failure. */
export async function findOrInstallBrowser() {
  const named = process.env.CHROMIUM_PATH
  if (named && works(named)) return named
  if (named) say(`环境变量 CHROMIUM_PATH 指向的 ${named} 不能启动，改找别的浏览器。`)
  const own = await playwrightBrowser()
  const ready = () => findInstalledBrowser() || (works(own) ? own : undefined)
  if (ready()) return ready()

  say('没有找到 Chromium，正在用 Playwright 下载一个（最多等 5 分钟）……')
  await runTool('@playwright/test', ['install', 'chromium'], { minutes: 5 })
  if (!ready() && canUseApt()) {
    say('还没有可用的 Chromium，正在用 apt-get 安装……')
    await aptInstall(['chromium'])
    // Ubuntu has no such package; there the downloaded one only lacks its libraries.
    if (!ready() && existsSync(own)) await runTool('@playwright/test', ['install-deps', 'chromium'], { minutes: 15 })
  }
  if (ready()) return ready()
  say('没有可用的 Chromium：请安装 Chromium 或 Chrome，或用环境变量 CHROMIUM_PATH 指明它的位置，再重新运行。')
  return undefined
}

const usualShell = '/usr/bin/chromium-headless-shell'

/** Gives the path of Chromium's headless shell, the same engine without windows of its own, or undefined. */
export function findShell() {
  return works(usualShell) ? usualShell : undefined
}

/**
 * Installs the headless shell beside Debian's own Chromium: most end-to-end tests take two thirds of the time in it. Where it
 * cannot be had they run in the browser itself, as they all do in one that the user named.
 */
export async function findOrInstallShell(browser) {
  if (browser !== '/usr/bin/chromium' || process.env.CHROMIUM_PATH) return undefined
  if (!existsSync(usualShell) && canUseApt()) {
    say('正在用 apt-get 安装 Chromium 的无窗口版（大部分测试用它更快）……')
    await aptInstall(['chromium-headless-shell'])
  }
  return findShell()
}

function hasChineseFonts() {
  const { stdout } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  return Boolean(stdout && stdout.trim())
}

/** Installs Chinese fonts on a Linux that has none; where it cannot, it warns and lets the tests go on. */
export async function ensureChineseFonts() {
  if (process.platform !== 'linux' || hasChineseFonts()) return
  if (canUseApt()) {
    say('系统里没有中文字体，正在用 apt-get 安装……')
    await aptInstall(['fontconfig', 'fonts-noto-cjk'])
    if (hasChineseFonts()) return
  }
  say(
    '没有查到中文字体，截图里的中文可能显示成方框，测试照常进行：需要看截图的话，请安装 fontconfig 和 fonts-noto-cjk。',
  )
}
