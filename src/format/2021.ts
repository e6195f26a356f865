import type { Axis, Field, Figures, Format, Line, Subsections, Table } from './format'

// 《中华人民共和国政府信息公开工作年度报告格式》, 国办公开办函〔2021〕30号, 2021-09-26; help texts follow the
// 《中华人民共和国政府信息公开条例》 (国务院令第711号), cited below as 条例.

export const law = {
  name: '《中华人民共和国政府信息公开条例》',
  order: '国务院令第711号',
  article: '第五十条',
} as const

export const title = '政府信息公开工作年度报告'

export const front: readonly Field[] = [
  {
    id: 'agency.name',
    label: '单位名称',
    kind: 'line',
    required: true,
    help: '填单位全称，标题、编制说明和署名都用它。',
  },
  {
    id: 'agency.kind',
    label: '单位类型',
    kind: 'choice',
    required: true,
    choices: [
      { id: 'government', label: '县级以上人民政府' },
      { id: 'department', label: '政府部门' },
      { id: 'township', label: '乡镇人民政府' },
      { id: 'subdistrict', label: '街道办事处' },
      { id: 'other', label: '其他' },
    ],
    help: '政府部门应在1月31日前、县级以上人民政府应在3月31日前公布上一年度报告（条例第四十九条）。',
  },
  { id: 'year', label: '年度', kind: 'year', required: true, help: '报告所反映的年度，不是编制报告的年份。' },
  {
    id: 'agency.rulemaking',
    label: '规章制定权',
    kind: 'yesNo',
    help: '国务院部门、省级政府、设区的市和自治州政府有规章制定权；代这些政府编制报告的单位也勾选。',
  },
  { id: 'agency.address', label: '地址', kind: 'line' },
  { id: 'agency.postcode', label: '邮编', kind: 'line' },
  { id: 'agency.phone', label: '电话', kind: 'line' },
  { id: 'agency.email', label: '电子邮箱', kind: 'line', help: '可以不填。' },
  {
    id: 'title',
    label: '标题',
    kind: 'lines',
    required: true,
    help: '应含单位名称、年度和“政府信息公开工作年度报告”；名称较长时可在名称后换一行。',
  },
  { id: 'signedOn', label: '成文日期', kind: 'date', help: '如 2024-01-15 或 2024年1月15日，可以不填。' },
  {
    id: 'signature.name',
    label: '署名',
    kind: 'line',
    help: '不填时用单位名称。',
  },
  {
    id: 'signature.place',
    label: '署名位置',
    kind: 'choice',
    choices: [
      { id: 'none', label: '不署名' },
      { id: 'end', label: '文末' },
      { id: 'underTitle', label: '标题下' },
      { id: 'both', label: '标题下和文末' },
    ],
  },
  {
    id: 'preface',
    label: '编制说明',
    kind: 'lines',
    help: '印在标题之后、第一部分之前，不带小标题；空一行为新的一段。写明法律依据、统计期限和联系方式。',
  },
]

export const overview: Subsections = {
  kind: 'subsections',
  id: 'overview',
  aspects: [
    {
      id: 'proactive',
      heading: '主动公开',
      proposed: 'headed',
      help: '写本年主动公开的内容、数量、渠道和解读回应等情况。',
    },
    {
      id: 'onRequest',
      heading: '依申请公开',
      proposed: 'headed',
      help: '写收到、办理申请的数量和结果，行政复议、行政诉讼情况；数字应与第三、第四部分的表一致。',
    },
    {
      id: 'management',
      heading: '政府信息管理',
      proposed: 'headed',
      help: '写政府信息的制作、审查、发布、更新、归集和规范性文件管理等情况。',
    },
    {
      id: 'platform',
      heading: '政府信息公开平台建设',
      proposed: 'headed',
      help: '写政府网站、政务新媒体、公报、公开查阅点等平台的建设情况。',
    },
    {
      id: 'supervision',
      heading: '监督保障',
      proposed: 'headed',
      help: '写组织领导、培训、工作考核、社会评议和责任追究结果；县级以上和乡镇人民政府必须写后三项（条例第五十条第四项）。',
    },
  ],
}

const decisions: Line = { id: 'decisions', label: '本年处理决定数量', help: '本年度作出的处理决定数量，按件填。' }

const issued: Table = {
  kind: 'table',
  id: 'issued',
  label: '规章和行政规范性文件',
  caption: '第二十条第（一）项',
  corner: '信息内容',
  group: 'disclosure',
  note: '如有需要说明的情况写在这里，印在表下。',
  columns: [
    { id: 'issued', label: '本年制发件数', help: '本年度制定发布的件数。' },
    { id: 'repealed', label: '本年废止件数', help: '本年度废止的件数。' },
    { id: 'inForce', label: '现行有效件数', help: '截至本年12月31日仍然有效的件数。' },
  ],
  rows: [
    { id: 'rules', label: '规章', help: '条例第二十条第一项。只有有规章制定权的机关填写，其他单位填 0。' },
    { id: 'normative', label: '行政规范性文件', help: '条例第二十条第一项。' },
  ],
}

