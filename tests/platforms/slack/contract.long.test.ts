import { describe } from 'vitest'
import { platformContract } from '../../contract/platform.ts'
import { startSlackService } from './service.ts'

describe.each(['http', 'socket'] as const)('Slack over %s', (transport) => {
  platformContract(() => startSlackService(transport))
})
