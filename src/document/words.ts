/** The program's own words on paper; everything statutory comes from the format. */
export const draftWord = '草稿'
export const cellGap = '未填'
/** Of a total one of whose parts is blank. */
export const totalGap = '未齐'
export const textGap = '（此处未填写）'
export const noteWord = '注：'
