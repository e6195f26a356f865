import type { Format } from '../format'
import type { Report } from '../report/report'

const lookAlikes: Readonly<Record<string, string>> = {
  '\\': '＼',
  '/': '／',
  ':': '：',
  '*': '＊',
  '?': '？',
  '"': '＂',
  '<': '＜',
  '>': '＞',
  '|': '｜',
}

/** Control characters, those that turn the direction of writing or have no width, and halves of surrogate pairs. */
const unfit = /[\p{Cc}\p{Cs}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu

const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\s*(\.|$))/i

/** The longest name before the extension: in UTF-16 units for Windows, in bytes for Linux (255 with the extension). */
const most = { units: 120, bytes: 235 } as const

const bytesOf = (letter: string): number => {
  const code = letter.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

const bytesIn = (text: string): number => [...text].reduce((sum, letter) => sum + bytesOf(letter), 0)

const cut = (text: string, room: { readonly units: number; readonly bytes: number }): string => {
  let units = 0
  let bytes = 0
  let kept = ''
  for (const letter of text) {
    units += letter.length
    bytes += bytesOf(letter)
    if (units > room.units || bytes > room.bytes) break
    kept += letter
  }
  return kept
}

const edges = /^[\s.]+|[\s.]+$/gu

const fit = (text: string): string =>
  text
    .replace(edges, '')
    .replace(/[\\/:*?"<>|]/g, (letter) => lookAlikes[letter] ?? '_')
    .replace(unfit, '_')

/**
 * `{unit}{year}年{the format's title}{suffix}.{extension}`, which every file system takes: refused characters become
 * full-width ones or `_`, a long unit name is cut so that year, title and suffix remain. The suffix is the program's own.
 */
export const fileName = (
  report: Pick<Report, 'agency' | 'year'>,
  format: Format,
  extension: string,
  suffix = '',
): string => {
  const rest = `${report.year}年${format.title}${suffix}`
  // One is kept for the mark before a reserved name.
  const room = { units: most.units - rest.length - 1, bytes: most.bytes - bytesIn(rest) - 1 }
  const unit = cut(fit(report.agency.name), room).replace(edges, '')
  return `${`${unit}${rest}`.replace(reserved, '_$1')}.${extension}`
}
