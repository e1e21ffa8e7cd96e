/** The order of Vietnamese dictionaries: letters first (a ă â … d đ … u ư), then tones (ngang, huyền, hỏi, ngã, sắc, nặng). CLDR "vi". */
const collator = new Intl.Collator('vi')

/** Compares two texts as a Vietnamese list sorts them. @returns negative when `a` comes first */
export function compareText(a: string, b: string): number {
  return collator.compare(a, b)
}

/** Compares names for a list in which one looks for a person: by given name, then by the whole. @returns negative when `a` comes first */
export function compareNames(a: { readonly full: string; readonly given: string }, b: { readonly full: string; readonly given: string }): number {
  return collator.compare(a.given, b.given) || collator.compare(a.full, b.full)
}
