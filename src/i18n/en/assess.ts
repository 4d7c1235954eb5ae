/** What the assessment and the profile say, in English. */
export const assessEn = {
  'assess.summary': 'Find out your level and what to grow next',
  'assess.option.role': 'The role to be assessed for',
  'assess.option.domain': 'One domain only',
  'assess.option.mode': 'guided or sheet; resume, status or cancel',

  'usage.assess.role': 'role',
  'usage.assess.role.answer': 'starts: guided, as a sheet, or one domain',
  'usage.assess.domain': 'role domain',
  'usage.assess.domain.answer': 'one domain only, with no overall level',
  'usage.assess.resume': 'resume',
  'usage.assess.resume.answer': 'goes on where you were, on any device',
  'usage.assess.status': 'status',
  'usage.assess.status.answer': 'what is in progress',
  'usage.assess.cancel': 'cancel',
  'usage.assess.cancel.answer': 'drops an assessment, after asking',
  'usage.assess.reminders': 'reminders off (or on)',
  'usage.assess.reminders.answer': 'no reminder of an idle assessment',

  'assess.rule':
    'Your level is the highest one where, there and at every level below it, you meet at least four in five of the requirements.',
  'assess.modest':
    'This is a self-assessment. It says how you see your own work against this ladder, and is no basis for hiring or pay.',

  'assess.which.title': 'Which role?',
  'assess.which.text': 'Pick the role to be assessed for.',
  'assess.which.last': '{role} (last time)',

  'assess.intro.title': 'Assessment: {role}',
  'assess.intro.takes':
    '{questions, plural, one {About # question} other {About # questions}}, {minutes, plural, one {# minute} other {# minutes}}. You can pause at any time and go on later. Only you see it.',
  'assess.intro.how':
    'For each skill, pick the statement that describes what you do today. Answer as a colleague who knows your work would.',
  'assess.intro.ways':
    '<b>Guided</b> asks one skill at a time and only those that can tell. <b>Sheet</b> shows all {skills, plural, one {# skill} other {# skills}} on {cards, plural, one {# card} other {# cards}}. <b>One domain</b> gives a picture of that domain and no level.',
  'assess.intro.domain':
    'This looks at <b>{domain}</b> alone: it says which expectations you meet there, and gives no overall level.',
  'assess.intro.others': 'Also in progress, and kept: {roles}.',
  'assess.start.guided': 'Start',
  'assess.start.sheet': 'Show all on a sheet',
  'assess.start.domain': 'One domain…',
  'assess.domains.title': 'Which domain of {role}?',

  'assess.exists.title': '{role}: already begun',
  'assess.exists.text':
    'You began this assessment on {date} and have given {answers, plural, =0 {no answer yet} one {# answer} other {# answers}}. Go on with it, or start over and drop {answers, plural, =0 {it} one {that answer} other {those answers}}?',
  'assess.action.resume': 'Go on',
  'assess.action.resumeRole': 'Go on with {role}',
  'assess.action.restart': 'Start over',

  'assess.card.asks': 'Which describes what you do today?',
  'assess.card.progress':
    'Question {number, number} · {left, plural, =0 {almost done} one {about # more} other {about # more}}',
  'assess.card.progressPlan':
    'Question {number, number} · your level is settled · {left, plural, =0 {almost done} one {about # more for the plan} other {about # more for the plan}}',
  'assess.none': 'None yet: I have not worked with this.',
  'assess.none.short': 'None yet',
  'assess.skip': 'Skip',
  'assess.back': 'Back',
  'assess.why': 'Why this?',
  'assess.evidence': 'Add evidence',
  'assess.pause': 'Pause',
  'assess.stop': 'Stop here: {level}, {percent, number} % sure',
  'assess.stopDomain': 'Stop here',
  'assess.cancel': 'Cancel',
  'assess.evidence.for': 'Add evidence for {skill}',
  'assess.evidence.have': 'Evidence: {text}',
  'assess.evidence.invite':
    '{skill}: that is above what your other answers suggest. If you like, add a note or link that shows it.',
  'assess.edge': 'You are on the edge of {level}, so it takes a few more questions to be sure.',

  'assess.why.text':
    'So far {level} is the likeliest ({percent, number} %). {role} expects <b>{proficiency}</b> in {skill} from {from} on, and your answer here tells more about your level than any other that is open.',
  'assess.why.plan':
    'Your level is settled. This one decides whether {skill} belongs on the list of what to grow for {level}.',
  'assess.why.domain': '{role} expects <b>{proficiency}</b> in {skill} from {from} on.',
  'assess.belowFirst': 'not yet {level}',

  'assess.note.stale': 'That press was for an earlier question. Nothing changed; this is where you are.',
  'assess.note.back': 'Taken back. Here is the question again.',
  'assess.note.firstQuestion': 'This is the first question; there is nothing to go back to.',
  'assess.note.resumed':
    'Welcome back. You have given {answers, plural, =0 {no answer yet} one {# answer} other {# answers}}.',
  'assess.note.evidence': 'Evidence kept for {skill}.',
  'assess.note.noEvidence': 'Evidence for {skill} removed.',
  'assess.note.changed':
    '{role} has changed since you began. {count, plural, =0 {All your answers are kept.} one {This skill is asked again: {skills}. Your other answers are kept.} other {These skills are asked again: {skills}. Your other answers are kept.}}',
  'assess.note.gone':
    '{count, plural, one {# skill you answered is} other {# skills you answered are}} no longer part of the role.',
  'assess.note.typed':
    'I did not take “{text}” as an answer, and nothing is lost. Type 1 to 5, a word such as {words}, or skip, back, why, evidence, pause, cancel, help. Commands such as /skills work too.',
  'assess.note.nothingOpen':
    'Nothing is left to ask here. Type <c>finish</c> for the result, <c>back</c> to change the last answer, or <c>pause</c>.',
  'assess.note.sheet':
    'On a sheet the answers are given card by card: fill in a card, or type <c>finish</c> for the result.',
  'assess.help.typed':
    'Type the number of the statement that fits, or its name ({words}). <c>skip</c> leaves a skill out, <c>back</c> takes the last answer back, <c>why</c> says why this is asked, <c>evidence</c> adds a note or link, <c>pause</c> keeps everything for later, <c>cancel</c> drops it after asking.',

  'assess.evidence.title': 'Evidence',
  'assess.evidence.label': 'A note or link for {skill}',
  'assess.evidence.hint': 'A pull request, a document, what you did. Only you see it. Empty removes it.',
  'assess.evidence.submit': 'Keep',

  'assess.settled.title': 'Your level is settled',
  'assess.settled.level':
    '<b>{level}</b>, {percent, number} % sure, after {questions, plural, one {# question} other {# questions}}.',
  'assess.settled.domain':
    'That is enough to tell about <b>{domain}</b>, after {questions, plural, one {# question} other {# questions}}.',
  'assess.settled.offer':
    '{left, plural, one {About # more question makes the plan exact. Without it,} other {About # more questions make the plan exact. Without them,}} part of the list of what to grow is estimated.',
  'assess.settled.exact': 'The list of what to grow is settled too.',
  'assess.finish': 'Show my result',
  'assess.refine': '{left, plural, one {Ask # more} other {Ask about # more}}',

  'assess.paused.title': 'Paused',
  'assess.paused.text':
    '{role}: {answers, plural, =0 {no answer yet} one {# answer} other {# answers}} kept. Go on with <c>/assess resume</c>, here or on another device, until {date}.',

  'assess.cancel.title': 'Drop this assessment?',
  'assess.cancel.text':
    '{role}: {answers, plural, =0 {no answer} one {# answer} other {# answers}} would be lost. This cannot be undone.',
  'assess.cancel.yes': 'Drop it',
  'assess.cancel.no': 'No, go on',
  'assess.canceled': 'Dropped. Nothing of it is kept.',

  'assess.status.title': 'In progress',
  'assess.status.none': 'You have no assessment in progress.',
  'assess.status.item':
    '{answers, plural, =0 {no answer yet} one {# answer} other {# answers}}, last touched {date}, kept until {until}',
  'assess.status.paused': 'paused',
  'assess.status.domain': 'only {domain}',

  'assess.reminders.off': 'No more reminders of idle assessments.',
  'assess.reminders.on': 'You will be reminded once of an assessment left idle for three days.',

  'assess.sheet.title': '{role} · {domain}',
  'assess.sheet.progress': 'Card {card, number} of {cards, number} · {answered, number} of {skills, number} answered',
  'assess.sheet.how':
    'Fill in the card: for each skill the statement that describes what you do today. What you leave out counts as skipped.',
  'assess.sheet.open': 'not answered',
  'assess.sheet.fill': 'Fill in this card',
  'assess.sheet.next': 'Next card',
  'assess.sheet.previous': 'Previous card',
  'assess.sheet.submit': 'Keep',
  'assess.sheet.kept': '{count, plural, =0 {Nothing changed.} one {# answer kept.} other {# answers kept.}}',

  'assess.reminder.text':
    'Your {role} assessment has been waiting since {date}: {answers, plural, =0 {no answer yet} one {# answer} other {# answers}} kept, {left, plural, =0 {almost done} one {about # question left} other {about # questions left}}. It is kept until {until}.',
  'assess.reminder.off': 'No more reminders',
  'assess.expired.text':
    'Your {role} assessment was not touched for {days, plural, one {# day} other {# days}}, so it has been dropped{answers, plural, =0 {} one { with its # answer} other { with its # answers}}. You can start a new one whenever you like.',

  'result.title': '{role}: {level}',
  'result.title.domain': '{role}: {domain}',
  'result.sure':
    '<b>{percent, number} % sure</b> that answering all {skills, plural, one {# question} other {# questions}} would give the same level; you answered {answered, number}.',
  'result.summary': '{role}: {level} ({percent, number} % sure)',
  'result.belowFirst': 'Everybody starts somewhere: the plan below leads to {level}.',
  'result.domain.noLevel': 'One domain alone gives no overall level.',
  'result.levels': 'By level: expectations met',
  'result.domains': 'By domain, at {level}',
  'result.coverage':
    '{met, number} of {expected, number} met{notAsked, plural, =0 {} one {, # not asked} other {, # not asked}}{skipped, plural, =0 {} one {, # skipped} other {, # skipped}}',
  'result.strengths': 'Strengths',
  'result.strength': '{above, plural, one {one step} other {# steps}} above what {level} expects',
  'result.gaps': 'To grow for {level}',
  'result.gaps.top': 'Still open at {level}',
  'result.gap': 'from {from} to {to}',
  'result.gap.skipped': 'skipped; {to} is expected',
  'result.gap.estimated': 'estimated, you were not asked; {to} is expected',
  'result.gap.today': 'Today: {text}',
  'result.gap.target': 'Target: {text}',
  'result.gaps.more': 'and {count, plural, one {# more} other {# more}}: {names}.',
  'result.gaps.none': 'Nothing is open at {level}.',
  'result.change':
    '<b>{need, plural, one {One more} other {# more}} of these {gaps, number}</b> and the level is {level}.',
  'result.edge':
    'You are on the edge of {level}: {count, plural, one {the # skill that was not answered decides} other {the # skills that were not answered decide}}.',
  'result.change.estimated': 'Of these, {count, plural, one {# is} other {# are}} estimated.',
  'result.plan': 'Growth plan',
  'result.goal': '{skill}: to {to}',
  'result.goal.practise.1':
    'Practise: work through a small example of it with somebody who uses it, and use it once in your own work.',
  'result.goal.practise.2':
    'Practise: take a real piece of work with it from start to finish yourself, and have it reviewed.',
  'result.goal.practise.3':
    'Practise: take on the next hard case of it (a failure, a slow path, a design choice) and write down why you decided as you did.',
  'result.goal.practise.4':
    'Practise: set how several teams do it, starting with one open problem they share, and teach two people to carry it on.',
  'result.goal.shows': 'What would show it: {text}',
  'result.recheck': 'Check again around <b>{date}</b>, when some of this has become everyday work.',
  'result.saved': 'Saved to your history; only you see it. <c>/profile</c> shows it again.',
  'result.gone':
    'From {date}. The role {role} is no longer in the catalogue; these are the answers as they were given.',
  'result.again': 'Assess again',
  'result.profile': 'My history',

  'profile.summary': 'Your past results, your data, and how to delete it',
  'usage.profile.nothing': '(nothing)',
  'usage.profile.nothing.answer': 'your results and what changed since the one before',
  'usage.profile.export': 'export',
  'usage.profile.export.answer': 'everything held about you, as JSON, Markdown and CSV',
  'usage.profile.delete': 'delete',
  'usage.profile.delete.answer': 'erases it all, after asking',
  'profile.option.what': 'export, link, unlink or delete',
  'profile.title': 'Your history',
  'profile.none': 'No result yet. An assessment takes a few minutes and only you see it.',
  'profile.newer.results':
    '{count, plural, one {# result was} other {# results were}} saved by a newer version of Rung, and this one can’t show {count, plural, one {it} other {them}}. Nothing is lost: try again in a few minutes.',
  'profile.item': '{date}: {level}, {percent, number} % sure',
  'profile.item.domain': '{date}: {domain} alone',
  'profile.changed': 'Since {date}: {changes}.',
  'profile.changed.level': 'from {from} to {to}',
  'profile.changed.same': 'the same level',
  'profile.changed.up': '{count, plural, one {# skill higher} other {# skills higher}} ({names})',
  'profile.changed.down': '{count, plural, one {# skill lower} other {# skills lower}} ({names})',
  'profile.changed.gaps': '{before, number} to {after, number} open for the next level',
  'profile.open': 'Result of {date}',
  'profile.action.export': 'Export my data',
  'profile.action.delete': 'Delete my data',
  'profile.export.text':
    'Everything held about you: {results, plural, =0 {no results} one {# result} other {# results}}, {sessions, plural, =0 {nothing in progress} one {# assessment in progress} other {# assessments in progress}}, your settings.',
  'profile.delete.title': 'Delete everything?',
  'profile.delete.text':
    '{results, plural, =0 {No result} one {# result} other {# results}}, {sessions, plural, =0 {no assessment in progress} one {# assessment in progress} other {# assessments in progress}} and your settings would be erased. This cannot be undone.',
  'profile.delete.yes': 'Erase it all',
  'profile.delete.no': 'Keep it',
  'profile.delete.kept': 'Nothing was deleted.',
  'profile.deleted':
    'Erased: your results, assessments, settings and reminders, in all accounts you have linked, and your account and reasons in the record of proposals. Messages already sent stay where they are.',

  'action.tryAgain': 'Try again',
  'action.assess': 'Assess yourself',
  'error.store': 'I can’t save right now. I don’t know whether your last answer was taken: check before you try again.',
  'error.newer.session':
    'Your <b>{role}</b> assessment was started by a newer version of Rung, and this one can’t open it. Nothing is lost: try again in a few minutes.',
  'error.newer.settings':
    'Your settings were saved by a newer version of Rung, and this one can’t read them. Nothing is lost: try again in a few minutes.',
  'error.assess.none': 'There is no such assessment in progress. It may be finished, dropped or expired.',
  'error.assess.roleGone': 'The role <b>{role}</b> is no longer in the catalogue, so this assessment cannot go on.',
  'error.assess.unknown': 'I don’t know what to assess in “{text}”. Name a role, or a role and one of its domains.',
  'error.assess.empty': 'The role {role} expects nothing that could be assessed.',
  'error.assess.rating': 'For {skill}, “{value}” is no answer. Pick one of the statements.',
  'error.assess.noAnswers': 'There is no answer yet to tell anything from. Answer at least one question.',
  'error.evidence.long': 'That is {length, number} characters; a note may have at most {most, number}.',
  'error.profile.unknown':
    'I don’t know “{text}” here. Try <c>/profile</c>, <c>/profile export</c>, <c>/profile link</c> or <c>/profile delete</c>.',
  'error.profile.gone': 'That result is no longer there.',

  'form.choice': 'Type a number, or nothing to leave it as it is.',
  'form.text': 'Type it on one line.',
  'form.bad': 'Type a number from 1 to {most, number}.',
  'form.long': 'That’s {length, number} characters; this field takes at most {most, number}.',
  'form.current': 'now: {value}',
} as const
