import type { Format } from '../format'
import { readFigure } from './figures'
import { allFigures } from './cells'
import type { TypedReport } from './report'

/** Texts that are made from fields, and that follow them until they are edited. */
export interface Proposals {
  readonly title: string
  readonly preface: string
  readonly fee: string
}

const sectionNames = (format: Format): string =>
  format.sections.map(({ title }) => title.replace(/^.、/, '')).join('、')

/** The title as it is proposed: unit, year and the statutory words. */
export const proposedTitle = (format: Format, { agency, year }: Pick<TypedReport, 'agency' | 'year'>): string =>
  `${agency.name}${year}年${format.title}`

const contactFields = ['address', 'postcode', 'phone', 'email'] as const

const contact = ({ front }: Format, agency: TypedReport['agency']): string =>
  contactFields
    .filter((field) => agency[field].trim() !== '')
    .map((field) => `${front.find(({ id }) => id === `agency.${field}`)?.label ?? ''}：${agency[field]}`)
    .join('；')

const proposedPreface = (format: Format, { agency, year }: TypedReport): string => {
  if (agency.name.trim() === '') return ''
  const { law, authority } = format
  const reach = contact(format, agency)
  return [
    `根据${law.name}（${law.order}）${law.article}和${authority.name}（${authority.document}）的规定，`,
    `${agency.name}编制了${year}年${format.title}。`,
    `报告由${sectionNames(format)}六个部分组成。`,
    `所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`,
    `对本报告如有疑问，请与${agency.name}联系${reach === '' ? '' : `（${reach}）`}。`,
  ].join('')
}

const proposedFee = (format: Format, typed: TypedReport): string => {
  const cells = allFigures(format).flatMap(({ lines }) => lines)
  const [notices, billed, paid, collected] = cells.map(({ id, unit = 'count' }) => {
    const read = readFigure(typed.handlingFee[id] ?? '', unit)
    return read.kind === 'figure' ? read.value : undefined
  })
  if (notices === undefined || billed === undefined || paid === undefined || collected === undefined) return ''
  const none = [notices, billed, paid, collected].every((figure) => Number(figure) === 0)
  return none
    ? '本年度未发出信息处理费收费通知，未收取信息处理费。'
    : `本年度发出信息处理费收费通知${notices}件，收费总金额${billed}元；实际收取${paid}件，实际收取金额${collected}元。`
}

/** What the title, the preface and the fee sentence would be from the fields alone; '' where a field is still missing. */
export const proposals = (format: Format, typed: TypedReport): Proposals => ({
  title: proposedTitle(format, typed),
  preface: proposedPreface(format, typed),
  fee: proposedFee(format, typed),
})

/** The text to show after its fields changed: the new proposal while the text still equals the old one or is empty by it. */
export const follow = (text: string, before: string, after: string): string => (text === before ? after : text)