const licensing: Table = {
  kind: 'table',
  id: 'licensing',
  label: '行政许可',
  caption: '第二十条第（五）项',
  corner: '信息内容',
  group: 'disclosure',
  columns: [decisions],
  rows: [{ id: 'licences', label: '行政许可', help: '条例第二十条第五项。本年度作出的行政许可决定数量。' }],
}

const enforcement: Table = {
  kind: 'table',
  id: 'enforcement',
  label: '行政处罚和行政强制',
  caption: '第二十条第（六）项',
  corner: '信息内容',
  group: 'disclosure',
  columns: [decisions],
  rows: [
    { id: 'penalties', label: '行政处罚', help: '条例第二十条第六项。本年度作出的行政处罚决定数量。' },
    { id: 'coercion', label: '行政强制', help: '条例第二十条第六项。本年度作出的行政强制决定数量。' },
  ],
}

const fees: Table = {
  kind: 'table',
  id: 'fees',
  label: '行政事业性收费',
  caption: '第二十条第（八）项',
  corner: '信息内容',
  group: 'disclosure',
  columns: [
    {
      id: 'amount',
      label: '本年收费金额（单位：万元）',
      unit: 'wanYuan',
      help: '以万元为单位，最多六位小数，按实际数填写，不四舍五入。',
    },
  ],
  rows: [
    {
      id: 'charges',
      label: '行政事业性收费',
      help: '条例第二十条第八项。本单位本年度全部行政事业性收费；信息处理费另在第六部分以元为单位报告。',
    },
  ],
}

const applicants: Axis = [
  { id: 'natural', label: '自然人', help: '申请人是自然人的。' },
  {
    id: 'organisations',
    label: '法人或其他组织',
    help: '按申请人的类别填，一件申请只计一次。',
    lines: [
      { id: 'business', label: '商业企业' },
      { id: 'research', label: '科研机构' },
      { id: 'charity', label: '社会公益组织' },
      { id: 'legalService', label: '法律服务机构' },
      { id: 'other', label: '其他', help: '不属于前四类的法人或其他组织。' },
    ],
  },
  { id: 'total', label: '总计', sum: ['natural', 'organisations'], help: '自动计算：自然人与法人或其他组织五列之和。' },
]

const received: Line = {
  id: 'received',
  label: '一、本年新收政府信息公开申请数量',
  help: '本年度新收到的申请件数。',
}

const carriedIn: Line = {
  id: 'carriedIn',
  label: '二、上年结转政府信息公开申请数量',
  help: '上年度收到、到上年末没有办结的件数，等于上年年报第四项的数。',
}

const carriedOut: Line = {
  id: 'carriedOut',
  label: '四、结转下年度继续办理',
  help: '到本年末没有办结、转入下年度继续办理的件数。',
}

