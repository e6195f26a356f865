// The rules that every dependency keeps. See setup.mjs for the syntax allowed here.
import { spawnSync } from 'child_process'
import { readFileSync } from 'fs'
import path from 'path'

/** Licences that let the built app be given to anybody. Tools that are not built in may have the weaker copyleft too. */
const permissive = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Unlicense',
  'Zlib',
])

/** Whether an SPDX expression leaves a permissive choice: one side of OR, both sides of AND. */
export function isPermissive(licence) {
  if (typeof licence !== 'string') return false
  const bare = licence.trim().replace(/^\((.*)\)$/, '$1')
  if (/[()]/.test(bare)) return false
  return bare.split(/ OR /i).some((choice) => choice.split(/ AND /i).every((one) => permissive.has(one.trim())))
}

/** What package.json and the lock file break of the rules, one sentence each; `licenceOf` gives what a package says itself. */
export function dependencyFaults(manifest, lock, licenceOf) {
  const faults = []
  for (const list of ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'])
    for (const [name, version] of Object.entries(manifest[list] || {})) {
      if (!/^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/.test(version))
        faults.push(`package.json 里 ${name} 的版本“${version}”不是一个确定的版本：请写成完整的版本号。`)
      const locked = (lock.packages[`node_modules/${name}`] || {}).version
      if (locked !== version)
        faults.push(
          `package-lock.json 里 ${name} 是 ${locked || '没有'}，package.json 里是 ${version}：请运行 npm install。`,
        )
    }
  for (const [place, entry] of Object.entries(lock.packages)) {
    if (place === '') continue
    const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)
    if (entry.link || !/^sha512-[A-Za-z0-9+/]{86}==$/.test(entry.integrity || ''))
      faults.push(`package-lock.json 里 ${name} 没有 SHA-512 校验值：请删去这一项，再运行 npm install。`)
    if (/^[a-z+]+:/i.test(entry.resolved || ''))
      faults.push(`package-lock.json 里 ${name} 写着下载地址 ${entry.resolved}：请去掉 resolved，各处用自己的 npm 源。`)
    if (entry.dev) continue
    if (entry.hasInstallScript) faults.push(`${name} 安装时要运行脚本，不能用在成品里：请换一个依赖。`)
    const licence = entry.license || licenceOf(place)
    if (!isPermissive(licence))
      faults.push(`${name} 的许可证“${licence || '没有写明'}”不在允许的范围里：请换一个依赖。`)
  }
  return faults
}

/** What `npm audit --json` says: `faults` are advisories on what is built in, `unreachable` why nothing is known. */
export function readAdvisories(output) {
  let report
  try {
    report = JSON.parse(output)
  } catch {
    return { faults: [], unreachable: 'npm audit 没有给出结果' }
  }
  if (!report.vulnerabilities) {
    const why = String(report.message || (report.error && report.error.summary) || '没有说明原因').split('\n')[0]
    return { faults: [], unreachable: `npm 源查不到安全公告：${why.slice(0, 100)}` }
  }
  return {
    faults: Object.values(report.vulnerabilities).map(
      ({ name, severity, range }) => `${name} ${range} 有已公布的安全问题（${severity}）：请升级，或换一个依赖。`,
    ),
    unreachable: undefined,
  }
}

/** All that is wrong with the dependencies of the project in a folder, and why the advisories could not be looked at. */
export function auditDependencies(root) {
  const read = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8'))
  const licenceOf = (place) => {
    try {
      return read(path.join(place, 'package.json')).license
    } catch {
      return undefined // An optional package for another system is not installed.
    }
  }
  const own = process.env.npm_execpath
  const args = ['audit', '--omit=dev', '--json']
  const options = { cwd: root, encoding: 'utf8', timeout: 60000 }
  const { stdout } =
    own && /npm-cli\.c?js$/.test(own)
      ? spawnSync(process.execPath, [own, ...args], options)
      : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
  const { faults, unreachable } = readAdvisories(stdout || '')
  return {
    faults: [...dependencyFaults(read('package.json'), read('package-lock.json'), licenceOf), ...faults],
    unreachable,
  }
}
