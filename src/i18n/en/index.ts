import { accountsEn } from './accounts.ts'
import { assessEn } from './assess.ts'
import { communityEn } from './community.ts'
import { consoleEn } from './console.ts'
import { conversationEn } from './conversation.ts'
import { discordEn } from './discord.ts'
import { exportEn } from './export.ts'
import { homeEn } from './home.ts'
import { laddersEn } from './ladders.ts'
import { newLadderEn } from './new-ladder.ts'
import { picturesEn } from './pictures.ts'
import { pointsEn } from './points.ts'
import { proposalsEn } from './proposals.ts'
import { rungEn } from './rung.ts'
import { slackEn } from './slack.ts'
import { tracksEn } from './tracks.ts'

/**
 * Every sentence of the bot in English, in ICU message syntax. Tags: <b> strong, <i> emphasis, <c> text to type, <u> a command
 * to use, with the names of its declaration: <u>skills role:mle level:senior</u>, <u>profile link code:1</u>. The key names the
 * place; every language has the same keys.
 */
export const en = {
  ...accountsEn,
  ...assessEn,
  ...exportEn,
  ...homeEn,
  ...slackEn,
  ...tracksEn,
  ...discordEn,
  ...consoleEn,
  ...newLadderEn,
  ...picturesEn,
  ...pointsEn,
  ...proposalsEn,
  ...conversationEn,
  ...communityEn,
  ...laddersEn,
  ...rungEn,

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

  'rubric.title': 'Proficiencies',
  'rubric.awareness': 'you know what the skill is for and have worked through an example',
  'rubric.working': 'you use the skill on your own in everyday cases',
  'rubric.advanced': 'you solve the hard cases and explain what goes wrong',
  'rubric.expert': 'people bring you the hardest cases, or you define how several teams use the skill',
  'rubric.most': 'A statement fits if you regularly do most of what it says.',

  'legend.mandatory': 'mandatory',
  'legend.rises': 'up from the level below',

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
  'paging.leftOut': '{count, plural, one {# more line doesn’t fit here.} other {# more lines don’t fit here.}}',
  'paging.choose': 'Choose one',

  'action.roles': 'All roles',
  'action.help': 'What can I ask?',
  'action.next': 'Next: {level}',
  'action.previous': 'Previous: {level}',
  'action.allSkills': '{count, plural, one {The skill} =2 {Both skills} other {All # skills}}',
  'action.allChanges': '{count, plural, one {The change} =2 {Both changes} other {All # changes}}',
  'action.about': 'About {role}',
  'action.learn': 'How to learn {skill}',
  'action.changes': 'What’s changed',
  'action.compare': '{from} → {to}',
  'action.wholeRole': '{role}, all levels',
  'action.wholeLevel': 'All of {level}',
  'action.allLevels': '{domain}, all levels',
  'action.inFull': '{step}: full text',
  'action.everyLevel': 'Every level',
  'action.everywhere': '{skill} in every role',
  'action.nextPage': 'Next page',
  'action.previousPage': 'Previous page',

  'actions.levels': 'By level',
  'actions.domains': 'By domain',
  'actions.skills': 'By skill',
  'actions.roles': 'By role',
  'actions.statements': 'What it looks like in practice',
  'actions.statementsAt': 'What it looks like in practice, by level',
  'actions.compareAt': 'Compare at one level',

  'option.role': 'A role, such as ml-engineer',
  'option.level': 'A level, such as senior',
  'option.domain': 'A domain, such as security',
  'option.skill': 'A skill, such as pytorch',
  'option.compare': 'Another level or role to compare with',
  'option.search': 'Any words, to find the best matches in roles, skills, domains, and statements',
  'help.summary': 'How to use this command, with examples',

  'skills.summary': 'Look up what’s expected for a role, level, or skill',

  'usage.nothing.answer': 'All roles, and what you can ask',
  'usage.role.answer': 'What the role is, and each level in one line',
  'usage.level.answer': 'What the level expects, domain by domain, and what’s new compared with the level below',
  'usage.levelDomain.answer': 'Just that domain, with the behavior behind each expectation',
  'usage.levels.answer': 'What changes between the two levels',
  'usage.cell.answer': 'That skill at that level: proficiency and behavior (leave out the level to see every level)',
  'usage.skill.answer': 'The skill in every role',
  'usage.twoRoles.answer': 'The two roles side by side: what’s the same, higher in one, or only in one',
  'usage.search.answer': 'The best matches in roles, skills, domains, and statements',
  'usage.help.answer': 'This list',

  'skills.help.title': 'What you can ask',
  'skills.help.note':
    'Names can be short (<c>mle</c>, <c>sr</c>, <c>k8s</c>), partial, or misspelled. If one could mean several things, I’ll ask.',

  'skills.roles.title': 'Roles',
  'skills.roles.summary': '{count, plural, =0 {No roles yet} one {# role} other {# roles}}',
  'skills.roles.item':
    '<c>{slug}</c>, {skills, plural, one {# skill} other {# skills}} across {levels, plural, one {# level} other {# levels}}',
  'skills.roles.hint':
    'Ask about a role (<u>skills role:{role}</u>), one of its levels (<u>skills role:{role} level:{level}</u>), or a skill. You can also just type any words; <u>skills search:help</u> shows everything you can ask.',

  'skills.role.summary':
    '{role}: {skills, plural, one {# skill} other {# skills}} across {levels, plural, one {# level} other {# levels}}',
  'skills.role.counts':
    '{skills, number} in {domains, plural, one {# domain} other {# domains}} across {levels, plural, one {# level} other {# levels}}: {requirements, plural, one {# requirement} other {# requirements}}{absent, plural, =0 {} one {, # blank cell} other {, # blank cells}}',
  'skills.role.levels': 'Levels',
  'skills.role.counted':
    '{levels, plural, one {# level} other {# levels}}, {skills, plural, one {# skill} other {# skills}} in {domains, plural, one {# domain} other {# domains}}',

  'mandatory.known': '{mandatory, number} of {requirements, plural, one {# requirement} other {# requirements}}',
  'mandatory.unknown':
    '{mandatory, plural, =0 {none marked} one {# marked} other {# marked}}; not specified for {mandatoryUnknown, plural, one {# requirement} other {# requirements}}',
  'mandatory.stated':
    '{stated, number} of {requirements, plural, one {# requirement} other {# requirements}}, according to the source ({mandatory, plural, =0 {none of them named} one {# of them named} other {# of them named}})',
  'mandatory.cell.true': 'Mandatory at this level.',
  'mandatory.cell.false': 'Not mandatory at this level.',
  'mandatory.at':
    'Mandatory: {places}{unstated, plural, =0 {} one {; not specified for # other level} other {; not specified for # other levels}}.',
  'core.in': '{skill} is part of the core of {roles}.',
  'core.none': 'There is no core here: all skills count the same.',
  'core.nowhere': '{skill} isn’t part of the core of any role.',
  'core.notIn': '{skill} isn’t part of the core of {role}.',
  'mandatory.unstated': 'The ladder doesn’t say whether this skill is mandatory.',
  'mandatory.nowhere': 'This skill isn’t mandatory in any role.',
  'mandatory.noneIn': '{role} doesn’t make this skill mandatory at any level.',

  'skills.level.summary': '{role}, {level}: {count, plural, =0 {nothing is expected} one {# skill} other {# skills}}',
  'skills.level.stack': '<b>Stack:</b> {stack}',
  'skills.level.count': '<b>{count, plural, one {# skill} other {# skills}}:</b> {steps}.',
  'skills.level.none': 'Nothing is expected at this level.',
  'skills.all': 'all skills',
  'skills.more': '{count, number} more',
  'skills.moreDomains': '{count, plural, one {# more domain} other {# more domains}}',
  'skills.spread.all': 'all {proficiency}',
  'skills.level.changes': 'Changes from {below}',
  'skills.level.gained': '<b>New:</b> {names}.',
  'skills.level.raised': '<b>{count, number} higher:</b> {names}.',
  'skills.level.allRaised': '<b>All {count, number} skills are higher.</b>',
  'skills.level.allRise':
    '<b>{count, plural, one {The one skill here is} =2 {Both skills are} other {All # skills are}} higher</b> than at {below}.',
  'skills.level.jumps': 'Up more than one step: {names}.',
  'skills.level.less': '<b>Lower or no longer expected:</b> {names}.',
  'skills.level.same': 'The same skills and proficiencies as at {below}.',
  'skills.level.mandatory':
    '<b>Mandatory {sign}:</b> {names}{unstated, plural, =0 {} one {; the ladder doesn’t say whether the other one is} other {; the ladder doesn’t say whether the other # are}}.',

  'skills.levelDomain.summary': '{role}, {level}, {domain}: {count, plural, one {# skill} other {# skills}}',
  'skills.roleDomain.summary': '{role}, {domain}: {count, plural, one {# skill} other {# skills}}',

  'skills.levels.summary': '{role}, {from} to {to}: {changes, plural, =0 {no change} one {# change} other {# changes}}',
  'skills.levels.changes': 'What changes',
  'skills.levels.differences': 'What differs',
  'skills.levels.largest': 'The largest differences',
  'skills.levels.core': 'Changes in the core of {role}',
  'skills.levels.largestOthers': 'The largest changes outside the core',
  'skills.levels.less': 'Less, or nothing, expected',
  'skills.twoRoles.main': 'The main differences, core skills first',
  'skills.levels.others': '<b>The others, by domain:</b> {domains}.',
  'skills.twoRoles.both': 'Skills in both {first} and {second}',
  'skills.twoRoles.onlyFirst': 'In {first}, but not in {second}',
  'skills.shared.title': 'Skills that all roles have',
  'skills.own.title': 'Skills that only {role} has',
  'skills.twoRoles.part': '{count, plural, =0 {None.} one {# skill.} other {# skills.}}',
  'skills.twoRoles.noneIn': 'Neither role has a skill in <b>{domain}</b>.',
  'skills.twoRoles.nothingIn': 'Neither role expects anything in <b>{domain}</b> here.',
  'skills.levels.rest': '<b>{change}, by domain:</b> {domains}.',
  'skills.levels.counts': '<b>{counts}</b>; {same, plural, =0 {none stay} one {# stays} other {# stay}} the same.',
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
  'skills.cell.around': 'Neighboring levels',

  'skills.skill.summary': '{skill}, in {roles, plural, =0 {no role} one {# role} other {# roles}}',
  'skills.skill.roles': '{count, plural, =0 {In no role yet} one {In # role} other {In # roles}}',

  'skills.domain.summary':
    '{domain}: {skills, plural, one {# skill} other {# skills}}, {roles, plural, =0 {no roles} one {# role} other {# roles}}',
  'skills.domain.counts':
    '<b>{skills, plural, one {# skill} other {# skills}}</b>, used by {roles, plural, =0 {no role} one {# role} other {# roles}}.',
  'skills.domain.skills': 'Skills, and what <b>{proficiency}</b> looks like for each',
  'skills.step.summary': '{role} · {level}: {count, plural, one {# skill} other {# skills}} at {proficiency}',
  'skills.step.count':
    '{level} expects <b>{proficiency}</b> in {count, plural, =0 {no skills} one {# skill} other {# skills}}.',
  'skills.levelNames':
    '{count, plural, one {# level} other {# levels, lowest first}}{roles, plural, one {} =2 {, the same in both roles} other {, the same in all # roles}}.',
  'skills.domains':
    'A domain is a group of related skills. The ladder has {skills, plural, one {# skill} other {# skills}} in {domains, plural, one {# domain} other {# domains}}.',
  'skills.domains.title': 'Domains',
  'skills.learning.exercises': 'One exercise for each proficiency',
  'skills.learning.none': 'The ladder has no exercises or links for this skill.',

  'skills.twoRoles.summary': '{first} and {second}: {count, plural, one {# skill} other {# skills}} compared',
  'skills.twoRoles.counts': 'Of {total, plural, one {# skill} other {# skills}}: <b>{counts}</b>.',
  'skills.twoRoles.levels': 'Proficiency at the levels both roles share: {levels}.',
  'standing.same.count': '{count, number} the same',
  'standing.higher.count': '{count, number} higher in {first}',
  'standing.lower.count': '{count, number} higher in {second}',
  'standing.mixed.count': '{count, plural, one {# varies} other {# vary}} by level',
  'standing.onlyFirst.count': '{count, number} only in {first}',
  'standing.onlySecond.count': '{count, number} only in {second}',
  'standing.same.title': 'The same in both',
  'standing.higher.title': 'Higher in {first}',
  'standing.lower.title': 'Higher in {second}',
  'standing.mixed.title': 'Varies by level',
  'standing.onlyFirst.title': 'Only in {first}',
  'standing.onlySecond.title': 'Only in {second}',

  'skills.search.title': 'Results for “{text}”',
  'skills.search.titleIn': 'Results for “{text}” in {role}',
  'skills.search.summary': '{count, plural, one {# result} other {# results}} for “{text}”',
  'skills.choice.which': 'Which role do you mean?',
  'skills.choice.one': 'Which one do you mean?',
  'skills.choice.summary': '“{text}” can mean several things',
  'skills.choice.text': '“{text}” can mean several things. Which one?',
  'skills.readAs': 'Showing <b>{name}</b> for “{typed}”.',

  'error.skills.noWords': 'I didn’t find any words in that. Name a role, a level, a domain, or a skill.',
  'error.skills.unknown':
    'I don’t know a role, level, domain, or skill called “{word}”, and nothing in the ladder mentions it.',
  'error.skills.unknownHere':
    'I don’t know a role, level, domain, or skill called “{word}”. Leaving that out, I can show you this.',
  'error.skills.noRoleHas': 'No role combines these: {names}.',
  'error.skills.unknownNear':
    'I don’t know a role, level, domain, or skill called “{word}”. Did you mean {count, plural, one {this} other {one of these}}?',
  'error.skills.levelNotInRole': '{role} doesn’t have a level called <b>{level}</b>. Its levels: {levels}.',
  'error.skills.skillNotInRole': '{role} doesn’t include <b>{skill}</b>.',
  'error.skills.domainNotInRole': '{role} has no skills in <b>{domain}</b>.',
  'error.skills.noSharedLevel': '{first} and {second} don’t share that level. Look at them one at a time.',
  'error.skills.whichRole': 'Several roles have that level. Name the role too.',
  'error.skills.oneLevel': 'I compare two roles at one level. At which one?',
  'error.skills.tooMany':
    'I can’t show all of that at once: {names}. Try one or two roles, up to two levels, and one skill or domain.',
  'error.command.unknown': '/{name} isn’t a command. Try <c>{commands}</c>.',
  'error.share': 'I can only share answers that are the same for everyone, so I didn’t post anything.',
  'error.input.long':
    'That’s {length, number} characters; I can read up to {most, number} at once. Please shorten it and try again.',
  'error.input.words':
    'That’s {words, number} words; I can read up to {most, number} at once. Please shorten it and try again.',
  'error.action.unreadable': 'That button or form is out of date. Ask again to get a fresh one.',
  'error.action.gone': '<b>{name}</b> is no longer in the ladder. Ask again to see what’s there now.',
  'error.internal':
    'Something went wrong. Please try again. If it keeps happening, give this reference to whoever runs Rung: <c>{id}</c>.',
} as const
