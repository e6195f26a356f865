import type { Address } from '../../report/cells'
import { fail, open, pass, type Cure, type Rule, type Subject, type Verdict } from '../rule'
import { passagesOf, type Passage } from '../texts'
import { isUnfinished } from './places'

/** How offices write about the five aspects where no heading names them. */
const aspectWords: Readonly<Record<string, RegExp>> = {
  proactive: /主动公开|公开(?:政府|各类|政务)?信息/,
  onRequest: /依申请|公开申请/,
  management:
    /信息(?:公开)?管理|管理信息|保密审查|公开审查|公开属性|属性(?:源头)?认定|先审查?后公开|信息(?:发布)?审[核查]|文件.{0,6}(?:清理|管理|归档)|信息.{0,4}(?:归集|归档|台账)|公开(?:目录|指南)/,
  platform: /平台|网站|新媒体|公报|专栏|查阅[点处]|查询点/,
  supervision: /监督|保障|考核|评议|评估|责任追究|问责|追责|培训|组织领导|督查|督促|检查/,
}

const spoken = ({ heading, words }: Passage): string => `${heading.normalize('NFKC')}\n${words.text}`

const isWritten = ({ words }: Passage): boolean => words.text.trim() !== ''

/** A6: section one covers the five aspects, under whatever heading and in any order (30号 (一)). */
export const fiveAspects: Rule = {
  id: 'A6',
  severity: 'warning',
  holds: '第一部分写到五个方面，次序和小标题不限',
  basis: '{form}附件第一部分',
  example: {
    fault: '第一部分没有“监督保障”一段，别处也没有写到',
    message: '“一、总体情况”没有写到“监督保障”，请补写；本年没有这方面工作的也请说明',
  },
  judge: (subject) => {
    const section = subject.format.sections.find(({ blocks }) => blocks.some(({ id }) => id === 'overview'))
    const list = section?.blocks.find((block) => block.kind === 'subsections')
    if (section === undefined || list?.kind !== 'subsections') return []
    const passages = passagesOf(subject).filter((passage) => passage.list === list.id)
    const written = passages.filter(isWritten)
    const blank = passages.filter((passage) => !isWritten(passage))
    const missing = list.aspects.filter(
      ({ id }) => !written.some((passage) => passage.aspect === id || aspectWords[id]?.test(spoken(passage))),
    )
    if (missing.length === 0) return [pass(`“${section.title}”写到了五个方面`, [list.id])]
    const names = missing.map(({ heading }) => `“${heading}”`).join('、')
    // A blank part may yet become what is missing.
    if (passages.length === 0 || blank.length > 0)
      return [
        open(`“${section.title}”还没有写到${names}，请填写`, blank.length > 0 ? blank.map(({ at }) => at) : [list.id]),
      ]
    return [fail(`“${section.title}”没有写到${names}，请补写；本年没有这方面工作的也请说明`, [list.id])]
  },
}

interface Matter {
  readonly name: string
  readonly words: RegExp
  readonly proposal?: string
}

/** What governments and townships must tell besides, and the words that tell it (条例 第五十条第四项). */
const matters: readonly Matter[] = [
  { name: '工作考核', words: /考核|评估|测评|考评/ },
  { name: '社会评议', words: /评议|满意度|(?:公众|社会|群众|舆论)监督/ },
  { name: '责任追究', words: /责任追究|追究.{0,10}责任|问责|追责|被追究/, proposal: '本年度未发生责任追究情形' },
]

/** The sentence proposed, at the end of the part on supervision, else of section one's last part. */
const proposed = (passages: readonly Passage[], sentence: string): readonly Cure[] => {
  const overview = passages.filter((passage) => passage.list === 'overview' && isWritten(passage))
  const at = overview.find(({ aspect }) => aspect === 'supervision') ?? overview[overview.length - 1]
  if (at === undefined) return []
  const end = at.words.source.trimEnd().length
  const joint = /[。！？!?]["”’）)]?$/.test(at.words.source.slice(0, end)) ? '' : '。'
  return [
    {
      says: `确实没有发生的，补写“${sentence}”`,
      changes: [{ at: at.at, from: '', to: `${joint}${sentence}。`, range: [end, end] }],
    },
  ]
}

const judgeMatters = (subject: Subject): readonly Verdict[] => {
  const passages = passagesOf(subject)
  const text = passages.filter(isWritten).map(spoken).join('\n')
  const missing = matters.filter(({ words }) => !words.test(text))
  if (missing.length === 0) return [pass('写到了工作考核、社会评议和责任追究', ['overview'])]
  const own = passages.filter(({ aspect }) => aspect === 'supervision').map(({ at }) => at)
  const at: readonly Address[] = own.length > 0 ? own : ['overview']
  const isLesser = subject.report.agency.kind === 'township'
  return missing.map(({ name, proposal }) => {
    if (isUnfinished(subject)) return open(`还没有写到“${name}”，请写明`, at)
    const found = fail(`全文没有写到“${name}”，请写明结果，没有发生或没有开展的也要写明`, at)
    const cures = proposal === undefined ? [] : proposed(passages, proposal)
    return {
      ...found,
      ...(cures.length > 0 ? { cures } : {}),
      ...(isLesser ? { lesser: true as const } : {}),
    }
  })
}

/** A7: a government's or township's report tells the results of appraisal, public review and accountability. */
export const supervisionResults: Rule = {
  id: 'A7',
  severity: 'error',
  lesser: { severity: 'warning', when: '乡镇人民政府的报告' },
  holds: '县级以上人民政府和乡镇人民政府的报告写明工作考核、社会评议和责任追究结果',
  basis: '{law}第五十条第四项',
  example: {
    fault: '县级人民政府的报告只写了工作考核和社会评议',
    message: '全文没有写到“责任追究”，请写明结果，没有发生或没有开展的也要写明',
  },
  judge: (subject) => (['government', 'township'].includes(subject.report.agency.kind) ? judgeMatters(subject) : []),
}
