export const TEXT_SIZES = ['normal', 'large', 'largest'] as const
export type TextSize = (typeof TEXT_SIZES)[number]

const KEY = 'sotay-text'

/** The size of text last chosen on this device. */
export function keptTextSize(): TextSize {
  try {
    const kept = localStorage.getItem(KEY)
    return TEXT_SIZES.find((size) => size === kept) ?? 'normal'
  } catch {
    return 'normal'
  }
}

/** Shows everything in a size of text. */
export function showTextSize(size: TextSize): void {
  document.documentElement.dataset['text'] = size
}

/** Shows a size and keeps it for the next time. */
export function chooseTextSize(size: TextSize): void {
  showTextSize(size)
  try {
    localStorage.setItem(KEY, size)
  } catch {
    // It is asked again next time.
  }
}
