import type { Translator } from '../i18n/index.ts'
import type { ProposalService } from '../proposals/service.ts'
import { type Person, parsePersonKey, personKey } from '../store/person.ts'
import { type PlatformInfos, platformName } from '../store/platform-info.ts'

/** The accounts that one human being has linked, the one that is named first; that one alone if there are no others. */
export function accountsOf(
  person: Person,
  ladder: Pick<ProposalService, 'state'> | undefined,
): readonly [Person, ...Person[]] {
  const own = personKey(person)
  const keys = ladder?.state().accountsOf(own) ?? []
  if (keys.length < 2) return [person]
  return [person, ...keys.flatMap((key) => (key === own ? [] : (parsePersonKey(key) ?? [])))]
}

/** An account as people recognize it: its name, if it is known, with its id and platform. */
export function formatAccount(
  { platform: id, user }: Person,
  name: string | undefined,
  { t, platforms = new Map() }: { readonly t: Translator; readonly platforms: PlatformInfos | undefined },
): string {
  const platform = platformName(id, platforms)
  return name === undefined
    ? t('profile.account', { name: user, platform })
    : t('profile.account.named', { name, id: user, platform })
}