/** Rows （一） to （五） of the outcomes, the same in both formats. */
export const outcomes: Axis = [
  {
    id: 'granted',
    label: '（一）予以公开',
    help: '条例第三十六条第一、二项：告知已公开信息的获取方式，或者提供信息。',
  },
  {
    id: 'partlyGranted',
    label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
    help: '条例第三十七条：能够区分处理、提供了其中可以公开内容的，只计在这里，不再计入不予公开等其他情形。',
  },
  {
    id: 'refused',
    label: '（三）不予公开',
    lines: [
      { id: 'stateSecrets', label: '1.属于国家秘密', help: '条例第十四条：依法确定为国家秘密的。' },
      { id: 'barredByLaw', label: '2.其他法律行政法规禁止公开', help: '条例第十四条：法律、行政法规禁止公开的。' },
      {
        id: 'securityAndStability',
        label: '3.危及“三安全一稳定”',
        help: '条例第十四条：公开后可能危及国家安全、公共安全、经济安全、社会稳定的。',
      },
      {
        id: 'thirdPartyRights',
        label: '4.保护第三方合法权益',
        help: '条例第十五条、第三十二条：涉及商业秘密、个人隐私，公开会损害第三方合法权益的。',
      },
      {
        id: 'internalAffairs',
        label: '5.属于三类内部事务信息',
        help: '条例第十六条第一款：人事管理、后勤管理、内部工作流程信息。',
      },
      {
        id: 'deliberative',
        label: '6.属于四类过程性信息',
        help: '条例第十六条第二款：讨论记录、过程稿、磋商信函、请示报告。',
      },
      { id: 'enforcementFiles', label: '7.属于行政执法案卷', help: '条例第十六条第二款：行政执法案卷信息。' },
      {
        id: 'administrativeQuery',
        label: '8.属于行政查询事项',
        help: '条例第三十六条第七项：工商、不动产登记资料等法律法规对获取另有规定的信息。',
      },
    ],
  },
  {
    id: 'unavailable',
    label: '（四）无法提供',
    lines: [
      {
        id: 'notHeld',
        label: '1.本机关不掌握相关政府信息',
        help: '条例第三十六条第四、五项：经检索没有该信息，或者不属于本机关负责公开。',
      },
      {
        id: 'needsCreation',
        label: '2.没有现成信息需要另行制作',
        help: '条例第三十八条：需要对现有信息加工、分析的。',
      },
      {
        id: 'unclear',
        label: '3.补正后申请内容仍不明确',
        help: '已按条例第三十条告知补正，补正后内容仍不明确的。逾期没有补正的计入（六）1。',
      },
    ],
  },
  {
    id: 'notProcessed',
    label: '（五）不予处理',
    lines: [
      {
        id: 'complaint',
        label: '1.信访举报投诉类申请',
        help: '条例第三十九条第一款：以申请的形式进行信访、投诉、举报等活动的。',
      },
      { id: 'repeated', label: '2.重复申请', help: '条例第三十六条第六项：已作出答复，又重复申请相同信息的。' },
      {
        id: 'publication',
        label: '3.要求提供公开出版物',
        help: '条例第三十九条第二款：要求提供政府公报、报刊、书籍等公开出版物的。',
      },
      {
        id: 'excessive',
        label: '4.无正当理由大量反复申请',
        help: '条例第三十五条：数量、频次明显超过合理范围，说明的理由不合理的。',
      },
      {
        id: 'confirmation',
        label: '5.要求行政机关确认或重新出具已获取信息',
      },
    ],
  },
]

const otherHandling: Axis[number] = {
  id: 'otherHandling',
  label: '（六）其他处理',
  lines: [
    {
      id: 'notCorrected',
      label: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
      help: '条例第三十条：逾期不补正的，视为放弃申请。',
    },
    {
      id: 'feeUnpaid',
      label: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
      help: '条例第四十二条、国办函〔2020〕109号：收到收费通知20个工作日内没有缴费的，视为放弃申请。',
    },
    { id: 'other', label: '3.其他', help: '以上各项都不能归入的处理结果。' },
  ],
}

const groups = ['granted', 'partlyGranted', 'refused', 'unavailable', 'notProcessed', 'otherHandling'] as const

/** Table three around the outcomes that a format counts. */
export const requestsWith = (lines: Axis): Table => ({
  kind: 'table',
  id: 'requests',
  label: '收到和处理政府信息公开申请情况',
  corner: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
  over: '申请人情况',
  note: '如有需要说明的情况写在这里，印在表下。',
  columns: applicants,
  rows: [
    received,
    carriedIn,
    {
      id: 'results',
      label: '三、本年度办理结果',
      lines: [...lines, { id: 'total', label: '（七）总计', sum: groups, help: '自动计算：（一）至（六）各行之和。' }],
    },
    carriedOut,
  ],
})

const outcomesOfCases = (block: string): Axis => [
  { id: `${block}Upheld`, label: '结果维持' },
  { id: `${block}Corrected`, label: '结果纠正' },
  { id: `${block}Other`, label: '其他结果' },
  { id: `${block}Pending`, label: '尚未审结' },
  {
    id: `${block}Total`,
    label: '总计',
    sum: [`${block}Upheld`, `${block}Corrected`, `${block}Other`, `${block}Pending`],
    help: '自动计算：前四列之和。',
  },
]

const cases =
  '以本机关政府信息公开工作引起的案件计；复议机关只作共同被告的，由原行为机关统计（国办公开办函〔2016〕201号）。'

export const disputes: Table = {
  kind: 'table',
  id: 'disputes',
  label: '政府信息公开行政复议、行政诉讼情况',
  note: '上年未审结、结转到本年的案件是否计入，可在这里说明，印在表下。',
  columns: [
    { id: 'review', label: '行政复议', help: cases, lines: outcomesOfCases('review') },
    {
      id: 'litigation',
      label: '行政诉讼',
      help: cases,
      lines: [
        { id: 'direct', label: '未经复议直接起诉', lines: outcomesOfCases('direct') },
        { id: 'afterReview', label: '复议后起诉', lines: outcomesOfCases('afterReview') },
      ],
    },
  ],
  rows: [{ id: 'cases', label: '' }],
}

