// A Chromium whose process tree is known, so that it can be killed by id in the middle of anything.
import { chromium } from '@playwright/test'
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { browserFlags } from './setup.mjs'

/** Only where the kernel tells who whose child is can a whole tree be killed by id. */
export const canKill = existsSync('/proc/self/stat')

const flags = [
  '--headless=new',
  '--remote-debugging-port=0',
  ...browserFlags,
  '--no-default-browser-check',
  '--password-store=basic',
  '--use-mock-keychain',
  '--hide-crash-restore-bubble',
  '--window-size=1366,768',
  '--lang=zh-CN',
]

/** Browsers that nobody has killed yet: none outlives this program. */
const running = new Set()
process.on('exit', () => running.forEach(killTree))

const addressFrom = (child) =>
  new Promise((resolve, reject) => {
    const told = []
    createInterface({ input: child.stderr }).on('line', (line) => {
      told.push(line)
      const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1]
      if (address) resolve(address)
    })
    child.once('exit', (code) => reject(new Error(`the browser ended with ${code}:\n${told.join('\n')}`)))
    child.once('error', reject)
  })

/**
 * Starts the browser on a profile. Without Playwright's own defaults, or every page would believe that it is seen and has
 * the focus, whatever window is in front.
 */
export const startBrowser = async (executablePath, profile, origin) => {
  const child = spawn(executablePath, [...flags, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  })
  const { pid } = child
  running.add(pid)
  const ended = new Promise((resolve) => child.once('exit', resolve))
  try {
    const browser = await chromium.connectOverCDP(await addressFrom(child), { noDefaults: true })
    const [context] = browser.contexts()
    if (!context) throw new Error('the browser has no context')
    context.setDefaultTimeout(60_000)
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin })
    return { pid, context, ended }
  } catch (error) {
    killTree(pid)
    throw error
  }
}

const statOf = (pid) => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    // The name in brackets may hold spaces and brackets itself.
    const [state, parent, group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { pid: Number(pid), state, parent: Number(parent), group: Number(group) }
  } catch {
    return undefined // It ended while we looked.
  }
}

/** All that stems from a process or belongs to the group that it leads, itself first; what is dead already is left out. */
const treeOf = (root) => {
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (statOf(name) ?? []) : []))
  const found = new Set([root])
  for (let size = 0; size < found.size;) {
    size = found.size
    for (const { pid, parent, group } of all) if (group === root || found.has(parent)) found.add(pid)
  }
  const dead = new Set(all.filter(({ state }) => state === 'Z' || state === 'X').map(({ pid }) => pid))
  return [...found].filter((pid) => !dead.has(pid))
}

const kill = (pid) => {
  try {
    process.kill(pid, 'SIGKILL')
    return true
  } catch {
    return false
  }
}

/** Kills a process and all that stems from it with SIGKILL, by id; gives the time of the first blow. */
export const killTree = (root) => {
  running.delete(root)
  if (!canKill) {
    kill(root)
    return Date.now()
  }
  const first = treeOf(root)
  const at = Date.now()
  first.forEach(kill)
  // Whatever was born between the look and the blow bears the same group.
  while (treeOf(root).filter(kill).length > 0);
  return at
}
