/** What the assessment and the profile say, in English. */
export const assessEn = {
  'assess.summary': 'Find out your level and what to grow next',
  'assess.option.role': 'The role to be assessed for',
  'assess.option.domain': 'One domain only',
  'assess.option.level': 'Are you ready for this level? Takes fewer questions',
  'assess.option.setting': 'Whether to remind you',
  'assess.start.summary': 'Find out your level, one question at a time',
  'assess.sheet.summary': 'Rate your skills on forms, several at a time',
  'assess.resume.summary': 'Pick up where you left off, on any device',
  'assess.status.summary': 'See what is in progress',
  'assess.cancel.summary': 'Discard an assessment; asks first',
  'assess.reminders.summary': 'Turn reminders about idle assessments on or off',
  'assess.reminders.choice.on': 'On',
  'assess.reminders.choice.off': 'Off',

  'usage.assess.role.answer': 'Your level, one question at a time',
  'usage.assess.domain.answer': 'One domain only, with no overall level',
  'usage.assess.target.answer': 'Are you ready for that level? Fewer questions',

  'assess.rule':
    'Your level is the highest one where you meet three in four of the core skills and half of the others, there and at every level below.',
  'assess.rule.core': 'The core of {role}: {core}.',
  'assess.rule.whole':
    'Your level is the highest one where you meet four in five of the skills, there and at every level below.',
  'assess.rule.target':
    'You are ready for {level} when you meet three in four of the core skills and half of the others, there and at every level below.',
  'assess.rule.target.whole':
    'You are ready for {level} when you meet four in five of the skills, there and at every level below.',
  'assess.rule.allCore':
    'Your level is the highest one where you meet all of the core skills, there and at every level below.',
  'assess.rule.target.allCore':
    'You are ready for {level} when you meet all of the core skills, there and at every level below.',
  'assess.rule.share':
    'Your level is the highest one where you meet at least {percent}% of the skills, there and at every level below.',
  'assess.rule.target.share':
    'You are ready for {level} when you meet at least {percent}% of the skills, there and at every level below.',
  'assess.modest':
    'This is a self-assessment. It says how you see your own work against this ladder, and is no basis for hiring or pay.',

  'assess.which.title': 'Which role?',
  'assess.which.text': 'Pick the role to be assessed for.',
  'assess.which.last': '{role} (last time)',

  'assess.intro.title': 'Assessment: {role}',
  'assess.intro.takes':
    'About {least, number} to {usual, number} questions, {from, number} to {to, number} minutes; up to {most, number} if you stand between two levels.',
  'assess.intro.how':
    'For each skill, pick the statement that describes what you do today: most of it, regularly. Answer as a colleague who knows your work would.',
  'assess.intro.ways':
    '<b>Find my level</b> starts with the core and asks only what can still change the result. <b>Am I ready for…</b> checks one level with fewer questions. <b>Sheet</b> shows all {skills, plural, one {# skill} other {# skills}} on {cards, plural, one {# card} other {# cards}}. <b>One domain</b> looks at that domain alone.',
  'assess.intro.domain': 'This looks at <b>{domain}</b> alone and says which of its expectations you meet.',
  'assess.intro.others': 'Also in progress, and kept: {roles}.',
  'assess.intro.title.target': 'Ready for {level}? {role}',
  'assess.intro.takes.target':
    'About {least, number} to {usual, number} questions, {from, number} to {to, number} minutes; up to {most, number} if it is close.',
  'assess.intro.takes.all':
    '{questions, plural, one {# question} other {# questions}}, about {minutes, plural, one {# minute} other {# minutes}}.',
  'assess.intro.private': 'You can pause at any time and continue later. Only you see it.',
  'assess.start.guided': 'Find my level',
  'assess.start.sheet': 'Sheet',
  'assess.start.domain': 'One domain…',
  'assess.start.targets': 'Am I ready for…',
  'assess.start.target': 'Am I ready for {level}?',
  'assess.start.domainNow': 'Start',
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
    'Question {number, number} · for your plan · {left, plural, =0 {almost done} other {up to # more}}',
  'assess.card.progressEdge': 'Question {number, number} · until it is clear',
  'assess.card.progressCore':
    'Question {number, number} · core · {left, plural, =0 {almost done} one {about # more} other {about # more}}',
  'assess.card.progressTarget':
    'Question {number, number} · {left, plural, =0 {almost done} one {about # more} other {about # more}}',
  'assess.card.progressGaps':
    'Question {number, number} · for the list of all gaps · {left, plural, =0 {almost done} one {about # more} other {about # more}}',
  'assess.card.progressDomain': 'Question {number, number} of {total, number}',
  'assess.card.rating': '{number, number} · {rating}',
  'assess.card.answered': '✓ {skill}: {rating}',
  'assess.card.skipped': '– {skill}: skipped',
  'assess.card.below': 'Continued in another message.',
  'assess.change': 'Change',
  'assess.card.full': 'Read in full',
  'assess.card.more': 'More than this',
  'assess.card.less': 'Less than this',
  'assess.none': 'None yet: I don’t know it.',
  'assess.none.short': 'None yet',
  'assess.skip': 'Skip',
  'assess.why': 'Why this?',
  'assess.evidence': 'Add a note or link',
  'assess.evidence.change': 'Change the note or link',
  'assess.pause': 'Pause',
  'assess.stop': 'Stop here',
  'assess.cancel': 'Cancel',
  'assess.evidence.for': 'Note or link for {skill}',
  'assess.evidence.have': 'Evidence: {text}',
  'assess.evidence.invite': '{skill} looks like a strength of yours. A note or link can show it; only you see it.',
  'assess.edge':
    '{core, select, settled {The core is settled; the others decide between {lower} and {upper}.} half {The core is settled, and you meet about half of the others: {lower} or {upper}.} near {You meet about as many skills as {upper} takes: {lower} or {upper}.} other {It is between {lower} and {upper}.}} {most, plural, one {The last question settles} other {{bound, select, open {About {left, plural, one {# more question} other {# more questions}}, at most {most, number}, settle} other {{most, plural, one {# more question settles} other {# more questions settle}}}}}} it. If you stop now, the result says which is likelier, and how likely; it names both if neither is more likely than not.',
  'assess.edge.target':
    '{core, select, settled {The core is settled; the others decide whether you are ready for {level}.} half {The core is settled, and you meet about half of the others: whether you are ready for {level} is still open.} near {You meet about as many skills as {level} takes: whether you are ready for it is still open.} other {Whether you are ready for {level} is still open.}} {most, plural, one {The last question settles} other {{bound, select, open {About {left, plural, one {# more question} other {# more questions}}, at most {most, number}, settle} other {{most, plural, one {# more question settles} other {# more questions settle}}}}}} it. If you stop now, the result says which is likelier, and how likely.',

  'assess.why.text':
    'At {level}, {role} expects <b>{proficiency}</b> in {skill}: that or more speaks for {level}, less against it. No other open question tells more about your level.',
  'assess.why.plan':
    '{level} expects <b>{proficiency}</b> in {skill}. If you do less today, it can become one of the skills to work on; if you do that or more, your plan goes to others.',
  'assess.why.gaps':
    '{level} expects <b>{proficiency}</b> in {skill}. If you do less today, it is on the list of what is open; if you do that or more, it is not.',
  'assess.why.domain': '{skill} is one of the skills that {role} expects in {domain}; all of them are asked.',
  'assess.why.core':
    '{skill} is part of the core of {role}, and a level takes three in four of its core skills. {level} expects <b>{proficiency}</b>: that or more counts for {level}, less against it.',
  'assess.belowFirst': 'not yet {level}',

  'assess.note.stale': 'That press was for an earlier question. Nothing changed; this is where you are.',
  'assess.note.back': 'Taken back. Here is the question again.',
  'assess.note.firstQuestion': 'This is the first question; there is nothing to go back to.',
  'assess.note.resumed':
    'Welcome back. You have given {answers, plural, =0 {no answer yet} one {# answer} other {# answers}}.',
  'assess.note.evidence': 'Evidence saved for {skill}.',
  'assess.note.noEvidence': 'Evidence for {skill} removed.',
  'assess.note.changed':
    '{role} has changed since you began. {count, plural, =0 {All your answers are kept.} one {This skill is asked again: {skills}. Your other answers are kept.} other {These skills are asked again: {skills}. Your other answers are kept.}}',
  'assess.note.gone':
    '{count, plural, one {# skill you answered is} other {# skills you answered are}} no longer part of the role.',
  'assess.note.typed':
    'I did not take “{text}” as an answer, and nothing is lost. Type 1 to 5, a word such as {words}, or skip, back, why, evidence, pause, stop, cancel, help. Commands such as <c>/skills</c> work too.',
  'assess.note.typedSettled':
    'I did not take “{text}” as an answer, and nothing is lost. No question is open: press or type {labels}.',
  'assess.note.similar':
    'I did not take “{text}” as an answer. Did you mean <b>{name}</b>? Type <c>{input}</c>, or press its button.',
  'assess.note.stopEarly':
    'A level can be told once the core is done and ten questions are answered, so you can stop after {left, plural, one {# more question} other {about # more questions}}. <c>pause</c> keeps everything until then.',
  'assess.note.nothingOpen':
    'Nothing is left to ask here. Type <c>finish</c> for the result, <c>back</c> to change the last answer, or <c>pause</c>.',
  'assess.note.sheet':
    'On a sheet the answers are given card by card: fill in a card, or type <c>finish</c> for the result.',
  'assess.note.scale':
    'The ladder is measured on another scale now: {steps}. An answer whose step is on both counts as before; the others are asked again.',
  'assess.note.rule':
    'The rule that decides the level has changed since you started. Your answers are kept and count under the new one.',
  'assess.help.typed':
    'Type the number of the statement that fits, or its name ({words}). <c>skip</c> leaves a skill out, <c>back</c> takes the last answer back, <c>why</c> says why this is asked, <c>evidence</c> adds a note or link, <c>pause</c> keeps everything for later, <c>cancel</c> drops it after asking.',

  'assess.evidence.title': 'Evidence',
  'assess.evidence.label': 'Note or link for {skill}',
  'assess.evidence.hint': 'A pull request, a document, what you did. Only you see it. Empty removes it.',
  'assess.evidence.submit': 'Keep',

  'assess.settled.level':
    'That took {questions, plural, one {# question} other {# questions}}{skipped, plural, =0 {} one {, # skipped} other {, # skipped}}.',
  'assess.settled.domain':
    'You have answered everything about <b>{domain}</b>: {questions, plural, one {# question} other {# questions}}.',
  'assess.settled.offer':
    'Your result is ready. {focus, select, answered {The skills to work on first are answered already; more answers tell how many of the others the next level takes, and what comes after.} other {With more answers, your plan is based on what you told me instead of on estimates.}}',
  'assess.settled.early':
    'Too much was skipped to tell a level. Go back and answer some of it, or look at what can be said.',
  'assess.finish': 'Show my result',
  'assess.refine': 'All gaps ({left, plural, one {about # more} other {about # more}})',

  'assess.paused.title': 'Paused',
  'assess.paused.text':
    '{role}: {answers, plural, =0 {no answer yet} one {# answer} other {# answers}} saved. Pick it up again with <u>assess resume</u>, here or on another device, until {date}.',

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
    'Fill in the card: for each skill the statement that describes what you do today. What you leave out is not counted.',
  'assess.sheet.open': 'not answered',
  'assess.sheet.fill': 'Fill in this card',
  'assess.sheet.next': 'Next card',
  'assess.sheet.previous': 'Previous card',
  'assess.sheet.form': '{card, number}/{cards, number} {domain}',
  'assess.sheet.submit': 'Keep',
  'assess.sheet.kept': '{count, plural, =0 {Nothing changed.} one {# answer kept.} other {# answers kept.}}',

  'assess.reminder.text':
    'Your {role} assessment has been waiting since {date}: {answers, plural, =0 {no answer yet} one {# answer} other {# answers}} kept, {left, plural, =0 {almost done} one {about # question left} other {about # questions left}}. It is kept until {until}.',
  'assess.reminder.off': 'No more reminders',
  'assess.expired.text':
    'Your {role} assessment was not touched for {days, plural, one {# day} other {# days}}, so it has been dropped{answers, plural, =0 {} one { with its # answer} other { with its # answers}}. You can start a new one whenever you like.',
  'assess.targets.title': 'Ready for which level of {role}?',
  'assess.plan': 'Make my plan ({range, select, one {{most, number}} other {{least, number} to {most, number}}} more)',

  'result.title': '{role}: {level}',
  'result.title.below': '{role}: not yet {level}',
  'result.title.domain': '{role}: {domain}',
  'result.bar':
    '{reached, select, yes {✓ } other {}}{level} · {answered, plural, =0 {not asked} other {{met, number} of {answered, number} met}}{estimated, plural, =0 {} other {, # estimated open}}',
  'result.sure': '<b>{percent, number}% sure</b> that {left, plural, one {it} other {those}} would change nothing.',
  'result.likelier': '<b>More likely {level} ({percent, number}%)</b>; neither is clear with what was answered.',
  'result.thin':
    '{mode, select, guided {You stopped early, so this rests} other {This rests}} on few answers: {answered, number} of the {expected, number} {part, select, others {others} other {skills}}. More of them may change it.',
  'result.certain': '<b>Certain by the rule:</b> {left, plural, one {it} other {those}} can change nothing.',
  'result.domain.noLevel': 'One domain alone gives no overall level.',
  'result.levels': 'By level: expectations met',
  'result.domains': 'By domain, at {level}',
  'result.coverage':
    '{answered, plural, =0 {not asked} other {{met, number} of {answered, number} met{notAsked, plural, =0 {} other {, # not asked}}}}{skipped, plural, =0 {} one {, # skipped} other {, # skipped}}',
  'result.strengths': 'Strengths',
  'result.strength': '{above, plural, one {one step} other {# steps}} above what {level} expects',
  'result.gaps': 'Open at {level}, as you answered',
  'result.gaps.domain': 'Not met yet in {domain}, as you answered',
  'result.gaps.none': 'Nothing is open at {level}.',
  'result.gaps.estimated': '<b>Estimated</b> from your other answers; you were not asked',
  'result.gaps.skipped': 'Skipped, so not counted: {skills}.',
  'result.edge':
    'You are close to {level}: {left, plural, one {the # skill that was not asked decides} other {the # skills that were not asked decide}}.',
  'result.gaps.expected': '{to} expected',
  'result.plan.ready': 'Still worth working on',
  'result.plan': 'Work on next',
  'result.plan.same':
    '{reason, select, answered {{count, plural, one {Your skill stays; now it rests on an answer.} other {Your # skills stay; now they rest on answers.}}} other {{count, plural, one {Your skill stays; what you answered since is about the rest of the list.} other {Your # skills stay; what you answered since is about the rest of the list.}}}}',
  'result.plan.more':
    '{count, plural, one {This skill is} other {These # skills are}} answered already. More answers tell how many of the others {level} takes, and what comes after.',
  'result.gaps.answer': 'Answer the rest ({left, plural, one {about # more} other {about # more}})',
  'result.steps.first':
    '{count, plural, one {This is the first} other {These are the first #}} of {about, select, about {about {steps, plural, one {# step} other {# steps}}} other {{steps, plural, one {# step} other {# steps}}}} to {level}.',
  'result.steps.some':
    '{level} takes {about, select, about {about {steps, plural, one {# step} other {# steps}}} other {{steps, plural, one {# step} other {# steps}}}} in all; {leading, plural, one {one of them is} other {# of them are}} here.',
  'result.steps.whole':
    'With {count, plural, one {this step} other {these # steps}} you reach {level}{about, select, about {, as far as was asked} other {}}.',
  'result.steps.enough':
    '{steps, plural, one {One of these steps leads} other {# of these steps lead}} to {level}{about, select, about {, as far as was asked} other {}}.',
  'result.steps.other':
    'The {about, select, about {about {steps, plural, one {# step} other {# steps}}} other {{steps, plural, one {# step} other {# steps}}}} to {level} come after {count, plural, one {this one} other {these}}.',
  'result.steps.unknown':
    '{count, plural, one {This is a first step} other {These are first steps}} to {level}; too few of the others were asked to count all.',
  'result.recheck':
    'Check again around <b>{date}</b>, when {count, plural, one {this step} other {these steps, one after another,}} can be done.',
  'result.recheck.enough':
    'Check again around <b>{early}</b>, when {leading, plural, one {the step that is enough} other {the # steps that are enough}} can be done; all {count, number}, one after another, take until around {date}.',
  'result.saved': 'Saved to your history; only you see it.',
  'result.gone':
    'From {date}. The role {role} is no longer in the catalogue; these are the answers as they were given.',
  'result.again': 'Assess again',
  'result.export': 'Export',
  'result.profile': 'My history',
  'result.meaning': 'What {level} means here: {focus}',
  'result.early.title': '{role}: too early to tell',
  'result.early':
    'It could be {from} to {to}: too little of the core, or of the others, was answered. No level is saved.',
  'result.early.more': 'Start again and answer the core first; that takes a few minutes.',
  'result.ready.title': '{role}: ready for {level}',
  'result.notReady.title': '{role}: not ready for {level} yet',
  'result.ready.notAsked': 'This checks {level} alone; your own level was not asked for.',
  'result.ready.ownLevel': 'Your level, as of {date}: {level}.',
  'result.count.core':
    '<b>{level, select, none {Core} other {Core at {level}}}: {answered, plural, =0 {nothing answered} other {{met, number} of {answered, number} met}}</b>{answered, plural, =0 { ({left, number} left)} other { ({needed, number} needed){left, plural, =0 {} other {, # not answered}}}}.',
  'result.count.others':
    '<b>Others: {answered, plural, =0 {nothing answered} other {{met, number} of {answered, number} met}}</b>{answered, plural, =0 { ({left, number} left)} other { ({needed, number} needed){left, plural, =0 {} other {, # not answered}}}}.',
  'result.count.all':
    '<b>{level, select, none {Skills} other {{level}}}: {answered, plural, =0 {nothing answered} other {{met, number} of {answered, number} met}}</b>{answered, plural, =0 { ({left, number} left)} other { ({needed, number} needed){left, plural, =0 {} other {, # not answered}}}}.',
  'result.count.onlyNew':
    'The core asks for nothing new at {level}, so only the {count, plural, one {# other skill} other {# other skills}} with a higher expectation count, and half of them are needed.',
  'result.margin.core': 'Your own answers decide, and it is close: one core answer less and this is {below}.',
  'result.margin.others':
    'Your own answers decide, and it is close: one answer less among the others and this is {below}.',
  'result.margin.unasked':
    'So far fewer of the others are met than needed: {level} rests on those that were not asked, as estimated.',
  'result.asked':
    '{questions, plural, one {# skill asked} other {# skills asked}}{skipped, plural, =0 {} one {, # of them skipped} other {, # of them skipped}}; {left, plural, =0 {none left} one {# not asked} other {# not asked}}.',
  'result.mandatory':
    '{level} marks {count, plural, one {this as mandatory, and you do not meet it} other {these as mandatory, and you do not meet them}} yet: {skills}.{place, select, first {{count, plural, one { It comes} other { They come}} first in the plan.} other {}}',
  'result.need': '<b>For {level}: {needs}.</b>',
  'result.need.core':
    '{need, plural, one {one more core skill} other {# more core skills}} ({list, select, all {{skills}} some {of {skills}} other {of {gaps, number} not met yet}})',
  'result.need.others':
    '{about, select, about {about {need, number}} other {{need, number}}} more of the {gaps, plural, one {# other} other {# others}} not met yet',
  'result.need.othersAbout': 'about {need, number} ({low, number} to {high, number}) of the others',
  'result.need.othersVague': 'some of the others (too few were asked to say how many)',
  'result.need.restNotAsked': 'What is missing is {core}; the rest was not asked.',
  'result.need.restMet': 'What is missing is {core}; all that was asked of the rest is met.',
  'result.top': 'This is the top of the ladder. What is still open at {level} is the plan.',
  'result.section.summary': 'Back to the result',
  'result.section.gaps': 'All gaps',
  'result.section.plan': 'Growth plan',
  'result.section.domains': 'By domain',
  'result.core.mark': 'core',
  'result.focus.step': '{from} → {to}',
  'result.focus.firstOf':
    'first of {steps, plural, one {# step} =2 {two steps} =3 {three steps} =4 {four steps} other {# steps}}',
  'result.focus.estimated': 'estimated; {to} is expected',
  'result.focus.exercise': '<b>Do:</b> {text}',
  'result.focus.evidence': '<b>Show:</b> {text}',
  'result.focus.reached': '<b>Reached when:</b> {text}',
  'result.focus.read': 'Read:',
  'result.swap': 'Not now: {skill}',
  'result.restore': 'Put {skill} back',
  'result.formerRule':
    'This result follows the former rule (four in five of all skills). A new assessment follows the current one.',
  'result.open': 'Too much of {level} was skipped to say whether you reach it too.',
  'effort.days': 'a few days',
  'effort.weeks': 'a few weeks',
  'effort.quarter': 'about a quarter',

  'profile.summary': 'Your past results, your data, and how to delete it',
  'profile.option.code': 'The code from your other account; leave it out to get one for this account',
  'profile.show.summary': 'Your results, and what changed since the one before',
  'profile.export.summary': 'Everything held about you, as JSON, Markdown and CSV',
  'profile.delete.summary': 'Delete everything held about you; asks first',
  'profile.title': 'Your history',
  'profile.none': 'No result yet. An assessment takes a few minutes and only you see it.',
  'profile.newer.results':
    '{count, plural, one {# result was} other {# results were}} saved by a newer version of Rung, and this one can’t show {count, plural, one {it} other {them}}. Nothing is lost: try again in a few minutes.',
  'profile.item': '{date}: {level}, {percent, number}% sure',
  'profile.item.between': '{date}: {level}, more likely {likelier} ({percent, number}%)',
  'profile.item.certain': '{date}: {level}, certain by the rule',
  'profile.item.domain': '{date}: {domain} alone',
  'profile.item.early': '{date}: too early to tell',
  'profile.item.ready': '{date}: ready for {level}',
  'profile.item.notReady': '{date}: not ready for {level} yet',
  'profile.changed': 'Since {date}: {changes}.',
  'profile.changed.level': 'from {from} to {to}',
  'profile.changed.rule': 'another rule decides the level',
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
  'error.assess.domainAndLevel': 'An assessment is for one domain or for one level, not for both. Which do you want?',
  'error.assess.unknown':
    'I don’t know what to assess in “{text}”. Name a role, or a role with one of its levels or domains.',
  'error.assess.empty': 'The role {role} expects nothing that could be assessed.',
  'error.assess.rating': 'For {skill}, “{value}” is no answer. Pick one of the statements.',
  'error.assess.noAnswers': 'There is no answer yet to tell anything from. Answer at least one question.',
  'error.assess.levelNotInRole': '{role} has no such level. Its levels: {levels}.',
  'error.evidence.long': 'That is {length, number} characters; a note may have at most {most, number}.',
  'error.profile.unknown':
    'I don’t know “{text}” here. Try <u>profile</u>, <u>profile export</u>, <u>profile link</u> or <u>profile delete</u>.',
  'error.profile.gone': 'That result is no longer there.',

  'form.choice': 'Type a number, or nothing to leave it as it is.',
  'form.text': 'Type it on one line.',
  'form.bad': 'Type a number from 1 to {most, number}.',
  'form.long': 'That’s {length, number} characters; this field takes at most {most, number}.',
  'form.current': 'now: {value}',
} as const
