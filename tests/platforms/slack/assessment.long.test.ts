import { describe } from 'vitest'
import { assessmentJourneys } from '../../contract/assessment.ts'
import { startSlackService } from './service.ts'

describe('Slack', () => {
  assessmentJourneys(() => startSlackService('http'))
})
