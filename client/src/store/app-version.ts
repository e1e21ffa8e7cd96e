/** Offers a version of the app that lies ready. It is never forced: a form half filled in stays as it is. */
export function watchVersion(offer: (takeOver: () => void) => void): void {
  if (!('serviceWorker' in navigator) || import.meta.env.MODE !== 'production') return
  const container = navigator.serviceWorker
  let isAsked = false
  container.addEventListener('controllerchange', () => {
    if (isAsked) location.reload()
  })
  const look = (registration: ServiceWorkerRegistration): void => {
    const { waiting } = registration
    if (waiting === null || container.controller === null) return
    offer(() => {
      isAsked = true
      waiting.postMessage({ type: 'SKIP_WAITING' })
    })
  }
  container.register('/sw.js', { scope: '/' }).then(
    (registration) => {
      look(registration)
      registration.addEventListener('updatefound', () => {
        registration.installing?.addEventListener('statechange', () => look(registration))
      })
    },
    () => {
      // Without it the app works while there is a network; the gate says so on an insecure address.
    },
  )
}
