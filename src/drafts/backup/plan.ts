import canonicalize from 'canonicalize'
import type { Unit } from '../database'
import { modern, type Draft } from '../draft'
import { merge } from '../../review/review'
import { unitOf } from '../unit-of'
import type { ReviewCopy } from '../review-copy'
import type { UnsentTexts } from '../unsent-texts'
import type { Contents, Setting, Sifted } from './contents'
import { copyBeside, nameOfReport } from './copy-beside'
import { joinReview, joinTexts } from './join'
import type { Backup } from './read'
import { createVersionJoin } from './version-join'

/** What becomes of a draft that is here with another content: both stay, the backup's comes in its place, or nothing. */
export type Choice = 'both' | 'theirs' | 'none'

/** A draft that is here with another content than in the backup. */
export interface Conflict {
  readonly id: string
  readonly here: Draft
  readonly there: Draft
}

/** What came in and what not, in figures. */
export interface Tally {
  readonly drafts: {
    readonly added: number
    readonly same: number
    readonly copied: number
    readonly replaced: number
    readonly skipped: number
    /** The same report, with more in its review. */
    readonly joined: number
  }
  readonly versions: { readonly added: number; readonly same: number }
  readonly reviews: { readonly added: number; readonly same: number; readonly joined: number }
  readonly others: { readonly added: number; readonly same: number }
}

/** All that a restoring does: the records to be written, and what is said of it. Nothing is removed. */
export interface Plan {
  readonly conflicts: readonly Conflict[]
  /** The drafts here that are written over, with their names: no window may be filling them in. */
  readonly touches: readonly { readonly id: string; readonly name: string }[]
  readonly writes: Contents
  readonly tally: Tally
  /** What was left out or kept as it was, and why. */
  readonly told: readonly string[]
}

const contentKey = ({ format, typed, filled, accepted, final }: Draft): string =>
  canonicalize({ format, typed, filled, accepted: accepted ?? [], final: final ?? null }) ?? ''

/**
 * What restoring a backup onto what is here comes to: what is missing is added, what is the same stays, what both know of a
 * review comes together, versions stand beside each other, and a draft with another content is settled by its choice, 两份都留
 * where none was made. The same backup a second time comes to nothing.
 */
