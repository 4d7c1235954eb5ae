import { accountsEn } from './accounts.ts'
import { assessEn } from './assess.ts'
import { consoleEn } from './console.ts'
import { conversationEn } from './conversation.ts'
import { discordEn } from './discord.ts'
import { homeEn } from './home.ts'
import { picturesEn } from './pictures.ts'
import { proposalsEn } from './proposals.ts'
import { slackEn } from './slack.ts'

/**
 * Every sentence of the bot in English, in ICU message syntax. Tags: <b> strong, <i> emphasis, <c> text to type, <u> a command
 * to use, with the names of its declaration: <u>skills role:mle level:senior</u>, <u>profile link code:1</u>. The key names the
 * place; every language has the same keys.
 */
export const en = {
  ...accountsEn,
  ...assessEn,
  ...homeEn,
  ...slackEn,
  ...discordEn,
  ...consoleEn,
  ...picturesEn,
  ...proposalsEn,
  ...conversationEn,

  'proficiency.awareness': 'Awareness',
  'proficiency.working': 'Working',
  'proficiency.advanced': 'Advanced',
  'proficiency.expert': 'Expert',
  'proficiency.absent': 'nothing expected',

  // One letter each in a matrix. V is adVanced, because awareness has A.
  'letter.awareness': 'A',
  'letter.working': 'W',
  'letter.advanced': 'V',
  'letter.expert': 'E',

  'rubric.title': 'The four proficiencies',
  'rubric.awareness': 'you know what it is for, and have followed an example',
  'rubric.working': 'you do it alone in everyday cases',
  'rubric.advanced': 'you solve the hard cases and explain what goes wrong',
  'rubric.expert': 'others bring you the hardest cases, or you set how several teams do it',
  'rubric.most': 'Most of a statement, regularly, is enough.',

  'legend.mandatory': 'mandatory',
  'legend.rises': 'rises from the level below',

  'kind.role': 'role',
  'kind.skill': 'skill',
  'kind.domain': 'domain',

  'field.family': 'Family',
  'field.skills': 'Skills',
  'field.author': 'Author',
  'field.ladder': 'Ladder',
  'field.license': 'License',
  'field.source': 'Source',
  'field.version': 'Version',
  'field.skill': 'Skill',
  'field.mandatory': 'Mandatory',
  'field.keyDomains': 'Key domains',

  'page.of': 'Page {page, number} of {pages, number} ({count, number} in all).',

  'paging.page': 'Page {page, number} of {pages, number}',
  'paging.previous': 'Previous page',
  'paging.next': 'Next page',
  'paging.leftOut': '{count, plural, one {# more line does not fit here.} other {# more lines do not fit here.}}',
  'paging.choose': 'Choose one',

  'action.roles': 'All roles',
  'action.help': 'What can I ask?',
  'action.next': 'Next: {level}',
  'action.previous': 'Previous: {level}',
  'action.allSkills': '{count, plural, one {The skill} other {All # skills}}',
  'action.allChanges': '{count, plural, one {The change} other {All # changes}}',
  'action.about': 'About {role}',
  'action.changes': 'What has changed',
  'action.compare': '{from} → {to}',
  'action.wholeRole': '{role}, all levels',
  'action.wholeLevel': 'All of {level}',
  'action.allLevels': '{domain}, all levels',
  'action.inFull': '{step} in full',
  'action.everyLevel': 'Every level',
  'action.everywhere': '{skill} in every role',
  'action.nextPage': 'Next page',
  'action.previousPage': 'Previous page',

  'actions.levels': 'By level',
  'actions.domains': 'By domain',
  'actions.skills': 'By skill',
  'actions.roles': 'By role',
  'actions.statements': 'What it looks like in practice',
  'actions.statementsAt': 'What it looks like in practice, at',
  'actions.compareAt': 'At one level',

  'option.role': 'A role, such as ml-engineer',
  'option.level': 'A level, such as senior',
  'option.domain': 'A domain, such as security',
  'option.skill': 'A skill, such as pytorch',
  'option.compare': 'Another level or role to compare with',
  'option.search': 'Any words: the best matches in roles, skills and statements',
  'help.summary': 'How to use it, with examples',

  'skills.summary': 'What a role, a level or a skill expects',

  'usage.nothing.answer': 'All roles, and what you can ask',
  'usage.role.answer': 'What it is, and its levels in a line each',
  'usage.level.answer': 'What the level expects, domain by domain, and what is new since the level below',
  'usage.levelDomain.answer': 'Just that domain, with the behavior behind each expectation',
  'usage.levels.answer': 'What changes between the two',
  'usage.cell.answer': 'One skill at that level: proficiency and behavior; without the level, at every level',
  'usage.skill.answer': 'The skill in every role',
  'usage.twoRoles.answer': 'The two side by side: shared, higher, lower, only in one',
  'usage.search.answer': 'The best matches in roles, skills, domains and statements',
  'usage.help.answer': 'This list',

  'skills.help.title': 'What you can ask',
  'skills.help.note':
    'Names can be short (<c>mle</c>, <c>sr</c>, <c>k8s</c>), partial or misspelled. If one could mean several things, I’ll ask.',

  'skills.roles.title': 'Roles',
  'skills.roles.summary': '{count, plural, =0 {No roles yet} one {# role} other {# roles}}',
  'skills.roles.item':
    '<c>{slug}</c>, {skills, plural, one {# skill} other {# skills}} over {levels, plural, one {# level} other {# levels}}',
  'skills.roles.hint':
    'Ask for a role (<u>skills role:{role}</u>), one of its levels (<u>skills role:{role} level:{level}</u>), a skill, or any words. <u>skills search:help</u> shows everything.',

  'skills.role.summary':
    '{role}: {skills, plural, one {# skill} other {# skills}} over {levels, plural, one {# level} other {# levels}}',
  'skills.role.counts':
    '{skills, number} in {domains, plural, one {# domain} other {# domains}} over {levels, plural, one {# level} other {# levels}}: {requirements, plural, one {# requirement} other {# requirements}}{absent, plural, =0 {} one {, # cell with nothing expected} other {, # cells with nothing expected}}',
  'skills.role.levels': 'Levels',

  'mandatory.known': '{mandatory, number} of {requirements, plural, one {# requirement} other {# requirements}}',
  'mandatory.unknown':
    '{mandatory, plural, =0 {none known} one {# known} other {# known}}; for {mandatoryUnknown, number} more the source does not say',
  'mandatory.stated':
    '{stated, number} of {requirements, plural, one {# requirement} other {# requirements}} as the source states; it names {mandatory, number} of them',
  'mandatory.cell.true': 'Mandatory at this level.',
  'mandatory.cell.false': 'Not mandatory at this level.',

  'skills.level.summary': '{role}, {level}: {count, plural, =0 {nothing is expected} one {# skill} other {# skills}}',
  'skills.level.stack': '<b>Stack:</b> {stack}',
  'skills.level.count': '<b>{count, plural, one {# skill} other {# skills}}:</b> {steps}.',
  'skills.level.none': 'Nothing is expected.',
  'skills.all': 'all skills',
  'skills.more': '{count, number} more',
  'skills.moreDomains': '{count, plural, one {# more domain} other {# more domains}}',
  'skills.spread.all': 'all {proficiency}',
  'skills.level.changes': 'New since {below}',
  'skills.level.gained': '<b>New:</b> {names}.',
  'skills.level.raised': '<b>{count, number} higher:</b> {names}.',
  'skills.level.allRaised': '<b>All {count, number} are higher.</b>',
  'skills.level.allRise': '<b>All {count, number} are higher</b> than at {below}.',
  'skills.level.jumps': 'By more than one: {names}.',
  'skills.level.less': '<b>Less or no longer expected:</b> {names}.',
  'skills.level.same': 'The same skills and proficiencies as at {below}.',
  'skills.level.mandatory': '<b>Mandatory {sign}:</b> {names}.',

  'skills.levelDomain.summary': '{role}, {level}, {domain}: {count, plural, one {# skill} other {# skills}}',
  'skills.roleDomain.summary': '{role}, {domain}: {count, plural, one {# skill} other {# skills}}',

  'skills.levels.summary': '{role}, {from} to {to}: {changes, plural, =0 {no change} one {# change} other {# changes}}',
  'skills.levels.changes': 'What changes',
  'skills.levels.differences': 'What differs',
  'skills.levels.largest': 'The largest differences',
  'skills.levels.others': '<b>The others by domain:</b> {domains}.',
  'skills.levels.rest': '<b>{change}, by domain:</b> {domains}.',
  'skills.levels.counts': '<b>{counts}</b>; {same, plural, =0 {none stays} one {# stays} other {# stay}} the same.',
  'change.none': 'Nothing changes',
  'change.gained.count': '{count, number} gained',
  'change.raised.count': '{count, number} raised',
  'change.lowered.count': '{count, number} lowered',
  'change.dropped.count': '{count, number} dropped',
  'change.gained.title': 'Gained',
  'change.raised.title': 'Raised',
  'change.lowered.title': 'Lowered',
  'change.dropped.title': 'Dropped',

  'skills.row.summary': '{skill} for {role}: {row}',
  'skills.row.domain': 'Domain: <b>{domain}</b>',
  'skills.cell.summary': '{skill}, {role} {level}: {proficiency}',
  'skills.examples': 'Examples',
  'skills.cell.around': 'The levels beside it',

  'skills.skill.summary': '{skill}, in {roles, plural, =0 {no role} one {# role} other {# roles}}',
  'skills.skill.roles': '{count, plural, =0 {In no role yet} one {In # role} other {In # roles}}',

  'skills.domain.summary':
    '{domain}: {skills, plural, one {# skill} other {# skills}}, {roles, plural, =0 {no role} one {# role} other {# roles}}',
  'skills.domain.counts':
    '<b>{skills, plural, one {# skill} other {# skills}}</b>, used by {roles, plural, =0 {no role} one {# role} other {# roles}}.',
  'skills.domain.skills': 'Skills, each with what <b>{proficiency}</b> looks like',

  'skills.twoRoles.summary': '{first} and {second}: {count, plural, one {# skill} other {# skills}} compared',
  'skills.twoRoles.counts': '<b>{counts}</b>.',
  'skills.twoRoles.levels': 'Proficiencies over the levels both have: {levels}.',
  'standing.same.count': '{count, number} alike',
  'standing.higher.count': '{count, number} higher in {first}',
  'standing.lower.count': '{count, number} higher in {second}',
  'standing.mixed.count': '{count, number} higher now in one, now in the other',
  'standing.onlyFirst.count': '{count, number} only in {first}',
  'standing.onlySecond.count': '{count, number} only in {second}',
  'standing.same.title': 'Alike in both',
  'standing.higher.title': 'Higher in {first}',
  'standing.lower.title': 'Higher in {second}',
  'standing.mixed.title': 'Higher now in one, now in the other',
  'standing.onlyFirst.title': 'Only in {first}',
  'standing.onlySecond.title': 'Only in {second}',

  'skills.search.title': 'Found for “{text}”',
  'skills.search.titleIn': 'Found for “{text}” in {role}',
  'skills.search.summary': '{count, plural, one {# hit} other {# hits}} for “{text}”',
  'skills.choice.summary': '“{text}” can mean several things',
  'skills.choice.text': '“{text}” can mean several things. Which one?',
  'skills.readAs': 'I read “{typed}” as <b>{name}</b>.',

  'error.skills.noWords': 'I found no word in that. Name a role, a level, a domain or a skill.',
  'error.skills.unknown': 'I know no role, level, domain or skill called “{word}”, and no text has it.',
  'error.skills.unknownHere': 'I know no role, level, domain or skill called “{word}”. Without it I can show you this.',
  'error.skills.noRoleHas': 'No role has these together: {names}.',
  'error.skills.unknownNear': 'I know no role, level, domain or skill called “{word}”. Did you mean one of these?',
  'error.skills.levelNotInRole': '{role} has no level <b>{level}</b>. Its levels: {levels}.',
  'error.skills.skillNotInRole': '{role} expects no <b>{skill}</b> at any level.',
  'error.skills.domainNotInRole': '{role} has no skills in <b>{domain}</b>.',
  'error.skills.noSharedLevel': '{first} and {second} have no such level in common. Look at each by itself.',
  'error.skills.whichRole': 'Many roles have that level. Name the role too.',
  'error.skills.tooMany':
    'I can’t show all of these together: {names}. Name one or two roles, up to two levels, and one skill or domain.',
  'error.command.unknown': 'There is no command /{name}. I know <c>{commands}</c>.',
  'error.share': 'Only answers that everyone gets can be shared, so nothing was posted.',
  'error.input.long':
    'That’s {length, number} characters; I can read up to {most, number} at once. Please shorten it and try again.',
  'error.input.words':
    'That’s {words, number} words; I can read up to {most, number} at once. Please shorten it and try again.',
  'error.action.unreadable':
    'I can’t read that button; it may come from another version. Ask again and use the new one.',
  'error.action.gone': '<b>{name}</b> is no longer in the catalogue. Ask again to see what is there now.',
  'error.internal':
    'Something went wrong on our side. Nothing was lost. Tell whoever runs this bot the number <c>{id}</c>.',
} as const
