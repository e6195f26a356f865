import { useEffect, type ReactNode } from 'react'
import { storage, type Storage } from '../drafts/storage'
import { isAtRisk } from '../drafts/unexported'
import { useStore } from '../parts/use-store'
import { ClosedStore } from './ClosedStore'
import { NewerStore } from './NewerStore'
import { NewerVersion } from './NewerVersion'
import { StorageBars } from './StorageBars'
import styles from './Storage.module.css'

/** Leaving asks while something stands nowhere but in this window. */
const useAskingOnLeave = (): void => {
  useEffect(() => {
    const onLeave = (event: BeforeUnloadEvent): void => {
      if (!isAtRisk()) return
      event.preventDefault()
      // What older kernels listen to.
      event.returnValue = true
    }
    window.addEventListener('beforeunload', onLeave)
    return () => window.removeEventListener('beforeunload', onLeave)
  }, [])
}

const closedScreen = (state: Storage): ReactNode => {
  if (state.kind === 'newer' && !state.isOpen) return <NewerStore />
  if (state.kind === 'failed') return <ClosedStore why={state.why} />
  return undefined
}

/** All screens, with what is to be said of the store above them; in their place where nothing could be read at the start. */
export const StorageGate = ({ children }: { readonly children: ReactNode }) => {
  const state = useStore(storage)
  useAskingOnLeave()
  const closed = closedScreen(state)
  return (
    <div className={styles.shell}>
      <div className={styles.bars}>
        {!closed && <StorageBars state={state} />}
        <NewerVersion />
      </div>
      <div className={styles.rest}>{closed ?? children}</div>
    </div>
  )
}
