import { useEffect } from 'react'
import { copyNow } from '../drafts/folder/copy-now'
import { canChooseFolder } from '../drafts/folder/folder'
import { settled } from '../drafts/sittings'

/** So soon after a change its copy stands in the chosen folder. */
const pause = 5 * 60_000

const run = (): void => {
  if (canChooseFolder()) void copyNow()
}

/** Copies what changed into the chosen folder while something is open, and when it is left. */
export const useFolderCopies = (): void =>
  useEffect(() => {
    const onHidden = (): void => {
      if (document.visibilityState === 'hidden') run()
    }
    const timer = setInterval(run, pause)
    document.addEventListener('visibilitychange', onHidden)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', onHidden)
      // The last save of what is left comes first.
      void settled().then(run)
    }
  }, [])
