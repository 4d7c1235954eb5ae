import { describe } from 'vitest'
import { platformContract } from '../../contract/platform.ts'
import { startDiscordService } from './service.ts'

describe('Discord', () => {
  platformContract(startDiscordService)
})
