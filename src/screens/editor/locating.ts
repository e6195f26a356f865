import { createContext, useContext, useEffect } from 'react'
import type { Finding } from '../../checks/rule'
import { goTo } from '../../parts/locate'

/** The way to a finding: its section is opened, then its cells are focused and marked. */
export interface Locate {
  readonly target: Finding | null
  readonly go: (finding: Finding) => void
  readonly arrived: () => void
}

export const LocateContext = createContext<Locate>({ target: null, go: () => undefined, arrived: () => undefined })

export const useLocate = (): Locate => useContext(LocateContext)

/** On the page of a section: goes to the target once the page stands. */
export const useArrival = (section: string): void => {
  const { target, arrived } = useLocate()
  useEffect(() => {
    if (target?.section !== section) return
    goTo(target.at)
    arrived()
  }, [target, section, arrived])
}
