/** What a phrase that holds a number or a year means: a time, a case carried from year to year, or a mere name. */
export type PhraseSense =
  | 'thisYear'
  | 'otherYear'
  | 'otherPeriod'
  | 'comparison'
  | 'carriedIn'
  | 'carriedOut'
  | 'carried'
  | 'granted'
  | 'channel'
  | 'name'

interface Phrase {
  readonly sense: PhraseSense
  readonly end: number
}

const last = '(?:上一?个?年(?:度)?|去年(?:度)?|往年)(?:末|底)?'
const next = '(?:下一?个?年(?:度)?|次年(?:度)?|明年(?:度)?|翌年|来年|跨年度?)'
const carry = '(?:结转|接转|转接|转结|结存|转入|转至|转到|转|顺延|延续|延至|延期|递延|留转|滚存|遗留|留存|跨年|留待)'
const to = '(?:到|至|入|往|为|在)?'
const on = '(?:继续|再行?|予以)?(?:办理|答复|处理|办结)?'
const year = '(\\d{4})年(?:度)?'
const own = '(?:本年(?:度)?|今年|当年)'

const document =
  '(?:政府部门|部门|本级)?(?:政府信息公开|政务公开|信息公开|法治政府建设)?(?:工作)?(?:年度)?(?:报告|年报|预算|决算|要点|目录|报表|计划|方案|清单|总结|任务)'

type Reader = (match: RegExpExecArray, reported: number) => PhraseSense | null

const to31December = `(?:自|从)?(?:(\\d{4})年)?1月1日(?:起|开始)?(?:至|到|-|—+|~)(?:(\\d{4})年)?12月31日(?:止|期间)?`

const isOwn = (text: string | undefined, reported: number): boolean => text === undefined || Number(text) === reported

