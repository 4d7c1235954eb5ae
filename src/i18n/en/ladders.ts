// Several ladders in one deployment.

export const laddersEn = {
  'ladderChoice.title': 'The ladder used here',
  'ladderChoice.label': 'Ladder',
  'ladderChoice.change': 'Choose the ladder',
  'ladderChoice.inUse': 'in use here',
  'ladderChoice.use': 'Use {ladder}',
  'ladderChoice.reset': 'Back to the initial setting',
  'ladderChoice.nothingLost':
    'Nothing is lost when you switch: each ladder’s assessments and results are saved and come back with it. Open proposals continue in their channel.',
  'ladderChoice.chosen': 'The ladder here is now {ladder}. The change takes effect within ten seconds.',
  'ladderChoice.same': 'The ladder here is already {ladder}.',
  'ladderChoice.missing':
    'An admin chose the ladder “{id}”, which Rung no longer has, so the ladder here is {ladder}. Choose another one, or ask whoever runs Rung.',
  'ladderChoice.former':
    'The ladder here is now {ladder}. Older messages belong to {former}; they’ll work again if an admin switches back. Nothing is lost.',
  'rung.ladder.summary': 'Choose which ladder is used here (admins only)',
  'rung.option.ladder': 'The name of a ladder, or “reset” to go back to the initial setting',
  'rung.installed.ladders': 'The ladder here is {ladder}. An admin can choose another one: <u>rung ladder</u>.',
  'ladderChoice.only': 'Rung has only one ladder. Whoever runs it can add others.',
  'error.ladder.notAdmin':
    'Only admins can choose the ladder: those listed as admins, and those who administer this workspace or server. The ladder here is {ladder}.',
  'error.ladder.unknown': 'There’s no ladder called “{text}”. The ladders here are {ladders}.',
} as const
