// @vitest-environment happy-dom
import { cleanup, renderHook } from '@testing-library/react'
import { useForm } from 'react-hook-form'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { format2021 } from '../format/2021'
import type { Content } from '../drafts/draft'
import { exampleReport } from '../report/example'
import type { TypedReport } from '../report/report'
import { applyCure } from './curing'
import { createSession } from './session'
import { append, noReview } from '../review/review'

const at = 'requests.granted.natural'

/** The unit needs no approval: what stands against a final copy is then its faults alone. */
const waived = append(noReview, '李审核', Date.parse('2026-01-20T07:00:00Z'), {
  kind: 'waive',
  text: '一人办公的小单位，由主任签发',
})

const rulesAgainst = ({ finalise }: ReturnType<typeof createSession>): readonly string[] => {
  const refusal = finalise()
  return refusal?.kind === 'faults' ? refusal.obstacles.map(({ rule }) => rule) : []
}

const open = (content: Partial<Content> = {}) => {
  const typed = content.typed ?? exampleReport(format2021)
  const form = renderHook(() => useForm<TypedReport>({ defaultValues: typed })).result.current
  const touch = vi.fn()
  const initial: Content = { filled: [], accepted: [], review: waived, final: null, ...content, typed }
  const session = createSession(format2021, form, initial, touch)
  return { form, session, touch }
}

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-01-20T08:00:00Z') }))
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

describe('定稿', () => {
  test('freezes a report without faults, with the time and the digest of just this content', () => {
    const { session, touch } = open()
    expect(session.finalise()).toBeUndefined()
    expect(session.content().final).toEqual({
      at: '2026-01-20T08:00:00.000Z',
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    })
    expect(touch).toHaveBeenCalled()
  })

  test('is refused while an error stands, and says which', () => {
    const { session } = open()
    session.act({ act: 'entry', changes: [{ at, before: '38', after: '37' }] })
    expect(rulesAgainst(session)).toContain('D3')
    expect(session.content().final).toBeNull()
  })

  test('is refused while a cell is blank', () => {
    const { session } = open()
    session.act({ act: 'clear', changes: [{ at, before: '38', after: '' }] })
    expect(rulesAgainst(session)).toContain('B1')
  })

  test('is refused while nobody has approved just this content, and the unit has not waived it', () => {
    const { session } = open({ review: noReview })
    expect(session.finalise()).toEqual({ kind: 'unapproved' })
    session.desk.add('李审核', { kind: 'approve', text: '', ...session.desk.state() })
    expect(session.desk.standing.get().kind).toBe('approved')
    session.typing(at, '39')
    session.act({ act: 'entry', changes: [{ at, before: '38', after: '39' }] })
    vi.advanceTimersByTime(200)
    expect(session.desk.standing.get().kind).toBe('outdated')
    session.act({ act: 'entry', changes: [{ at, before: '39', after: '38' }] })
    vi.advanceTimersByTime(200)
    expect(session.finalise()).toBeUndefined()
  })

  test.each([
    [
      'an entry',
      (session: ReturnType<typeof open>['session']) =>
        session.act({ act: 'entry', changes: [{ at, before: '38', after: '1' }] }),
    ],
    ['a key', (session: ReturnType<typeof open>['session']) => session.typing(at, '1')],
    ['an undo', (session: ReturnType<typeof open>['session']) => session.undo()],
    ['其余填 0', (session: ReturnType<typeof open>['session']) => session.fillRest(['requests'])],
    [
      'a cure',
      (session: ReturnType<typeof open>['session']) =>
        applyCure(session, { says: '改为 1', changes: [{ at, from: '38', to: '1' }] }),
    ],
  ])('after it %s changes nothing', (_, work) => {
    const { session } = open()
    session.act({ act: 'entry', changes: [{ at, before: '38', after: '37' }] })
    session.act({ act: 'entry', changes: [{ at, before: '37', after: '38' }] })
    session.finalise()
    const before = session.content()
    work(session)
    expect(session.content()).toEqual(before)
  })

  test('can be opened again with a reason, which stays with the file, and then be changed', () => {
    const { session } = open()
    session.finalise()
    const { final } = session.content()
    session.reopen('王晓', '漏报一件申请，需要补报')
    const openings = () => session.content().review.events.filter(({ kind }) => kind === 'unfreeze')
    expect(session.content().final).toBeNull()
    expect(openings()).toMatchObject([
      { at: '2026-01-20T08:00:00.000Z', by: '王晓', text: '漏报一件申请，需要补报', digest: final?.digest },
    ])
    session.typing(at, '1')
    expect(session.textAt(at)).toBe('1')
    session.typing(at, '38')
    expect(session.finalise()).toBeUndefined()
    session.reopen('王晓', '第二次重新打开也要有理由')
    expect(openings()).toHaveLength(2)
  })

  test('a stored final copy opens as one; one whose content is another by now opens as a draft', () => {
    const first = open()
    first.session.finalise()
    const content = first.session.content()
    expect(open(content).session.final.get()).toEqual(content.final)
    const changed = { ...content.typed, preface: `${content.typed.preface}改` }
    expect(open({ ...content, typed: changed }).session.final.get()).toBeNull()
  })
})

