import { expect, test } from 'vitest'
import { format2021 } from '../../format/2021'
import type { TypedReport } from '../../report/report'
import { subjectOf } from '../run'
import { proseRules } from './rules'
import { part, sampleOf } from './samples'

// A careful office's report on 2025, in words of our own, with every turn of phrase that looks like a fault and is none.

const preface =
  '根据《中华人民共和国政府信息公开条例》（国令第711号，以下简称《条例》）和《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）要求，结合示例县2025年度政府信息公开工作实际，由示例县人民政府办公室编制。全文包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分。所列数据的统计期限自2025年1月1日起，至12月31日止。如对本报告有疑问，请与示例县人民政府办公室联系（地址：示例县人民路1号；邮编：000000；电话：0000-7654321）。'

const overview = [
  part(
    '2025年，示例县认真学习习近平法治思想，落实省、市2025年政务公开工作要点，以公开促落实、强监管、优服务，把信息公开工作作为基础性工作来抓。',
  ),
  part(
    '全年通过县政府门户网站主动公开信息5312条，比2024年增加416条；公开2024年度部门决算和2025年部门预算各61份。制发行政规范性文件12件，现行有效74件。围绕“十五五”规划编制、城市更新等重点领域发布解读材料86篇，其中图解和视频占六成。召开新闻发布会9场，回应群众关切37次。依托“1+X”公开专区，在【办事指南】栏目集中展示高频事项，便于群众就近查询。2026年1月还将发布全年公开情况的数据图解。',
    'proactive',
    '主动公开情况',
  ),
  part(
    '2024年收到申请395件，2025年收到申请426件，同比增长7.8%。2024年结转的13件已全部答复。全年办结421件，18件结转至2026年度继续办理。答复前逐件会商，必要时征求第三方意见，所有答复均在法定期限内作出。建立答复文书样式库，收录常见情形31类，供各单位选用。因政府信息公开引起的行政复议15件、行政诉讼10件，均依法应诉答辩。',
    'onRequest',
    '依申请公开情况',
  ),
  part(
    '落实《示例县政府信息公开属性认定办法》（示政办发〔2023〕21号），公文起草时同步确定公开属性，发布前逐件保密审查。完成对2019年以来文件的集中清理，废止5件，并在网站标注效力状态。历史信息按年份归档，截至2025年底共归档1.8万条。发布内容坚持“三审三校”，全年纠正错别字和错链46处。\n在此基础上，县档案馆建成电子查询系统，群众可凭身份证件现场查阅。',
    'management',
    '政府信息管理情况',
  ),
  part(
    '县政府门户网站完成适老化改造，检索入口由三处合并为一处；县政府公报全年编印6期，纸质版免费赠阅。政务新媒体账号由2024年的58个整合为42个，全年没有被通报情形。政务服务大厅设公开查阅点，配备自助终端4台，安排专人引导。',
    'platform',
    '政府信息公开平台建设情况',
  ),
  part(
    '信息公开工作纳入全县年度综合考核，分值为4分；委托第三方机构开展季度评估，评估结果在县政府常务会议上通报。面向企业和群众开展社会评议，收回问卷1260份，满意率为96.4%。组织业务培训3期，配强信息公开工作工作人员，参训620人次。全年未发生责任追究情形。',
    'supervision',
    '监督保障情况',
  ),
]

const improvement = [
  part(
    '2025年，全县政府信息公开工作仍有三个方面的不足：一是部分政策解读形式单一，企业反映不够实用；二是个别乡镇的公开栏目更新不够及时；三是答复文书的说理还不够充分。',
    'problems',
  ),
  part(
    '针对上述问题，县政府办公室已印发解读工作指引，明确主要负责人带头解读；对更新迟缓的栏目逐月提醒，年底前全部整改到位；组织答复文书评查2次，选取案例12个开展讲评。\n下一步，2026年我县将从需求侧入手，完善企业政策服务清单，在2025年工作基础上拓展精准推送范围，并将各单位公开工作成效纳入2026年考核。',
    'measures',
  ),
  part(
    '2024年年度报告提出的“解读材料图文转化不足”问题，已通过统一设计模板得到改进；2024年，我县基层查阅点布局不均的问题也已整改完成。',
    'lastYear',
  ),
]

const other = [
  part('2025年发出信息处理费收费通知4件，总金额360元；实际收取3件，金额240元。没有其他需要报告的事项。', 'fee'),
]

const report: TypedReport = sampleOf(
  { name: '示例县人民政府', kind: 'government', phone: '0000-7654321' },
  {
    title: '示例县人民政府\n2025年政府信息公开工作年度报告',
    preface,
    overview: overview.map((one, index) => ({ ...one, id: `o${index}` })),
    improvement: improvement.map((one, index) => ({ ...one, id: `i${index}` })),
    other,
    signedOn: '2026-03-12',
  },
)

test.each(proseRules.map((rule) => [rule.id, rule] as const))('%s finds nothing in a correct report', (_, rule) => {
  const found = rule.judge(subjectOf(format2021, report))
  expect(found.length).toBeGreaterThan(0)
  expect(found.filter(({ result }) => result !== 'pass')).toEqual([])
})

test('the same report taken over for the next year is told to be last year’s', () => {
  const found = new Set(
    proseRules
      .flatMap((rule) =>
        rule.judge(subjectOf(format2021, { ...report, year: 2026 })).map((one) => ({ ...one, id: rule.id })),
      )
      .filter(({ result }) => result === 'fail')
      .map(({ id }) => id),
  )
  expect([...found].sort()).toEqual(['A10', 'A11', 'A21'])
})
