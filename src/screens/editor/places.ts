import type { Format } from '../../format'

/** A stop on the way through a report. */
export interface Place {
  readonly id: string
  readonly title: string
  readonly group: '' | '报告正文' | '定稿'
}

/** 基本信息, the sections, 检查结果, 审核, 预览与导出, 版本. */
export const placesOf = (format: Format): readonly Place[] => [
  { id: 'basics', title: '基本信息', group: '' },
  ...format.sections.map(({ id, title }): Place => ({ id, title, group: '报告正文' })),
  { id: 'checks', title: '检查结果', group: '定稿' },
  { id: 'review', title: '审核', group: '定稿' },
  { id: 'export', title: '预览与导出', group: '定稿' },
  { id: 'versions', title: '版本', group: '定稿' },
]
