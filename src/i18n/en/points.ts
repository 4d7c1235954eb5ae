/** Sentences about levels that are a sum of points, in English. */
export const pointsEn = {
  'points.rule':
    'Your level depends on your points: in each skill, your proficiency earns some, and each level takes a certain total. Skills you don’t rate earn none.',
  'points.rule.steps': 'Points by proficiency: {steps}.',
  'points.rule.own': 'Exceptions: {skills}.',
  'points.rule.levels': 'Points needed for each level of {role}: {levels}; {most, number} is the most you can earn.',
  'points.rule.answers':
    'Your level comes from your own answers about what you do today. Skills you skip earn no points.',
  'points.rule.target':
    'You’re ready for {level} if your skills earn at least {points, plural, one {# point} other {# points}}; {most, number} is the most they can earn.',
  'points.intro':
    'Here, your level depends on your points across all skills, so there’s no shortcut: <b>the sheet</b> asks about {skills, plural, one {the one skill} =2 {both skills} other {all # skills}} on {cards, plural, one {# card} other {# cards}}. <b>One domain</b> covers just the domain you pick and gives no overall level.',
  'points.intro.domain':
    'This covers only <b>{domain}</b> and shows the points its skills earn. It gives no overall level.',
  'points.intro.target':
    'This check also adds up points across all skills, so the sheet asks about {skills, plural, one {the one skill} =2 {both skills} other {all # skills}} on {cards, plural, one {# card} other {# cards}}.',
  'points.start': 'Open the sheet',
  'points.note.sheet':
    'In this ladder, your level depends on your points across all skills, so I ask about all of them on a sheet instead of one question at a time.',

  'points.takes':
    '{level} takes <b>{points, plural, one {# point} other {# points}}</b> across all skills; {most, number} is the most they can earn.',
  'points.takes.from': 'from {points, plural, one {# point} other {# points}}',
  'points.takes.two':
    '{from} takes {fromPoints, plural, one {# point} other {# points}}, and {to} takes {toPoints, plural, one {# point} other {# points}}.',
  'points.row': 'Points by proficiency: {steps}.',

  'points.title.soFar': '{role}: {level} so far',
  'points.bar':
    '{reached, select, yes {✓ {level} · } other {{level} · {points, number} of }}{needed, plural, one {# point} other {# points}}',
  'points.level':
    '{missing, plural, =0 {✓ {needed, plural, one {# point} other {# points}}} other {{needed, plural, one {# point} other {# points}}; # to go}}',
  'points.sum':
    '<b>Your answers earn {points, plural, one {# point} other {# points}}</b>, out of a possible {most, number} across all skills.',
  'points.sum.domain':
    '{domain}: <b>{points, plural, one {# point} other {# points}}</b>; {most, number} is the most it can earn.',
  'points.open':
    '{count, plural, one {The skill that you skipped or left blank earns} other {The # skills that you skipped or left blank earn}} nothing so far and could earn up to {points, plural, one {# point} other {# points}}: even then, your level would be <b>{level}</b> at most.',
  'points.open.same':
    '{count, plural, one {The skill that you skipped or left blank} other {The # skills that you skipped or left blank}} can’t change the result.',
  'points.missing':
    '<b>{missing, plural, one {# more point} other {# more points}} to {level}</b>, which takes {needed, number}.',
  'points.spare':
    '{level} takes {needed, plural, one {# point} other {# points}}; you have {spare, plural, =0 {exactly that} other {# more than that}}.',
  'points.top': 'This is the top of the ladder. Your plan covers what can still earn points.',
  'points.gain': '+{gain, plural, one {# point} other {# points}}',
  'points.steps.enough':
    '{count, plural, one {This step earns} other {These # steps earn}} {gain, plural, one {# point} other {# points}}: enough for {level}.',
  'points.steps.part':
    '{count, plural, one {This step earns} other {These # steps earn}} {gain, number} of the {missing, plural, one {# point} other {# points}} you’re missing for {level}. If you take the most rewarding steps first, it takes {steps, plural, one {# step} other {# steps}} in all.',
  'points.steps.short':
    '{count, plural, one {This step earns} other {These # steps earn}} {gain, number} of the {missing, plural, one {# point} other {# points}} you’re missing for {level}. The skills you rated can’t earn them all.',
  'points.gaps': 'What earns more points: mandatory skills first, then the most points for the least effort',
  'points.gaps.none': 'No skill you rated can earn more points.',
  'points.levels': 'By level: points',
  'points.domains': 'By domain: points',
  'points.of':
    '{points, number} of {most, number}{open, plural, =0 {} one {, # not answered} other {, # not answered}}',

  'points.item.soFar': '{date}: {level} so far, with some skills skipped or left blank',
  'points.home.soFar': 'As of {date}, with some skills skipped or left blank. Only you can see this.',
} as const