export const improvement: Subsections = {
  kind: 'subsections',
  id: 'improvement',
  aspects: [
    { id: 'problems', heading: '存在的主要问题', proposed: 'plain', help: '写本年工作中实际存在的问题，必填。' },
    { id: 'measures', heading: '改进情况', proposed: 'plain', help: '写针对问题的改进措施和进展，必填。' },
    {
      id: 'both',
      heading: '存在的主要问题及改进情况',
      proposed: 'no',
      help: '问题和改进写在一起时用，可代替前两项。',
    },
    { id: 'lastYear', heading: '上年问题的改进情况', proposed: 'no', help: '写上一年报告所列问题的改进结果。' },
  ],
}

const other: Subsections = {
  kind: 'subsections',
  id: 'other',
  aspects: [
    {
      id: 'fee',
      heading: '收取信息处理费情况',
      proposed: 'plain',
      help: '没有收取的也要写明。填完四个数字后自动拟出一句，可以修改。',
    },
  ],
}

const handlingFee: Figures = {
  kind: 'figures',
  id: 'handlingFee',
  label: '信息处理费',
  lines: [
    { id: 'notices', label: '发出收费通知件数', help: '本年度发出信息处理费收费通知的件数（国办函〔2020〕109号）。' },
    {
      id: 'billed',
      label: '收费总金额（元）',
      unit: 'yuan',
      help: '收费通知上的金额之和。以元为单位，与第二部分的万元不同。',
    },
    { id: 'paid', label: '实际收取件数', help: '申请人实际缴费的件数。' },
    { id: 'collected', label: '实际收取金额（元）', unit: 'yuan', help: '实际收到的金额，以元为单位。' },
  ],
}

/** The statutory titles of the six sections, the same in both formats. */
export const titles = {
  overview: '一、总体情况',
  disclosure: '二、主动公开政府信息情况',
  requests: '三、收到和处理政府信息公开申请情况',
  disputes: '四、政府信息公开行政复议、行政诉讼情况',
  improvement: '五、存在的主要问题及改进情况',
  other: '六、其他需要报告的事项',
} as const

/** First and second item against third and fourth, the note in the corner of table three. */
export const balanceOfRequests = {
  kind: 'balance',
  id: 'D3',
  left: ['requests.received', 'requests.carriedIn'],
  is: '=',
  right: ['requests.total', 'requests.carriedOut'],
  severity: 'error',
  label: '（一＋二）－（三＋四）',
  holds: '每一列：第一项加第二项之和，等于第三项加第四项之和',
  says: '{place}一列不平，差 {difference}：新收 {left.0}＋结转 {left.1}＝{left}，办理 {right.0}＋结转下年 {right.1}＝{right}',
} as const

export const carriedFromLastYear = {
  kind: 'balance',
  id: 'D4',
  left: ['requests.carriedIn'],
  is: '=',
  right: ['last:requests.carriedOut'],
  severity: 'warning',
  holds: '上年结转等于上年年报的结转下年度',
  says: '{place}一列：上年结转 {left} 与上年年报的结转下年度 {right} 不一致，差 {difference}',
} as const

export const format2021: Format = {
  id: '2021',
  title,
  authority: {
    name: '《中华人民共和国政府信息公开工作年度报告格式》',
    document: '国办公开办函〔2021〕30号',
    issued: '2021-09-26',
  },
  law,
  years: { from: 2021 },
  front,
  sections: [
    { id: 'overview', title: titles.overview, blocks: [overview] },
    { id: 'disclosure', title: titles.disclosure, blocks: [issued, licensing, enforcement, fees] },
    { id: 'requests', title: titles.requests, blocks: [requestsWith([...outcomes, otherHandling])] },
    { id: 'disputes', title: titles.disputes, blocks: [disputes] },
    { id: 'improvement', title: titles.improvement, blocks: [improvement] },
    { id: 'other', title: titles.other, blocks: [handlingFee, other] },
  ],
  checks: [
    {
      kind: 'balance',
      id: 'C1',
      left: ['issued.*.inForce', 'issued.*.repealed'],
      is: '=',
      right: ['last:issued.*.inForce', 'issued.*.issued'],
      severity: 'warning',
      holds: '现行有效等于上年有效加本年制发减本年废止',
      says: '{place}：现行有效 {left.0}＋废止 {left.1}＝{left}，上年有效 {right.0}＋制发 {right.1}＝{right}，差 {difference}',
    },
    {
      kind: 'balance',
      id: 'C2',
      left: ['issued.*.issued'],
      is: '≤',
      right: ['issued.*.inForce'],
      severity: 'warning',
      holds: '现行有效件数不少于本年制发件数',
      says: '{place}：本年制发 {left} 件多于现行有效 {right} 件，差 {difference}',
    },
    balanceOfRequests,
    carriedFromLastYear,
  ],
}
