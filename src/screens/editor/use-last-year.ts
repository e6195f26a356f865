import { useEffect } from 'react'
import { useWatch } from 'react-hook-form'
import { reportedOf } from '../../checks/run'
import { useDrafts } from '../../drafts/queries'
import { formatById } from '../../format'
import { lastYearOf } from '../../parts/last-year'
import type { Session } from '../../parts/session'

/** Hands the session the same unit's report of the year before, as soon as one is found on this computer. */
export const useLastYear = (session: Session): void => {
  const { data: drafts = [] } = useDrafts()
  const [name, year] = useWatch({ control: session.form.control, name: ['agency.name', 'year'] })
  const before = lastYearOf(drafts, name, year)
  useEffect(() => {
    const format = before && formatById(before.format)
    session.compareWith(format && reportedOf(format, before.typed))
  }, [before, session])
}
