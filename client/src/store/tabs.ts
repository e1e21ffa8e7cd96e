/** Several tabs of one book: one writes at a time, and each hears when another has written. */
export interface Tabs {
  readonly alone: <T>(name: string, work: () => Promise<T>) => Promise<T>
  readonly announce: () => void
  readonly onNews: (listener: () => void) => () => void
}

/** @param book name of the book; tabs of other books are not concerned */
export function openTabs(book: string): Tabs {
  const channel = new BroadcastChannel(book)
  return {
    alone: (name, work) => navigator.locks.request(`${book} ${name}`, work),
    announce: () => channel.postMessage('journal'),
    onNews(listener) {
      channel.addEventListener('message', listener)
      return () => channel.removeEventListener('message', listener)
    },
  }
}
