import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { figureSizes, sizeClass } from './figure-size'
import marks from './marks.css?raw'
import print from './print.css?raw'

/** The class of a grid column of a share of its table's width: half percents. */
export const widthClass = (share: number): string => `w${Math.round(share * 200)}`

const widths = Array.from({ length: 120 }, (_, index) => `.w${index + 1}{width:${(index + 1) / 2}%}`).join('')

const sizes = figureSizes.map((points) => `.${sizeClass(points)}{font-size:${points}pt}`).join('')

/** The style sheet of every written file: always the same text. It must not hold what ends a style element. */
export const styleText = `\n${print}${widths}${sizes}\n`

/** How remarks, faults and changes are marked in a document under review; never printed and never exported. */
export const marksText = `\n${marks}\n`

const hashOf = (text: string): string => `'sha256-${btoa(String.fromCharCode(...sha256(utf8ToBytes(text))))}'`

/** The source expressions that let these very style sheets pass a content security policy. */
export const styleHash = hashOf(styleText)
export const marksHash = hashOf(marksText)
