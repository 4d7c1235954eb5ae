// What admins set about the community of a workspace.

export const communityEn = {
  'community.title': 'This workspace',
  'community.channel': 'Proposals channel',
  'community.experts': 'Experts',
  'community.experts.domain': 'Experts in {domain}',
  'community.admins': 'Admins',
  'community.locale': 'Language of the cards',
  'community.none': 'not set',
  'community.source.here': 'set here',
  'community.source.operator': 'set by the operator',
  'community.source.default': 'the default',
  'community.group': 'group {id}',
  'community.platformAdmins': 'Those who administer this workspace can change these settings too.',
  'community.change': 'Change these settings',
  'community.change.domain': 'Experts of one domain',
  'community.saved': 'Saved, and in use within seconds.',
  'community.unchanged': 'Nothing has changed.',
  'community.operator.remains': 'That comes from the operator: you can replace it here, but not remove it.',
  'community.channel.here': 'Proposals to change the ladder are posted in this channel from now on.',
  'community.form.title': 'This workspace',
  'community.form.submit': 'Save',
  'community.form.channel.hint': 'New proposals are posted here. Existing cards stay where they are.',
  'community.form.experts.hint': 'They decide on proposals. Leave it empty to use what the operator has set.',
  'community.form.admins.hint': 'They’re asked when the experts don’t decide in time, and can change these settings.',
  'community.form.locale.process': 'The same as Rung’s',
  'community.form.domain.title': 'Experts of one domain',
  'community.form.domain': 'Domain',
  'community.form.people': 'Experts',
  'community.form.people.hint':
    'They replace the list of this domain. Leave it empty to use what the operator has set.',
  'rung.channel.summary': 'Where proposals are posted, for admins',
  'rung.experts.summary': 'Who decides on proposals, for admins',
  'rung.admins.summary': 'Who decides when the experts don’t in time, for admins',
  'rung.language.summary': 'The language of the cards of proposals, for admins',
  'rung.option.channel': 'A channel, such as #proposals, or “reset” to go back to the initial setting',
  'rung.option.people': 'People and groups, such as @ana @bo, or “reset” to go back to the initial setting',
  'rung.option.domain': 'Only experts of this domain',
  'rung.option.language': 'A language, or “reset” to go back to the initial setting',
  'error.community.elsewhere':
    'These settings belong to a workspace or server where proposals are discussed. Use the command there.',
  'error.community.unread':
    'I can’t see the proposals channel that the operator has set, so I don’t know yet who may change these settings. Try again in a moment.',
  'error.community.other':
    'The ladder belongs to another workspace or server. Only its admins can change these settings.',
  'error.community.notAdmin':
    'Only admins can change this: those listed as admins, and those who administer this workspace or server. <u>rung settings</u> shows your own settings.',
  'error.community.unchecked': 'I couldn’t check that just now. Please try again in a moment.',
  'error.community.noChannel': 'Choose the proposals channel first: <u>rung channel</u>.',
  'error.community.newer':
    'A newer version of Rung has saved these settings, so I leave them alone. Ask whoever runs Rung to update it everywhere.',
  'error.community.long': 'That’s more people than I can save.',
  'error.community.emoji':
    'I don’t know the emoji that nominates on this platform. Ask whoever runs Rung to set <c>RUNG_NOMINATE_EMOJI</c> to another one.',
  'error.community.channel':
    'I can’t tell which channel “{text}” is. Pick it from the list that appears when you type #, or in the form.',
  'error.community.people':
    'I can’t tell who “{text}” is. Pick people from the list that appears when you type @, or in the form.',
  'error.community.domain': 'There is no domain “{text}”. There are: {domains}.',
  'error.community.language': 'I don’t speak “{text}”. I know: {languages}.',
} as const
