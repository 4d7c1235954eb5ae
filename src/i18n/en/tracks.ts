/** Sentences about tracks and about levels that roles share, in English. */
export const tracksEn = {
  'tracks.title': 'Tracks',
  'tracks.leadsTo': '{level} leads to {levels}.',
  'tracks.end': '{level} is the last level of its track.',
  'tracks.shared': 'Shared level: <b>{shared}</b>.',
  'tracks.which.title': '{role}: which track?',
  'tracks.which.text':
    'The levels of {role} branch into tracks, and you’re assessed on one of them. Pick yours, or the one you’d like to know about.',
  'tracks.about': 'Track: <b>{track}</b> ({levels}).',
  'tracks.note.first':
    'The levels of {role} now branch into tracks, and you’re assessed on one of them. This assessment continues with {track}; start over to choose another.',
} as const
