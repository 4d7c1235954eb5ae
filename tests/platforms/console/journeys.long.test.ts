import { describe } from 'vitest'
import { assessmentJourneys } from '../../contract/assessment.ts'
import { startTerminalService } from './service.ts'

describe('the terminal', () => {
  assessmentJourneys(startTerminalService, { isPersonal: true })
})
