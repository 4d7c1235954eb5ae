/** What linking accounts says, in English. */
export const accountsEn = {
  'profile.link.summary': 'Make your accounts on two platforms one person',
  'profile.unlink.summary': 'Undo the last link, within a day',
  'usage.profile.link.answer':
    'Makes your accounts{examples, select, named {, such as those in {first} and in {second},} other {}} one person',

  'profile.account': '{name} in {platform}',
  'profile.account.named': '{name} ({id}) in {platform}',
  'profile.accounts': 'Linked accounts: {accounts}.',

  'profile.link.title': 'Link your accounts',
  'profile.link.code':
    'In your other account, type <u>profile link code:{code}</u> within ten minutes. Show the code to nobody: whoever uses it could see your results.',
  'profile.link.means': 'Linked accounts share results, goals and open assessments, and have one vote.',
  'profile.link.ask': 'Link these two accounts?',
  'profile.link.this': 'This account: <b>{account}</b>',
  'profile.link.other': 'The account that the code is from: <b>{account}</b>',
  'profile.link.warning':
    'Link them only if both are yours. If someone else gave you the code, they could see your results and delete them.',
  'profile.link.yes': 'Link them',
  'profile.link.no': 'Do not link',
  'profile.link.declined': 'Nothing was linked, and the code no longer works.',
  'profile.link.done':
    'Linked. Both accounts now have the same results, goals and open assessments, and one vote. You can undo this within a day.',
  'profile.link.both':
    'Both accounts have an open assessment of {roles}. You continue the one you used last; the other one comes back when that one ends.',
  'profile.link.undo': 'Undo the link',
  'profile.unlink.done': 'The link is undone. Each account has its own results, assessments and vote again.',
  'profile.unlink.none': 'No other account is linked to this one.',
  'profile.linked.notice':
    'An account was linked to this one: <b>{account}</b>. Both now have the same results, goals and open assessments. If that was not you, undo it within a day.',

  'profile.delete.accounts': 'That is for all your accounts: {accounts}.',

  'error.profile.linkCode':
    '“{text}” is not a valid code: each works once, for ten minutes. Type <u>profile link</u> in your other account for a new one.',
  'error.profile.linkSame': 'These accounts are linked already.',
  'error.profile.linkOver': 'That question is over. Type <u>profile link</u> in your other account for a new code.',
  'error.profile.unlinkOther': 'That link is not your last one. <u>profile unlink</u> undoes the last one.',
  'error.profile.unlinkLate':
    'A link can be undone for one day, and yours is older. <u>profile delete</u> erases the data of all your accounts.',
} as const
