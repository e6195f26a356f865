import type { Block, Document, Paragraph, Section, Signature, Words } from './document'
import { escapeHtml } from './escape'
import { footText } from './foot'
import { tableHtml } from './html-table'
import { anchor, attributes, wordsHtml, type Look } from './html-words'
import { marksHash, marksText, styleHash, styleOf } from './style'
import { cellGap, draftWord, textGap } from './words'

const paragraphHtml = (look: Look, paragraph: Paragraph): string => {
  const { lead, leadAt } = paragraph
  const before = lead === undefined ? '' : `<strong class="lead"${anchor(look, leadAt)}>${escapeHtml(lead)}</strong>`
  return `<p>${before}${wordsHtml(paragraph, textGap, look)}</p>\n`
}

const blockHtml = (look: Look, block: Block, section: string): string => {
  switch (block.kind) {
    case 'heading':
      return `<h3${anchor(look, block.at)}>${escapeHtml(block.text)}</h3>\n`
    case 'paragraph':
      return paragraphHtml(look, block)
    case 'table':
      return tableHtml(look, block, section)
    default:
      return block satisfies never
  }
}

const sectionHtml = (look: Look, { id, title, blocks }: Section): string => {
  const name = `section-${id}`
  const place = look.anchored ? attributes({ 'data-section': id, tabindex: '-1' }) : ''
  const heading = `<h2 id="${escapeHtml(name)}"${place}>${escapeHtml(title)}</h2>\n`
  const [first, ...rest] = blocks.map((block) => blockHtml(look, block, name))
  // Kernels before 108 do not keep a heading with its table unless both are in one box.
  const start = blocks[0]?.kind === 'table' ? `<div class="keep">\n${heading}${first ?? ''}</div>\n` : heading
  return `<section${blocks.some(({ kind }) => kind === 'table') ? ' class="tabular"' : ''}>\n${start}${blocks[0]?.kind === 'table' ? '' : (first ?? '')}${rest.join('')}</section>\n`
}

const titleHtml = (look: Look, title: readonly Words[]): string =>
  `<h1>${title.map((line) => wordsHtml(line, textGap, look)).join('<br>')}</h1>\n`

const underTitleHtml = (look: Look, { name, date }: Signature): string =>
  `<p class="under">${wordsHtml(name, cellGap, look)}${date ? `<br>（${wordsHtml(date, cellGap, look)}）` : ''}</p>\n`

const endHtml = (look: Look, { name, date }: Signature): string =>
  `<div class="signature"><p>${wordsHtml(name, cellGap, look)}</p>${
    date ? `<p class="date">${wordsHtml(date, cellGap, look)}</p>` : ''
  }</div>\n`

/**
 * The document as one self-contained HTML file without script, links or inline styles; its policy lets only its own style
 * sheet in. Every text stands in it as text. Prints on A4 as GB/T 9704—2012 lays a document out. Anchored, for a frame in
 * which it is reviewed, it looks the same and every cell, sentence and heading can be pointed at: `data-at` says what of the
 * report it shows, `data-start` and `data-end` which part of that text; `data-section` stands on a section's title.
 */
export const writeHtml = (document: Document, look: Look = { anchored: false }): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${styleHash(document.foot)}${look.anchored ? ` ${marksHash}` : ''}">
<title>${escapeHtml(document.draft ? `${draftWord} ${document.name}` : document.name)}</title>
<style>${styleOf(document.foot)}</style>${
  look.anchored
    ? `
<style>${marksText}</style>`
    : ''
}
</head>
<body${document.draft ? ' class="draft"' : ''}>
<main>
${document.draft ? `<p class="draft-mark">${draftWord}</p>\n` : ''}<header>
${titleHtml(look, document.title)}${document.underTitle ? underTitleHtml(look, document.underTitle) : ''}</header>
${document.preface.map((paragraph) => paragraphHtml(look, paragraph)).join('')}${document.sections
  .map((section) => sectionHtml(look, section))
  .join(
    '',
  )}${document.end ? endHtml(look, document.end) : ''}${document.foot ? `<p class="foot">${escapeHtml(footText(document.foot))}</p>\n` : ''}</main>
</body>
</html>
`
