import { describe } from 'vitest'
import { histories } from './histories.ts'

describe('made-up communes', () => {
  histories(0, 2)
})
