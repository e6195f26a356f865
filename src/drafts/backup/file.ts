import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { backupType } from '../../review/file'
import type { Contents, Sifted } from './contents'

export const backupVersion = 1

/** The most that a backup may hold, in bytes: some thousand versions of full reports. */
export const mostBytes = 100_000_000

/**
 * `sha256:` and 64 hexadecimal digits over the whole file but its digest, as it is written without white space. Not over the
 * canonical form, which takes several times as long for what may be a hundred megabytes.
 */
export const backupDigest = (whole: object): string => {
  const { digest: _, ...rest } = whole as { readonly digest?: unknown }
  return `sha256:${bytesToHex(sha256(utf8ToBytes(JSON.stringify(rest))))}`
}

interface Written {
  readonly text: string
  /** How many old versions did not find room. */
  readonly left: number
}

const two = (number: number): string => String(number).padStart(2, '0')

/** The day of a time on this computer, 2026-11-28. */
export const dayInFigures = (at: number): string => {
  const date = new Date(at)
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

export const backupName = (now: number): string => `政府信息公开年报备份 ${dayInFigures(now)}.json`

/**
 * The text of a backup: all records, one a line, those that are damaged as they are, and a digest. Where there is more than
 * fits, the oldest versions are left out, never anything else.
 */
export const writeBackup = ({ contents, damaged }: Sifted, now: number, most = mostBytes): Written => {
  const { versions, ...others } = contents
  const lines = (list: readonly unknown[]): readonly string[] => list.map((one) => JSON.stringify(one))
  const listed = (name: string, items: readonly string[]): string =>
    `${JSON.stringify(name)}:[${items.length > 0 ? `\n${items.join(',\n')}\n` : ''}]`
  const fixed = [
    ...(Object.entries(others) as [keyof Contents, readonly unknown[]][]).map(([name, list]) =>
      listed(name, lines(list)),
    ),
    listed('damaged', lines(damaged)),
  ]
  let room = most - 1_000 - fixed.reduce((sum, text) => sum + utf8ToBytes(text).length, 0)
  const kept = [...versions]
    .sort((a, b) => b.at - a.at)
    .map((version) => JSON.stringify(version))
    .filter((line) => (room -= utf8ToBytes(line).length + 2) >= 0)
  const head = `"type":${JSON.stringify(backupType)},"version":${backupVersion},"at":${JSON.stringify(new Date(now).toISOString())}`
  const left = versions.length - kept.length
  const body = [head, `"left":${left}`, ...fixed, listed('versions', kept)].join(',\n')
  const digest = backupDigest(JSON.parse(`{${body}}`) as object)
  return { text: `{${body},\n"digest":${JSON.stringify(digest)}}\n`, left }
}
