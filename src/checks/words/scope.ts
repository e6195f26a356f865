import type { Agency } from '../../report/report'
import type { Token } from './tokens'

/** Whose numbers a sentence tells of, and of which time. */
export interface Scope {
  readonly year: 'own' | 'other'
  readonly unit: 'own' | 'other' | 'unclear'
  readonly isPlan: boolean
  readonly isCompared: boolean
  /** 全市, 全县 … stands in the clause. */
  readonly hasArea: boolean
}

export const ownScope: Scope = { year: 'own', unit: 'own', isPlan: false, isCompared: false, hasArea: false }

const consolidated = new Set(['government', 'township'])

/** 省, 市, 县 …: the kind of place that a government's name ends in; all of them where it cannot be told. */
const levelsOf = ({ name }: Pick<Agency, 'name'>): string => {
  const [, level] = /([省市县区州旗盟镇乡])(?:人民政府|政府|街道办事处|办事处)/.exec(name) ?? []
  return level === undefined ? '省市县区州旗盟镇乡' : level
}

/** Whether 全市, 我县 … are the unit's own: for a government of that level, whose report holds all its offices. */
const isOwnArea = (agency: Pick<Agency, 'name' | 'kind'>, text: string): boolean => {
  if (/街道|辖区/.test(text)) return agency.kind === 'subdistrict' || text === '辖区'
  if (agency.kind === 'department' || agency.kind === 'subdistrict') return false
  const level = /[省市县区州旗盟镇乡]/.exec(text)?.[0]
  return level !== undefined && levelsOf(agency).includes(level)
}

const namedUnit =
  /(?:局|委员会|委|厅|办公室|处|中心|公司|单位|站|院|所|支队|大队|社区|村|镇|乡|街道|管委会|馆|学校|大学|学院|集团)$/

const noUnit =
  /(?:[格布大全结开时]局|[党常纪市县区省]委|[大客]厅|[查惩出深之好到各难坏益此多何]处|法院|检察院|网站|场所|[城集村]镇|[家下]乡|农村)$/

/** 县自然资源局, 市民政局: another unit's name, whatever words it is made of; `run` is all that stands joined before. */
const isNamedUnit = ({ text }: Token, run: string): boolean =>
  run.length > 2 && namedUnit.test(text) && (text.length > 2 || /[局委厅镇乡]$/.test(text)) && !noUnit.test(run)

/** 综合处, 城东分局: a part of the unit, perhaps the one that does it all. */
const ownOffice = /(?:处|科|股|分局|支队|大队|中队|社区)$/

/** All of a government's offices; 各乡镇, 各街道 are some of them. */
const everyOffice = /^(?:各级|各部门|各单位|各地|职能部门)/

/** The scope from this word on; `run` is the text joined before it, and it. */
export const scopeAfter = (scope: Scope, token: Token, agency: Pick<Agency, 'name' | 'kind'>, run: string): Scope => {
  switch (token.sense) {
    case 'thisYear':
      return { ...scope, year: 'own', isPlan: false }
    case 'otherYear':
    case 'otherPeriod':
      return { ...scope, year: 'other' }
    case 'plan':
      return { ...scope, isPlan: true }
    case 'comparison':
      return { ...scope, isCompared: true }
    case 'area':
      return { ...scope, unit: isOwnArea(agency, token.text) ? 'own' : 'other', hasArea: true }
    case 'ownUnit':
      return { ...scope, unit: 'own' }
    case 'someUnit':
      return { ...scope, unit: 'unclear' }
    case 'everyUnits':
      if (token.text === '系统') return scope.hasArea ? { ...scope, unit: 'other' } : scope
      return consolidated.has(agency.kind) && (agency.kind !== 'government' || everyOffice.test(token.text))
        ? scope
        : { ...scope, unit: 'other' }
    case 'otherUnits':
      return agency.kind === 'subdistrict' && token.text === '街道' ? scope : { ...scope, unit: 'other' }
    case 'unread':
      if (agency.kind === 'government') return isNamedUnit(token, run) ? { ...scope, unit: 'other' } : scope
      return token.text.length > 2 && ownOffice.test(token.text) && !noUnit.test(run)
        ? { ...scope, unit: 'unclear' }
        : scope
    default:
      return scope
  }
}

/** The scope of what a clause says without a number; the unit itself beside another place is not ruled out. */
export const scopeWithin = (after: Scope, hasOwn: boolean): Scope =>
  hasOwn ? { ...after, unit: 'own' } : after.hasArea && after.unit === 'other' ? { ...after, unit: 'unclear' } : after

/** What of a clause's scope the next one keeps. A place named without a number may be said of what follows. */
export const scopeBeyond = (before: Scope, after: Scope, hasNumber: boolean): Scope => ({
  ...after,
  hasArea: false,
  unit: hasNumber || after.unit === 'own' ? after.unit : after.hasArea ? 'unclear' : before.unit,
})

/** The forms in which a unit writes its own name, longest first. */
export const namesOf = ({ name }: Pick<Agency, 'name'>): readonly string[] => {
  const bare = name.normalize('NFKC').replace(/\s+/g, '')
  if (bare.length < 4) return bare === '' ? [] : [bare]
  const tails = [...bare].flatMap((letter, index) =>
    /[省市县区州旗]/.test(letter) && bare.length - index > 4 ? [bare.slice(index), bare.slice(index + 1)] : [],
  )
  const short = tails.filter((tail) => tail.length >= 3 && !tail.startsWith('人民政府'))
  return [...new Set([bare, ...short])].sort((a, b) => b.length - a.length)
}
