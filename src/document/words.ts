/** The program's own words on paper; everything statutory comes from the format. */
export const draftWord = '草稿'
export const cellGap = '未填'
/** Of a total one of whose parts is blank. */
export const totalGap = '未齐'
export const textGap = '（此处未填写）'
export const noteWord = '注：'

export const unsentWord = '未送审'
export const finalWord = '定稿'
export const codeWord = '校验码'
export const versionWords = (version: number): string => `第 ${version} 版`
/** Of a content that is not what was last sent. */
export const changedWords = (version: number): string => `第 ${version} 版后有改动`
