import type { Address } from '../report/cells'
import { quoted } from '../report/quoted'

/** A text for a cell. */
export interface Placed {
  readonly at: Address
  readonly text: string
}

/** Where the texts of a block go, and what has to be told of those that go nowhere. */
export interface Layout {
  readonly placed: readonly Placed[]
  readonly told: readonly string[]
}

/** A block that belongs here, but whose figures cannot be told apart; the sentence says what to do. */
export interface Unclear {
  readonly unclear: string
}

export const isUnclear = (found: Layout | Unclear): found is Unclear => 'unclear' in found

/** The figures of one line by its key, or what is told of a row that is none. */
export type Row =
  { readonly key: string; readonly label: string; readonly values: readonly Placed[] } | { readonly strange: string }

const named = (label: string): string => `“${quoted(label.replace(/\s+/g, ''), 20)}”`

/** What is told of rows and columns that are laid nowhere. */
export const says = {
  row: (label: string): string => `${named(label)}一行没有认出，没有粘贴，请手工填写。`,
  column: (label: string | undefined, column: number): string =>
    `${label === undefined ? `第 ${column + 1} 列` : `${named(label)}一列`}没有认出，没有粘贴，请手工填写。`,
  nameless: (values: readonly string[]): string =>
    `数字“${quoted(values.join(' ').trim(), 20)}”一行没有行名，没有粘贴，请手工填写。`,
  count: (label: string, found: number, expected: number): string =>
    `${named(label)}一行有 ${found} 格，表中是 ${expected} 列，看不出数字各在哪一列，没有粘贴，请手工填写。`,
  others: (label: string, values: readonly string[]): string =>
    `${named(label)}一行的“${quoted(values.join(' '), 20)}”所在的列没有认出，没有粘贴，请手工填写。`,
  twice: (label: string): string => `${named(label)}一行出现了不止一次，没有粘贴，请只复制要用的一行。`,
  largest: (count: number): string => `剪贴板里有 ${count} 张表，只粘贴最大的一张，请核对，其余的请分别复制、粘贴。`,
  mayBeTotal:
    '粘贴的内容与要填的行数或列数相同，其中有数正好等于各项之和，已当作总计。如果它不是总计，请取消，连行名和表头一起复制。',
  merged: '粘贴的内容有合并的格，数字只填在合并格的第一格，请核对。',
  columns: '认出了行名，看不出数字各在哪一列，没有粘贴。请连表头一起复制，或者只复制数字再粘贴。',
  underHeads: '认出了表头，看不出数字各在哪一列，没有粘贴。请只复制表头和一行数字，或者只复制数字再粘贴。',
} as const

/** Lays each line's figures; a line that a block has twice is told and laid nowhere. */
export const layoutOf = (rows: readonly Row[], told: readonly string[] = []): Layout => {
  const keys = rows.map((row) => ('key' in row ? row.key : null))
  const isTwice = (row: Row): boolean => 'key' in row && keys.indexOf(row.key) !== keys.lastIndexOf(row.key)
  return {
    placed: rows.flatMap((row) => ('key' in row && !isTwice(row) ? row.values : [])),
    told: [
      ...told,
      ...rows.flatMap((row, index) => {
        if ('strange' in row) return [row.strange]
        return isTwice(row) && keys.indexOf(row.key) === index ? [says.twice(row.label)] : []
      }),
    ],
  }
}
