import { useEffect, useState } from 'react'
import type { Hold } from '../../drafts/hold'
import { holdOn } from '../../drafts/hold-here'
import { left } from '../../drafts/sittings'

/** This window's hold on the draft that it shows, from the moment when it is known who fills it in. */
export const useHold = (id: string): Hold | undefined => {
  const [hold, setHold] = useState<Hold | undefined>()
  useEffect(() => {
    let isOver = false as boolean
    const own = holdOn(id)
    const open = async (): Promise<void> => {
      // An editor of this window that is just being left has it until its last save.
      await left(id)
      if (!isOver) await own.open()
      if (!isOver) setHold(own)
    }
    void open()
    return () => {
      isOver = true
      // The editor within says only now that it is being left.
      void Promise.resolve()
        .then(() => left(id))
        .then(() => own.close())
    }
  }, [id])
  return hold
}
