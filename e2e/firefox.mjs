// Firefox for a smoke run. See setup.mjs for the syntax allowed here.
import { existsSync } from 'fs'
import { aptInstall, canUseApt, say } from './setup.mjs'

const places = [
  '/usr/bin/firefox-esr',
  '/usr/lib/firefox-esr/firefox-esr',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
]

/** Gives the path of a Firefox, or undefined. */
export function findFirefox() {
  const named = process.env.FIREFOX_PATH
  return (named ? [named] : places).find(existsSync)
}

/** Installs Firefox ESR where that is possible; elsewhere it says so, and the tests in it are skipped. */
export async function ensureFirefox() {
  if (findFirefox()) return
  if (canUseApt()) {
    say('没有找到 Firefox，正在用 apt-get 安装 firefox-esr……')
    await aptInstall(['firefox-esr'])
  }
  if (!findFirefox())
    say('没有可用的 Firefox，用它的测试会跳过：需要的话请安装 firefox-esr，或用环境变量 FIREFOX_PATH 指明位置。')
}
