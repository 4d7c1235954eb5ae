/** What the assessment and the profile say, in English. */
export const assessEn = {
  'assess.summary': 'Find your level and what to work on next',
  'assess.option.role': 'The role to assess yourself for',
  'assess.option.domain': 'One domain only',
  'assess.option.level': 'Check whether you’re ready for this level, with fewer questions',
  'assess.option.setting': 'Turn reminders on or off',
  'assess.start.summary': 'Find your level, one question at a time',
  'assess.sheet.summary': 'Rate your skills on forms, several at a time',
  'assess.resume.summary': 'Pick up where you left off, on any device',
  'assess.status.summary': 'See what’s in progress',
  'assess.cancel.summary': 'Discard an assessment (asks first)',
  'assess.reminders.summary': 'Turn reminders about idle assessments on or off',
  'assess.reminders.choice.on': 'On',
  'assess.reminders.choice.off': 'Off',

  'usage.assess.role.answer': 'Your level, one question at a time',
  'usage.assess.domain.answer': 'One domain only, with no overall level',
  'usage.assess.target.answer': 'Whether you’re ready for that level, with fewer questions',

  'assess.rule':
    'Your level is the highest one where you meet three in four of the core skills and half of the others, at that level and every level below it.',
  'assess.rule.core': 'The core of {role}: {core}.',
  'assess.rule.whole':
    'Your level is the highest one where you meet four in five of the skills, at that level and every level below it.',
  'assess.rule.target':
    'You’re ready for {level} if you meet three in four of the core skills and half of the others, at that level and every level below it.',
  'assess.rule.target.whole':
    'You’re ready for {level} if you meet four in five of the skills, at that level and every level below it.',
  'assess.rule.allCore':
    'Your level is the highest one where you meet all of the core skills, at that level and every level below it.',
  'assess.rule.target.allCore':
    'You’re ready for {level} if you meet all of the core skills, at that level and every level below it.',
  'assess.rule.share':
    'Your level is the highest one where you meet {percent, plural, =100 {all the skills} other {at least #% of the skills}}, at that level and every level below it.',
  'assess.rule.target.share':
    'You’re ready for {level} if you meet {percent, plural, =100 {all the skills} other {at least #% of the skills}}, at that level and every level below it.',
  'assess.modest':
    'This is a self-assessment: it shows how you see your own work against this ladder. It shouldn’t be used for hiring or pay.',

  'assess.which.title': 'Which role?',
  'assess.which.text': 'Pick the role you want to assess yourself for.',
  'assess.which.last': '{role} (last time)',

  'assess.intro.title': 'Assessment: {role}',
  'assess.intro.takes':
    'About {questions, select, one {{usual, plural, one {# question} other {# questions}}} other {{least, number} to {usual, number} questions}}, {time, select, one {{to, plural, one {# minute} other {# minutes}}} other {{from, number} to {to, number} minutes}}{tail, select, none {} other {; up to {most, number} questions if you’re between two levels}}.',
  'assess.intro.how':
    'For each skill, pick the statement that best describes what you do today; doing most of it, regularly, is enough. Answer the way a colleague who knows your work would.',
  'assess.intro.ways':
    '<b>Find my level</b> {core, select, none {asks} other {starts with the core and asks}} only questions that can still change the result. <b>Am I ready for…</b> checks one level with fewer questions. <b>Fill in a sheet</b> shows {skills, plural, one {the one skill} =2 {both skills} other {all # skills}} on {cards, plural, one {# card} other {# cards}}. <b>One domain</b> covers just the domain you pick.',
  'assess.intro.domain': 'This covers only <b>{domain}</b> and shows which of its expectations you meet.',
  'assess.intro.others': 'Also in progress (saved): {roles}.',
  'assess.intro.title.target': '{role}: ready for {level}?',
  'assess.intro.takes.target':
    'About {questions, select, one {{usual, plural, one {# question} other {# questions}}} other {{least, number} to {usual, number} questions}}, {time, select, one {{to, plural, one {# minute} other {# minutes}}} other {{from, number} to {to, number} minutes}}{tail, select, none {} other {; up to {most, number} questions if it’s close}}.',
  'assess.intro.takes.all':
    '{questions, plural, one {# question} other {# questions}}, about {minutes, plural, one {# minute} other {# minutes}}.',
  'assess.intro.private': 'Pause whenever you like and pick up where you left off. Only you can see your answers.',
  'assess.start.guided': 'Find my level',
  'assess.start.sheet': 'Fill in a sheet',
  'assess.start.domain': 'One domain…',
  'assess.start.targets': 'Am I ready for…',
  'assess.start.target': 'Am I ready for {level}?',
  'assess.start.domainNow': 'Start',
  'assess.domains.title': 'Which domain of {role}?',

  'assess.exists.title': '{role}: already started',
  'assess.exists.text':
    'You started this on {date} and {answers, plural, =0 {haven’t answered anything yet} one {have answered # question} other {have answered # questions}}. Continue, or start over{answers, plural, =0 {} one { and lose that answer} other { and lose those answers}}?',
  'assess.action.resume': 'Continue',
  'assess.action.resumeRole': 'Continue with {role}',
  'assess.action.restart': 'Start over',

  'assess.card.asks': 'Which best describes what you do today?',
  'assess.card.progress':
    'Question {number, number} · {left, plural, =0 {almost done} one {about # to go} other {about # to go}}',
  'assess.card.progressPlan':
    'Question {number, number} · for your plan · {left, plural, =0 {almost done} other {up to # more}}',
  'assess.card.progressEdge':
    'Question {number, number} · {leaning, select, level {probably {level} so far} ready {probably ready so far} notReady {probably not ready yet} other {too close to call so far}}',
  'assess.card.progressCore':
    'Question {number, number} · core · {left, plural, =0 {almost done} one {about # to go} other {about # to go}}',
  'assess.card.progressTarget':
    'Question {number, number} · {left, plural, =0 {almost done} one {about # to go} other {about # to go}}',
  'assess.card.progressGaps':
    'Question {number, number} · to find all gaps · {left, plural, =0 {almost done} one {about # to go} other {about # to go}}',
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
  'assess.evidence.invite':
    '{skill} looks like one of your strengths. Add a note or link to back that up; only you can see it.',
  'assess.edge':
    '{core, select, settled {The core is clear; the other skills decide whether your level is {lower} or {upper}.} half {The core is clear, and you meet about half of the other skills, so your level is {lower} or {upper}.} near {You’re right on the line for {upper}, so your level is {lower} or {upper}.} other {Your level could be {lower} or {upper}.}} {most, plural, one {The last question will decide it.} other {{bound, select, open {About {left, plural, one {# more question} other {# more questions}} will decide it, {most, number} at most.} other {{most, plural, one {# more question will decide it.} other {# more questions will decide it.}}}}}} If you stop now, the result gives the likelier level and how likely it is, or both levels if neither is above 50%.',
  'assess.edge.target':
    '{core, select, settled {The core is clear; the other skills decide whether you’re ready for {level}.} half {The core is clear, and you meet about half of the other skills, so it’s not clear yet whether you’re ready for {level}.} near {You’re right on the line for {level}, so it’s not clear yet whether you’re ready for it.} other {It’s not clear yet whether you’re ready for {level}.}} {most, plural, one {The last question will decide it.} other {{bound, select, open {About {left, plural, one {# more question} other {# more questions}} will decide it, {most, number} at most.} other {{most, plural, one {# more question will decide it.} other {# more questions will decide it.}}}}}} If you stop now, the result says which is likelier, and how likely.',

  'assess.why.text':
    'At {level}, {role} expects <b>{proficiency}</b> in {skill}: that or higher counts toward {level}, and anything lower counts against it. No remaining question says more about the result.',
  'assess.why.plan':
    '{level} expects <b>{proficiency}</b> in {skill}. If you’re below that today, this skill may be added to your growth plan; if not, the plan focuses on other skills.',
  'assess.why.gaps':
    '{level} expects <b>{proficiency}</b> in {skill}. If you’re below that today, it’s one of your gaps; if not, it isn’t.',
  'assess.why.domain':
    '{skill} is one of the skills that {role} expects in {domain}. This assessment asks about all of them.',
  'assess.why.core':
    '{skill} is part of the core of {role}, and each level requires three in four of the core skills. {level} expects <b>{proficiency}</b>: that or higher counts toward {level}, and anything lower counts against it.',
  'assess.belowFirst': 'below {level}',

  'assess.note.stale': 'That button was for an earlier question, so nothing changed. Here’s where you are.',
  'assess.note.questionGone':
    'That question has changed since you saw it, so your answer wasn’t recorded. Here’s where you are.',
  'assess.note.undoGone': 'Your last answer no longer counts, so there’s nothing to undo.',
  'assess.note.back': 'Undone. Here’s that question again.',
  'assess.note.firstQuestion': 'This is the first question; there’s nothing to go back to.',
  'assess.note.resumed':
    'Welcome back. {answers, plural, =0 {You haven’t answered anything yet} one {You’ve answered # question so far} other {You’ve answered # questions so far}}.',
  'assess.note.evidence': 'Evidence saved for {skill}.',
  'assess.note.noEvidence': 'Evidence removed for {skill}.',
  'assess.note.changed':
    '{role} has changed since you started. {count, plural, =0 {} one {I’ll ask about this skill again: {skills}.} other {I’ll ask about these skills again: {skills}.}}{rest, select, none {} all {All your answers still count.} only {Your answers for its remaining skills still count.} other { Your answers for the role’s other skills still count.}}',
  'assess.note.gone':
    '{count, plural, one {# skill you rated is} other {# skills you rated are}} no longer part of the role. Your {count, plural, one {answer is} other {answers are}} saved and will count again if {count, plural, one {that skill returns} other {those skills return}}.',
  'assess.note.returned':
    '{count, plural, one {Your earlier answer counts} other {Your earlier answers count}} again: {skills}.',
  'assess.note.levelGone': 'The level you asked about is no longer part of {role}, so I’ll find your level instead.',
  'assess.note.typed':
    '“{text}” isn’t one of the answers; nothing is lost. Type {first, number} to {most, number} or a word: {words}. You can also type skip, back, why, evidence, pause, stop, cancel, or help, or ask a question, such as “What is {skill}?”',
  'assess.open.question':
    'Question {number, number} ({skill}) is still open: type {first, number} to {most, number} to answer it.',
  'assess.open.other': 'Your {role} assessment is still in progress.',
  'assess.note.allStatements':
    'This card already shows every statement; <c>more</c> and <c>less</c> are for cards that show only some. Type the number of the one that fits.',
  'assess.note.typedSettled':
    '“{text}” isn’t one of the choices; nothing is lost. There’s no open question: choose or type {labels}.',
  'assess.note.similar':
    '“{text}” isn’t one of the answers. Did you mean <b>{name}</b>? Type <c>{input}</c>, or choose it.',
  'assess.note.stopEarly':
    'I can tell {about, select, check {whether you’re ready for {level}} other {your level}} once {core, select, none {} other {the core is done and }}you’ve answered {answers, plural, one {# question} other {# questions}}, so you can stop after {left, plural, one {# more question} other {about # more questions}}. Until then, <c>pause</c> saves your answers.',
  'assess.note.stopAtEnd':
    'You can’t stop yet: I can tell {about, select, check {whether you’re ready for {level}} other {your level}} after {left, plural, one {this question} other {about # more questions}}. Until then, <c>pause</c> saves your answers.',
  'assess.note.nothingOpen':
    'No question is open. Pick one of the choices, or type <c>finish</c> for the result, <c>back</c> to change your last answer, or <c>pause</c> to save everything for later.',
  'assess.note.sheet': 'On a sheet, you answer card by card: fill in a card, or type <c>finish</c> for the result.',
  'assess.note.scale':
    'The ladder now uses different proficiencies: {steps}. Answers whose proficiency still exists count as before; I’ll ask about the rest again.',
  'assess.note.rule':
    'The rule that decides your level has changed since you started. Your answers are saved and count under the new one.',
  'assess.help.typed':
    'Type the number of the statement that fits, or its name ({words}). <c>skip</c> skips this skill, <c>back</c> undoes your last answer, <c>why</c> explains why I’m asking, <c>evidence</c> adds a note or link, <c>pause</c> saves everything for later, and <c>cancel</c> discards the assessment (I’ll ask first). You can ask about the ladder along the way; <c>/rung</c> shows everything else.',

  'assess.evidence.title': 'Evidence',
  'assess.evidence.label': 'Note or link for {skill}',
  'assess.evidence.hint':
    'A pull request, a document, or what you did. Only you can see it. Leave this empty to remove it.',
  'assess.evidence.submit': 'Save',

  'assess.settled.level':
    'That took {questions, plural, one {# question} other {# questions}}{skipped, plural, =0 {} one { (# skipped)} other { (# skipped)}}.',
  'assess.settled.domain':
    'That was everything about <b>{domain}</b>: {questions, plural, one {# question} other {# questions}}{skipped, plural, =0 {} one { (# skipped)} other { (# skipped)}}.',
  'assess.settled.offer':
    'Your result is ready. {focus, select, answered {You’ve already rated the skills to work on first; more answers will show how many of the others you need for the next level, and what comes after.} other {With more answers, your plan will rest on what you tell me rather than on estimates.}}',
  'assess.settled.early':
    'You skipped too many questions for me to tell {about, select, check {whether you’re ready for {level}} other {your level}}. Go back and answer some of them, or see what I can say so far.',
  'assess.finish': 'Show my result',
  'assess.refine': 'Find all gaps ({left, plural, one {about # more question} other {about # more questions}})',

  'assess.paused.title': 'Paused',
  'assess.paused.text':
    '{role}: {answers, plural, =0 {no answers yet} one {# answer saved} other {# answers saved}}. Pick it up again with <u>assess resume</u> on any device by {date}.',

  'assess.cancel.which': 'Which assessment do you want to discard?',
  'assess.cancel.title': 'Discard this assessment?',
  'assess.cancel.text':
    '{role}: {answers, plural, =0 {no answers yet} one {you’d lose # answer} other {you’d lose # answers}}. This can’t be undone.',
  'assess.cancel.yes': 'Discard',
  'assess.cancel.no': 'No, continue',
  'assess.canceled': 'Discarded. Nothing was kept.',

  'assess.status.title': 'In progress',
  'assess.status.none': 'You have no assessment in progress.',
  'assess.status.item':
    '{answers, plural, =0 {no answers yet} one {# answer} other {# answers}}, last active {date}, saved until {until}',
  'assess.status.paused': 'paused',
  'assess.status.domain': '{domain} only',

  'assess.reminders.off': 'I won’t remind you about idle assessments anymore.',
  'assess.reminders.on':
    'I’ll remind you once about an assessment left idle for {days, plural, one {# day} other {# days}}.',

  'assess.sheet.title': '{role} · {domain}',
  'assess.sheet.progress': 'Card {card, number} of {cards, number} · {answered, number} of {skills, number} answered',
  'assess.sheet.how':
    'Fill in the card: for each skill, pick the statement that best describes what you do today. Skills you leave blank don’t count.',
  'assess.sheet.open': 'not answered',
  'assess.sheet.fill': 'Fill in this card',
  'assess.sheet.next': 'Next card',
  'assess.sheet.previous': 'Previous card',
  'assess.sheet.form': '{card, number}/{cards, number} {domain}',
  'assess.sheet.submit': 'Save',
  'assess.sheet.lost':
    '{count, plural, one {# answer wasn’t} other {# answers weren’t}} recorded, because {count, plural, one {its question has} other {their questions have}} changed since you opened the card.',
  'assess.sheet.saved': '{count, plural, =0 {Nothing changed.} one {# answer saved.} other {# answers saved.}}',

  'assess.reminder.text':
    'Your {role} assessment has been waiting since {date}: {answers, plural, =0 {no answers yet} one {# answer saved} other {# answers saved}}{scope, select, gone {} other {, {left, plural, =0 {ready for the result} one {about # question to go} other {about # questions to go}}}}. It’s saved until {until}.',
  'assess.reminder.off': 'No more reminders',
  'assess.expired.text':
    'Your {role} assessment has been deleted after {days, plural, one {# day} other {# days}} without activity{answers, plural, =0 {} one {, along with its # answer} other {, along with its # answers}}. You can start a new one whenever you like.',
  'assess.targets.title': 'Which level of {role} do you want to check?',
  'assess.plan':
    'Make my plan ({range, select, one {{most, plural, one {# more question} other {# more questions}}} other {{least, number} to {most, number} more questions}})',

  'result.title': '{role}: {level}',
  'result.title.below': '{role}: below {level}',
  'result.title.domain': '{role}: {domain}',
  'result.bar':
    '{reached, select, yes {✓ } other {}}{level} · {answered, plural, =0 {not asked} other {{met, number} of {answered, number} met}}{estimated, plural, =0 {} one {, # estimated gap} other {, # estimated gaps}}',
  'result.sure': '<b>{percent, number}% sure</b> that the remaining skills wouldn’t change the result.',
  'result.likelier': '<b>More likely {level} ({percent, number}%)</b>, but your answers so far don’t make it clear.',
  'result.thin':
    '{mode, select, guided {You stopped early, so the result rests} other {The result rests}} on answers for only {answered, number} of the {expected, number} {part, select, others {skills outside the core} other {skills}}. More answers may change it.',
  'result.certain': '<b>Settled by your answers:</b> the remaining skills can’t change the result.',
  'result.domain.noLevel': 'One domain alone doesn’t give an overall level.',
  'result.domain.levels': 'Of what each level expects in {domain}, you meet:',
  'result.levels': 'By level: expectations met',
  'result.domains': 'By domain, at {level}',
  'result.coverage':
    '{answered, plural, =0 {{skipped, plural, =0 {{mode, select, sheet {left blank} other {not asked}}} other {# skipped{left, plural, =0 {} other {, # {mode, select, sheet {left blank} other {not asked}}}}}}} other {{met, number} of {answered, number} met{skipped, plural, =0 {} other {, # skipped}}{left, plural, =0 {} other {, # {mode, select, sheet {left blank} other {not asked}}}}}}',
  'result.strengths': 'Strengths',
  'result.strength': '{above, plural, one {# step} other {# steps}} above what {level} expects',
  'result.gaps': 'Gaps at {level}, from your answers',
  'result.gaps.domain': 'Gaps in {domain} at {level}, from your answers',
  'result.gaps.none': 'No gaps at {level}.',
  'result.gaps.estimated': '<b>Estimated</b> from your other answers; not asked',
  'result.gaps.skipped': 'Skipped, so not counted: {skills}.',
  'result.edge':
    'You’re close to {level}: {left, plural, one {the one skill {mode, select, sheet {you left blank} other {I haven’t asked about}}} other {the # skills {mode, select, sheet {you left blank} other {I haven’t asked about}}}} will decide whether you reach it.',
  'result.gaps.expected': '{to} expected',
  'result.plan.ready': 'Still worth working on',
  'result.plan': 'What to work on next',
  'result.plan.domain': 'What to work on next for {level}',
  'result.plan.same':
    '{reason, select, answered {{count, plural, one {Your plan keeps its one skill; it now rests on your answer.} other {Your plan keeps its # skills; it now rests on your answers.}}} other {{count, plural, one {Your plan keeps its one skill; your new answers were about other skills.} other {Your plan keeps its # skills; your new answers were about other skills.}}}}',
  'result.plan.more':
    'You’ve already rated {count, plural, one {this skill} other {these # skills}}. More answers will show how many of the others you need for {level}, and what comes after.',
  'result.gaps.answer': 'Answer the rest ({left, plural, one {about # more question} other {about # more questions}})',
  'result.steps.first':
    '{count, plural, one {This is the first} other {These are the first #}} of {about, select, about {about {steps, plural, one {# step} other {# steps}}} other {{steps, plural, one {# step} other {# steps}}}} to {level}{several, select, yes {, in {about, select, about {about } other {}}{skills, plural, one {# skill} other {# skills}}} other {}}.',
  'result.steps.some':
    '{level} takes {about, select, about {about {steps, plural, one {# step} other {# steps}}} other {{steps, plural, one {# step} other {# steps}}}} in all{several, select, yes {, in {about, select, about {about } other {}}{skills, plural, one {# skill} other {# skills}}} other {}}; {leading, plural, one {one of them is} other {# of them are}} on this list: {names}.',
  'result.steps.whole':
    '{count, plural, one {This step is} other {These # steps are}} enough for {level}{about, select, about {, going by your answers so far} other {}}.',
  'result.steps.enough':
    '{level} takes only {steps, plural, one {one of these steps} other {# of these steps}}{about, select, about {, going by your answers so far} other {}}: {names}.',
  'result.steps.any': '{need, plural, one {any} other {any #}} of {of, select, listed {{skills}} other {them}}',
  'result.steps.other':
    'After {count, plural, one {this one} other {these}}, it takes {about, select, about {about {steps, plural, one {# more step} other {# more steps}}} other {{steps, plural, one {# more step} other {# more steps}}}} to reach {level}{several, select, yes {, in {about, select, about {about } other {}}{skills, plural, one {# skill} other {# skills}}} other {}}.',
  'result.steps.unknown':
    '{count, plural, one {This is a first step} other {These are first steps}} toward {level}; you rated too few of the other skills for me to count all the steps.',
  'result.recheck':
    'Assess yourself again around <b>{date}</b>, when {count, plural, one {this step} other {these steps, one after another,}} could be done.',
  'result.recheck.enough':
    'Assess yourself again around <b>{early}</b>, when {leading, plural, one {the step you need for the level} other {the # steps you need for the level}} could be done; {count, plural, one {# step} =2 {both steps} other {all # steps}}, one after another, would take until around {date}.',
  'result.saved': 'Saved to your history; only you can see it.',
  'result.gone': 'From {date}. The role {role} has since been removed; these are your original answers.',
  'result.again': 'Assess again',
  'result.export': 'Export',
  'result.profile': 'My history',
  'result.meaning': 'What {level} means here: {focus}',
  'result.early.title': '{role}: too early to tell',
  'result.early':
    'You rated too few {core, select, none {skills} other {of the core skills or of the other skills}} for me to tell your level. Your answers are saved in your history, where only you can see them; a level isn’t.',
  'result.early.more':
    'Assess yourself again and answer more questions{core, select, none {} other {, especially those about the core}}; that takes a few minutes.',
  'result.ready.title': '{role}: ready for {level}',
  'result.notReady.title': '{role}: not ready for {level} yet',
  'result.ready.notAsked': 'This check covers only {level}; it doesn’t tell you your own level.',
  'result.ready.ownLevel': 'Your level, as of {date}: {level}.',
  'result.count.core':
    '<b>{level, select, none {Core} other {Core at {level}}}: {answered, plural, =0 {none of {total, number} answered} other {{met, number} of {answered, number} met}}</b>{answered, plural, =0 {} other { ({needed, number} needed){skipped, plural, =0 {} other {, # skipped}}{left, plural, =0 {} other {, # {mode, select, sheet {left blank} other {not asked}}}}}}.',
  'result.count.others':
    '<b>Others: {answered, plural, =0 {none of {total, number} answered} other {{met, number} of {of, select, some {the {answered, number} you answered {met, plural, one {is} other {are}} met} other {{answered, number} met}}}}</b>{answered, plural, =0 {} other { ({needed, number} {of, select, some {of those } other {}}needed){skipped, plural, =0 {} other {, # skipped}}{left, plural, =0 {} other {, # {mode, select, sheet {left blank} other {not asked}}}}}}.',
  'result.count.all':
    '<b>{level, select, none {Skills} other {{level}}}: {answered, plural, =0 {none of {total, number} answered} other {{met, number} of {of, select, some {the {answered, number} you answered {met, plural, one {is} other {are}} met} other {{answered, number} met}}}}</b>{answered, plural, =0 {} other { ({needed, number} {of, select, some {of those } other {}}needed){skipped, plural, =0 {} other {, # skipped}}{left, plural, =0 {} other {, # {mode, select, sheet {left blank} other {not asked}}}}}}.',
  'result.count.onlyNew':
    'The core asks for nothing new at {level}, so the level depends only on the {count, plural, one {one other skill with a higher expectation, and you need that one} other {# other skills with higher expectations, and you need half of them}}.',
  'result.margin.core': 'Your own answers make it close: with one fewer core skill, the result would be {below}.',
  'result.margin.others':
    'Your own answers make it close: with one fewer {part, select, others {skill outside the core} other {skill}}, the result would be {below}.',
  'result.margin.unasked':
    'Going only by what you rated, you’d be short of {level}: the result rests on estimates for the skills {mode, select, sheet {you left blank} other {I didn’t ask about}}.',
  'result.asked':
    '{questions, plural, one {# skill} other {# skills}} {mode, select, sheet {filled in} other {asked about}}{skipped, plural, =0 {} other { (# skipped)}}; {left, plural, =0 {none left} other {# {mode, select, sheet {left blank} other {not asked}}}}.',
  'result.mandatory':
    '{count, plural, one {This is mandatory at {level}, and you don’t meet it} other {These are mandatory at {level}, and you don’t meet them}} yet: {skills}.{place, select, first {{count, plural, one { It comes} other { They come}} first in the plan.} other {}}',
  'result.mandatory.notAsked':
    'Mandatory at {level}, but {mode, select, sheet {left blank} other {not asked}}: {skills}{more, plural, =0 {} other {, and # more}}. {count, plural, one {It doesn’t} other {They don’t}} change the level; a sheet lets you rate every skill.',
  'result.need': '<b>For {level}: {needs}.</b>',
  'result.need.core':
    '{need, plural, one {one more core skill} other {# more core skills}} ({list, select, all {{skills}} some {any of {skills}} other {of the {gaps, number} not met yet}})',
  'result.need.others':
    '{gaps, plural, one {the one {part, select, others {other skill} other {skill}} not met yet} =2 {{about, select, all {both} about {about {need, number} more of the {gaps, number}} other {{need, number} more of the {gaps, number}}} {part, select, others {other skills} other {skills}} not met yet} other {{about, select, all {all} about {about {need, number} more of the} other {{need, number} more of the}} # {part, select, others {other skills} other {skills}} not met yet}}',
  'result.need.othersAbout':
    'about {need, number} more ({low, number} to {high, number}) of the {part, select, others {other skills} other {skills}}',
  'result.need.assumed':
    'That assumes you meet {left, plural, one {the one skill} other {{assumed, plural, one {one} other {about #}} of the # skills}} {mode, select, sheet {you left blank} other {I didn’t ask about}}.',
  'result.need.assumedFor':
    'The count for {level} assumes you meet {left, plural, one {the one skill} other {{assumed, plural, one {one} other {about #}} of the # skills}} {mode, select, sheet {you left blank} other {I didn’t ask about}}.',
  'result.need.othersVague':
    'some of the {part, select, others {other skills} other {skills}} (too few were rated to say how many)',
  'result.need.restNotAsked': 'What’s missing is in {core}; none of the other skills were rated.',
  'result.need.restMet': 'What’s missing is all in {core}; you meet everything else you rated.',
  'result.top': 'This is the top of the ladder. Your plan covers what’s still open at {level}.',
  'result.section.summary': 'Back to the result',
  'result.section.gaps': 'All gaps',
  'result.section.plan': 'Growth plan',
  'result.section.domains': 'By domain',
  'result.core.mark': 'core',
  'result.focus.step': '{from} → {to}',
  'result.focus.firstOf':
    'first of {steps, plural, one {# step} =2 {two steps} =3 {three steps} =4 {four steps} other {# steps}}',
  'result.focus.estimated': 'estimated; {to} expected',
  'result.focus.exercise': '<b>Do:</b> {text}',
  'result.focus.evidence': '<b>Show:</b> {text}',
  'result.focus.reached': '<b>Done when:</b> {text}',
  'result.focus.read': 'Read:',
  'result.swap': 'Not now: {skill}',
  'result.restore': 'Put {skill} back',
  'result.formerRule':
    'This result uses the previous rule (four in five skills). A new assessment uses the current one.',
  'result.otherRule': 'This result uses an earlier rule from the ladder. A new assessment uses the current one.',
  'result.open':
    'You skipped too many of the skills at {level} for me to tell whether you’ve reached that level as well.',
  'effort.days': 'a few days',
  'effort.weeks': 'a few weeks',
  'effort.quarter': 'about three months',

  'profile.summary': 'Your past results, your data, and how to delete it',
  'profile.option.code': 'The code from your other account; leave it empty to get one for this account',
  'profile.show.summary': 'Your results, and what changed between them',
  'profile.export.summary': 'Everything stored about you, as JSON, Markdown, and CSV',
  'profile.delete.summary': 'Delete everything stored about you (asks first)',
  'profile.title': 'Your history',
  'profile.none': 'No results yet. An assessment takes a few minutes, and only you can see the result.',
  'profile.newer.results':
    '{count, plural, one {# result was} other {# results were}} saved by a newer version of Rung, and this version can’t show {count, plural, one {it} other {them}}. Nothing is lost. Try again in a few minutes.',
  'profile.item': '{date}: {level}, {percent, number}% sure',
  'profile.item.between': '{date}: {level}, more likely {likelier} ({percent, number}%)',
  'profile.item.certain': '{date}: {level}, settled by your answers',
  'profile.item.domain': '{date}: {domain} only',
  'profile.item.early': '{date}: too early to tell',
  'profile.item.ready': '{date}: ready for {level}',
  'profile.item.notReady': '{date}: not ready for {level} yet',
  'profile.changed': 'Since {date}: {changes}.',
  'profile.changed.level': 'from {from} to {to}',
  'profile.changed.rule': 'a new rule for levels',
  'profile.changed.same': 'the same level',
  'profile.changed.up': '{count, plural, one {# skill higher} other {# skills higher}} ({names})',
  'profile.changed.down': '{count, plural, one {# skill lower} other {# skills lower}} ({names})',
  'profile.changed.gaps': '{after, plural, =0 {no gaps} one {# gap} other {# gaps}} instead of {before, number}',
  'profile.open': 'Result from {date}',
  'profile.action.export': 'Export my data',
  'profile.action.delete': 'Delete my data',
  'profile.export.text':
    'Here’s everything stored about you: your settings, any proposals you took part in, {results, plural, =0 {no results} one {# result} other {# results}}, and {sessions, plural, =0 {no assessment in progress} one {# assessment in progress} other {# assessments in progress}}.',
  'profile.delete.title': 'Delete everything?',
  'profile.delete.text':
    'This permanently deletes your settings{results, plural, =0 {} one {, # result} other {, # results}}{sessions, plural, =0 {} one {, # assessment in progress} other {, # assessments in progress}}{results, plural, =0 {{sessions, plural, =0 {} other {,}}} other {,}} and everything else stored about you.',
  'profile.delete.yes': 'Delete everything',
  'profile.delete.no': 'Cancel',
  'profile.delete.kept': 'Nothing was deleted.',
  'profile.deleted':
    'Deleted: your results, assessments, settings, and reminders in all your accounts. The record of proposals no longer includes your name or the reasons you gave. Messages already sent stay where they are.',

  'action.tryAgain': 'Try again',
  'action.assess': 'Assess yourself',
  'error.store':
    'I can’t save right now. I don’t know whether what you just did was saved, so check before you try again.',
  'error.newer.session':
    'Your <b>{role}</b> assessment was started by a newer version of Rung, and this version can’t open it. Nothing is lost. Try again in a few minutes.',
  'error.newer.settings':
    'Your settings were saved by a newer version of Rung, and this version can’t read them. Nothing is lost. Try again in a few minutes.',
  'error.assess.none':
    'There’s no such assessment in progress. It may have been finished or discarded, or it may have expired.',
  'error.assess.roleGone':
    'The role <b>{role}</b> is no longer in the ladder, so this assessment can’t continue. Your answers are saved in case the role returns; <u>assess cancel</u> discards them.',
  'error.assess.domainAndLevel': 'An assessment covers one domain or one level, not both. Which do you want?',
  'error.assess.whichRole': 'Which role do you mean by “{text}”?',
  'error.assess.whichRoleOfDomain': 'Which role do you want to assess yourself for in {domain}?',
  'error.assess.noScope': '{role} has no level or domain called “{text}”.',
  'error.assess.unknown':
    '“{text}” doesn’t tell me what to assess. Name a role, or a role with one of its levels or domains.',
  'error.assess.empty': '{role} has no requirements to assess.',
  'error.assess.rating': '“{value}” isn’t one of the answers for {skill}. Pick one of the statements.',
  'error.assess.noAnswers': 'There’s nothing to go on yet. Answer at least one question.',
  'error.assess.levelNotInRole': '{role} doesn’t have that level. Its levels: {levels}.',
  'error.evidence.long': 'That’s {length, number} characters; the limit is {most, number}.',
  'error.evidence.gone': 'That skill is no longer part of {role}, so your note or link wasn’t saved.',
  'error.profile.unknown':
    'I don’t know “{text}” here. Try <u>profile</u>, <u>profile gaps</u>, <u>profile settings</u>, <u>profile export</u>, <u>profile link</u>, or <u>profile delete</u>.',
  'error.profile.gone': 'That result no longer exists.',

  'form.choice': 'Type a number, or press Enter to keep the current choice.',
  'form.text': 'Type your text on one line.',
  'form.leave': 'Type <c>cancel</c> to leave without sending.',
  'form.left': 'Canceled. Nothing was sent.',
  'form.bad': '{most, plural, =1 {Type 1.} =2 {Type 1 or 2.} other {Type a number from 1 to #.}}',
  'form.long': 'That’s {length, number} characters; the limit is {most, number}.',
  'form.current': 'Current choice: {value}',
} as const
