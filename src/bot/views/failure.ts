import type { CatalogIndex } from '../../catalog/index.ts'
import type { Translator } from '../../i18n/index.ts'
import { actions, type Message } from '../../message/index.ts'
import { NewerSchemaError, StoreUnavailable } from '../../store/store.ts'
import type { UserError } from '../errors.ts'
import type { BotEvent, ReactionEvent, WelcomeEvent } from '../events.ts'
import { noticeMessage } from './notice.ts'

/** The answer for an error that is not the person's. */
export function failureMessage(
  error: unknown,
  id: string,
  incoming: BotEvent | ReactionEvent | WelcomeEvent,
  catalogIndex: () => CatalogIndex,
  t: Translator,
): Message {
  if (error instanceof StoreUnavailable) return retryMessage(incoming, 'error.store', {}, t)
  if (!(error instanceof NewerSchemaError)) return noticeMessage(t, 'error', 'error.internal', { id })
  if (error.role === undefined) return retryMessage(incoming, 'error.newer.settings', {}, t)
  const role = catalogIndex().catalog.roles.get(error.role)?.name ?? error.role
  return retryMessage(incoming, 'error.newer.session', { role }, t)
}

/** The answer while something cannot be done. A press gets a button to repeat it. */
function retryMessage(
  incoming: BotEvent | ReactionEvent | WelcomeEvent,
  key: 'error.store' | 'error.newer.session' | 'error.newer.settings',
  params: UserError['params'],
  t: Translator,
): Message {
  const again = incoming.type === 'action' ? [{ label: t('action.tryAgain'), payload: incoming.payload }] : []
  return noticeMessage(t, 'error', key, params, actions(again))
}
