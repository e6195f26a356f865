import { free, type Facts } from './facts'
import { plain, say, type Statement } from './statement'

type Pattern = (facts: Facts) => Statement

const count = (facts: Facts, low: number, high: number, unit: string) =>
  free(facts.random.int(low, high), (value) => `${value}${unit}`)

const proactive: readonly Pattern[] = [
  (facts) => say`围绕民生保障和营商环境，${facts.we}全年主动公开各类信息${count(facts, 21, 980, '条')}。`,
  (facts) => say`发布政策解读材料${count(facts, 3, 40, '篇')}，其中图文解读与视频解读并重。`,
  (facts) => say`召开新闻发布会${count(facts, 2, 9, '场')}，邀请企业代表列席局务会议${count(facts, 2, 6, '次')}。`,
  ({ typed: { year } }) =>
    plain(`按时公布《${year - 1}年度部门决算》和《${year}年度部门预算》，收支明细细化到项级科目。`),
  ({ n }) => {
    const [issued, repealed] = [{ plus: ['issued.normative.issued'] }, { plus: ['issued.normative.repealed'] }]
    return say`本年制发行政规范性文件${n('F13', issued)}，废止${n('F13', repealed)}。`
  },
  ({ typed: { year } }) =>
    plain(`对照《${year}年政务公开工作要点》逐项分解任务，重点领域的公开事项比${year - 1}年更加细化。`),
  (facts) =>
    say`重大行政决策草案公开征求意见${count(facts, 2, 12, '次')}，收到公众意见${count(facts, 13, 400, '条')}。`,
  (facts) =>
    say`${facts.typed.agency.kind === 'government' ? '政务热线' : '热线'}转来工单${count(facts, 100, 3000, '件')}，办结率和满意率均在${free(facts.random.int(95, 99), (value) => `${value}%`)}以上。`,
  (facts) =>
    say`举办“政府开放日”活动${count(facts, 2, 5, '次')}，参与群众${free(facts.random.int(1, 9) * 100, (value) => `${value}余人`)}。`,
  ({ n }) => {
    const [licences, penalties] = [
      { plus: ['licensing.licences.decisions'] },
      { plus: ['enforcement.penalties.decisions'] },
    ]
    return say`全年作出行政许可决定${n('F13', licences)}、行政处罚决定${n('F13', penalties)}，结果均在七个工作日内公开。`
  },
  () => plain('涉企政策出台后三个工作日内配发问答，企业照着问答就能办事。'),
]

const management: readonly Pattern[] = [
  () => plain('公文起草时同步确定公开属性，发布前由两人分别做保密审查。'),
  () => plain('对历年规范性文件做了一次清理，失效的在目录中加注说明。'),
  () => plain('建立信息公开目录动态调整办法，机构职能变动后一周内更新。'),
  (facts) => say`归集整理历史文件信息${count(facts, 30, 900, '件')}，补录文号和成文日期。`,
]

const platform: readonly Pattern[] = [
  () => plain('门户网站按主题和文种重排栏目，手机端字号可以放大。'),
  ({ typed: { year } }) => plain(`${year - 1}年底启用的新版首页运行平稳，旧版网址可以自动跳转。`),
  () => plain('政务新媒体账号由专人值守，留言当日转办。'),
  () => plain('政务大厅、档案馆和图书馆设有公开查阅点，配有自助打印设备。'),
  (facts) => say`网站全年更新栏目${count(facts, 12, 60, '个')}，改正错别字和失效链接。`,
  () => plain('完成网站平台的国产化改造，“【办事】”栏目与一体化系统打通。'),
]

const supervision: readonly Pattern[] = [
  (facts) => {
    const [online, onsite] = [facts.random.int(1, 5), facts.random.int(1, 5)]
    const write = (value: number): string => `${value}次`
    const told = say`全年组织业务培训${free(online + onsite, write)}，其中线上${free(online, write)}、现场${free(onsite, write)}。`
    return { ...told, sums: [{ whole: 0, parts: [1, 2] }] }
  },
  () => plain('主要负责人听取专题汇报，分管负责人每季度督查一次。'),
  ({ typed: { year } }) => plain(`派员参加${year}年全省政务公开培训班，回来后向各科室转训。`),
  () => plain('领导小组研究公开事项议题四项，党组会听取汇报两次。'),
  () => plain('明确专人负责信息公开，新任经办人员上岗前跟班学习一周。'),
]

