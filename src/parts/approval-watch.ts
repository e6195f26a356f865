import type { Desk } from './desk'

interface Notices {
  get(): unknown
  set(word: { readonly message: string } | null): void
}

/** Tells when a change takes the approval away; the word goes when the content is as it was again. */
export const watchApproval = (desk: Desk, notice: Notices): void => {
  const word = { message: '内容有改动，审核通过已失效：定稿前须重新送审；改回原样就恢复。' }
  let was = desk.standing.get().kind
  desk.standing.on(() => {
    const is = desk.standing.get().kind
    if (was === 'approved' && is === 'outdated') notice.set(word)
    else if (is === 'approved' && notice.get() === word) notice.set(null)
    was = is
  })
}
