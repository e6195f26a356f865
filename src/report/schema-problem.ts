import type { z } from './zod'
import type { Format } from '../format'
import { allTables, cellsOf } from './cells'
import { quoted } from './quoted'

const placeOf = (format: Format, path: readonly PropertyKey[]): string => {
  const [first, ...rest] = path.map(String)
  if (path.length === 0 || (first === 'report' && rest.length === 0)) return '文件'
  if (first !== 'report') return `“${quoted(path.join('.'), 60)}”`
  const inside = rest.join('.')
  const cell = cellsOf(format).get(inside.replace(/^(cells|typed|cellNotes)\./, ''))
  if (cell) return `“${cell.label}”`
  const field = format.front.find(({ id }) => id === inside)
  if (field) return `“${field.label}”`
  const table = allTables(format).find(({ id }) => (rest[0] === 'cells' || rest[0] === 'notes') && id === rest[1])
  if (table) return `“${table.label}”`
  const section = format.sections.find(({ id }) => id === rest[0])
  return section ? `“${section.title}”` : `“${quoted(inside, 60)}”`
}

/** A sentence in Chinese about the first thing in a file that is not as it must be, and what to do. */
export const describe = (format: Format, issues: readonly z.core.$ZodIssue[]): string => {
  const [first] = issues
  const more = issues.length > 1 ? `（共 ${issues.length} 处）` : ''
  return `文件不完整或被改动过：${first ? placeOf(format, first.path) : '文件'}的内容不合要求${more}，没有读入。请用原来的程序重新导出，或选择另一份文件。`
}
