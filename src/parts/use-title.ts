import { useEffect } from 'react'

/** What the window is called while a place is shown. */
export const useTitle = (title: string): void =>
  useEffect(() => {
    const before = document.title
    document.title = title
    return () => {
      document.title = before
    }
  }, [title])
