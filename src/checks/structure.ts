import type { Format } from '../format'
import { linesOf } from '../report/lines'
import { partsOf, type Part } from '../report/report'
import { fail, open, pass, type Rule, type Subject, type Verdict } from './rule'
import { squeezed } from './text'

interface Placed {
  readonly at: string
  readonly part: Part
}

const narrative = (subject: Subject, list: string): readonly Placed[] =>
  partsOf(subject.report, list).map((part) => ({ at: `${list}.${part.id}`, part }))

const titlesOf = (format: Format): readonly string[] => format.sections.map(({ title }) => title)

const unnumbered = (title: string): string => title.replace(/^.、/, '')

/** Section titles that stand as lines of their own in a text: pasted along, they would be printed a second time. */
const strayTitles = (subject: Subject, section: Format['sections'][number]): readonly Verdict[] => {
  const titles = titlesOf(subject.format)
  const numbered = new Map(titles.map((title) => [squeezed(title), title]))
  const either = new Map([...numbered, ...titles.map((title) => [squeezed(unnumbered(title)), title] as const)])
  const lists = section.blocks.flatMap((block) => (block.kind === 'subsections' ? narrative(subject, block.id) : []))
  return lists.flatMap(({ at, part }) =>
    [
      // A part's heading may be worded like a section: section one reports on 主动公开政府信息情况 too.
      numbered.get(squeezed(part.heading)),
      ...linesOf(part.text).map((line) => either.get(squeezed(line))),
    ].flatMap((title) => {
      if (title === undefined) return []
      return [
        fail(
          `“${section.title}”的正文里有一行“${title}”，六个部分的标题由程序印出，请删去这一行，把它后面的内容移到相应部分`,
          [at],
        ),
      ]
    }),
  )
}

const sixSections: Rule = {
  id: 'A1',
  severity: 'error',
  holds: '六个部分齐全，标题与规定一致，次序不变',
  basis: '{form}',
  example: {
    fault: '第一部分的正文里有一行“二、主动公开政府信息情况”',
    message:
      '“一、总体情况”的正文里有一行“二、主动公开政府信息情况”，六个部分的标题由程序印出，请删去这一行，把它后面的内容移到相应部分',
  },
  judge: (subject) => {
    const found = subject.format.sections.flatMap((section) => strayTitles(subject, section))
    return found.length > 0 ? found : [pass('六个部分的标题和次序符合规定', [])]
  },
}

const title: Rule = {
  id: 'A2',
  severity: 'error',
  holds: '标题写明单位名称、年度和“政府信息公开工作年度报告”',
  basis: '{form}',
  example: {
    fault: '2025年的报告，标题写“示例市数据管理局2024年政府信息公开工作年度报告”',
    message: '标题写的是2024年，报告的年度是2025年，请改成一致',
  },
  judge: ({ format, report }) => {
    const words = squeezed(report.title)
    const name = squeezed(report.agency.name)
    if (name === '') return [open('单位名称还没有填，请先填写', ['agency.name'])]
    if (words === '') return [open('标题还没有填，请填写', ['title'])]
    const shown = report.title.replace(/\s+/g, '')
    const faults: Verdict[] = []
    if (!words.includes(name))
      faults.push(fail(`标题“${shown}”里没有单位名称“${report.agency.name}”，请改成一致`, ['title', 'agency.name']))
    const year = `${report.year}年`
    if (!words.includes(year)) {
      const other = /\d{4}年/.exec(words)?.[0]
      faults.push(
        fail(
          other === undefined
            ? `标题里没有年度，请写明“${year}”`
            : `标题写的是${other}，报告的年度是${year}，请改成一致`,
          ['title', 'year'],
        ),
      )
    }
    if (!words.includes(squeezed(format.title))) faults.push(fail(`标题应含“${format.title}”，请补全`, ['title']))
    if (linesOf(report.title).length > 2) faults.push(fail('标题最多分两行，请删去多余的换行', ['title']))
    return faults.length > 0 ? faults : [pass('标题写明了单位名称和年度', ['title'])]
  },
}

const least = 10

const improvement: Rule = {
  id: 'A14',
  severity: 'error',
  holds: '第五部分写明存在的问题和改进情况，各不少于十个字',
  basis: '{law}第五十条第四项',
  example: {
    fault: '存在的主要问题只写“无”',
    message: '“存在的主要问题”只有1个字“无”，请写出具体情况，至少10个字',
  },
  judge: (subject) => {
    const list = subject.format.sections.flatMap(({ blocks }) => blocks).find((block) => block.id === 'improvement')
    const headings = new Map(list?.kind === 'subsections' ? list.aspects.map(({ id, heading }) => [id, heading]) : [])
    const parts = narrative(subject, 'improvement')
    const of = (aspect: string) => parts.filter(({ part }) => part.aspect === aspect)
    const told = (text: string): boolean => squeezed(text).length >= least
    const both = of('both')
    if (both.some(({ part }) => told(part.text)))
      return [
        pass(
          '第五部分写明了问题和改进情况',
          both.map(({ at }) => at),
        ),
      ]
    return ['problems', 'measures'].map((aspect) => {
      const heading = headings.get(aspect) ?? aspect
      const own = [...of(aspect), ...both]
      const at = own.length > 0 ? own.map((one) => one.at) : ['improvement']
      const words = own.map(({ part }) => squeezed(part.text)).join('')
      if (told(words)) return pass(`写明了“${heading}”`, at)
      if (own.length === 0) return fail(`第五部分缺“${heading}”，请添加并写明`, at)
      if (words === '') return open(`“${heading}”还没有写，请填写`, at)
      return fail(`“${heading}”只有${words.length}个字“${words}”，请写出具体情况，至少${least}个字`, at)
    })
  },
}

/** The ways in which published reports tell of the fee, also when none was charged. */
const feeWords = /信息处理费|信息公开处理费|处理费用?收取|收费事项|收费通知|缴款通知书|收取费用|收费情况/

const fee: Rule = {
  id: 'A16',
  severity: 'error',
  holds: '第六部分报告收取信息处理费的情况，没有收取的也要写明',
  basis: '{form}附件：收取信息处理费情况在此处报告；国办函〔2020〕109号',
  example: {
    fault: '第六部分只写“无其他需要报告的事项”',
    message: '第六部分没有写信息处理费，请写明收取情况，没有收取的也要写明',
  },
  judge: (subject) => {
    const isAsked = subject.format.sections
      .flatMap(({ blocks }) => blocks)
      .some((block) => block.kind === 'subsections' && block.aspects.some(({ id }) => id === 'fee'))
    if (!isAsked) return []
    const parts = narrative(subject, 'other')
    const own = parts.filter(({ part }) => part.aspect === 'fee')
    const asked = own.length > 0 ? own : parts
    const at = asked.map((one) => one.at)
    const places = at.length > 0 ? at : ['other']
    if (parts.some(({ part }) => feeWords.test(squeezed(`${part.heading}${part.text}`)) && squeezed(part.text) !== ''))
      return [pass('第六部分报告了信息处理费', places)]
    if (asked.length > 0 && asked.every(({ part }) => squeezed(part.text) === ''))
      return [open('收取信息处理费情况还没有写，没有收取的也要写明', places)]
    return [fail('第六部分没有写信息处理费，请写明收取情况，没有收取的也要写明', places)]
  },
}

/** The rules that ask for words of their own: what is blank there is theirs to tell. */
export const narrativeRules: readonly Rule[] = [improvement, fee]

export const structureRules: readonly Rule[] = [sixSections, title, ...narrativeRules]
