// Several ladders in one deployment.

export const laddersEn = {
  'ladderChoice.title': 'The ladder here',
  'ladderChoice.label': 'Ladder',
  'ladderChoice.change': 'Choose the ladder',
  'ladderChoice.inUse': 'in use here',
  'ladderChoice.use': 'Use {ladder}',
  'ladderChoice.reset': 'Back to the initial choice',
  'ladderChoice.nothingLost':
    'Nothing is lost when you change it: assessments and results of each ladder are kept, and come back with it. Open proposals go on in their channel.',
  'ladderChoice.chosen': 'The ladder here is now {ladder}, everywhere within ten seconds.',
  'ladderChoice.same': 'That’s the ladder here already: {ladder}.',
  'ladderChoice.missing':
    'An admin chose “{id}”, which Rung no longer has, so it uses {ladder}. Choose another one, or ask whoever runs Rung.',
  'ladderChoice.former':
    'The ladder here is now {ladder}. Older messages belong to {former}. Nothing in it is lost, and they’ll work again if an admin switches back.',
  'rung.ladder.summary': 'Which ladder is used here (admins only)',
  'rung.option.ladder': 'The name of a ladder, or “reset” to go back to the initial setting',
  'rung.installed.ladders': 'The ladder here is {ladder}. An admin can choose another one: <u>rung ladder</u>.',
  'ladderChoice.only': 'Rung has only one ladder. Whoever runs it can add others.',
  'error.ladder.notAdmin':
    'Only admins can choose the ladder: those listed as admins, and those who administer this workspace or server. The ladder here is {ladder}.',
  'error.ladder.unknown': 'There is no ladder “{text}”. The ladders are: {ladders}.',
} as const
