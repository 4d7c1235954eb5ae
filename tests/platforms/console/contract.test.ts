import { describe } from 'vitest'
import { platformContract } from '../../contract/platform.ts'
import { startTerminalService } from './service.ts'

describe('the terminal', () => {
  platformContract(startTerminalService, { isPersonal: true, hasReactions: false })
})
