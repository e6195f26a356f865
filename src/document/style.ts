import type { Foot } from './document'
import { figureSizes, sizeClass } from './figure-size'
import { footStyle } from './foot'
import marks from './marks.css?raw'
import paper from './paper.css?raw'
import { sourceOf } from './policy'
import print from './print.css?raw'

/** The class of a grid column of a share of its table's width: half percents. */
export const widthClass = (share: number): string => `w${Math.round(share * 200)}`

const widths = Array.from({ length: 120 }, (_, index) => `.w${index + 1}{width:${(index + 1) / 2}%}`).join('')

const sizes = figureSizes.map((points) => `.${sizeClass(points)}{font-size:${points}pt}`).join('')

/** What the style sheets of all written files have in common; the page's foot comes after it. */
const common = `\n${paper}${print}${widths}${sizes}\n`

/** A file's style sheet. It must not hold what ends a style element. */
export const styleOf = (foot: Foot | null): string => `${common}${foot ? footStyle(foot) : ''}`

/** The source expression that lets just this file's style sheet pass a content security policy. */
export const styleHash = (foot: Foot | null): string => sourceOf(styleOf(foot))

/** How remarks, faults and changes are marked in a document under review; never printed and never exported. */
export const marksText = `\n${marks}\n`

/** The source expression that lets the marks of a document under review in. */
export const marksHash = sourceOf(marksText)
