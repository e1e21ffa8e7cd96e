import { describe } from 'vitest'
import { histories } from './histories.ts'

describe('made-up communes', () => {
  histories(1, 2)
})
