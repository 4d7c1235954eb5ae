import { type Level, localized, nextLevels, type Role, type Track, tracksOf } from '../../catalog/index.ts'
import type { Translator } from '../../i18n/index.ts'
import { type Block, list, plain, type RichText, strong, text } from '../../message/index.ts'

// Levels that branch, and levels that roles share, in words.

const wayOf = ({ levels }: Track): string => levels.map(({ name }) => name).join(' → ')

/** What a track is called: its own name, with its last level if another track has the same name; else its last level. */
export function trackName(role: Role, track: Track, t: Translator): string {
  const nameOf = ({ name }: Track): string | undefined => localized(name, t.locale)
  const own = nameOf(track)
  if (own === undefined) return track.end.name
  const isShared = tracksOf(role.whole ?? role).some((each) => each.end !== track.end && nameOf(each) === own)
  return isShared ? `${own} · ${track.end.name}` : own
}

/** The tracks of a role; nothing if its levels do not branch. */
export function tracksBlock(role: Role, t: Translator): readonly Block[] {
  const tracks = tracksOf(role)
  if (tracks.length < 2) return []
  return list(
    tracks.map((track) => ({ text: [...strong(trackName(role, track, t)), ...plain(`: ${wayOf(track)}`)] })),
    strong(t('tracks.title')),
  )
}

/** The track that a role is restricted to. */
export function trackText(role: Role, t: Translator): RichText {
  const track = role.whole && tracksOf(role.whole).find(({ end }) => end === role.levels.at(-1))
  return track ? t.rich('tracks.about', { track: trackName(role, track, t), levels: wayOf(track) }) : []
}

/** What a level leads to, if levels branch, and the level of all roles that it is. */
export function levelPlaceBlocks(given: Role, level: Level, t: Translator): readonly Block[] {
  const role = given.whole ?? given
  const next = nextLevels(role, level).map(({ name }) => name)
  const place =
    next.length > 0
      ? t.rich('tracks.leadsTo', { level: level.name, levels: t.any(next) })
      : t.rich('tracks.end', { level: level.name })
  return [
    ...(tracksOf(role).length > 1 ? [text(place)] : []),
    ...(level.sharedLevel === undefined ? [] : [text(t.rich('tracks.shared', { shared: level.sharedLevel }))]),
  ]
}

/** The shared level of a level, in a few characters after its name. */
export const sharedMark = ({ sharedLevel }: Level): RichText =>
  sharedLevel === undefined ? [] : plain(` · ${sharedLevel}`)
