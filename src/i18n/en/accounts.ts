/** What linking accounts says, in English. */
export const accountsEn = {
  'profile.link.summary': 'Link your accounts on two platforms',
  'profile.unlink.summary': 'Undo the last link (within a day)',
  'usage.profile.link.answer':
    'Link your accounts{examples, select, named {, such as those on {first} and {second},} other {}} so that they count as one person',

  'profile.account': '{name} on {platform}',
  'profile.account.named': '{name} ({id}) on {platform}',
  'profile.accounts': 'Linked accounts: {accounts}.',

  'profile.link.title': 'Link your accounts',
  'profile.link.code':
    'In your other account, type <u>profile link code:{code}</u> within {minutes, plural, one {# minute} other {# minutes}}. Don’t show this code to anyone: whoever uses it could see your results.',
  'profile.link.means': 'Linked accounts share results, growth plans, assessments in progress, and one vote.',
  'profile.link.ask': 'Link these two accounts?',
  'profile.link.this': 'This account: <b>{account}</b>',
  'profile.link.other': 'The account the code came from: <b>{account}</b>',
  'profile.link.warning':
    'Link them only if both are yours. If someone else gave you the code, they could see and delete your results.',
  'profile.link.yes': 'Link them',
  'profile.link.no': 'Don’t link',
  'profile.link.declined': 'Nothing was linked, and the code no longer works.',
  'profile.link.done':
    'Linked. Both accounts now share results, growth plans, assessments in progress, and one vote. You can undo this within a day.',
  'profile.link.both':
    'Both accounts have an assessment in progress for {roles}. You’ll continue whichever you used last; the other comes back when that one ends.',
  'profile.link.undo': 'Undo the link',
  'profile.unlink.done': 'Unlinked. Each account once again has its own results, assessments, and vote.',
  'profile.unlink.none': 'No other account is linked to this one.',
  'profile.linked.notice':
    'An account was linked to this one: <b>{account}</b>. Both now share results, growth plans, assessments in progress, and one vote. If that wasn’t you, undo it within a day.',

  'profile.delete.accounts': 'This covers all your accounts: {accounts}.',

  'error.profile.linkCode':
    '“{text}” isn’t a valid code, or it has expired: each code works only once and expires after {minutes, plural, one {# minute} other {# minutes}}. Type <u>profile link</u> in your other account for a new one.',
  'error.profile.linkSame': 'These accounts are already linked.',
  'error.profile.linkOver':
    'That request to link accounts is no longer open. Type <u>profile link</u> in your other account for a new code.',
  'error.profile.unlinkOther': 'That isn’t the last link you made. <u>profile unlink</u> undoes only the last one.',
  'error.profile.unlinkLate':
    'You can undo a link only within one day, and yours is older. <u>profile delete</u> deletes the data of all your accounts.',
} as const
