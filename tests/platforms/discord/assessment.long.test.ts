import { describe } from 'vitest'
import { assessmentJourneys } from '../../contract/assessment.ts'
import { startDiscordService } from './service.ts'

describe('Discord', () => {
  assessmentJourneys(startDiscordService)
})
