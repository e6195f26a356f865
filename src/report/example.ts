import type { Format } from '../format'
import { blankReport, type UnitInfo } from './blank'
import { exampleFigures } from './example-figures'
import { proposals } from './proposals'
import { mapCells, mapFees } from './reading'
import type { Part, TypedReport } from './report'

/** The year that the example reports on. */
export const exampleYear = 2025

const unit: UnitInfo = {
  agency: {
    name: '示例市数据管理局',
    kind: 'department',
    rulemaking: false,
    address: '示例市府前路1号',
    postcode: '000000',
    phone: '0000-1234567',
    email: '',
  },
  headings: 'ownLine',
  signature: { name: '', place: 'end' },
}

const words: Readonly<Record<string, string>> = {
  proactive:
    '本局围绕公共数据开放、政务服务和营商环境主动公开信息。全年通过门户网站公开信息426条，通过政务新媒体公开信息218条，制发行政规范性文件3件，发布政策解读材料9篇，举办政策问答活动4场。',
  onRequest:
    '本年新收政府信息公开申请115件，上年结转5件；办结112件，结转下年度继续办理8件。办结的申请中，予以公开50件，部分公开13件，不予公开16件，无法提供24件，不予处理5件，其他处理4件。\n因政府信息公开引起的行政复议5件，其中结果维持3件、结果纠正1件、尚未审结1件；行政诉讼4件。',
  management:
    '每份公文在起草时确定公开属性，发布前逐件进行保密审查。年内对现行有效的规范性文件清理一次，清理结果已在网站公布，历史文件补齐了失效标注。',
  platform:
    '门户网站改版后，信息公开专栏按主题和文种两种方式检索。政务大厅设有公开查阅点，配备两台自助查询终端，并安排专人引导老年人使用。',
  supervision:
    '政府信息公开工作列入本局年度工作考核，占百分制的4分。年内组织业务培训2次，覆盖全部科室。社会评议采用网上问卷方式，意见已逐条研究办理。本年度未发生责任追究情形。',
  problems:
    '一是部分政策解读仍以文字为主，群众阅读不便；二是个别科室对申请的答复理由写得过于简略，容易引起误解；三是网站历史栏目之间存在重复，检索结果不够集中。',
  matters: '无其他需要报告的事项。',
  measures:
    '针对上述问题，本局已为新出台的政策配套图表和问答，编印答复文书参考样式并对经办人员逐一辅导，同时合并重复栏目、统一检索入口。下一步将按季度抽查答复文书，结果在局内通报。',
}

/** A complete report of an invented unit, in words of our own, whose figures all agree. */
export const exampleReport = (format: Format): TypedReport => {
  const report = blankReport(format, exampleYear, unit)
  const withWords = (parts: Part[]): Part[] =>
    parts.map((part) => ({ ...part, text: words[part.aspect ?? ''] ?? part.text }))
  const figures: TypedReport = {
    ...report,
    signedOn: '2026-01-20',
    overview: withWords(report.overview),
    improvement: withWords(report.improvement),
    other: withWords(report.other),
    cells: mapCells(format, ({ at }) => exampleFigures.get(at) ?? '0'),
    handlingFee: mapFees(format, ({ at }) => exampleFigures.get(at) ?? '0'),
  }
  const { fee } = proposals(format, figures)
  return { ...figures, other: figures.other.map((part) => (part.aspect === 'fee' ? { ...part, text: fee } : part)) }
}
