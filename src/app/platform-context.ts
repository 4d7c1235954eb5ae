import type { PlatformCommunity, PlatformContext } from '../platforms/platform.ts'
import type { App } from './app.ts'
import type { Ladder } from './ladder.ts'

/** The context of an app's platforms. */
export function platformContext(
  { bot, store, ladders, ladderOf, config, log, services, isStored }: App,
  given: Pick<PlatformContext, 'listener' | 'metrics' | 'pictures'>,
): Omit<PlatformContext, 'refused'> {
  const [first, ...others] = ladders
  const communityOf = ({ id, community, communitySettings }: Ladder): PlatformCommunity => ({
    ladder: id,
    community,
    communitySettings,
  })
  // Counts accepted changes too: one that restores an earlier catalog still changes answers.
  const versionOf = ({ id = '', catalogIndex, proposals }: Ladder): string =>
    `${id}/${catalogIndex().catalog.version}/${proposals.state().appliedChanges.length}`
  return {
    bot,
    store,
    communities: [communityOf(first), ...others.map(communityOf)],
    nominateEmoji: config.nominateEmoji,
    locale: config.locale,
    async about(person) {
      const { catalogIndex } = await Promise.resolve(ladderOf(person)).catch(() => first)
      const { roles, skills, version } = catalogIndex().catalog
      const folder = config.redisUrl === undefined ? config.home : null
      return { roles: roles.size, skills: skills.size, version, store: isStored ? folder : undefined }
    },
    catalogVersion(person) {
      const ladder = ladderOf(person)
      return ladder instanceof Promise ? ladder.then(versionOf, () => undefined) : versionOf(ladder)
    },
    ladderOf: async (person) => (await ladderOf(person)).id,
    ...given,
    log,
    now: services.now,
  }
}
