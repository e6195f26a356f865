import { expect, test } from '@playwright/test'
import { readFileSync } from 'node:fs'
// @ts-expect-error It is plain JavaScript without types, as it must run before anything is installed.
import { dependencyFaults, isPermissive, readAdvisories } from './audit.mjs'

const read = (file: string): unknown => JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'))

interface Manifest {
  dependencies: Record<string, string>
}
interface Lock {
  packages: Record<string, Record<string, unknown>>
}

/** What is found after something in a good project was changed. */
const faultsOf = (
  change: (manifest: Manifest, zod: Record<string, unknown>, lock: Lock) => void,
): readonly string[] => {
  const manifest = read('package.json') as Manifest
  const lock = read('package-lock.json') as Lock
  change(manifest, lock.packages['node_modules/zod'] ?? {}, lock)
  return (dependencyFaults as (...all: unknown[]) => string[])(manifest, lock, () => undefined)
}

test('the dependencies of this project keep every rule', () => {
  expect(faultsOf(() => undefined)).toEqual([])
})

const rules: readonly (readonly [string, Parameters<typeof faultsOf>[0], RegExp])[] = [
  ['a range in place of a version', (manifest) => (manifest.dependencies['zod'] = '^4.6.7'), /不是一个确定的版本/],
  ['a tag in place of a version', (manifest) => (manifest.dependencies['zod'] = 'latest'), /不是一个确定的版本/],
  [
    'a lock file that says another version',
    (_, zod) => (zod['version'] = '4.6.8'),
    /package-lock\.json 里 zod 是 4\.6\.8/,
  ],
  ['a package without integrity', (_, zod) => delete zod['integrity'], /没有 SHA-512 校验值/],
  ['a weak integrity', (_, zod) => (zod['integrity'] = `sha1-${'a'.repeat(27)}=`), /没有 SHA-512 校验值/],
  ['a registry named in the lock file', (_, zod) => (zod['resolved'] = 'https://registry.example/zod.tgz'), /下载地址/],
  ['a repository named in the lock file', (_, zod) => (zod['resolved'] = 'git+ssh://git@example/zod.git'), /下载地址/],
  ['an install script', (_, zod) => (zod['hasInstallScript'] = true), /安装时要运行脚本/],
  ['a copyleft licence', (_, zod) => (zod['license'] = 'GPL-3.0-only'), /许可证“GPL-3\.0-only”/],
  ['no licence', (_, zod) => delete zod['license'], /许可证“没有写明”/],
]

for (const [name, change, says] of rules)
  test(`is told: ${name}`, () => {
    expect(faultsOf(change).join('\n')).toMatch(says)
  })

test('a licence that leaves a permissive choice is one', () => {
  for (const licence of ['MIT', '(MIT OR GPL-2.0)', 'BSD-3-Clause AND MIT', 'MIT OR Apache-2.0'])
    expect(isPermissive(licence), licence).toBe(true)
  for (const licence of [
    'MPL-2.0',
    'MIT AND GPL-2.0',
    'SEE LICENSE IN x',
    'UNLICENSED',
    '',
    undefined,
    { type: 'MIT' },
  ])
    expect(isPermissive(licence), String(licence)).toBe(false)
})

test('an advisory is a fault; an answer that is none is told as what it is', () => {
  const bad = { vulnerabilities: { zod: { name: 'zod', severity: 'high', range: '<5' } } }
  expect(readAdvisories(JSON.stringify(bad)).faults).toEqual([expect.stringContaining('zod <5 有已公布的安全问题')])
  expect(readAdvisories('{"vulnerabilities":{}}')).toEqual({ faults: [], unreachable: undefined })
  expect(readAdvisories('').unreachable).toContain('没有给出结果')
  expect(readAdvisories('{"message":"405 Method Not Allowed","error":{}}').unreachable).toContain('405')
})
