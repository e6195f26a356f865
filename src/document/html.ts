import type { Block, Document, Paragraph, Section, Signature, Words } from './document'
import { escapeHtml } from './escape'
import { footText } from './foot'
import { tableHtml } from './html-table'
import { styleHash, styleOf } from './style'
import { cellGap, draftWord, textGap } from './words'

/** A text in which a run of Latin letters too long for a line, such as an address, may break anywhere. */
const flowing = (text: string): string =>
  text
    .split(/([!-~]{24,})/)
    .map((piece, index) => (index % 2 === 0 ? escapeHtml(piece) : `<span class="run">${escapeHtml(piece)}</span>`))
    .join('')

const wordsHtml = ({ text, gap }: Words, mark: string): string =>
  gap ? `<span class="gap">${mark}</span>` : flowing(text)

const paragraphHtml = (paragraph: Paragraph): string => {
  const lead = paragraph.lead === undefined ? '' : `<strong class="lead">${escapeHtml(paragraph.lead)}</strong>`
  return `<p>${lead}${wordsHtml(paragraph, textGap)}</p>\n`
}

const blockHtml = (block: Block, section: string): string => {
  switch (block.kind) {
    case 'heading':
      return `<h3>${escapeHtml(block.text)}</h3>\n`
    case 'paragraph':
      return paragraphHtml(block)
    case 'table':
      return tableHtml(block, section)
    default:
      return block satisfies never
  }
}

const sectionHtml = ({ id, title, blocks }: Section): string => {
  const name = `section-${id}`
  const heading = `<h2 id="${escapeHtml(name)}">${escapeHtml(title)}</h2>\n`
  const [first, ...rest] = blocks.map((block) => blockHtml(block, name))
  // Kernels before 108 do not keep a heading with its table unless both are in one box.
  const start = blocks[0]?.kind === 'table' ? `<div class="keep">\n${heading}${first ?? ''}</div>\n` : heading
  return `<section${blocks.some(({ kind }) => kind === 'table') ? ' class="tabular"' : ''}>\n${start}${blocks[0]?.kind === 'table' ? '' : (first ?? '')}${rest.join('')}</section>\n`
}

const titleHtml = (title: readonly Words[]): string =>
  `<h1>${title.map((line) => wordsHtml(line, textGap)).join('<br>')}</h1>\n`

const underTitleHtml = ({ name, date }: Signature): string =>
  `<p class="under">${wordsHtml(name, cellGap)}${date ? `<br>（${wordsHtml(date, cellGap)}）` : ''}</p>\n`

const endHtml = ({ name, date }: Signature): string =>
  `<div class="signature"><p>${wordsHtml(name, cellGap)}</p>${
    date ? `<p class="date">${wordsHtml(date, cellGap)}</p>` : ''
  }</div>\n`

/**
 * The document as one self-contained HTML file without script, links or inline styles; its policy lets only its own style
 * sheet in. Every text stands in it as text. Prints on A4 as GB/T 9704—2012 lays a document out.
 */
export const writeHtml = (document: Document): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${styleHash(document.foot)}">
<title>${escapeHtml(document.draft ? `${draftWord} ${document.name}` : document.name)}</title>
<style>${styleOf(document.foot)}</style>
</head>
<body${document.draft ? ' class="draft"' : ''}>
<main>
${document.draft ? `<p class="draft-mark">${draftWord}</p>\n` : ''}<header>
${titleHtml(document.title)}${document.underTitle ? underTitleHtml(document.underTitle) : ''}</header>
${document.preface.map(paragraphHtml).join('')}${document.sections.map(sectionHtml).join('')}${
  document.end ? endHtml(document.end) : ''
}${document.foot ? `<p class="foot">${escapeHtml(footText(document.foot))}</p>\n` : ''}</main>
</body>
</html>
`
