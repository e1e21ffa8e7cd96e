/** What is wrong with a PIN that somebody wants to set; nothing when it is good enough. */
export function pinProblem(pin: string, repeated: string): 'notSix' | 'tooEasy' | 'notSame' | undefined {
  if (!/^\d{6}$/.test(pin)) return 'notSix'
  const digits = pin.split('').map(Number)
  const steps = new Set(digits.slice(1).map((digit, index) => digit - (digits[index] ?? 0)))
  const isRun = steps.size === 1 && [0, 1, -1].includes([...steps][0] ?? 9)
  if (isRun) return 'tooEasy'
  return pin === repeated ? undefined : 'notSame'
}
