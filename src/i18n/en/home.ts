// What the bot's own page says, and what is said about where an answer is to be found.

export const homeEn = {
  'home.level': 'As of {date}, {percent, number} % sure. Only you see this.',
  'home.goals': 'Grow next, for {level}',
  'home.assess': 'Assess yourself',
  'home.assess.going': '{count, plural, one {One assessment is} other {# assessments are}} waiting where you left off.',
  'home.assess.none': 'A few questions about what you do, answered in a direct message. Only you see the result.',
  'home.roles': 'What a role expects',
  'home.roles.how': 'Pick a role, or ask anywhere: <c>/skills</c> followed by a role, a level or a skill.',
  'home.roles.pick': 'Roles',
  'share.button': 'Share to channel',
  'share.by': 'Shared by {user}',
  'direct.sent': 'This is between you and me: I have sent it to our direct messages.',
  'slack.inMessages.title': 'In your messages',
  'direct.open': 'Open messages',
  'slack.close': 'Close',
  'direct.working': 'One moment, this takes longer than usual. The answer follows here.',
  'slack.notAuthorised':
    'Rung is no longer authorised in this workspace, so I cannot look this up or save anything. Ask a workspace admin to install it again.',
  'slack.unsure':
    'Slack did not confirm that my answer arrived. If you do not see it, please ask again: nothing is done twice.',
  'slack.tooLate': 'Slack closed the window before I could open the form. Please press the button again.',
  'slack.noFiles':
    'I may not upload files in this workspace. An admin can allow it by adding the scope <c>files:write</c> to the app and installing it again.',
  'direct.fill': 'Press the button to fill this in: {title}.',
  'slack.failed':
    'Slack did not let me do that (<c>{code}</c>). Please try again; if it goes on, tell whoever runs Rung.',
  'slack.missingScope':
    'The app lacks the permission <c>{scope}</c> in this workspace. A workspace admin has to add it and install Rung again.',
} as const