const appraisal: readonly Pattern[] = [
  () => plain('将政府信息公开列入年度考核，结果在全系统通报。', 'appraisal'),
  () => plain('委托第三方开展政务公开测评，逐条整改扣分项。', 'appraisal'),
]
const review: readonly Pattern[] = [
  () => plain('开展社会评议，发放问卷并对意见逐条答复。', 'review'),
  () => plain('邀请服务对象评价公开工作，群众满意度有所提高。', 'review'),
]
const accountability: readonly Pattern[] = [
  () => plain('本年度未发生责任追究情形。', 'accountability'),
  () => plain('没有因政府信息公开被问责的情况。', 'accountability'),
]

const problems: readonly Pattern[] = [
  () => plain('一是部分解读仍以文字转述为主，群众读起来吃力；二是少数经办人员对答复文书的说理不够重视。'),
  () => plain('基层经办人员更替较快，对属性认定标准掌握得不够准；专栏里同类内容分散在几处，找起来费时。'),
  () => plain('存在的问题主要是：公开内容与群众关心的事项还不够贴近，政策发布与解读有时不同步。'),
  () => plain('主动公开的及时性有待提高，个别事项在办结后较久才上网；依申请公开的文书格式不够统一。'),
]

const measures: readonly Pattern[] = [
  () => plain('针对这些不足，编印了答复文书样例，并对经办人员逐人辅导。下一步，将按季度抽查并在内部通报。'),
  ({ typed: { year } }) =>
    plain(`已合并重复栏目，检索入口统一为一个。${year + 1}年，将继续完善解读制度，做到政策与解读同步发布。`),
  ({ we }) => plain(`${we}已建立疑难申请会商制度，法制人员全程参与。今后将继续扩大公众参与，邀请群众代表旁听会议。`),
  ({ typed: { year } }) =>
    plain(`对${year - 1}年工作中存在的解读形式单一等问题，已通过增配图表和短视频加以改进。下一步将固定专人负责。`),
]

const some = (facts: Facts, patterns: readonly Pattern[], most: number): readonly Statement[] =>
  facts.random.draw(patterns, facts.random.int(1, most)).map((pattern) => pattern(facts))

/** The sentences of each part but those on applications, disputes and the fee, by the part's aspect. */
export const proseOf = (facts: Facts): Readonly<Record<string, readonly Statement[]>> => {
  const one = (patterns: readonly Pattern[]): readonly Statement[] => some(facts, patterns, 1)
  return {
    proactive: some(facts, proactive, 4),
    management: some(facts, management, 3),
    platform: some(facts, platform, 3),
    supervision: [...some(facts, supervision, 2), ...one(appraisal), ...one(review), ...one(accountability)],
    problems: one(problems),
    measures: one(measures),
  }
}

/** Last year's report, in sentences that this year's never use. */
export const lastYearsWords: Readonly<Record<string, string>> = {
  proactive: '去年机构改革后，我们重新梳理了各科室的公开事项，逐项列明时限和责任人。',
  onRequest: '申请的登记、补正、答复由一个窗口统一办理，文书由法制人员把关。',
  management: '新旧公文系统衔接期间，纸质档案逐份扫描入库，缺页的都已补齐。',
  platform: '老版网页的导航层级过深，改版时压缩到三级，并补做了无障碍适配。',
  supervision: '领导小组两次专题研究，工作考核、社会评议如期完成，未发生责任追究情形。',
  problems: '公开的数据格式五花八门，下载后还得再加工，使用者反映强烈。',
  measures: '先统一十类常用表格的字段，再分批替换旧表，年底前已换完七类。',
  fee: '本年度未发出信息处理费收费通知，未收取信息处理费。',
}
