// What admins set about the community of a workspace.

export const communityEn = {
  'community.title': 'Proposal settings',
  'community.channel': 'Proposals channel',
  'community.experts': 'Experts',
  'community.experts.domain': 'Experts in {domain}',
  'community.admins': 'Admins',
  'community.locale': 'Language of proposal cards',
  'community.none': 'not set',
  'community.source.here': 'set here',
  'community.source.operator': 'set by whoever runs Rung',
  'community.source.default': 'the default',
  'community.group': 'group {id}',
  'community.platformAdmins': 'Admins of this workspace or server can change these settings too.',
  'community.change': 'Change these settings',
  'community.change.domain': 'Experts in one domain',
  'community.saved': 'Saved. The change takes effect within seconds.',
  'community.unchanged': 'Nothing has changed.',
  'community.operator.remains': 'Whoever runs Rung set that. You can replace it here, but you can’t remove it.',
  'community.channel.here': 'From now on, proposals to change the ladder will be posted in this channel.',
  'community.form.title': 'Proposal settings',
  'community.form.submit': 'Save',
  'community.form.channel.hint': 'New proposals are posted here. Existing cards stay where they are.',
  'community.form.experts.hint': 'They decide on proposals. Leave this empty to go back to the initial setting.',
  'community.form.admins.hint':
    'They step in if the experts are late, and can change these settings. Leave this empty to reset.',
  'community.form.locale.process': 'Rung’s default',
  'community.form.domain.title': 'Experts in one domain',
  'community.form.domain': 'Domain',
  'community.form.people': 'Experts',
  'community.form.people.hint':
    'They replace this domain’s current experts. Leave this empty to go back to the initial setting.',
  'rung.channel.summary': 'Set where proposals are posted (admins only)',
  'rung.experts.summary': 'Set who decides on proposals (admins only)',
  'rung.admins.summary': 'Set who steps in if the experts don’t decide in time (admins only)',
  'rung.language.summary': 'Set the language of proposal cards (admins only)',
  'rung.option.channel': 'A channel, such as #proposals, or “reset” to go back to the initial setting',
  'rung.option.people': 'People and groups, such as @ana @bo, or “reset” to go back to the initial setting',
  'rung.option.domain': 'Only the experts in this domain',
  'rung.option.language': 'A language, or “reset” to go back to the initial setting',
  'error.community.elsewhere':
    'These settings belong to a workspace or server where proposals are discussed. Use the command there.',
  'error.community.unread':
    'I can’t see the proposals channel set by whoever runs Rung, so I don’t know yet who may change these settings. Try again in a moment.',
  'error.community.other':
    'The ladder belongs to another workspace or server. Only its admins can change these settings.',
  'error.community.notAdmin':
    'Only admins can change this: those listed as admins, and those who administer this workspace or server. <u>rung settings</u> shows your own settings.',
  'error.community.unchecked': 'I couldn’t check just now whether that’s allowed. Please try again in a moment.',
  'error.community.noChannel': 'Choose the proposals channel first: <u>rung channel</u>.',
  'error.community.newer':
    'A newer version of Rung has saved these settings, so I haven’t touched them. Ask whoever runs Rung to update it everywhere.',
  'error.community.long': 'That’s more people than this list can hold.',
  'error.community.emoji':
    'I can’t recognize the nomination emoji on this platform. Ask whoever runs Rung to set <c>RUNG_NOMINATE_EMOJI</c> to another one.',
  'error.community.channel':
    'I can’t tell which channel “{text}” is. Pick it from the list that appears when you type #, or in the form.',
  'error.community.people':
    'I can’t tell who “{text}” is. Pick people from the list that appears when you type @, or in the form.',
  'error.community.domain': 'I don’t know the domain “{text}”. Choose one of these: {domains}.',
  'error.community.language': 'I don’t speak “{text}”. I speak {languages}.',
} as const
