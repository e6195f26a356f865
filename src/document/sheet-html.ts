import { escapeHtml } from './escape'
import paper from './paper.css?raw'
import { sourceOf } from './policy'
import css from './sheet.css?raw'
import { sheetOf, type Sheet, type SheetRow, type SheetSource } from './sheet'
import type { Fitted } from './sheet-fit'
import { cellGap, codeWord } from './words'

const longest = 30

const clamps = Array.from({ length: longest }, (_, index) => `.c${index + 1}{-webkit-line-clamp:${index + 1}}`).join('')

const style = `\n${paper}${css}${clamps}\n`
const styleHash = sourceOf(style)

const paragraph = ({ text, lines }: Fitted, place: number): string =>
  `<p class="c${Math.min(longest, lines)}${place > 0 ? ' under' : ''}">${escapeHtml(text)}</p>`

const rowHtml = ({ label, summary, entries, rest }: SheetRow): string =>
  [
    `<tr><th scope="row">${escapeHtml(label)}</th><td colspan="3">`,
    summary === '' ? '' : `<p class="c1">${escapeHtml(summary)}</p>`,
    ...entries.map((entry) => entry.map(paragraph).join('')),
    rest === '' ? '' : `<p class="c1 rest">${escapeHtml(rest)}</p>`,
    '</td></tr>\n',
  ].join('')

const pair = (label: string, value: string, look = ''): string =>
  `<th scope="row">${label}</th><td${look === '' ? '' : ` class="${look}"`}>${escapeHtml(value)}</td>`

/** The review sheet as one self-contained HTML file without script or links; every text stands in it as text. */
const writeSheet = ({
  title,
  unit,
  year,
  version,
  status,
  digest,
  code,
  printed,
  look,
  rows,
  isCut,
}: Sheet): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${styleHash}">
<title>${escapeHtml(`${unit}${year}年${title}`)}</title>
<style>${style}</style>
</head>
<body>
<main class="${look}">
<h1>${escapeHtml(title)}</h1>
<table>
<colgroup><col class="label"><col><col class="label"><col></colgroup>
<tbody class="facts">
<tr><th scope="row">单位</th><td colspan="3"><p class="c2">${escapeHtml(unit === '' ? cellGap : unit)}</p></td></tr>
<tr>${pair('年度', year)}${pair('版次', version)}</tr>
<tr>${pair('状态', status)}${pair(codeWord, code, 'code')}</tr>
<tr><th scope="row">完整摘要</th><td colspan="3" class="digest">${escapeHtml(digest)}</td></tr>
</tbody>
<tbody>
${rows.map(rowHtml).join('')}</tbody>
<tbody class="signature">
<tr><th scope="row">审核人签字</th><td></td><th scope="row">日期</th><td></td></tr>
</tbody>
</table>
<footer>
<p>${codeWord} ${escapeHtml(code)}　打印 ${escapeHtml(printed)}</p>
<p>${isCut ? '从略处见年报文件。' : ''}可在程序首页用“核验”与年报文件核对。</p>
</footer>
</main>
</body>
</html>
`

/** The review sheet of a report as it stands, a printable page of its own; always one page of A4. */
export const sheetHtmlOf = (source: SheetSource): string => writeSheet(sheetOf(source))