describe('a reason', () => {
  const broken = (issued: string) => {
    const typed = exampleReport(format2021)
    const rows = typed.cells['issued'] ?? {}
    return { ...typed, cells: { ...typed.cells, issued: { ...rows, normative: { ...rows['normative'], issued } } } }
  }
  const c2 = (session: ReturnType<typeof open>['session']) => {
    const found = session.judged.get().findings.find(({ rule, result }) => rule === 'C2' && result === 'fail')
    if (!found) throw new Error('no C2')
    return found
  }

  test('is kept with the draft, told when it lapses, and the word goes when it holds again', () => {
    const { session, touch } = open({ typed: broken('90') })
    session.accept(c2(session), '年内集中发布，多为有效期一年以内的文件')
    expect(touch).toHaveBeenCalled()
    expect(session.finalise()).toBeUndefined()
    expect(session.withdraw(session.content().accepted[0]!)).toBe(false)
    session.reopen('王晓', '漏报一件申请，需要补报')
    expect(session.content().accepted).toHaveLength(1)
    session.act({ act: 'entry', changes: [{ at: 'issued.normative.issued', before: '90', after: '91' }] })
    vi.advanceTimersByTime(200)
    expect(session.notice.get()?.message).toContain('1 处请重新核对')
    session.undo()
    vi.advanceTimersByTime(200)
    expect(session.notice.get()).toBeNull()
    expect(c2(session).accepted?.reason).toContain('年内集中发布')
  })

  test('for one sentence stays when another of the same part is let stand too', () => {
    const typed = exampleReport(format2021)
    const overview = typed.overview.map((part) =>
      part.aspect === 'onRequest'
        ? { ...part, text: `${part.text}\n共收到政府信息公开申请117件。另据登记，共收到政府信息公开申请118件。` }
        : part,
    )
    const { session } = open({ typed: { ...typed, overview } })
    const standing = () =>
      session.judged
        .get()
        .findings.filter(({ rule, result, accepted }) => rule === 'F1' && result === 'fail' && !accepted)
    expect(standing()).toHaveLength(2)
    session.accept(standing()[0]!, '此数口径不同，含部门之间转办的件')
    session.accept(standing()[0]!, '此数口径不同，含重复登记的一件申请')
    expect(standing()).toEqual([])
    expect(session.content().accepted).toHaveLength(2)
  })

  test('given again for the new value takes the place of the one that lapsed', () => {
    const { session } = open({ typed: broken('90') })
    session.accept(c2(session), '年内集中发布，多为有效期一年以内的文件')
    session.act({ act: 'entry', changes: [{ at: 'issued.normative.issued', before: '90', after: '91' }] })
    vi.advanceTimersByTime(200)
    session.accept(c2(session), '年内集中发布，已与法制科再次核对')
    expect(session.content().accepted.map(({ reason }) => reason)).toEqual(['年内集中发布，已与法制科再次核对'])
    session.withdraw(session.content().accepted[0]!)
    expect(session.content().accepted).toHaveLength(1)
    session.withdraw(session.accepted.get()[0]!)
    expect(session.content().accepted).toEqual([])
  })
})

