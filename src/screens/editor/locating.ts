import { useEffect } from 'react'
import { arrive } from '../../parts/locate'
import { useSession, useStore } from '../../parts/session-context'

/** On the page of a section: goes to what is sought in it, once the page stands. */
export const useArrival = (section: string): void => {
  const session = useSession()
  const target = useStore(session.target)
  useEffect(() => {
    if (target?.section !== section) return
    session.target.set(null)
    arrive(target)
  }, [target, section, session])
}
