import { describe } from 'vitest'
import { modelRuns } from './runs.ts'

describe('phones and service', () => {
  modelRuns(0, 2)
})
