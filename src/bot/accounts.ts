import type { Translator } from '../i18n/index.ts'
import type { ProposalService } from '../proposals/service.ts'
import { type Person, parsePersonKey, personKey } from '../store/person.ts'
import { type PlatformInfos, platformName } from '../store/platform-info.ts'
import type { CommandContext } from './command.ts'

/** The linked accounts of a person, starting with the given one. */
export function accountsOf(
  person: Person,
  ladder: Pick<ProposalService, 'state'> | undefined,
): readonly [Person, ...Person[]] {
  const own = personKey(person)
  const keys = ladder?.state().accountsOf(own) ?? []
  if (keys.length < 2) return [person]
  return [person, ...keys.flatMap((key) => (key === own ? [] : (parsePersonKey(key) ?? [])))]
}

/** Formats an account with its platform, id and, if known, name. */
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

/** The accounts of a person as a list in words; undefined if there is only one. */
export function linkedAccountNames({
  services: { proposals },
  person,
  t,
}: Pick<CommandContext, 'services' | 'person' | 't'>): string | undefined {
  const accounts = accountsOf(person, proposals)
  const wording = { t, platforms: proposals?.platforms }
  return accounts.length < 2 ? undefined : t.all(accounts.map((account) => formatAccount(account, undefined, wording)))
}
