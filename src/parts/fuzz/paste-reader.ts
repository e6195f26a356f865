import { copyTable } from '../../editing/copy'
import { deskOf } from '../../editing/paste-desk'
import { readTsv, writeTsv } from '../../editing/tsv'
import { formats } from '../../format'
import { allTables } from '../../report/cells'
import type { Reader } from './reader'
import { spoilTable } from './spoil-table'

/** Between the plain text and the HTML of one input. */
const between = '\u0001html\u0001'

const desks = formats.map((format) => ({ format, desk: deskOf(format) }))

const seeds = desks.flatMap(({ format, desk }) =>
  allTables(format).flatMap((table) => {
    const { plain, html } = copyTable(table, (at) => (desk.cells.get(at)?.computed ? '' : '3'))
    return [
      `${plain}${between}${html}`,
      `${plain}${between}`,
      `3\t4\r\n5\t6${between}<table><tr><td>3<td>4<tr><td>5<td>6</table>`,
    ]
  }),
)

const firsts = desks.flatMap(({ format, desk }) =>
  allTables(format).map((table) => ({ desk, at: desk.entered(table.id)[0] ?? '' })),
)

/** Without what a figure may be written with: widths, spaces, thousands separators, what keeps a text a text. */
const squeezed = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s,'‘’"\u200b\u2060\ufeff−–]/g, '')
    .replace(/-/g, '')

/** What is pasted into a table from the clipboard, in both its forms. */
export const pasteReader: Reader = {
  name: 'clipboard',
  seeds: () => seeds as [string, ...string[]],
  spoil: spoilTable,
  outcomes: ['told'],
  valid: ['told', 'silent'],
  // One for each cell or row of the tables that are pasted upon.
  mostTold: 500,
  share: 3,
  read: (bytes) => {
    const [plain = '', html = ''] = new TextDecoder().decode(bytes).split(between)
    const rows = readTsv(plain)
    const again = readTsv(`${writeTsv(rows)}\r\n`)
    // The HTML may say where cells end, but never what stands in them.
    const all = squeezed(plain)
    const messages: string[] = []
    for (const { desk, at } of firsts.filter((_, index) => index % 4 === bytes.length % 4)) {
      const plan = desk.paste(at, { plain, html })
      if (plan.kind === 'refused') messages.push(plan.says)
      else {
        messages.push(...plan.told)
        const foreign = plan.changes.find(({ after }) => !all.includes(squeezed(after)))
        if (foreign) throw new Error(`would write ${JSON.stringify(foreign)}, which was not on the clipboard`)
      }
    }
    const lost = JSON.stringify(again) === JSON.stringify(rows) ? undefined : 'the rows are others when written again'
    if (lost !== undefined) throw new Error(lost)
    return { kind: 'accepted', told: messages, lost }
  },
}
