import type { KeptVersion } from '../../drafts/versions'
import type { Why } from '../../drafts/occasion'

const words = {
  sent: (detail) => `送审${detail}`,
  returned: (detail) => `退回修改${detail && `（${detail}）`}`,
  approved: (detail) => `审核通过${detail && `（${detail}）`}`,
  final: () => '定稿',
  reopened: () => '重新打开定稿前',
  imported: () => '打开文件',
  replaced: () => '被文件替换前',
  merged: () => '收审核结果前',
  deleted: () => '删除前',
  bulk: (detail) => `${detail}${/[\w]$/.test(detail) ? ' ' : ''}前`,
  work: () => '自动保存',
  named: () => '',
  restored: () => '恢复旧版本前',
} as const satisfies Readonly<Record<Why, (detail: string) => string>>

const isKnown = (why: string): why is Why => Object.prototype.hasOwnProperty.call(words, why)

/** On what occasion a version was kept and what it is called; a word of another copy of the app is shown as it is. */
export const occasionInWords = ({
  why,
  detail = '',
  name = '',
}: Pick<KeptVersion, 'why' | 'detail' | 'name'>): string => {
  const occasion = isKnown(why) ? words[why](detail) : `旧版本（${why}）`
  const called = name === '' ? '' : `名为“${name}”`
  return [occasion, called].filter((part) => part !== '').join('，') || '另存的版本'
}

const kilo = 1024

/** Room on the disk in words: 34 KB, 1.2 MB. */
export const roomInWords = (bytes: number): string =>
  bytes < kilo * kilo ? `${Math.ceil(bytes / kilo)} KB` : `${(bytes / kilo / kilo).toFixed(1)} MB`
