// What stands around a year in sentences: the reader's own vocabulary.

/** A year at the head of a clause: 2024年, 虽然2024年, 我局2024年, 截至2024年. */
export const head = /(^|[,;:、])([\u4e00-\u9fff]{0,15}?)((?:截[至止]到?)?)(\d{4})年/g

/** What may stand before it, besides the unit's name. */
export const opening = /^(?:虽然|尽管|回顾|其中|在)?(?:(?:我|本)[\u4e00-\u9fff]{1,6}|全[市县区镇乡省局委])?$/

const own =
  '(?:我|本)(?:市|县|区|镇|乡|州|省|旗|盟|局|委|办|厅|部|院|街道|单位|机关|中心|地区|系统|所|站|处|会|校|馆|队|支队|大队|分局|署)'

/** Deeds of such a report; 收到的3件 is about cases that another year brought. */
const deeds =
  '(?:全年|年内)?(?:共计?|累计|总计|合计|一共)?(?:主动|依法|依规|及时)?(?:新收到?|收到|受理|办理|办结|答复|制发|制定|公开|发布|未收到|未发生|没有发生|没有收到|召开|举办|开展|组织)(?!到?的|会|时)'

/** The work on disclosure itself: 政府信息公开工作实际. */
export const work = '政府信息(?:与政务)?公开工作(?:的?实际|情况|总体|开展|取得|虽|成效|有序|稳步)'

/** What makes a sentence a report on that year's work, right behind 2024年. */
export const tellsOwnWork = new RegExp(
  `^(?:度|全年)?[,、]?(?:${own}|全[市县区镇乡省局委]|[市县区镇乡省]政府|${deeds}|(?:通过|利用|依托)[^,。;]{2,20}(?:公开|发布)|依申请公开|${work})`,
)

/** 2024年，示例市数据管理局…: a body whose letters are the unit's own. */
const body = /^(?:度|全年)?[,、]?([\u4e00-\u9fff]{2,15}?(?:局|委|办|政府|街道|镇|乡|中心))/

/** Whether words are made of the letters of the unit’s name. */
export const isUnit = (words: string, unit: string): boolean => [...words].every((letter) => unit.includes(letter))

/** Whether the unit, by its name or a short form of it, is the subject behind a year. */
export const isOwnBody = (after: string, unit: string): boolean => {
  const name = body.exec(after)?.[1]
  return name !== undefined && isUnit(name, unit)
}

/** 2024年全市…: a whole region is the subject. */
export const ofRegion = /^(?:度|全年)?[,、]?(?:全[市县区镇乡省]|[市县区镇乡省]政府)/

/** 截至2024年底, 截至2024年12月31日 */
export const yearsEnd = /^(?:年?底|年?末|12月31日|12月底)/

/** Names that a year belongs to: documents, meetings, appraisals, plans. */
export const named =
  /^(?:度|全年)?[^,。;:]{0,24}?(?:决算|预算|年报|年度报告|工作报告|情况报告|报表|要点|目录|清单|计划|规划|方案|总结|公报|会议|大会|全会|论坛|年会|培训班|考核|评估|测评|评议|名单|通知|任务|台账|活动周|宣传月|指标|排名)/

/** The sentence speaks of both years, carries cases over, tells of an honour or of what has been so since. */
export const otherReason =
  /本年|今年|以来|至今|目前|现已|此后|延续|历年|连续|结转|顺延|转入|转下|延期|延至|跨年|遗留|继续办理|荣获|获评|被评|评为|授予|表彰|称号|名列|位列|修订|修正|施行/

/** A single event of another year is history: 2024年我局成立信息公开科. */
export const history =
  /^[^,;]{0,10}?(?:成立|组建|挂牌|建成|上线|开通|启用|划转|更名|合并|撤销|改革|调整|印发|出台|制定|获得|列为|确定为)/
/** 2024年我局将…: a plan, which A21 reads. */
export const future = new RegExp(`^度?[,、]?(?:${own})?(?:将|拟|计划|力争)`)

/** A problem of another year that has been cured. */
export const improvedSince = /(?:问题|不足|短板|弱项|意见).{0,40}?(?:已|整改|得到|改进情况|完成|落实情况)/
/** Words of plans and targets. */
export const promises = /将|拟|计划|力争|争取|下一步|下步|预计|规划|目标|明年|打算|继续|进一步|不少于|不低于|以上|要/
/** 2024年开展的试点: the year only says which one. */
export const attributive = /^(?:度|全年)?[^,;得了]{1,12}的/
/** 全年新收120件，2024年新收90件，增长33%: in a later clause, beside a change, the year is compared with. */
export const change = /增[长加多]|下降|减少|上升|持平|同比/

/** A number of things done. */
export const counts = /\d[\d,.]*(?:余|多)?(?:件|条|次|场|份|篇|个|起|人)/
