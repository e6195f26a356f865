const isServedSafely = (): boolean =>
  isSecureContext && location.protocol.startsWith('http') && 'serviceWorker' in navigator

const loaded = async (): Promise<void> => {
  if (document.readyState !== 'complete')
    await new Promise((resolve) => addEventListener('load', resolve, { once: true }))
}

/**
 * Where the page is served by https (or from this very computer), has the browser keep the whole program, so that it opens
 * without the server. `onNewer` is called when a newer one has come, which waits until no window of this one is open.
 */
export const keepOffline = async (onNewer: () => void): Promise<void> => {
  if (!import.meta.env.PROD || import.meta.env.MODE === 'file' || !isServedSafely()) return
  await loaded()
  const registration = await navigator.serviceWorker.register('./offline.js')
  const look = (): void => {
    if (registration.waiting && navigator.serviceWorker.controller) onNewer()
  }
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look))
  // A window may stay open for weeks; without the server there is just nothing newer.
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) registration.update().catch(() => undefined)
  })
  look()
}