describe('a cure', () => {
  test('of a figure is one step that can be undone', () => {
    const { session } = open()
    session.act({ act: 'entry', changes: [{ at, before: '38', after: '83' }] })
    applyCure(session, { says: '把 83 改为 38', changes: [{ at, from: '83', to: '38' }] })
    expect(session.textAt(at)).toBe('38')
    session.undo()
    expect(session.textAt(at)).toBe('83')
  })

  test('of words changes just these, offers a way back, and the way back gives all of the text', () => {
    const { session, form } = open()
    const part = form.getValues('overview.1')
    const start = part.text.indexOf('115')
    applyCure(session, {
      says: '改为 116',
      changes: [{ at: `overview.${part.id}`, from: '115', to: '116', range: [start, start + 3] }],
    })
    expect(form.getValues('overview.1.text')).toBe(part.text.replace('115', '116'))
    session.notice.get()?.action?.run()
    expect(form.getValues('overview.1.text')).toBe(part.text)
  })

  test('two changes in one text both land in their places', () => {
    const { session, form } = open()
    form.setValue('overview.1.text', '的的收到申请，的的办结')
    const id = form.getValues('overview.1.id')
    applyCure(session, {
      says: '删去重字',
      changes: [
        { at: `overview.${id}`, from: '的的', to: '的', range: [0, 2] },
        { at: `overview.${id}`, from: '的的', to: '的', range: [7, 9] },
      ],
    })
    expect(form.getValues('overview.1.text')).toBe('的收到申请，的办结')
  })

  test('is refused with a word where the text or the figure is another by now', () => {
    const { session, form } = open()
    const part = form.getValues('overview.1')
    applyCure(session, {
      says: '改为 1',
      changes: [{ at: `overview.${part.id}`, from: '999', to: '1', range: [0, 3] }],
    })
    applyCure(session, { says: '改为 1', changes: [{ at, from: '39', to: '1' }] })
    expect(form.getValues('overview.1.text')).toBe(part.text)
    expect(session.textAt(at)).toBe('38')
    expect(session.notice.get()?.message).toContain('已经变了')
  })

  test('after another can be taken back after it, one after the other', () => {
    const { session, form } = open()
    const { id, text } = form.getValues('overview.1')
    const cure = (from: string, to: string): void => {
      const start = form.getValues('overview.1.text').indexOf(from)
      applyCure(session, {
        says: `改为 ${to}`,
        changes: [{ at: `overview.${id}`, from, to, range: [start, start + from.length] }],
      })
    }
    cure('115', '1150')
    cure('112', '11')
    expect(form.getValues('overview.1.text')).not.toBe(text)
    session.notice.get()?.action?.run()
    expect(form.getValues('overview.1.text')).toBe(text.replace('115', '1150'))
    session.notice.get()?.action?.run()
    expect(form.getValues('overview.1.text')).toBe(text)
  })

  test('its way back does not undo what was written afterwards', () => {
    const { session, form } = open()
    const part = form.getValues('overview.1')
    applyCure(session, {
      says: '改为 本局',
      changes: [{ at: `overview.${part.id}`, from: part.text.slice(0, 2), to: '本局', range: [0, 2] }],
    })
    const { action } = session.notice.get() ?? {}
    form.setValue('overview.1.text', '后来写的话')
    action?.run()
    expect(form.getValues('overview.1.text')).toBe('后来写的话')
  })
})
