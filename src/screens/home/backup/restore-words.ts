import type { Choice, Tally } from '../../../drafts/backup/plan'
import type { Contents, Damaged } from '../../../drafts/backup/contents'
import { saveProblem } from '../../../parts/save-problem'

export const choiceWords = {
  both: '两份都留',
  theirs: '用备份里的',
  none: '不恢复',
} as const satisfies Readonly<Record<Choice, string>>

const counted = (count: number, words: string): readonly string[] => (count > 0 ? [words] : [])

const storeWords: Readonly<Record<string, string>> = {
  drafts: '年报',
  versions: '旧版本',
  units: '单位信息',
  reviews: '待审阅',
  settings: '设置',
  unsent: '没写完的话',
} satisfies Readonly<Record<keyof Contents, string>>

/** Which record cannot be read, as far as it tells. */
export const damagedWords = ({ store, key }: Damaged): string =>
  `${storeWords[store] ?? '记录'} ${key}`.trim().slice(0, 60)

/** What a backup holds, in figures. */
export const holdsWords = ({ drafts, versions, reviews }: Contents): string =>
  [
    `${drafts.length} 份年报`,
    ...counted(versions.length, `${versions.length} 个旧版本`),
    ...counted(reviews.length, `${reviews.length} 份待审阅`),
  ].join('、')

/** What a restoring comes to, line by line: what comes in, what joins, what stays as it is. */
export const tallyWords = ({ drafts, versions, reviews, others }: Tally): readonly string[] => [
  ...counted(drafts.added, `恢复年报 ${drafts.added} 份`),
  ...counted(drafts.copied, `作为副本恢复年报 ${drafts.copied} 份`),
  ...counted(drafts.replaced, `换成备份内容的年报 ${drafts.replaced} 份，原来的内容在它们的“版本”里，可以恢复`),
  ...counted(drafts.joined, `年报 ${drafts.joined} 份内容相同，并入了审核记录或名称`),
  ...counted(drafts.same, `年报 ${drafts.same} 份与这里相同或已恢复过，没有动`),
  ...counted(drafts.skipped, `年报 ${drafts.skipped} 份按您的选择没有恢复`),
  ...counted(versions.added, `恢复旧版本 ${versions.added} 个`),
  ...counted(versions.same, `旧版本 ${versions.same} 个这里已有`),
  ...counted(reviews.added, `恢复待审阅 ${reviews.added} 份`),
  ...counted(reviews.joined, `待审阅 ${reviews.joined} 份并入了意见`),
  ...counted(reviews.same, `待审阅 ${reviews.same} 份与这里相同，没有动`),
  ...counted(others.added, `恢复单位信息、设置和没写完的话 ${others.added} 项`),
]

/** Whether a restoring would change anything. */
export const bringsAnything = ({ drafts, versions, reviews, others }: Tally): boolean =>
  drafts.added + drafts.copied + drafts.joined + versions.added + reviews.added + reviews.joined + others.added > 0

/** Why nothing was restored; what did not end may have been stored all the same. */
export const failedWords = (why: unknown): string =>
  why instanceof Error && why.name === 'TimeoutError'
    ? `${saveProblem(why)}，不能确定恢复了没有。请刷新页面，看看年报列表；没有恢复的，再恢复一次，已恢复的不会重复。`
    : `没有能恢复，${saveProblem(why)}。这台电脑上的内容没有改动，请关闭其他窗口后再试。`
