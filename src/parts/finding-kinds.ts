import type { Finding } from '../checks/rule'

/** The kinds into which 检查结果 sorts what the rules say, gravest first. */
export type Kind = 'error' | 'warning' | 'open' | 'info' | 'accepted' | 'unknown' | 'waiting' | 'pass'

/** `inAll`: shown where no kind is chosen; what waits for a blank is told by the blank itself. */
export const kinds: readonly { readonly id: Kind; readonly label: string; readonly inAll: boolean }[] = [
  { id: 'error', label: '错误', inAll: true },
  { id: 'warning', label: '提醒', inAll: true },
  { id: 'open', label: '未填完', inAll: true },
  { id: 'info', label: '提示', inAll: true },
  { id: 'accepted', label: '已写明理由', inAll: true },
  { id: 'unknown', label: '未能核对', inAll: true },
  { id: 'waiting', label: '待填完后核对', inAll: false },
  { id: 'pass', label: '已通过', inAll: false },
]

/** Rules that ask for something to be filled; all others only wait until it is. */
const asking: ReadonlySet<string> = new Set(['A2', 'A14', 'A16', 'B1'])

export const kindOf = ({ result, severity, accepted, rule }: Finding): Kind => {
  switch (result) {
    case 'pass':
    case 'unknown':
      return result
    case 'open':
      return asking.has(rule) ? 'open' : 'waiting'
    case 'fail':
      return accepted ? 'accepted' : severity
    default:
      return result satisfies never
  }
}

/** What stands against a final copy, counted in words: 2 处错误、3 处未填完. */
export const obstaclesInWords = (obstacles: readonly Finding[]): string => {
  const of = (kind: Kind): number => obstacles.filter((finding) => kindOf(finding) === kind).length
  const counts = [
    [of('error'), '处错误'],
    [of('warning'), '处提醒'],
    [of('open') || of('waiting'), '处未填完'],
  ] as const
  return counts.flatMap(([count, words]) => (count > 0 ? [`${count} ${words}`] : [])).join('、')
}

const severities = { error: '错误', warning: '提醒', info: '提示' } as const

const words: Readonly<Record<Kind, string>> = {
  ...severities,
  open: '未填完',
  waiting: '待填完后核对',
  accepted: '已写明理由',
  unknown: '未能核对',
  pass: '已通过',
}

/** How grave a finding is and how it stands, in words. */
export const wordOf = (finding: Finding): string =>
  `${finding.accepted ? `${severities[finding.severity]}，` : ''}${words[kindOf(finding)]}`

/** What tells a finding from all others; two sentences alike differ in where they stand. */
export const keyOf = ({ rule, at, quotes, message }: Finding): string =>
  `${rule} ${at.join(' ')} ${quotes?.[0]?.start ?? ''} ${message}`
