import type { Format } from '../../format'
import { proposals } from '../../report/proposals'
import type { TypedReport } from '../../report/report'
import type { Random } from './random'

const periods = (year: number): readonly [string, ...string[]] => [
  `${year}年1月1日至${year}年12月31日`,
  `${year}年1月1日至12月31日`,
  `${year}年1月1日起至12月31日止`,
  `${year}年1月1日—12月31日`,
  `${year}.1.1-${year}.12.31`,
]

const contact = (random: Random, { agency }: TypedReport): string =>
  random.pick([
    `如对本报告有疑问，请与${agency.name}联系（地址：${agency.address}，电话：${agency.phone}）。`,
    `对本报告如有疑问，请与${agency.name}办公室联系，电话：${agency.phone}。`,
    `公众可向${agency.name}索取本报告的纸质版。`,
  ])

/** The preface as it is proposed, or in another of the ways in which offices word it. */
export const prefaceOf = (format: Format, typed: TypedReport, random: Random): string => {
  const { law, authority } = format
  const { year, agency } = typed
  if (random.chance(0.3)) return proposals(format, typed).preface
  const basis = random.pick([
    `依据${law.name}（国令第711号）和${authority.document}文件要求`,
    `按照${law.name}（中华人民共和国国务院令第711号）有关规定`,
    `根据${law.name}第五十条的规定，参照${authority.name}（${authority.document}）`,
  ])
  const made = random.pick([
    `${agency.name}编制了${year}年度政府信息公开工作年度报告`,
    `现公布${agency.name}${year}年${format.title}`,
    `由${agency.name}编制本年度报告`,
  ])
  const period = random.pick([
    `本报告所列数据的统计期限为${random.pick(periods(year))}。`,
    `数据统计时间从${random.pick(periods(year))}。`,
  ])
  return `${basis}，${made}。${period}${contact(random, typed)}`
}