const readers: readonly (readonly [first: RegExp, pattern: RegExp, read: Reader])[] = [
  // “依申请公开”栏目, as it is named in quotes.
  [/”/, /”(?:栏目|专栏|平台|系统|窗口|渠道|板块|模块|专区|信箱|邮箱)/y, () => 'channel'],
  [/《/, /《[^》\n]{0,120}》/y, () => 'name'],
  [/[〔[(]/, /[〔[(]\d{4}[〕\])](?:第)?\d+号/y, () => 'name'],
  [
    /第/,
    /第[\d一二三四五六七八九十百千零〇两]{1,8}(?:季度|个?工作日|[一-龥])?/y,
    ([all]) => (all.endsWith('季度') ? 'otherPeriod' : 'name'),
  ],
  [/[一二三四]/, /[一二三四]季度/y, () => 'otherPeriod'],
  [/[上下前后]/, /(?:上|下|前|后)半年/y, () => 'otherPeriod'],
  // A list's number at the beginning of a line or a sentence.
  [/[(]/, /\((?:[一二三四五六七八九十]{1,3}|\d{1,2})\)/y, () => 'name'],
  [/[上去往]/, new RegExp(`${last}${carry}${to}(?:${own})?${on}`, 'y'), () => 'carriedIn'],
  [/[上去往]/, new RegExp(`${last}(?:未办结|未结|尚未办结)`, 'y'), () => 'carriedIn'],
  [/[结接转顺延递留滚]/, new RegExp(`${carry}${to}${next}${on}`, 'y'), () => 'carriedOut'],
  // From the year before, or to the next.
  [/[跨]/, /跨年度?(?:办理|结转|答复|处理)/y, () => 'carried'],
  [
    /[全完]/,
    /(?:全部|完全)(?:(?:公开)?(?=(?:或者?|和|以?及|、|与)(?:予以)?部分公开)|公开(?=的?(?:有|共|计)?\d+件))/y,
    () => 'granted',
  ],
  [/[结接转顺延递留滚]/, new RegExp(`${carry}${to}${own}${on}`, 'y'), () => 'carriedIn'],
  [/[结接转顺延递留滚]/, new RegExp(`${carry}${last}`, 'y'), () => 'carriedIn'],
  [
    /[结接转顺延递留滚]/,
    new RegExp(`${carry}${to}${year}${on}`, 'y'),
    ([, stated], reported) => (Number(stated) > reported ? 'carriedOut' : 'carriedIn'),
  ],
  [
    /[自从12]/,
    new RegExp(to31December, 'y'),
    ([, from, until], reported) => (isOwn(from, reported) && isOwn(until, reported) ? 'thisYear' : 'otherYear'),
  ],
  [
    /[截]/,
    new RegExp(`截[至止]到?(?:${year})?(?:12月31日|年底|年末|12月底|12月末)`, 'y'),
    ([, stated], reported) => (isOwn(stated, reported) ? 'thisYear' : 'otherYear'),
  ],
  [
    /[比较与同跟相]/,
    new RegExp(
      // 连同上年结转的5件 compares nothing.
      `(?:相比|同比|相较|比|较|与|同|跟)(?:于)?(?:${last}|前年|上年同期|${year})(?!度?(?:末|底)?${carry})(?:同期)?(?:的)?(?:相比)?`,
      'y',
    ),
    () => 'comparison',
  ],
  [/同/, /同比/y, () => 'comparison'],
  [/环/, /环比/y, () => 'otherPeriod'],
  [/\d/, new RegExp(`${year}${document}`, 'y'), () => 'name'],
  [/\d/, /\d{4}年?(?:至|到|-|—+|~|、|和|及)\d{4}年(?:度)?/y, () => 'otherYear'],
  [
    /\d/,
    new RegExp(`${year}(?:末|底)?${carry}${to}(?:${own})?${on}`, 'y'),
    ([all, stated], reported) =>
      Number(stated) < reported ? 'carriedIn' : /[至到入]/.test(all) ? 'carried' : 'carriedOut',
  ],
  [
    /\d/,
    /(\d{4})年\d{1,2}月(?:\d{1,2}日)?(?:(?:至|到|-|—+|~)(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?)?/y,
    () => 'otherPeriod',
  ],
  [/\d/, new RegExp(`${year}(?:以来|以前|之前|前)`, 'y'), () => 'otherYear'],
  [/\d/, new RegExp(year, 'y'), ([, stated], reported) => (Number(stated) === reported ? 'thisYear' : 'otherYear')],
  [/\d/, /\d{1,2}月(?:\d{1,2}日)?(?:(?:至|到|-|—+|~)\d{1,2}月(?:\d{1,2}日)?)?/y, () => 'otherPeriod'],
  [/\d/, /\d{1,2}(?:至|到|-|—+|~)\d{1,2}月/y, () => 'otherPeriod'],
  [/\d/, /\d{1,2}日/y, () => 'name'],
  [
    /[二]/,
    /[二][〇零○O0][一二三四五六七八九〇零]{2}年(?:度)?/y,
    ([all], reported) =>
      all.startsWith([...String(reported)].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join(''))
        ? 'thisYear'
        : 'otherYear',
  ],
  [/\d/, /\d+(?:-\d+)+/y, () => 'name'],
]

const byFirst = new Map<string, readonly (typeof readers)[number][]>()

const readersFor = (letter: string): readonly (typeof readers)[number][] => {
  const found = byFirst.get(letter) ?? readers.filter(([first]) => first.test(letter))
  if (byFirst.size < 4000) byFirst.set(letter, found)
  return found
}

/**
 * The phrase of time, of cases carried over or of a document's name that begins at an offset of a normalised text, seen
 * from the year reported on; null where there is none.
 */
export const phraseAt = (text: string, at: number, reported: number): Phrase | null => {
  for (const [, pattern, read] of readersFor(text[at] ?? '')) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    const sense = match && read(match, reported)
    if (match && sense) return { sense, end: at + match[0].length }
  }
  return null
}