export const planRestore = (
  backup: Pick<Backup, 'at' | 'contents'>,
  here: Sifted,
  choices: ReadonlyMap<string, Choice>,
  now: number,
): Plan => {
  const there = backup.contents
  const isDamaged = (store: string, key: string): boolean =>
    here.damaged.some((one) => one.store === store && one.key === key)
  const drafts = { added: 0, same: 0, copied: 0, replaced: 0, skipped: 0, joined: 0 }
  const reviews = { added: 0, same: 0, joined: 0 }
  const others = { added: 0, same: 0 }
  const told: string[] = []
  const conflicts: Conflict[] = []
  const touches: { id: string; name: string }[] = []
  const written = {
    drafts: [] as Draft[],
    units: new Map<string, Unit>(),
    reviews: [] as ReviewCopy[],
    settings: [] as Setting[],
    unsent: [] as UnsentTexts[],
  }
  const versions = createVersionJoin(here)
  const draftsHere = new Map(here.contents.drafts.map((draft) => [draft.id, draft]))
  const skipped = new Set<string>()
  /** Where a draft of the backup stands now: its own id, or that of its copy. */
  const homes = new Map<string, string>()

  const putCopy = (draft: Draft): void => {
    const copy = copyBeside(draft, backup.at)
    homes.set(draft.id, copy.id)
    const isNew = !draftsHere.has(copy.id)
    // Whatever became of the copy since, what was restored stays among its versions.
    versions.add({ draft: copy.id, at: copy.changedAt, why: 'imported', record: copy }, { added: 0, same: 0 })
    if (!isNew) {
      drafts.same += 1
      return
    }
    drafts.copied += 1
    written.drafts.push(copy)
    written.units.set(copy.id, unitOf(copy))
  }

  const putOver = (mine: Draft, draft: Draft): void => {
    versions.keep({ draft: mine.id, at: now, why: 'replaced', record: mine })
    const next: Draft = {
      ...draft,
      name: mine.name === '' ? draft.name : mine.name,
      createdAt: mine.createdAt,
      changedAt: now,
      revision: Math.max(mine.revision, draft.revision) + 1,
      review: merge(modern(mine).review, modern(draft).review),
    }
    drafts.replaced += 1
    touches.push({ id: mine.id, name: nameOfReport(mine) })
    written.drafts.push(next)
    written.units.set(next.id, unitOf(next))
  }

  const putSame = (mine: Draft, draft: Draft): void => {
    const { review } = modern(mine)
    const joined = merge(review, modern(draft).review)
    const name = mine.name === '' ? draft.name : mine.name
    if (draft.name !== '' && draft.name !== name)
      told.push(`“${nameOfReport(draft)}”在这里已改名为“${name}”，名称保留这里的。`)
    const isSame = name === mine.name && canonicalize(joined) === canonicalize(review)
    if (isSame || choices.get(mine.id) === 'none') drafts.same += 1
    else {
      touches.push({ id: mine.id, name: nameOfReport(mine) })
      drafts.joined += 1
      written.drafts.push({ ...mine, name, review: joined, revision: mine.revision + 1 })
    }
  }

  for (const draft of there.drafts) {
    const mine = draftsHere.get(draft.id)
    const choice = choices.get(draft.id) ?? 'both'
    if (isDamaged('drafts', draft.id)) {
      told.push(`“${nameOfReport(draft)}”在这台电脑上的记录已损坏，没有动它，备份里的作为副本恢复。`)
      putCopy(draft)
    } else if (!mine) {
      drafts.added += 1
      written.drafts.push(draft)
    } else if (contentKey(mine) === contentKey(draft)) putSame(mine, draft)
    else {
      conflicts.push({ id: draft.id, here: mine, there: draft })
      if (choice === 'both') putCopy(draft)
      else if (choice === 'theirs') putOver(mine, draft)
      else {
        drafts.skipped += 1
        skipped.add(draft.id)
      }
    }
  }
  for (const version of there.versions) if (!skipped.has(version.draft)) versions.add(version)

  const unitsHere = new Map(here.contents.units.map((unit) => [unit.draft, unit]))
  for (const unit of there.units) {
    if (skipped.has(unit.draft) || isDamaged('units', unit.draft) || written.units.has(unit.draft)) continue
    const mine = unitsHere.get(unit.draft)
    if (mine && mine.at >= unit.at) others.same += 1
    else {
      others.added += 1
      written.units.set(unit.draft, unit)
    }
  }

  const reviewsHere = new Map(here.contents.reviews.map((copy) => [copy.id, copy]))
  for (const copy of there.reviews) {
    const mine = reviewsHere.get(copy.id)
    if (isDamaged('reviews', copy.id))
      told.push(`待审阅的“${nameOfReport(copy)}”在这台电脑上的记录已损坏，没有动它，备份里的没有恢复。`)
    else if (!mine) {
      reviews.added += 1
      written.reviews.push(copy)
    } else {
      const { next, told: words } = joinReview(mine, copy)
      told.push(...words)
      if (next) {
        reviews.joined += 1
        written.reviews.push(next)
      } else reviews.same += 1
    }
  }

  const settingsHere = new Set(here.contents.settings.map(({ key }) => key))
  for (const setting of there.settings)
    if (settingsHere.has(setting.key) || isDamaged('settings', setting.key)) others.same += 1
    else {
      others.added += 1
      written.settings.push(setting)
    }

  const unsentHere = new Map(here.contents.unsent.map(({ draft, texts }) => [draft, texts]))
  for (const { draft, texts } of there.unsent) {
    if (skipped.has(draft)) continue
    const home = homes.get(draft) ?? draft
    const mine = unsentHere.get(home) ?? {}
    const joined = joinTexts(mine, texts)
    if (canonicalize(joined) === canonicalize(mine)) others.same += 1
    else {
      others.added += 1
      written.unsent.push({ draft: home, texts: joined })
    }
  }

  const writes: Contents = { ...written, units: [...written.units.values()], versions: versions.writes() }
  return { conflicts, touches, writes, tally: { drafts, versions: versions.tally(), reviews, others }, told }
}
