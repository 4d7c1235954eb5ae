/** What `cli new` asks in a terminal, and the answers it suggests, in English. */
export const newLadderEn = {
  'new.intro':
    'This creates a new ladder in {folder}. Press Enter to accept the suggestion in brackets, or Ctrl-C to leave without writing anything.',
  'new.name': 'What’s the ladder called?',
  'new.name.default': 'Our ladder',
  'new.languages': 'Which languages is the ladder written in, main language first?',
  'new.role': 'What’s the first role?',
  'new.role.default': 'Engineer',
  'new.levels': 'Which levels does the role have, lowest first?',
  'new.levels.default': 'Junior, Middle, Senior',
  'new.scale': 'Which proficiencies does a skill have, lowest first?',
  'new.skills': 'Which skills does the role have, by domain?',
  'new.skills.default': 'Craft: Delivery, Feedback',
  'new.rule': 'What does a level take: a share of its skills (such as 80%), core-and-breadth, all-core, or points?',
  'new.left': 'Nothing was written.',
} as const
