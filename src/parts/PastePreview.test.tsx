// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { afterEach, expect, test, vi } from 'vitest'
import { format2021 } from '../format/2021'
import { blankReport, blankUnit } from '../report/blank'
import type { TypedReport } from '../report/report'
import { PastePreview } from './PastePreview'
import { createSession, type Session } from './session'
import { SessionContext } from './session-context'
import { noReview } from '../review/review'

const typed = blankReport(format2021, 2023, blankUnit)
const sessions: Session[] = []

const Desk = () => {
  const form = useForm<TypedReport>({ defaultValues: typed })
  const [session] = useState(() => {
    const made = createSession(
      format2021,
      form,
      { typed, filled: [], accepted: [], review: noReview, final: null },
      () => undefined,
    )
    sessions.push(made)
    return made
  })
  return (
    <SessionContext.Provider value={session}>
      <PastePreview />
    </SessionContext.Provider>
  )
}

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

test('what is told twice is shown once, and blank cells to be filled are called so', () => {
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  render(<Desk />)
  const at = 'requests.granted.natural'
  act(() =>
    sessions[0]!.pasting.set({
      kind: 'plan',
      changes: [{ at, before: '', after: '5' }],
      told: ['有一行没有认出。', '有一行没有认出。', '合并的格，请核对。'],
      ask: true,
    }),
  )
  expect(screen.getAllByRole('listitem', { hidden: true }).map(({ textContent }) => textContent)).toEqual([
    '有一行没有认出。',
    '合并的格，请核对。',
  ])
  expect(screen.getByText('将填入 1 个空白的格。')).toBeDefined()
  expect(complaints).not.toHaveBeenCalled()
})
