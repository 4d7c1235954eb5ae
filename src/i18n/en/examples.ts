/**
 * Questions in English as people ask them, by the view that answers them: one a line, with `{role}`, `{level}`, `{domain}`, `{skill}` or
 * `{proficiency}` for names. Questions are read by them too, so that words that no phrase has are understood.
 */
export const examplesEn = {
  roles: `
    a recruiter friend swears you only have three tiers whereas i counted five on a slide who is correct
    all five levels on one page just their names
    any other ladders besides {role}
    anything above {level}
    are there different levels for each role or the same everywhere
    are there ranks between {level} and {level}
    as an ex dba who stumbled into ai i am torn about which of these titles describes me best
    available roles
    before i commit to anything it d be good to see the full menu of careers on offer here
    can i see all the career tracks you have got
    can not decide between data and models what should i be
    catalog of occupations
    colleagues throw around titles such as {role} and {role} person i would appreciate knowing which ones are official
    could someone lay out the whole hierarchy for me from the greatest newcomer right up to the top
    could you show me the full set of professions you cover please
    count of levels
    count of roles levels
    data or {role} can not choose lol
    do i need {skill} to be a {level}
    do not know which path is me
    do we have only engineers in there or which else
    do you cover anything besides {role}
    do you have a level above {level} for people who do not want to manage
    do you have a track for people that look after {skill} and deployments
    do you have anything for frontend devs or just {role}
    do you only do {role} or also {role}
    do you only do {role} people or also data folks
    does {level} exist here as a rank of its own or is it same as {level}
    every role has the same five stages right
    for a slide titled our profession at a glance i want every seat at the table named in order
    for which jobs does this ladder exist
    four roles or five colleague and i have a bet
    give me an overview of the whole ladder
    give me an overview of this whole ladder thing
    grades
    hi i just joined from a bank and i am trying to understand what career tracks are available
    highest level
    highest you can go
    how is the ladder laid out from bottom to top
    how is the whole thing structured from bottom to top
    how many levels are there
    how many levels are there between {level} and {level}
    how many roles are in the ladder
    how many roles are there
    how many roles do you know about
    how many rungs are on this thing
    how many rungs are there
    how many rungs total
    how many skills does the ladder have
    i am a {domain} dev thinking of joining the ai team where would i land
    i am a {domain} dev which role fits me best
    i am a {domain} dev who likes statistics where would i fit best
    i am a {domain} dev with 5 years exp where would i fit
    i am an analyst who loves {skill} and dashboards and i have no idea which of these jobs i should pick
    i am brand new and a bit lost what positions and grades are there in the first place
    i am fond of tinkering with language models but hate on call so i wonder which of your paths would make me happy
    i am good with {domain} and hate maths which of these jobs would fit me
    i build chatbots for a living which of your tracks is mine
    i come from statistics bit of python where would i belong
    i come from {domain} dev 6 yrs of java what could i become here
    i do a bit of models and a bit of deployment which title describes me
    i enjoy talking to chatbots and hacking {skill} is there a seat for me
    i have been a jack of all trades for six years and can not tell which of the tracks i belong on
    i joined last monday and nobody has shown me which job tracks this community actually distinguishes
    i like messing with {skill} and hate math where do i belong
    i like {skill} and dashboards which track fits
    i might change jobs and love {domain} stuff what would you say i am
    i studied physics want into ai somehow which door do i take
    is associate a level
    is there any other role besides {role}
    is there anything above {level}
    is there such a thing as {level} or is it {level} straight to {level}
    is {level} a step of its own or the same as {level}
    is {level} engineer one of the grades or is it the same as {level}
    is {level} really the ceiling or does the road carry on beyond that
    is {level} same as {level}
    is {level} same as {level} here
    is {role} the only role
    is {skill} expected of a {level}
    kindly enumerame what professions you describe since the landing page left me none the wiser
    ladder overview
    list all positions please
    list all roles
    list all the levels
    list every role please
    list levels
    list of positions please
    list roles
    list the levels
    list the roles
    my background is half statistics half plumbing between systems where in your scheme would somebody like me fit
    my colleague said there are 4 specialisations now which ones
    my company hires for all sorts of jobs which ones are described in your ladder
    my daughter studies maths and wants into ai which of your jobs should she look at
    name the grades in ascendido order
    not sure if i am more of an {role} or an ai person help me choose
    only four tracks thought more
    only {role} here or are there ladders for designers as well
    our hr partner has asked for the number of grades in the framework and i promised her an answer by noon
    overview of all positions and seniorities
    pick a role for me i enjoy training models but also {skill} {skill}
    picture a physics graduate who writes decent python and loves clean {skill} which hat should she wear in your taxonomy
    preparing an onboarding slide need the names of all tracks and seniority tiers
    roles
    roles available kindly
    show all the seats
    show levels
    show me all roles
    show me everything you have from bottom to top
    show me the ladder as a whole
    so it goes {level} {level} {level} and then what
    so what can one be in this community career wise
    so what is my options as a software dev which of your roles
    somebody in the hallway mentioned {level} and honestly i have no clue where that rung sits among the others
    tell me the names of each role and each level
    tell me which positions you know about
    there is talk of a data scientist track floating around so which tracks have you really got
    titles you have
    we are drawing an org chart this afternoon and i need the official list of positions you folks recognise
    what are the titles
    what career paths are there
    what comes above {level}
    what comes after {level}
    what comes after {level} is there anything above {level}
    what comes first {level} or {level} and then
    what do you expect from a {level}
    what grades are there
    what is the highest grade one can have
    what is the highest you can go
    what is the level above {level}
    what job families are supported
    what jobs are in the ladder
    what jobs are on this ladder
    what jobs do you have in here
    what jobs you got in here
    what kinds of engineers are described
    what kinds of engineers are there anyway
    what levels are there
    what levels are there and in what order do they come
    what positions do you have
    what roles are on the ladder
    what roles are there
    what roles can i look at
    what roles do you have
    what s the highest level
    what seniority levels do you have
    what steps does a career have here
    what titles exist
    where do data scientists fit among your tracks
    where does everyone start and where does it top out
    where does the ladder begin and where does it end
    which career is right for me
    which career path would be the best fit for someone with a statistics background
    which career tracks could one pick from
    which career tracks exist
    which careers does this thing have
    which engineers are included
    which engineers do you cover
    which jobs does the ladder cover
    which ladders do you have
    which level is above {level}
    which levels can an {role} have
    which levels exist
    which profile goes best with somebody keen on {skill} and storage
    which role is closest to a {domain} developer
    which role should know the most about {skill}
    which roles are ther
    which roles are there
    which roles do you cover
    which roles do you have
    which roles do you know
    which roles exist
    which track would you suggest to a guy who loves {skill} and dashboards
    who is in here besides {role} any frontend or mobile people
    who is on this ladder
    who is this ladder for
    whole tree please
    would i need {skill} for {level}
    {domain} guy where do i belong
  `,
  role: `
    a newcomer asked what an {role} does all round where do i send him
    after ten years of {domain} i am flirting with {role} so tell me the long and short of it
    all 58 skills please just the list
    all skills
    areas
    as somebody {skill} future {role} colleagues i would like their matrix opened in full rather than slice by slice
    can i see my role as a whole and not only one level
    can you explain what is an {role} in this company
    can you show me the {role} role please
    can you tell me a bit about the {role} role i am thinking of switching
    considering a switch to the {domain} side so what is that role made of
    could you introduce me to {role} as a profession
    could you unroll everything you hold on the {role} across every stage of seniority
    de role full page
    describe the {role} engineering job in general
    describe the {role} for me please whole thing
    describe {role}
    describe {role} my mom
    do i need to know {skill}
    do i really have to learn {skill}
    domains
    expectations for {role}
    give everything you have on the {role} position
    give me an overview of {role}
    give me the big picture for people {proficiency} on data platforms {role} i mean
    give me the list of domains thx
    how about a one paragraph intro to {role} as a profession
    how can i get promoted to {level}
    how do i get to {level}
    how is the {role} position defined
    how is the {role} role structured
    how many domains in total
    how many levels are there
    how many levels does the ladder have
    how many rungs are there from bottom to top
    how many skills are there
    how many skills are there in all
    how many skills does an {role} need
    how many skills does the {role} profile have in total
    i am a product manager can you explain in two sentences what an {role} does here
    i am hr and i have to write two pages about the {role} what is in it altogether
    i am in sales and need to get what our {role} are show me the profile of that role
    i am interviewing the {role} folks for our podcast so give me the grand tour of their profession
    i am {skill} a job ad and need a general outline of the {domain} position any seniority
    i got offered an {role} job what would i be in for
    i have an interview with an {role} candidate tomorrow brief me about the role
    i have got an interview panel next week for {role} and i want to see the whole profile top to bottom
    i have read bits about the {domain} crowd here and there yet never the entire profile in one place
    i keep hearing the term {role} and honestly it sounds made up explain
    i might apply for {role} what is that job about
    i was offered a transfer into {role} and would love a summary of that profession first
    i would be grateful for a complete rundown on the {role} track before my chat with the director tomorrow
    i would like to introduce our {role} at an open day what is their job about
    in a nutshell who is this mysterious {role} you keep listing and what is under the bonnet
    is a {role} only a {domain} developer who likes {skill}
    is an {role} just a data scientist who codes
    is an {role} really just a {domain} dev with {skill}
    is not an {role} simply {domain} with models
    is {role} the one who trains the models give me details of that role
    is {skill} a core skill
    let us zoom out from my own grade i am after the general description of the {domain} career
    levels
    levels in {domain}
    levels please
    list of all the skills please
    list of the levels for {role} with short description
    list the domains please
    list the levels please
    my daughter asked me what a {role} is and i could not answer lol
    my daughter wants to be a {role} and i have no clue what those people do
    my friend considering the {role} role got a profile i can forward to her
    my niece asks what an {role} does for a living and i fumbled it paint me the full portrait
    my partner thinks an {role} is just a fancy prompt typist arm me with the full facts
    need de summary for a job post
    never heard of {role} before joining who are these people
    never heard of {role} explain
    new in {domain} team brief me
    nobody at my old firm had {role} people which leaves me curious about what that whole occupation amounts to
    number of levels
    ok so {role} what is that
    open role ai
    open the page for {role} engineer
    people keep calling me an {role} and i have yet to grasp what the label entails altogether
    prepping talk on {role} role give me all
    show all domains
    show me every skill there is
    show me the big board for ai engineering with all the skills against all the grades please
    show me the ladder for {role} from bottom to top
    show {role}
    sir please explain complete role of {role}
    so what does {role} people do
    starting in the {role} team next month and i would love the whole picture of that job top to bottom
    tell me about the {role}
    tell me about the {role} role
    tell me about {role}
    tell me all about the {role}
    the board wants a one page overview of {role} as a species where do i begin
    the whole {role} ladder all five levels in one view
    the whole {role} track at a glance
    the {role} all five levels on one page
    this {role} thing is it just {domain} with another hat show me what it is
    tools for {level}
    total number of skills
    walk me through the ai engineering profession from a to z
    we might open a {domain} seat in lisbon i want to study that position in its entire first
    what are all the levels called for {role}
    what are all the skills of a {role}
    what are the levels for {role}
    what are the seniority steps called
    what areas are skills grouped into
    what areas is the role split into
    what areas make up the job of an {role}
    what changes between {level} and {level}
    what do you expect from a {role}
    what do you have regarding the {role} track
    what does a product manager do
    what does a {role} do
    what does a {role} do here in general
    what does a {role} even do
    what does a {role} even do all day lol
    what does an {role} do
    what does an {role} have to know
    what does an {role} need that a data scientist would not
    what does the job of an {role} consist of in total
    what is a {role}
    what is an {role} anyway
    what is an {role} as you understand it
    what is expected of an {role}
    what is in the {role} ladder
    what is the mission of the {role} people
    what is the {role} lot like in this framework from cradle to crown
    what is this role with {domain} in brackets all about
    what is {role} about
    what is {role} as job
    what kind of work falls to {role}
    what levels are there
    what purpose does an {role} serve in a product team
    what s expected of a {role}
    what separates a {level} from a {level}
    what should an {role} know
    what skills does a {role} need
    what skills does the {role} role need
    what sort of work falls to {role} in this ladder
    what stands between me and {level} level
    what the hell does an {role} person actually do
    what would i be getting into as an {role} engineer
    which areas does the {role} role cover
    which expectations are there for a {level}
    which skills belong to an {role} from bottom to top
    which skills does only the {role} have
    who counts as an {role}
    who is the {role} in a nutshell
    who looks after {skill} and {skill} the {role} tell me what that role is
    would like to read up on {role} as an occupation
    {level} or {level} what changes
    {role}
    {role} new title wtf is it
    {role} plumber details
    {role} requirements
    {role} who is it
    {role} {domain} for models what is in the role
  `,
  level: `
    a colleague claims that {level} only draw boxes and arrows what is truly on their sheet for data
    a guy on my team thinks he is {level} material in {role} against what do i hold him
    a new hire joined as {level} {role} onboarding plan is on me what are they meant to be able to do already
    an engineer of mine claims to be at {level} level already ai what evidence would i look for
    as a newly minted {level} what am i on the hook for
    as a {level} i am {skill} feedback for somebody at {level} on the {role} side what is the bar
    at my company nobody ever wrote down what a {level} {role} is there for did you
    at what standard would the community hold a seasoned {role} across the board
    bar for {level}
    before i interview a {level} {role} i want to read up on what they are supposed to handle
    before the review round i want a tick list of everything a {level} grade {role} ought to deliver
    boss wants {level} {role} criteria
    could i have the entire bar for an {role} {level} all areas included on a single screen
    could you please list the expectations for a {level} {role}
    could you walk me through what a {level} on the platform ops side of {role} must deliver and master
    describe the {level} role
    describe the {level} {role} for me
    do not get it is {level} a manager
    does anything in here say what a {level} in {role} should be doing for the team
    duties {level} {role}
    everything a {level} {role} needs in one list
    expectations 4 {level}
    expectations for a {level} {role}
    expectations for {level}
    expectations for {level} {role}
    expectations {level} {role}
    give me an overview of the {level} {role} level
    give me the full expectations of {level} {role} grouped by area
    give me the job profile for a {level} {role} engineer sir
    got hired as {level} {role} now what is on my plate
    got promoted to {level} yesterday so what do people expect of me now
    hey could you tell me what a {level} engineer is supposed to know
    hey i just moved to the {role} team as a {level} what should i be good at
    hey our new grad asked what the bar is for her at {level} {role} what do i hand her
    hey so i just got promoted to {level} what am i supposed to be able to do now
    hi sorry for the dumb question but what exactly is a {level} supposed to know
    hiring a {level} {role} what is a decent one look like
    honestly what does being a {level} {role} involve beyond fixing broken loads at dawn
    how good does a {level} {role} have to be at everything basically
    how good does a {level} {role} have to be overall across the board
    how good does one have to be overall to count as a {level} {role}
    how good is a {level} {role} supposed to be
    how high is the bar set for {level} folks in {role} across the board
    how many experts does it take for a {level} {role}
    how many skills does a {level} need
    how many skills does a {level} {role} need
    how many skills for a {level}
    how many {proficiency} skills does a {level} {role} need
    i am a {level} {role} now remind me what i am measured against
    i am at the {level} step in ai remind me of what is required from people like me
    i am confused {level} is it two levels or one
    i am starting as a {level} on monday what will you expect of me
    i am stepping into a {level} {role} seat on monday nervous what will be asked of me there
    i coach two youngsters on the {domain} team and would hate to ask too much of a beginner
    i come from academia and was hired as an {level} what do i have to know
    i d like to see the {level} {role} level
    i got bumped to {level} {role} last week and frankly i am terrified of what people will now demand of me
    i have just been hired as a {level} {role} what will people count on me for
    i just got promoted to {level} last week what am i supposed to be able to do now
    i just inherited two {level} on the data side what am i entitled to demand of them
    i just joined as a {level} what should i be able to do
    i manage a {level} {role} what should she be able to do by herself
    i need a printable list of all that a {level} {role} should master for my 1 1
    i need the yardstick for a {level} {role} as the committee will measure my colleague by it on friday
    i run a community of data people what does {level} stand for in your model
    i start as a {level} {role} on monday what will people expect of me
    i start monday as an {level} engineer and i am kind of nervous what do people expect
    i was just hired as a {level} what now
    i would like to see the entire sheet for the lowest rung in ai engineering
    if a {level} {role} can not write window functions and {skill} models is that a problem what does the ladder say they do
    if i hire somebody at {level} in {role} what will i be getting
    if someone wears the {level} badge in {domain} what obligations come with the territory
    in fairness to a rookie on my {role} squad i would better know what she is and is not on the hook for
    is a {level} {role} supposed to know everything what is on the list
    is there a list of everything a {level} {role} person is supposed to handle
    is there a sheet with all the skills of a {level} {role} and how deep each one goes
    kindly share the complete duties of a {level} {role}
    list all that a {level} {role} should know required and nice to have alike
    list every skill where {level} {role} need {proficiency}
    list of expectations level 3 {domain}
    my boss calls me {level} but i have no clue what that means in your terms
    my boss says i am a {level} now lol what does that mean for me
    my buddy is a {level} in {role} and thinks he is being overworked what does the book say he owes
    my friend is a {level} and wants to know what he should know
    my manager said act like a {level} whatever that means for {role} folk so please spell it out
    my manager says i am not acting like a {level} what does acting like a {level} {role} involve then
    my new {level} {role} what can i count on
    my skip level asked me what does a {level} actually do all year and i had no answer help
    need a checklist i can tick off for {level} {role}
    one of my reports is a {level} and keeps asking what do you want from me where can i point him he does {role}
    our client ordered one {level} {role} what will such a person handle without help
    performance talk on friday with a {level} {role} which criteria do i bring
    please describe the lead stage of the data track in full
    please give me the complete picture of what being a {level} {role} entails
    please to explain me what company wants from a {level} in {role}
    prepping for an internal interview {role} {level} what will they probably want me to demonstrate
    required skills for {level} {role}
    requirements for {level}
    requirements for {level} please
    requirements for {level} {role}
    requirements {level} {role}
    requisitos {level} {role}
    responsibilities of a {level} {role}
    say i get the {level} {role} title tomorrow what will people count on me for
    show me each requirement a {level} {role} has to fulfil not just the highlights
    show me the grade card {role} {level}
    show me the {level}
    show me {level} {role}
    show {level}
    skills at {proficiency} for {level} {role}
    skills for a {level} {role}
    skills where {proficiency} is required of a {level} {role}
    so like what am i meant to know as a {level} person
    so they made me {level} last week lol what did i sign up for
    so what do you actually want from me as a {level}
    so what does {level} really mean over in the ai engineering track in terms of duties
    so what is expected at {level}
    somebody joins us at {level} in {role} on monday what can i reasonably expect of her
    spell out the whole bar for a {level} {role} for me would you
    suppose i hire a {level} for the {skill} crew what responsibilities should she be carrying from day one
    tell me about the {level} level
    tell me about {level} {role}
    tell me everything about {level}
    tell me what a good {level} {role} looks like
    tell me what {level} means
    the bar for {level} in ai engineering
    the duties of an experienced {role} in our guild are a blur to me enlighten me would you
    the scope of a {level} {role} in full
    they ve handed me the {level} title in {role} without a manual and i could use one
    to my mind our {level} {role} just attends meetings what is he supposed to bring to the table
    top tier of {role} what does it take
    we are hiring a {level} {role} dev what may we reasonably demand of them on paper
    we are interviewing a {level} next week what should they be able to do
    we have appraisal on friday and i must judge a {level} {role} fairly against what exactly
    we have got a {level} {role} arriving thursday what can i reasonably count on her to handle
    what am i signing up for as a {level}
    what am i supposed to be capable of after two years as an {role} roughly {level} i guess
    what are my obligations as a {level} {role}
    what can i expect from the new {level} starting monday
    what counts as doing the job properly when you are a {level} {role}
    what counts towards being {level}
    what do they want from a {level} engineer
    what do you expect from a {level}
    what do you expect from a {level} {role}
    what do {level} have to be able to do
    what do {level} have to be good at
    what do {level} in the ai track have to deliver
    what does a {level} need as a {role}
    what does a {level} {role} have to do
    what does a {level} {role} need to know
    what does being a {level} involve
    what does it mean to be a {level} engineer
    what is a person in the very first grade of {role} trusted with
    what is a {level} dev
    what is a {level} not expected to know
    what is a {level} {role} on the hook for
    what is a {level} {role} supposed to be able to do the whole list please
    what is asked of a {level} roughly
    what is asked of you once you are {level} in {role}
    what is expected from a {level}
    what is expected of a {level}
    what is expected of a {level} {role}
    what is normal to ask from somebody at third level in {role}
    what is the bar for {level}
    what makes a {level} a {level}
    what makes a {level} {role} a competent {level} every item
    what makes someone a {level}
    what makes someone a {level} {role}
    what makes someone {level} here
    what must a {level} {role} be capable of
    what must hold true for someone to count as a {level} {role}
    what qualifies somebody as a {level} {role}
    what s a {level} {role} supposed to know
    what s expected from a {level} {role}
    what s expected of a {level} {role}
    what s mandatory for a {level} {role}
    what shld a {level} de be able 2 do
    what should a {level} know
    what should a {level} {role} be able to do
    what should a {level} {role} know
    what should {level} be able to do all of it in {role}
    what skills does a {level} need
    what skills should a {level} {role} have
    what technologies do {role} work with
    what would a {level} do all in all in data
    what would you look for in a {level} engineer
    whenever i google {level} {role} i get fluff so i would rather read your take on the full expectations
    where does onnx come up
    which abilities come with the title {level} {role}
    which demands go with the title {level} {role}
    which skills does a {level} {role} need
    which skills does a {level} {role} need at {proficiency}
    which skills does a {level} {role} need at {proficiency} level
    which skills does an {role} need at {proficiency} only {level}
    which skills have to be {proficiency} for {level} {role}
    which skills must be {proficiency} for {level} {role}
    wot are the responsibilities of a {level} {role} dev
    would a {level} be expected to review prs
    {level} de responsibilities thx
    {level} de what you want from me
    {level} engineer any role what is the common ground
    {level} expectations please
    {level} on the data side what should they be capable of
    {level} or {level} is it the same thing
    {level} requirements
    {level} responsibilities
    {level} {role} bar
    {level} {role} expectations
    {level} {role} full list
    {level} {role} must deliver what
    {level} {role} requirements complete
    {level} {role} responsibilities
    {level} {role} what do they do
    {skill} a job ad for a {level} {role} person i am fishing for whatever your standard says about that grade
    {skill} a talk for my junior next week can you print everything that is demanded from a {level} {role}
    {skill} the onboarding doc for our new {level} {role} give me what that rung entails from top to bottom
  `,
  domain: `
    all the skills
    anything about {domain}
    anything {domain} ish for {role} {level}
    are {domain} part of this
    as a dba by training i would shine only in the {domain} corner what does that corner contain for a {level} {role}
    as a newcomer to {domain} i would like to see that whole family of abilities for the {role} track
    can you walk me through the {domain} basics a {level} {role} needs
    compare {domain} for {level} and {level} {role}
    could i get an overview of the {domain} area for {level} {role}
    could i see just the {domain} area of the {level} {role}
    could someone break down the {domain} area for me item by item at the {level} stage
    difference between {role} and {role} in {domain} at {level} level
    difference in {domain} between {level} and {level} {role}
    do you guys have anything about {domain}
    do {level} need to be good at {domain}
    do {role} get any {domain} basics in their profile and which
    does the {domain} area change anything for {level} {role} give the items
    does the {role} have a {domain} area at all if so with what in it
    expectations around {domain} for {role}
    filter my level down to {domain} only
    for our workshop on {domain} and {domain} i need the relevant rows for {level} in {role}
    for {role} which topics sit in the {domain} and {domain} bucket
    give me the full list of skills
    hi rung could i see what is wanted in the field of {domain} from somebody at {level} in {role}
    how can i get better at {domain}
    how does {domain} differ between {level} and {level} {role}
    how does {domain} look for the {role} role from {level} up to {level}
    how good at {domain} do i have to be as a {level}
    how good at {domain} must a {level} be
    how important is {domain} for a {level}
    how many domains are there
    how many skills are in {domain}
    how many {role} skills are there
    how much {domain} does a {level} have to bring show that section
    how much {domain} does a {role} need overall
    how much {domain} is a {level} supposed to do
    how much {domain} should a {level} have under their belt
    how much {domain} stuff is there for a {level} {role}
    how strong are {level} supposed to be around storage engines {skill} {skill} and the like as a group
    how strong must a {level} be in {domain}
    how wide is the {domain} area i e what topics does it hold
    i am more of an {domain} person what do you expect from a {level} there
    i am poor at {domain} as {role} {level} what of {domain} awaits me
    i am preparing a brown bag on {skill} and want everything filed under it for {role}
    i am weak in {domain} what exactly is listed under it for my level
    i am weak in {domain} what is in that block for {level} {role}
    i have got the {domain} audit breathing down my neck so which topics in that area touch a {level} {role}
    i look after quality what do you expect in that area from a {level} {role}
    i was told {domain} matters a lot for data people which pieces of it
    is there much {domain} work for a {level}
    is {domain} a thing for {level}
    leave the tech aside for once how does the people and {domain} side look for a {level} {role}
    list all domains
    list all skills
    list of skills
    list the domains
    list the skills in {domain}
    list the {domain} skills
    my strong suit is {domain} so which test related skills does {role} have
    my supervisor wants me stronger across {domain} as a whole let me view that slice at the {level} grade
    my team keeps breaking prod because nobody {domain} what does the ladder list about {domain} for {level} {role}
    my team lead hinted that my {domain} was thin so open up the {domain} chapter for a {level} {role}
    narrow the picture down to just the protection and safety topics for {role} if you d be so kind
    our ciso wants to know what the {role} are held to {domain} wise
    our {domain} guild meets on tuesday and i would present what the {role} have in that corner of the matrix
    please open chapter of {domain} for {level} {role}
    preparing a talk on {domain} topics for our {level} list what the {domain} group contains at that level
    pull up the {domain} section for {role} {level}
    requisitos for a {level} in {domain} por favor
    show me all skills in {domain}
    show me everything on {domain} {domain} at {level} {role}
    show me the domains
    show me the skills
    show the {domain} block
    show {domain}
    skill list
    skills list
    tell me about {domain}
    tell me about {domain} please
    the fundamentals of {domain} bit seems endless which things does it contain for a {level} {role}
    the people side of being a {level} {role} what belongs to it
    the {domain} basics for a {level} {role} which ones and how well
    under the heading of {domain} coding what have you lined up for people building language model products
    what about {domain} for {level}
    what about {domain} which things there concern a {level} {role}
    what are the people and {domain} things expected from a {level}
    what areas are there
    what areas do you cover
    what belongs to {domain}
    what belongs to {domain} and {domain}
    what categories of skills are there
    what changes in {domain} between {level} and {level} {role}
    what counts as {domain} here
    what do i need to know about {domain} as a {level}
    what do you call {domain} here and what goes in for {role}
    what do you mean by domain
    what do {level} and {level} {role} differ in when it comes to {domain}
    what do {level} need in {domain}
    what do {role} need when it comes to {domain}
    what does a {level} need in {domain}
    what does one need to know about {domain} as a {level} on the {role} team
    what does the ladder ask of a {level} {role} in {domain}
    what does the ladder expect in {domain} from a {level} {role}
    what does the {domain} domain include
    what does {domain} cover
    what does {domain} include
    what domains are there
    what domains do you have
    what falls under {domain}
    what falls under {domain} for {level} {role}
    what is a {level} expected to do in {domain}
    what is expected in {domain} and {domain} for a {level} {role}
    what is expected in {domain} for a {level} {role}
    what is in the {domain} and {domain} domain
    what is in the {domain} domain
    what is inside {domain} and {domain}
    what is under {domain} for {role}
    what s expected in {domain} from a {level} {role}
    what s in the {domain} domain
    what should a {level} know about {domain}
    what sits inside the {domain} and {domain} group when you are a {level} on the ai side
    what skills are in the ladder
    what skills are in the {domain} domain
    what skills are in {domain}
    what skills are there
    what skills do you cover
    what skills do you have
    what skills exist
    what {domain} is expected of a {level} {role}
    what {domain} knowledge do you expect from {level}
    what {domain} should a {level} know
    what {domain} things are on the plate of a {level} {role}
    which areas do you cover
    which domains are there
    which items fall under {domain} for someone running {role}
    which skills are in the ladder
    which skills are in {domain}
    which skills belong to {domain}
    which skills exist
    which skills fall under {domain}
    which soft skill items sit in the {role} sheet
    which {domain} are in there for {level}
    which {domain} basics are asked of {level}
    which {domain} should a {level} be comfortable with
    which {domain} skills are expected at {level}
    which {domain} skills does a {level} {role} carry
    which {domain} topics do {domain} folks have
    zoom in on the {domain} section for an {role} {level} since dashboards are eating my life
    {domain} and {domain} has always been my blind spot what does that block hold for {role} folks
    {domain} and {skill} {role} {level} give me levels per skill
    {domain} as a subject area seen through a {role} eyes what is on the list there
    {domain} as an area inside the {role} role what is that about
    {domain} assistants and the like that whole group of skills what is wanted from a {level} {role}
    {domain} at {level} {role}
    {domain} basics what does a {level} need
    {domain} domain what skills has it
    {domain} expectations for a {level} {role}
    {domain} expectations for {level} thanks in advance
    {domain} for {level} {role}
    {domain} from {level} to {level} {role}
    {domain} in {level} {role}
    {domain} knowledge expected of an {role} all of it
    {domain} requirements of {level} {role}
    {domain} section what skills are under it
    {domain} side of a {level} job in {role} list it
    {domain} skills
    {domain} skills {level} vs {level} {role}
    {domain} things a {level} should know in {domain} land
    {domain} things in {role} role kindly list
    {domain} what is in there for {level} {role} people
    {domain} work keeps landing on my desk so give me that department of the ladder for an {role}
    {domain} {level} vs {level} {role}
    {level} vs {level} {role} in {domain}
    {level} {domain} expectations
    {role} {level} vs {level} {domain} only
  `,
  cell: `
    a {level} of mine claims {level} in {role} do not need {skill} any more is that what it says
    as a {level} {role} must i be able to set up {skill} in {skill}
    at {level} grade on the {domain} side what is the bar for retrieval and {skill}
    at {level} is {skill} an {proficiency} thing or only {proficiency}
    both {skill} and {skill} for a {level}
    can a {level} get away with no {skill}
    can a {role} {level} do without {skill}
    can i be a {level} without ever having used {skill}
    can i become a {level} {role} and not know {skill} properly
    can i make {level} without knowing {skill}
    can i make {level} without touching {skill}
    could a {level} de get by without {skill} type {skill} tools
    could a {level} {role} get away with zero {skill} knowledge
    could a {level} {role} survive with weak {skill} type {skill} knowledge
    do i a {level} {role} really have to bother with {skill}
    do i even need {skill} as a {level} {role}
    do i have to be good at {skill} as a {level}
    do i need {skill} as a {level}
    do i really need {skill} as {role} {level}
    do i really need {skill} to be {level}
    do they ask me {skill} at high level already when i am only {level} {role}
    do they want a {level} {role} to do {skill}
    do you reckon a {level} in {role} could shrug off {skill} or does the matrix disagree
    do you want {level} to be gods at {skill} too
    do {level} have to be experts in {skill}
    do {level} need both {skill} and {skill}
    do {level} need {skill}
    do {level} touch {skill} at all
    does a {level} engineer need to write {skill} modules
    does a {level} need {skill}
    does a {level} need {skill} at all or can it wait
    does a {level} still care about {skill}
    does a {level} still need {skill}
    does a {level} {role} need {skill}
    does an {role} at {level} have to touch {skill} at all
    does anyone below {level} in {role} have to know {skill} well say a {level}
    does anyone expect a {level} to know {skill}
    does {skill} {skill} go all the way to {proficiency} for {level} in {role}
    for a {level} in {role} {skill} to what depth
    for a {level} {role} person {skill} how far
    for someone at the {level} grade in ai engineering how much {skill} know how is deemed enough
    hello sorry to bother you my manager says that i need {skill} for {level} is that true
    hi our team is about to move everything to {skill} so i was wondering how well somebody at {level} level is supposed to know it
    hi quick one how deep do i have to go into {skill} to be {level}
    honest question why would a {level} need {skill} does he
    how deep into {skill} does a {level} have to go
    how deep into {skill} does a {level} {role} go
    how deep into {skill} should a {level} {role} be
    how deep should my {skill} be as a {level} {role}
    how far down the rabbit hole of {skill} should a {level} {role} have gone
    how fluent in {skill} is a {level} {role}
    how good does a {level} have to be with {skill}
    how much {skill} and speaking is expected out of a {level} in {role}
    how much {skill} do you want from a {level} {role}
    how much {skill} does a {level} person need honestly
    how much {skill} is enough for a {level} de
    how much {skill} would be enough for a {level} {role}
    how proficient in {skill} do {level} have to be
    how serious you are about {skill} for {level} {role}
    how strong on {skill} before {level} de
    how strong should my {skill} be i am {role} {level}
    how well do {level} have to {skill}
    how well do {level} {role} have to work with {skill}
    how well must a {level} know {skill}
    how well should a {level} engineer know {skill}
    i am a {level} {role} person with rusty {skill} {skill} knowledge is that tolerated at my grade
    i am aiming for {level} how good should my {skill} be
    i am {level} in {role} and bad at {skill} does that matter at all
    i can barely spell {skill} and yet i am told {level} in {role} live and breathe it true
    i can only follow a tutorial in {skill} like {skill} does that suffice for a {level} {role}
    i have been doing {skill} for years is that enough for {level}
    i have never touched {skill} i am a {level} {role} am i supposed to
    i keep hearing that {skill} are optional for {level} {role} which sounds fishy to me
    i only know {skill} and {skill} from tutorials is it sufficient for {domain} {level}
    i was told that {level} {role} folks need {proficiency} in {skill} true
    is it fine that our {level} {role} guy has zero clue about {skill}
    is it mandatory for {level} to know {skill}
    is {proficiency} enough in {skill} for {level} {role}
    is {proficiency} in {skill} ok for {level} {role}
    is {proficiency} of {skill} enough for a {level} {role}
    is {skill} a must on a {level} {role} list
    is {skill} a thing for {level} de
    is {skill} compulsory at {level}
    is {skill} expected at {level}
    is {skill} on the plate of a {level} {role} at all or may i skip it in peace
    is {skill} on the sheet of a {level} {role} and how well
    is {skill} optional for {level} {role} folks
    is {skill} part of the toolset of {level} {role} or does that come later
    is {skill} really compulsory for {level} in {role} our one says it is not his thing
    is {skill} required for {level}
    is {skill} something a {level} {role} still has to be great at or can they coast
    just wondering how strong a {level} {role} is expected to be in {skill}
    must a {level} {role} be any good with {skill}
    must i be {proficiency} in {skill} for {level} {role} or is less okay
    my boss claims a {level} {role} must be fluent in {skill} is he pulling my leg
    my colleague keeps bringing up {skill} and {skill} do {level} on the ai track have to know these
    my lead insists that i have to be an {proficiency} in {skill} as a {level} is that what it says
    my lead told me to learn {skill} before going for {level} is that really needed
    my manager says i need {skill} is that so for a {level} {role}
    my {level} can not write a decent prompt for code is he required to
    my {skill} insists that {skill} counts even for a {level} tier {role} and i would like it confirmed
    need the one number {skill} {level} {role}
    ok and {skill} for a {level}
    ok cool and what about {skill} for a {level}
    our new hire is a {level} should he already know {skill}
    our review is coming should a {level} {role} be an {proficiency} at {skill} type {skill} or just {skill}
    put a number or a letter on it {skill} {domain} {level} how strong
    required proficiency in {skill} for {level} {role}
    should a {level} already know how to write {skill}
    should a {level} really know {skill}
    should i as a {level} know {skill} and {skill}
    should {level} be able to tune {skill} by themselves or is knowing the theory ok data track
    sir for {level} {role} what depth of {skill} is asked
    somebody claimed {level} in {role} already need {skill} knowledge true or false
    somebody ought to tell me how proficient with {skill} style {skill} a {level} {role} has to be
    suppose i am {level} and the team needs somebody for {skill} is that on me yet {role}
    the interview grilled me on {skill} for a {level} {role} post was that even fair by your standard
    there was a quarrel at lunch over whether {role} {level} still have to bother with {skill}
    to what depth should an {role} {level} have mastered {skill} in the eyes of the community
    to what standard must a {level} {role} do {skill}
    what degree of {skill} does a {level} {role} have to show
    what do you want from a {level} {role} person in {skill}
    what does good {skill} look like for a {level} engineer
    what grade in {skill} comes with {level} {role}
    what grade of {skill} and {skill} is asked of a {level} {role}
    what is a {level} supposed to know about {skill}
    what is the required depth in {skill} for {level} {role}
    what is the target for {skill} when you are a {level} building {skill}
    what is the {skill} level for {level}
    what kind of stat are we at with {skill} {level} {role}
    what level of {skill} do you expect from a {level}
    what level of {skill} does a {level} need
    what level of {skill} is required of a {level} {role}
    what mark do i need on {skill} if i am an {domain} {level}
    what would a {level} eng do in {skill}
    what would my manager want to see from me in {skill} now that i am {level}
    what would you want to see in a {level} {skill}
    what {skill} stuff should a {level} know
    which depth of {skill} has been fixed for a {level} grade {role}
    will anybody care about my {skill} if i am a {level} {role}
    would a {level} write {skill} code
    would a {level} {role} be expected to know {skill} out of curiosity
    would a {level} {role} get away with only a nodding acquaintance with {skill}
    {level} de + {skill} {proficiency}
    {level} {role} needs {skill}
    {level} {role} still codes {skill} at what grade
    {level} {role} {skill} how good
    {skill} and {skill} at {level} how well
    {skill} and {skill} for a {level} {role}
    {skill} and {skill} how well should a {level} know them
    {skill} and {skill} what would be demanded of me as {level} {role}
    {skill} at the {level} {role} grade how much of it is enough
    {skill} at {level}
    {skill} at {level} {role} how high
    {skill} dashboards would a {level} {role} be building those
    {skill} does a {level} {role} get away with just knowing they exist
    {skill} experience for {level} on {role} how much is asked
    {skill} for a {level} can i get away with the basics
    {skill} for a {level} {role} what is the minimum
    {skill} for a {level} {role} which proficiency
    {skill} for {level}
    {skill} for {level} {role} how far must that go
    {skill} for {level} {role} {proficiency} {proficiency} more
    {skill} how good at them must a {level} be
    {skill} how strong do you want the {level} {role} guys to be
    {skill} is not my cup of tea so tell me whether {level} in {role} are obliged to do it
    {skill} lvl for {level} {role}
    {skill} must a {level} {role} be at {proficiency} or {proficiency}
    {skill} or {skill} for a {level}
    {skill} skill required from {level} {role} y n
    {skill} y {skill} 4 {level} de how {skill}
    {skill} {level}
    {skill} {level} de how deep
    {skill} {level} how far
    {skill} {level} {role} enough to know basics
    {skill} {level} {role} how good
    {skill} {level} {role} how much
    {skill} {level} {role} really
    {skill} {level} {role} required
    {skill} {level} {role} what exactly would i have to show
    {skill} {level} {role} what level
    {skill} {level} {role} which mark
    {skill} {level} {role} which proficiency
    {skill} {skill} as a {level} {role} do i touch it
  `,
  skill: `
    an {proficiency} in {skill} what would she do all differently
    any books or courses for {skill}
    any courses for {skill}
    any exercises for learning {skill}
    any pointers to pick up {skill} from scratch
    any resources on {skill}
    are there any books or exercises you d recommend for somebody picking up {skill} from scratch
    at what level do i become an {proficiency} in {skill}
    at what level do i need {skill} as an {role}
    at what level does an {role} need {proficiency} {skill}
    at what point would you call me competent in {skill}
    at which level does an {role} become {proficiency} in {skill}
    at which level does {skill} become a thing
    best way to get better at {skill}
    best way to improve at {skill}
    books or courses for {skill}
    books or courses for {skill} does rung list them
    books to learn {skill}
    can you explain what a {skill} is
    compare {skill} across levels for {role}
    could you walk me through the four stages of {skill}
    describe the skill {skill}
    describe {skill} please
    difference between the 3rd and 4th step of {skill}
    difference between {proficiency} and {proficiency} in {skill}
    do i have to learn {skill}
    do i need to know rust
    do i need {skill}
    do i need {skill} for {role}
    do i really have to use {skill}
    do i really need to know {skill}
    do we have to know {skill}
    do we need {skill} at all
    do we really need {skill}
    do you care about {skill}
    do {role} need {skill}
    does an {role} need {skill}
    does anybody on the ladder need to be an {proficiency} in {skill}
    evaluation of {domain} can you break it down step by step
    exercises for {skill}
    explain the notion of {skill} to me as though i were a patient but clueless stakeholder
    explain {skill}
    explain {skill} like i am 5
    explain {skill} to me
    explain {skill} to me like i am five
    explain {skill} to me like i am five plus the stages it goes through
    from nothing to {proficiency} in {skill} how many weeks
    from what level on does a {role} need {skill}
    from zero to {proficiency} in {skill}
    give me a taste of what {proficiency} folks do with {skill} style {skill} transformations
    going from {proficiency} to {proficiency} in {skill} what does it take
    good way of learning {skill}
    got a week off and want to level up my {skill} what material is there
    got a week off want to get better at {skill} ideas
    got any explanation of {skill} what one has to do there at {proficiency}
    how can i get better at {skill}
    how can i get good at {skill}
    how can somebody reach {proficiency} in {skill}
    how could i prove to someone that i am good at {skill}
    how d one practise {skill} at home
    how do expectations for {skill} change by level for {role}
    how do i get better at {skill}
    how do i get from {proficiency} to {proficiency} in {skill}
    how do i go from one step to the next in {skill}
    how do i improve at {skill}
    how do i learn {skill}
    how do i practice {skill}
    how do i practise {skill}
    how do i reach {proficiency} in {skill}
    how do people practise {skill} and speaking in a technical setting
    how do people usually learn {skill} what is a good first project
    how do you even measure someone {skill}
    how does one get better at {skill}
    how does {skill} grow from {level} to {level} in {role}
    how far do i have to take {skill}
    how far is it from {proficiency} to {proficiency} in {skill} type {skill}
    how good at {skill}
    how is an {proficiency} skill supposed to look in practice for {skill}
    how is basic knowledge of {skill} {skill} described
    how long does it take to pick up {skill} from nothing
    how might i tell whether i have outgrow the {proficiency} stage in {skill}
    how people get good at {skill}
    how to learn {skill} the practical way
    how would i get deep into {skill}
    how would i recognise an {proficiency} in {skill}
    how would i show that my {skill} is at {proficiency}
    i am preparing a brown bag on {skill} and governance and need the official {proficiency} for each stage
    i am weak in {skill} what would {proficiency} look like there
    i do not get what {proficiency} means for {skill}
    i do not see {skill} anywhere is it in the ladder
    i have a free weekend and an itch to learn {skill} point me to the proper material
    i have been asked to get good at {skill} and have not the foggiest where one starts
    i keep hearing about {skill} what are they
    i keep on hearing {skill} in stands and nod along what is behind it
    i never got what {skill} is supposed to be
    i said i know {skill} what would prove it
    i use {skill} daily so which of the statements about it would be me
    i want to learn {skill}
    i was told i am {proficiency} in {skill} what does an {proficiency} there do that others can not
    i would like to deepen my {skill} beyond commit and push so what comes after the basics
    in which order should a person climb through {skill} without drowning halfway
    is it important to know {skill}
    is it mandatory to know {skill}
    is react part of the ladder
    is the {skill} thing a skill of its own what does it say
    is there more to {skill} than leaving comments what is in that skill
    is {skill} a must
    is {skill} important
    is {skill} in here
    is {skill} mandatory
    is {skill} more important than {skill}
    is {skill} necessary
    is {skill} needed for {role}
    is {skill} part of the ladder
    is {skill} really needed nowadays
    is {skill} required
    is {skill} required for {role}
    just wondering what you people understand by {skill}
    kindly describe the topic of {skill}
    learn {skill} where
    learning resources for {skill}
    must i learn {skill}
    my colleague brags about being an {proficiency} in {skill} so what must such a person be capable of
    my models keep drifting which skill is that
    my {level} wrote improve {skill} in my review what is that and how do i train it
    my {skill} keep getting criticised any tips on getting better at reviewing
    my {skill} told me to train distributed training pun intended what exercise is there
    need {skill}
    never touched {skill} where do i begin
    please how to learn {skill} fast
    pyhton web framewroks for {role}
    reading about {skill} makes my head spin could you put it in plain english
    resources to learn {skill}
    should i know {skill}
    show me the descriptions of {skill} from weakest to strongest
    show me the {skill} skill
    show the {skill} ladder
    so what does {skill} actually include
    somebody mentioned {skill} as if everybody knew them bring me up to speed
    tell me about the skill called {skill}
    tell me about {skill}
    tell me more about {skill}
    tell me more about {skill} and {skill}
    tell me what {skill} means in your ladder
    the rungs within {skill} from first clue to guru
    the thing called {skill} with {skill} and {skill} describe it
    the {level} about {skill} and {skill} is one i never managed to locate though i would love to read it
    thx and links to study {skill}
    type systems some details please
    walk me through the stages of growth in {skill} from first contact to guru
    what about {skill} in {domain} what is there to know
    what are the prereqs for {skill}
    what are the steps in {skill}
    what books or courses should i take for {skill}
    what can somebody do who is {proficiency} in {skill}
    what comes after {proficiency} in {skill}
    what counts as {proficiency} in {skill}
    what counts as {proficiency} of {skill}
    what do i need 2 show 4 good {skill}
    what do i need for {skill} at {proficiency}
    what do you mean by {skill}
    what does it mean to be an {proficiency} at {skill}
    what does master of {skill} look like in practice
    what does {proficiency} in {skill} look like
    what does {proficiency} look like in {skill}
    what does {proficiency} mean for {skill}
    what does {proficiency} {skill} mean
    what does {skill} expect
    what does {skill} look like at {proficiency} level
    what does {skill} mean here
    what good does {skill} do me in python land
    what is a {skill}
    what is covered by {skill}
    what is hiding under {skill} and type systems
    what is meant by {skill} here
    what is the deal with {skill}
    what is {proficiency} level in {skill}
    what is {proficiency} level of {skill} look like
    what is {skill}
    what is {skill} about
    what is {skill} and why is everyone on about it
    what is {skill} got to do with this
    what must i show so that i count as {proficiency} in {skill}
    what separates a dabbler from a pro when it comes to {skill}
    what separates an {proficiency} person from a {proficiency} one when it comes to {skill}
    what separates good from great in {skill}
    what separates {proficiency} and {proficiency} in {skill}
    what should i know about {skill}
    what sort of behaviour proves someone is {proficiency} at {skill}
    what would a {proficiency} person in {skill} actually do
    what would an {proficiency} do in {skill}
    what would an {proficiency} in {skill} be doing
    what would i be able to build once i am {proficiency} in {skill}
    what would master of {skill} look like in practice as opposed to merely being decent at it
    what would proof of competence in {skill} be
    what would you call {proficiency} in {skill}
    what would {proficiency} of {skill} be
    when can a person say honestly i know {skill} what are the milestones
    when do i need {skill} as an {role}
    when does an {role} start needing {skill}
    when is a person merely {proficiency} of {skill} and when do they truly work with it
    when is {proficiency} required in {skill} for an {role}
    where can i learn {skill}
    where is the line between {proficiency} and {proficiency} when we talk about {skill}
    where to start with {skill} i am total beginner
    which course for {skill}
    which exercise would you give me for {skill}
    which is more important {skill} or {skill}
    which levels need {proficiency} in {skill}
    who are the experts in {skill}
    who needs {skill} and {skill}
    why is {skill} in the ladder
    would you kindly give the definition of {skill}
    {proficiency} vs {proficiency} in {skill}
    {proficiency} {skill} looks like what
    {skill}
    {skill} across {role} levels
    {skill} at each level for {role}
    {skill} beyond the basics any exercise i could do
    {skill} books courses
    {skill} expectations
    {skill} explain
    {skill} for an absolute beginner
    {skill} for every {role} level
    {skill} for language models keep popping up in meetings and i nod along without understanding a word
    {skill} ft {proficiency} looks like what
    {skill} i keep hearing it in meetings what is it about and how do people pick it up
    {skill} is that even a skill
    {skill} is there an exercise for beginners
    {skill} meaning
    {skill} or {skill} does it matter
    {skill} or {skill} does the ladder care
    {skill} or {skill} first
    {skill} or {skill} how are those two different here
    {skill} progression for {role}
    {skill} sounds like corporate fluff what do you mean by it
    {skill} sounds like corporate poetry to me what do you folks actually mean by it
    {skill} tell me more
    {skill} vs {skill} how do they differ
    {skill} what do i have to be able to do
    {skill} what does {proficiency} look like
    {skill} what is it about
    {skill} what is that cover
    {skill} which behaviours show which proficiency
    {skill} which proficiencies are there and what is behind each
    {skill} {proficiency}
    {skill} {skill} explain like i am five
  `,
  usage: `
    a {level} of mine claims {skill} is only for the {role} people who else has it in their list
    among all the professions here who on earth still needs {skill}
    any role at all that requires {skill}
    any role that demands {proficiency} level {skill}
    any role with {skill}
    are {level} anywhere asked for {skill}
    are {skill} expected of everyone
    are {skill} of any use to a {role}
    as the author of our {skill} handbook i would like a list of readers obliged to know {skill}
    at what level does anyone start needing {skill}
    at what point does anyone have to be an {proficiency} in {domain} coding
    at which grades is {skill} asked for
    at which rung {skill} starts
    besides {role} whom do you ask for {skill}
    can i find out every role where {skill} counts
    cast a wide net for me everywhere in the matrix that {skill} and {skill} are asked for
    could it be that every single track wants {skill} design or are some let off the hook
    could you tell me in how many roles {skill} appears
    do all four roles touch {skill} or only some
    do all of them have to know {skill}
    do the {role} do {skill} as well or just {role}
    do {role} and {role} both have to do {skill}
    do {role} people get {skill} as well
    does any1 besides {role} do {skill}
    does anybody at all have to know {skill} apart from {role}
    does anybody besides the {domain} people touch {skill}
    does anybody but {role} use {skill}
    does anybody need {skill}
    does anyone in the ladder need {skill}
    does the {domain} crowd touch {skill} as well or is that purely the data folks burden
    does {role} have this {skill} thing too
    does {skill} matter to all the engineers or merely to some
    every place {skill} is required
    for what kind of engineer is {skill} important
    from what level on must people know {skill}
    from what lvl does {skill} kick in
    from which level does {skill} start to show up
    from which level on does {skill} show up
    from which level on is {skill} asked for
    from which rung onward does {skill} come into play and for whom
    has every role got {skill}
    how many roles use {skill}
    how widespread is {skill} among the roles
    how widespread is {skill} in the ladder
    i am a {role} and good at {skill} is that any use in {domain} work
    i am about to run a {skill} course and it would help to know whose curriculum it belongs to
    i know my way around {skill} who d want that
    i know {skill} and {skill} which of your roles would that be good for
    i know {skill} quite well which of the roles can make something of that
    i learned {skill} for nothing or is {skill} used by someone
    i like {skill} which jobs in the ladder would want that from me
    i love {skill} which of these jobs would let me use it
    i teach {skill} internally who is my audience
    i want to run a {skill} workshop which roles and grades should i invite
    i would be curious which positions rely on {skill} stuff as my {domain} talk needs an audience
    if i invest in learning {skill} and {skill} for which tracks does that pay off
    in what roles do {skill} show up
    in which jobs do you need {skill}
    in which roles does {skill} matter
    is not {skill} something only the {role} has
    is there any role other than {role} that uses {skill}
    is {skill} also used by {role}
    is {skill} asked of everybody
    is {skill} common to {role} and {role}
    is {skill} exclusively a headache for {role} or do others share the pain
    is {skill} expected from {role} too or from {role} only
    is {skill} for {role} alone
    is {skill} in any role
    is {skill} in the {role} profile as well or did you leave it out there
    is {skill} needed everywhere
    is {skill} only a {role} concern
    is {skill} only for {domain} people
    is {skill} only for {role}
    is {skill} part of every role
    is {skill} shared by all four jobs
    is {skill} something everyone has
    is {skill} used by any role
    is {skill} used by {role} too or is it a {domain} thing only
    jobs that ask for {skill}
    my friend in {role} says he never sees {skill} formats is it really only for the data folks
    my teammate in {role} laughed at {skill} saying they are someone else problem whose then
    name the levels that need {proficiency} {skill}
    ok and {role} do they have it too
    our training budget is tight so for which groups of people would a {skill} licence pay off
    roles that need {skill}
    roles with {skill}
    roles with {skill} please
    someone asked me who d benefit from a session on {skill} and i had no answer
    tell me at which stages {skill} starts mattering and for what kinds of engineers
    the guys who need {skill} who are they
    two of my people argue about who is in charge of {skill} whose list is it on
    we are building a shared lesson on {skill} and want to invite only people it concerns
    we are cutting the {skill} {skill} training budget whom would it hurt
    we run a workshop on {skill} which groups should we invite
    what positions call for {skill} knowledge
    what roles are using {skill}
    what roles does {skill} matter to
    what roles have {skill} in them
    what roles need {skill}
    when does {skill} show up for the first time
    where do you use {skill} which positions
    where does {skill} come up which positions
    where does {skill} show up
    where else does the {skill} skill appear
    where in the ladder does {skill} start to count
    where in the ladder is {skill} required
    where is {skill} used
    where is {skill} used in what roles
    which engineers need {skill}
    which jobs here touch {skill}
    which jobs involve {skill}
    which jobs need {skill} at {proficiency}
    which of the four has {skill} and at what levels
    which of the four roles use {skill}
    which positions ask for {skill}
    which role fits {skill}
    which roles can be found where people do {skill} {domain}
    which roles don t need {skill}
    which roles have {skill} on their list
    which roles need {skill}
    which roles require {skill}
    which roles suit someone who knows {skill} and {skill}
    which roles use {skill}
    which tracks have {skill}
    who all needs {skill}
    who besides {role} has to reckon with {skill} if anybody
    who besides {role} wants {skill}
    who even needs {skill}
    who has to know about {skill}
    who needs to know {skill}
    who needs {skill}
    who needs {skill} which roles
    who on earth still needs {skill}
    who on the ladder has to be good in {domain} of web apps {skill}
    who shares the {skill} skill
    who uses {skill}
    would {skill} know how be of any use outside {role}
    would {skill} still be of use to me in another role than {role}
    write tech docs and give {skill} from which level on is this expected of {role}
    {role} know {skill} do {role} as well
    {skill} across all roles
    {skill} belongs to which role s
    {skill} feels niche to me which of the tracks bothers with it
    {skill} for everybody
    {skill} i keep hearing it in meetings do {role} have anything to do with it
    {skill} in which roles is it needed
    {skill} is it in {role} only or elsewhere too
    {skill} is that something {role} folks use as well or just {role}
    {skill} just for de
    {skill} just {role} or others as well
    {skill} only {role} or others too
    {skill} relevant for whom
    {skill} required in which positions
    {skill} shows up for whom
    {skill} style {skill} whose job is it
    {skill} used by
    {skill} used by anyone
    {skill} used by who
    {skill} where required
    {skill} which levels have it
    {skill} which roles which levels
    {skill} which seats
    {skill} whose business is that
    {skill} whose thing is that
    {skill} {role} only data too
    {skill} {role} only or also in the other three
  `,
  'compare-levels': `
    3 vs 4 {role} lol what is bigger
    a {level} and a {level} walk into a bar both {role} how would you tell them apart
    a {level} is just an older {level} no
    any difference at all {level} {level} {role}
    as regards {role} wherein lies the distinction of the top two grades
    as somebody managing both {level} and {level} on the ai track i struggle to say what sets them apart
    between the third and the fourth level in {role} what changes
    between the two topmost rungs in {role} there seems to be only hot air unless you can show otherwise
    between {level} and {level} what a difference in scope data
    can you set {level} {role} next to {level} {role} so that i can present the contrast on a slide
    compare {level} and {level}
    compare {level} and {level} {role}
    compare {level} {level}
    difference between {level} and {level} {role}
    does a {level} do anything a {level} does not
    does anything at all get harder after {level}
    does anything drop going {level} versus {level} {role}
    does anything stay identical between {level} and {level} {role}
    explain the diferente between {level} and {level} please
    for a talk i need the contrast of the first and the last stage of the {role}
    for my slides i need a side by side of the {level} and the {level} within the {domain} profession
    from {level} up to {level} in {role} which requirements get stricter
    hey i have been a {level} {role} for 2 years what is stopping me from being called {level}
    hey so what is the actual gap between a {level} and a {level}
    how big is the jump from {level} to {level} really
    how big is the leap from {level} to {level} for {role} people really
    how big is the leap from {level} to {level} in {role}
    how do the requirements for {domain} grow from {level} to {level} for {role}
    how do {level} and {level} compare
    how do {level} and {level} differ in {domain} for {role}
    how does a {level} differ from a {level} in {domain}
    how does a {level} differ from a {level} in {role}
    how does a {level} {role} differ from a {level} one
    how does the bar rise between second and third grade of {role}
    how does {domain} change between {level} and {level}
    how does {level} differ from {level}
    how does {level} differ from {level} for a {role}
    how does {level} differ from {level} for {role}
    how far apart are {level} and {level}
    how far apart are {level} and {level} {role}
    how is a {level} any different from a {level}
    how is a {level} different from a {level} engineer
    how is a {level} {role} different from a {level} one
    how much harder is {level} than {level} {role}
    how much stronger in everything is a {level} than a {level}
    i am torn between calling her a {level} or a {level} what sets them apart
    i can not see how a {level} is any different from a {level} tbh
    i do not see why he is {level} and i am only {level} what is on his sheet that is not on mine
    i have been told {level} is {level} plus politics does the matrix for {role} bear that out
    i want to see my current level next to the one above
    i was {level} now i am {level} {role} what is new for me compared with before
    i would like to put {level} and {level} {role} next to each other and see where they part ways
    i would love to know what a {level} {role} can do that a {level} can not yet
    in what way is {level} more than {level}
    in which skills is a {level} {role} asked more than a {level} one
    is a {level} that much above a {level}
    is the difference between {level} and {level} big
    is there honestly any distinction between a {level} engineer and a {level}
    is there really such a big jump between {level} and {level} in the ai track
    jump 2 {level} {role} what chgs
    lay the rookie bar over the {level} bar for {domain} and highlight the deltas
    my manager wants me to tell two seniority tiers apart in one sentence {level} and {level} {role}
    my pay slip says {level} the {level} sits opposite me and i can not spot what he does differently in {domain}
    my report asks why {level} is not just a {level} with a nicer title what do i tell her
    my two guys argue one is {level} the other is {level} about who should do on call where do these grades part ways
    my {level} and my {level} do same stuff {role}
    new at {level} not there at {level} list for ai
    new requirements at {level} that {level} did not have
    our guild argues that the step into seniority is too steep for {role} so show me what is added there
    people say {level} and {level} do the same tickets do the requirements say otherwise
    pros of being {level} vs {level} on the data side skillwise
    put {level} and {level} side by side for data
    same as {level} or more {level} de
    same job one grade up which demands get tougher
    same person one step up what is different for an {role} {level} than an {role} {level}
    set {level} against {level} for the {skill} people and tell me which expectations climb
    skipping a grade crossed my mind how far apart are {level} and {level} in {role}
    stuff a {level} must master but a {level} can ignore
    tell me what distinguishes {level} from {level} in {role}
    the jump between {level} and {level} is it mostly {domain} or mostly tech ai role
    the jump to {level} seems huge what changes compared with {level}
    two colleagues one {level} one {level} both {role} what may i ask of the second but not of the first
    we have two candidates one at {level} and one at {level} grade in data where should i expect contrast
    what can a {level} do that a {level} can not
    what changes between {level} and {level} for {role}
    what changes between {level} and {level} {role}
    what changes in {domain} between {level} and {level} {role}
    what changes in {domain} from {level} to {level}
    what changes in {domain} from {level} to {level} for a {role}
    what changes when you go from {level} to {level}
    what do you expect of a {level} {role} you would not of a {level}
    what does a {level} do that a {level} doesn t
    what does a {level} have that a {level} does not
    what does {level} add over the previous level
    what does {level} have that i as {level} do not data team
    what gets added after {level} in {role}
    what gets added when a {level} {role} turns {level}
    what gets added when a {role} becomes {level}
    what is added once your {level} {role}
    what is difference by the way {level} and {level}
    what is fresh on the plate of an {role} {level} that she never had to worry about as a {level}
    what is harder about {level} relative to {level} in {role} point by point
    what is new at {level} compared to {level}
    what is new at {level} for {role}
    what is new at {level} that i did not need at {level} {role} track
    what is new at {level} {role}
    what is teh difference between a {level} and a {level} {role}
    what is the difference between {level} and {level}
    what is the difference between {level} and {level} {role}
    what is the difference {level} {level}
    what is the extra that {level} demands over {level} kindly
    what more do i have to know about {domain} to go from {level} to {level} as an {role}
    what on earth changes once you stop being a {level} and start being a {level} in {role}
    what s the difference between a {level} and a {level} {role}
    what s the difference between {level} and {level} {role}
    what s the path from {level} to {level} for {role}
    what separates {level} from the {skill}
    what separates {level} from {level}
    what should i learn next to move from {level} to {level} in {role}
    whats the gap between {level} and {level} {role}
    where does the bar rise from {level} to {level} for people doing {domain}
    where exactly does the bar rise as an {role} graduates from beginner to the following tier
    which demands first crop up at the {level} stage of ai engineering that a {level} is spared
    which requirements go up between {level} and {level} {role}
    which skills come on top at {level} level in {domain}
    which skills first appear at {level} in {role}
    which skills stay the same from {level} to {level} and which go up
    which {domain} skills separate a {level} {role} from a {level} one
    which {level} skills stay the same at {level} and which go up ai track
    {domain} for {level} and {level} {role} what s the difference
    {domain} what does a {level} do that a {level} does not
    {domain} {level} compared to {level} {role}
    {domain} {level} or {domain} {level} how far apart are these
    {level} and {level} how do they differ in {domain}
    {level} and {level} look identical to me convince me otherwise
    {level} and {level} when it comes to {domain} what differs
    {level} compared to {level} more meetings or more code
    {level} feels just like {level} with better pay show me where they differ
    {level} on top of {level} anything extra
    {level} or {level} how do i tell which one someone is
    {level} to {level} in {domain} what changes
    {level} to {level} in {role} what changes
    {level} to {level} what gets added
    {level} to {level} {role} in {domain}
    {level} versus {level} what changes
    {level} versus {level} what is new
    {level} versus {level} {role} what is difference
    {level} vs {level}
    {level} vs {level} for {role}
    {level} vs {level} what is different
    {level} vs {level} {role}
    {level} vs {level} {role} in {domain}
    {level} {level} differences
    {level} {role} not {level} because
  `,
  'compare-roles': `
    a {level} in {role} and a {level} in {role} sit together on my project how do their profiles contrast
    are {role} asked for less {domain} than the {role} ones and what instead
    as a {role} eyeing {domain} i would like to see the overlap before i leap
    being {role} which part of my skills would be worthless in ai role and which carry over
    can i go from {role} to {role}
    can you put two roles side by side
    common ground of a {level} {role} and a {level} {role}
    common ground of {role} and {domain}
    common ground {domain} {role} people
    common skills for everyone
    common skills of {role} and {role}
    compare two roles
    compare {level} {role} with {level} {role}
    compare {role} and {role} at {level} level
    compare {role} with {role}
    compare {role} with {role} at {level} level
    convince me that an {role} is not merely a rebranded {role}
    could you contrast the two {role} ish jobs for me
    de has what i {role} do not
    de or {role} what is different
    de vs ai
    difference between {level} {role} and {level} {role} in {domain}
    difference between {role} and {role}
    do they all have something in common
    do {role} and {role} have much in common
    do {role} and {role} overlap
    does an {domain} dev need things that a classic {role} dev does not
    draw me a venn diagram in words of {domain} and {domain}
    for a talk four roles one family which skills are in the intersection
    go from {role} to {role} at {level}
    how are {role} and {role} alike
    how close are {role} and {role} guys
    how come we keep {role} and {role} separate if half of what they do coincide
    how different are a {role} and an {role} when it comes to {domain}
    how do i move from {role} to {role}
    how do the two {role} ish roles deviate from one another
    how does a {role} differ from an {role}
    how does an {role} {level} differ from a {role} {level}
    how far apart are data and ai at {level}
    how far apart are data and {role}
    how is an {role} different from a {role}
    how is an {role} different from an {role}
    how much do the four professions have to do with each other
    i am a {role} flirting with {role} what do they have that we have not
    i am a {role} thinking of moving over to ai how much of what i know carries over
    i am a {role} thinking of {domain} work how much of what i know carries over
    i am told {role} and {role} are two peas in a pod yet surely something sets them apart
    i do not get it both do {skill} {role} and {role} who is different in what
    i hop between the ai and {role} squads weekly and still can not explain to my mum how they are unlike
    i would appreciate knowing which requirements are unique to the {role} profession and found nowhere else
    i would like to hop to another track which one is nearest to {domain}
    if i switch from {domain} to {role} which skills carry over
    in our canteen debate someone said {role} are {role} minus the maths care to settle it
    in which points do the roles differ most
    is a {level} {role} basically able to do the job of a {level} {role}
    is an {role} just a {domain} dev with notebooks
    is an {role} just an {role} with a fancier title
    is not an {role} just a software engineer
    is not an {role} the same as an {role} with a new name
    is not {role} just {domain} with {role} sauce
    is there anything all four professions have to know whichever door you came in through
    is there much in common between {role} and {role}
    is there much in common for someone wanting to swap seats with a colleague in data i do {role}
    is {role} harder than {domain}
    is {role} just data scientist with a fancier name
    is {role} the same as {role}
    my boss thinks all engineers are interchangeable lol prove him wrong with {role} data
    my hr partner mixes up {role} and {role} all the time what can i tell her
    our reorg merges {role} with data how much of the two is identical
    overlap ai data
    overlap between {role} and {role}
    percentage of skills a {role} and an {role} have in common
    please compare the {role} and the {role} when it comes to {domain}
    put the {domain} folks beside the classic {role} folks and show me where they diverge
    put {role} and {role} side by side
    same or not the guy who trains models and the guy who deploys them
    same skills both {domain}
    shared between every track
    shared skills between {role} + {domain} at {level}
    side by side {role} + data
    skills that {role} have but {role} don t
    skills unique to {role}
    stuff all 4 share
    stuff {role} have to know but {role} do not
    suppose i swap my {role} badge for an ai one at the same grade what is suddenly foreign to me
    switching de versus {role} how much carries over
    switching from {role} to {role} at {level} level what would be unfamiliar ground
    the two job ads one {role} and one {domain} read identical to me surely the ladder draws a line somewhere
    to me {domain} engineers are the same thing are not they
    transferability from {domain} into {domain} work how much matches
    two of my people argue about who does what one is {role} one data what separates their jobs
    venn diagram of de and {role} what is in the {level}
    we have both a data and an {role} person on the project and they argue who does what where is the border
    what can {role} folk do which {role} folk can not
    what do all roles share
    what do {role} and {role} have in common
    what do {role} know that {role} do not
    what do {role} not need to know that {role} do
    what does a {role} know that {role} does not
    what does an {role} need that a {role} doesn t
    what does everyone share across the four jobs
    what is missing in the {role} profile that exists in the {role} one
    what is only in {role} and nowhere else
    what is the difference between an {role} and a data scientist
    what is the difference between an {role} and an {role}
    what is the difference between you guys {role} and a data scientist
    what is unique to the {role}
    what is unique to {role} compared to {role}
    what s the difference between {role} and {role}
    what sets the data people apart from the {skill} of us
    what sets the {domain} folks apart from everybody else here
    what sets {role} apart from {role}
    what skills are unique to {role}
    what skills do {role} and {role} share
    what skills does an {role} have that an {role} does not
    what skills does only the {role} have
    what would i have to leave behind and what could i carry over going from data to ai engineering
    what would i lose and gain if i went from ai to {role}
    what would i lose and gain moving sideways from {role} to data
    what would it take to move from {role} to {role}
    what {role} got that {role} do not
    where do the data and {role} tracks overlap
    where do the tracks meet and where does each go its own merry way
    where do {role} and {role} overlap
    which abilities does an {role} person own that a {role} could happily live without
    which is harder {role} or {role}
    which knowledge is universal whatever role you hold
    which of the roles is closest to {role} in skills
    which skills are shared by all four roles
    which skills are shared by all roles
    which skills do all four roles use
    which skills do {role} and {role} share
    which skills does only the {role} have
    which skills has an {role} that an {role} can skip
    which things only data people have not {domain} people
    which two tracks are most alike
    which would be the easier move for a {role} towards {role} or towards {role}
    why do we have both an {role} and an ai title what is in one but not the other
    {level} {role} next to {level} de
    {level} {role} or {level} {role} who needs more {domain}
    {level} {role} vs {level} {role}
    {role} or {role} how do the two stack up against each other
    {role} or {role} what s different
    {role} vs {domain} engineer
    {role} vs {role}
    {role} vs {role} sounds like the same job to me
    {role} vs {role} what is the difference
    {role} {role} similarities
    {role} {role} why
    {role} {role} with {skill}
  `,
  stack: `
    a vendor asked which technologies our {role} work with and i promised to get back to him
    am i going to need a new ide {skill} {domain} cli {role} {level}
    am i right in thinking that data folks here are on {skill} and {skill} or is there more in the kit
    are {role} people expected to live in {skill} land or is some other kit favoured
    at what level do i need {skill}
    at what level do people start {proficiency} with tensorrt
    before i accept the transfer which software will i be using daily over in {role}
    can you enumerame the technical environment of {level} {role}
    could you reel off the products and libraries a {level} in {role} lays hands on
    daily kit of a {level} {role}
    de tools
    do data people write python or scala or what
    do i have to learn go or java for any of this role
    do i need to know {skill}
    do {role} run on {skill} or gcp or azure and what else is in their toolbox
    does {role} tooling include {skill} or is that just data
    every blog recommends a different set of gadgets for data {skill} which ones have your blessing
    for a job posting list languages {domain} and tools for a {level} {role}
    frameworks a {level} {role} should have on the cv
    frameworks for {role}
    frameworks {level} {role} touches
    give me the shopping list of platforms and packages for someone building {skill} products at {level} grade
    give me the tech for a {level} {role}
    i am coming from net which technologies must i swap for to do {domain} stuff
    i am making a slide what we build with need the tooling for every role {level}
    i come from a microsoft shop so i am wondering what software the {role} here build upon
    i come from java spring world is any of that part of an {role} technologies
    i would like to avoid learning the wrong framework so what tech do the {role} {level} in this community touch
    i would like to put the right keywords in my cv for {role} which technologies are those
    is it all python in ai engineering
    is it all python or do {role} write typescript as well
    is it {skill} or tensorflow for your {role} folks
    is onnx mandatory for a {level} {role}
    is there some overview of the products and platforms a {level} {role} touches
    kindly provide tech stack of {role}
    langs
    libraries an {role} touches
    libs for {role} please
    list of technologies {level} {role}
    multi model {skill}
    my laptop arrives tomorrow and i want to install whatever {role} normally run day in day out
    my laptop request needs a justification technologies for {level} {role}
    name the gear an {domain} specialist reaches for please vendor names are welcome
    name the products and platforms a {level} {role} handles
    name the technologies for {level} {role}
    new {role} here what products will i touch
    our budget round is coming which software and frameworks would a {level} {role} team be using
    our it wants to order licences for the new {role} hires what do they work with
    our platform crew is choosing what to support hence my question about the instruments {role} {level} use
    procurement wants to know what we should license for a team of {role} and i am clueless
    py only or go too {role}
    python i have got so what else belongs to the technical arsenal of a {level} {role}
    show me the stack of each {role} level
    so what tech would i be surrounded with as {role}
    software used by {level} {role}
    software {level} de uses
    stack for {role}
    stack of a {level}
    stack of a {level} {role}
    stack of {role}
    tech stack
    tech stack for {level}
    tech stack for {level} {role}
    tech stack {role}
    technologies by role please
    technologies in the toolbox of a {level} {role}
    tensorrt
    the recruiter insists on keywords products and languages for a {role} please
    the software a {level} {role} uses
    toolbox {role}
    tooling {role}
    tools
    tools a {level} works with
    tools for a {level}
    tools for a {level} {role}
    tools tools tools for a {level} {role}
    tools tools tools {role} go
    triton
    vertex ai
    we need to order licences for a new {role} so which tools will he require
    what are they running on ai team {level}
    what do i install as {role} lol
    what do people in that {domain} role code with
    what do we use for {skill} and storage etc at {level} de
    what do {level} in {role} still tinker with technology wise if they tinker at all
    what do {level} in {role} use day to day
    what do {level} use every day tech wise
    what do {level} work with
    what do {level} {role} use day to day
    what do {level} {role} use every day
    what do {level} {role} work with day to day
    what do {level} {role} work with day to day tools i mean
    what is in the kit bag of a {level} {role} chap
    what is in the stack of a {level}
    what is in the toolbox of an {role} {level} from {skill} to dashboards
    what is in the {level} toolbox
    what is the toolbox of an {role}
    what is the usual setup tech wise for folks at {level} in {role}
    what is under the hood at the {level} {role} level libs and such
    what is under the hood for {domain} folks vector {domain} {skill} what
    what is your tech stack
    what kind of software does an {role} have on the screen all day
    what langs for {role}
    what programming languages does a {level} {role} work with
    what programs should a newbie on the data team be comfortable opening
    what s the stack of a {level} {role}
    what s the tech stack for {level}
    what s the tech stack of a {level} {role}
    what should a {level} have on their machine
    what should be installed on a {level} {role} laptop
    what should i install on my laptop to start as an {role}
    what software does a {level} {role} work with
    what software will i be {proficiency} with as a {level}
    what tech does a {level} work with
    what tech does the data track rely on
    what tech stack does a {level} {role} use
    what tech stack does the {role} role use
    what technologies come with {level} {role}
    what technologies do {level} {role} use
    what technologies do {role} {level} work with
    what technologies does an {role} work with
    what tools do {level} use
    what tools does a {level} use
    what tools does a {level} {role} use
    what tools does a {level} {role} work with day to day
    what toolset does an {role} live in
    what {domain} languages would i need as an {role}
    when does {skill} come in
    where do we need {skill}
    where does {skill} come up
    where is onnx mentioned
    which clouds and orchestrators do {role} folks deal with
    which coding language is most used in your ladder
    which languages would i code in as a {role}
    which level uses onnx
    which level uses {skill}
    which libraries come up in {domain} jobs here
    which libs do i have to install to feel like a {role}
    which libs does a {level} use
    which libs should a {level} {role} feel at home with
    which technologies does a {level} work with
    which technologies should a {level} {role} know
    which tools come up in {role} besides {skill}
    which tools does a {level} {role} use
    which tools does a {role} use
    which tools should a {level} have installed
    which tools should i know as a {level} {role}
    which vector {domain} and {domain} frameworks are in play for {role}
    which {domain} and brokers do the data people run on
    which {domain} do {role} work with
    which {domain} languages does an {role} person write
    which {domain} languages would get me through the door as an {role} around here
    which {skill} and {skill} tools do de have
    while rating our cv template i need the typical frameworks that go under {role}
    who deals with {skill}
    who uses triton
    who uses {skill}
    who works with onnx
    who works with triton
    who works with {skill}
    with what instruments works the engineer of {role} at second level
    would a {level} still touch tools and which ones
    {level} stack
    {level} {role} tech
    {level} {role} tooling
    {role} jenkins argo {skill} which of these do you list
    {role} tech stack
    {role} techs short list
    {role} tools
    {skill} cluster management
    {skill} gcp azure what {domain} software do you have for {role}
    {skill} or tensorflow or what do the {role} guys use
    {skill} or {skill} or {skill} what do your {role} actually run on
    {skill} tensorflow jax what do our {role} people actually use
    {skill} {skill} what else {role}
  `,
  focus: `
    a b {domain} models
    a day in the life of a {level} {role}
    a {level} {role} should be centred on what really
    as a {level} i feel torn in ten directions so remind me where the emphasis lies in {domain} work
    as a {level} in {role} on what do i put my energy
    as freshly promoted {level} i feel pulled in ten directions what is the main thing i ought to care about
    at which level do you do a b {domain}
    attention goes where at {level} {role}
    big picture of {level} {role} work 1 line
    biggest concerns of a {level} {role}
    boiled down to a sentence or two what is the {level} grade in ai engineering all about
    center of gravity for {level} {role}
    center of gravity {level} {role}
    daily routine of an {role} person at {level}
    day in the life {role} {level}
    day to day work of a {level} {role}
    describe the routine of a {level} {role} to my students who imagine it is all {skill} and sighs
    do {level} in de still write code mostly
    do {level} still code or do they sit in meetings all day
    do {level} still code or is it meetings all day long
    do {level} still code or just do {skill} data side
    does a {level} on the data side still get her hands dirty or is it chiefly steering others
    does a {level} {role} mostly code or mostly steer others what is the emphasis
    does a {level} {role} think in sprints or in years
    feature engineering who does that
    focus of a {level}
    focus of a {level} {role}
    focus of {level} {role}
    focus of {role} {level}
    how do {level} spend their week
    how is the day split for {level} {role}
    how much time does an {role} {level} spend firefighting
    how would an ordinary tuesday look for an {role} in the {level} of the ladder
    i am curious what the heart of the work is for a beginner in {domain}
    i am in sales and need to know what our {level} {role} is chasing these days his top goals
    i have got 40 hours a week i am a {level} in {role} what should be on top of the pile
    i just became {level} what should have most of my attention now
    i manage a {level} who does a bit of everything where should i steer her attention
    i need one slide on the mission of a {level} {role} meaning the gist rather than the fine print
    i want to know if {level} {role} mostly firefight or design
    i want to know what {level} in {role} spend their hours on
    i would be bored by pure maintenance what would i be doing from morning to evening as an {role} {level}
    i would love a glimpse of an ordinary tuesday in the life of an {role} at {level} grade
    if a {level} {role} could only care about three things which
    if i had to tell my {level} {role} in one sentence where to put his energy what would it be
    if i shadowed a {level} {role} from coffee till dusk what would i see her busy with
    if only one thing mattered at {level} for {role} which would it be
    in a nutshell what does a {level} spend their time on
    in one sentence what is a {level} {role} all about
    in one sentence what is a {level} {role} there for
    in the grand scheme of things what is a {level} {role} meant to be concentrating on
    is a {level} more about people about code or about {skill}
    is it people or technology that a {level} {role} mainly deals with
    is the emphasis for {level} {role} on shipping features or on quality
    is {level} {role} more about training models or more about shipping them
    kindly tell day to day of {level} {role}
    main concern of a {level} {role}
    main duties of a {level} {role}
    main focus of a {level}
    main focus {level} {role}
    main priorities at {level} {role} level
    main responsibilities of a {level} {role}
    main thing for {level} {role}
    mission of the {level} level
    my daughter asked what i do at work i am a {level} {role} what do i do roughly
    my days as a {level} feel scattered what ought to be at the centre of my attention in data
    my manager reckons {level} should care about impact rather than code is that how {role} {level} spend their week
    my new {level} asked which topics i consider my priorities and i am a {level} {role} cheat sheet
    my wife asks what i am going to do all day as a {role} lol
    never mind the full list what are the two or three things a {level} {role} cares about above all
    of the hundred things an {role} {level} could chase which deserve to come first
    one sentence on what {level} is all about
    priorities for a {level}
    priorities for {level} {role}
    priorities {level} de
    publications and {skill} is that expected
    research agenda
    responsibilities of a {level} {role}
    should {level} be heads down or helping others what is their main aim at this grade
    tell me what a {level} in {role} spends time on because from outside it looks like endless calls
    tell what {level} in {role} is mostly busy with
    the main thrust of the {level} {role} role short
    the {level} title seems to come with no to do list what would occupy an {role} one between monday and friday
    typical day of a {level} {role}
    what are a {level} s responsibilities
    what are the big themes at {level} level for ai
    what are the main tasks of a {level} {role}
    what are {level} busy with
    what are {level} mostly supposed to care about
    what comes first for a {level} {role} speed quality learning
    what do {level} mostly do
    what do {level} {role} concentrate on
    what does a typical tuesday look like for a {level} {role}
    what does a {level} do all day
    what does a {level} do day to day
    what does a {level} focus on
    what does a {level} spend time on
    what does a {level} {role} concentrate on
    what does a {level} {role} concentrate on in one or two sentences
    what does a {level} {role} do all day
    what does a {level} {role} do day to day
    what does a {level} {role} focus on
    what does a {level} {role} spend most of the day on
    what does a {level} {role} spend their time on
    what does a {level} {role} work on
    what does a {level} {role} work on day to day
    what does the {proficiency} day of a {level} {role} consist of
    what eats a {level} {role} time
    what is a normal tuesday like for a {level} {role} person
    what is a normal week for a {role} {level}
    what is a {level} about
    what is a {level} day like
    what is a {level} responsible for
    what is a {level} {role} responsible for
    what is a {level} {role} there for
    what is first and what is last in importance for {level} {role}
    what is the big theme of the {level}
    what is the emphasis at the lead stage of ai engineering
    what is the focus at {level} level
    what is the focus of a {level} {role}
    what is the heart of the {level} work code or people or {skill}
    what is the number one concern for an {role} {level}
    what is the scope of a {level} one team or several
    what keeps a {level} {role} awake at night professionally speaking
    what keeps an {role} {level} busy
    what kind of problems land on the desk of a {level} {role}
    what kind of work does a {level} {role} do
    what makes a {level} {role} tick what is she chiefly there for
    what matters most for {level} in {role}
    what matters most when you are a {level} in the data team
    what matters most {level} {role}
    what occupies a {level} {role} from morning to evening
    what s the focus at each level for {role}
    what s the focus of a {level} {role}
    what should a {level} in {role} not waste time on and what instead
    what to concentrate first year as {level} {role}
    what would i be busy with all week as a {level} {role} {domain} engineer
    what would i be doing as a {level} {role}
    what would i do as a {level} {role}
    when you are a {level} {role} which subject takes the front seat
    where do {level} {role} people put their hours
    where does most of the time of a {level} go
    where does the time go for {level} grade {role} people
    where does {skill} come in
    where shld {level} {role} put energy
    where should a freshly minted {level} in {role} put most of his energy
    where should a {level} put most of their energy
    where should a {level} {role} be putting their energy
    which level does {skill}
    which things take centre stage at {level} {role}
    which way shifts my attention once i am {level} i mean what i concentrate upon
    who does research
    who does the {skill}
    who is responsible for capacity planning
    who mentors people
    who sets the {role} {skill}
    {level} de does what all day
    {level} de what is the point of the job
    {level} {role} coding or meetings
    {level} {role} design or build
    {level} {role} what matters most there
    {level} {role} what should get most of my attention
    {skill} whose job is it
  `,
  core: `
    a checklist of strictly required knowledge for the {role} {level} would save my afternoon
    are there deal breakers for a {role} things you absolutely have to bring
    as a minimum what has to be {skill} when one a {level} {role}
    bare minimum skills {role} {level}
    bare minimum {level} {role}
    can you tell apart the required from the optional skills for {role}
    core competencies {role}
    core list {role}
    core of the core for a {level} {role} lol
    core skills at {level} {role}
    core skills for {role} please
    core skills of a {level} {role}
    core skills of an {role}
    core skills {level}
    core vs optional for a {level} {role}
    crucial abilities at {level} {role} level
    cut to the chase without which skills would you never call somebody a {level} {role}
    deal breakers for a {level} {role}
    deal breakers for {level} {role}
    essential skills for getting hired as a {role}
    essential skills for {role}
    essential stuff only {role}
    for the screening call what are the indispensable abilities of an {role}
    for the screening form i need the knock out skills of a {level} {role}
    fundamental requirements {level} {role} not the extras
    fundamentals that no {level} {role} may lack
    give me the must haves for a {level} {role}
    give the vital ones for {level} {role} nothing else
    hard requirements {level} {role}
    how many are compulsory
    how many of the skills are compulsory in {domain}
    how many skills are mandatory for a {level} {role}
    i am told core weighs heavier than the {skill} so which are core for {level} {role}
    i have limited time only the mandatory part for {domain} {level} skip the optional
    i have only got three months so tell me which things a {level} {role} absolutely can not do without
    i only have time for the indispensable stuff {role} what is it
    i suspect that half the rows for a {level} {role} are optional so which ones truly bind
    i would rather not waste effort on side dishes so what is the main course for a {level} {role}
    if i fail these i am out which skills are those for a {level}
    is prompt work among the essentials of an {role} or just decoration around the real key skills
    is {skill} a core one for {role} or a side dish what are the core ones anyway
    is {skill} a core skill for {role}
    is {skill} among the core ones for {role} and what else is
    key skills for a {level}
    key skills {level}
    key skills {level} {role}
    let me ask bluntly which gaps would be unforgivable in a {level} {role}
    list the mandatory skills of an {role}
    mandatory skills for {role}
    mandatory vs optional {role}
    mandatory {level} {role}
    mark the compulsory ones for me
    most important skills for a {level}
    most important skills for {role}
    must have for {level} {role}
    must have skills
    must have skills for a {level}
    must have skills for a {level} {role}
    must have skills for {level} {role}
    must haves for a {level}
    must haves for {role}
    must haves {level} de
    must haves {level} {role}
    musthave list {level} {role}
    my mentee panics at the length of the matrix what is non negotiable for an {role} beginner
    nice to have or required where do i see that
    non negotiable skills for a {level}
    non negotiables at {level}
    non negotiables for a {level} {role}
    non negotiables for {level} {role}
    non negotiables {role}
    not everything weighs the same i gather what carries the greatest weight for {domain} people
    number of mandatory skills for an {role}
    obligatory competencies of {role}
    obligatory skills
    of all the things a {level} {role} should know which ones can not be skipped
    only core please {level} {role}
    our exam should only test the vital stuff for {level} tier {role} so i need to know what that is
    our new grad is overwhelmed by the long list which part of {level} {role} is truly essential and which is optional
    people say you may leave gaps outside the key ones so which are the key ones for {level} {role}
    required not nice to have de
    show me the main skills for {role}
    show only what is mandatory and hide the side dishes
    show required only {role} {level}
    sir which are the important compulsory topics for {role} {level}
    some skills have a little mark by them meaning you really need them which are they for my role
    strip away the nice to haves and show me the bare essentials for a {level} in {role}
    suppose i could polish only a handful of things as an {role} {level} which are the obligatory ones
    the essentials of an {role}
    the essentials {role} {level}
    the heavy hitters among {level} {role} skills
    the marks on the {role} {level} sheet confuse me which rows are compulsory
    the most critical skills for {level} {role}
    there are like 50 skills here which really count for {role}
    there must be some bedrock every {role} stands on whatever the grade what is it
    things one simply must know to call himself {role}
    top must know things for someone in {domain}
    top skills de {level} no fluff
    what are the 5 or 6 things that define an {role}
    what are the absolute must knows for {role}
    what are the central competencies at {level} level
    what are the core skills for {level}
    what are the core skills for {role}
    what are the core skills of a {role}
    what are the core skills of an {role}
    what are the key skills by which a {level} stands or falls {role}
    what are the key skills of a {role}
    what are the most important skills of this role
    what can not a {level} do without
    what can not i skip as {level} {role}
    what can t i do without as an {role}
    what do i need without fail to pass as a {level}
    what forms the backbone of the {level} profile in {domain}
    what is absolutely mandatory
    what is absolutely mandatory for a {level} {role}
    what is compulsory and what is nice to have for a {level} {role}
    what is essential and what is just nice to have for an {role}
    what is non negotiable for a {level}
    what is optional for a {role} and what is not
    what is the bare minimum a {level} {role} can not do without
    what is the bare minimum set that every {level} {role} is obliged to have whatever the project
    what is the foundation every {role} must have under his belt
    what matters most for a {level}
    what really matters for an {role}
    what s mandatory for {level} {role}
    what s the most important stuff for a {role}
    what should nobody at {level} level be without
    what skills are non negotiable for {role}
    what skills are the backbone of {role}
    what skills define an {role} at heart
    what skills really matter for {level}
    which abilities weigh the most when you are a {level} {role}
    which are optional and which not {level} {role}
    which of these can i safely ignore as a {level} {role} and which are musts
    which of these many requirements are deal breakers for a {level} {role}
    which ones are obligatory for a {level} in {role}
    which ones are the core ones
    which ones can not i skip
    which requirements have no way around them in the {role} role
    which skill absolutely can not be weak at {level} {role}
    which skills are a must for {role}
    which skills are core for {role}
    which skills are mandatory
    which skills are mandatory for a {level}
    which skills are mandatory for a {role}
    which skills are mandatory for an {role}
    which skills are optional for a {level} {role}
    which skills are optional for {role}
    which skills are started as core in the data track
    which skills are the bread and butter of a data person
    which skills can a {level} {role} not do without
    which skills can t i skip as a {level} {role}
    which skills of the {level} {role} are flagged as core
    without what your no {role}
    without which abilities would nobody be called a {level} {role}
    without which knowledge nobody is let be {level} in {role}
    you list so many skills my head spins which handful truly counts for {level} {role}
    {level} {role} only the mandatory stuff
  `,
  changes: `
    a colleague said her proposal went live on friday where do i see that it really landed
    any changes lately
    any news about {role} expectations
    any news in the ladder
    any news since last month
    any recent changes
    any recent updates
    any updates lately
    anything new in the ladder since last month
    anything new lately
    anything new since christmas
    anything new since i was last here on monday
    anything new since last month
    anything new under the sun since version one or has it all stood still
    as a translator of these texts i need to know which passages were revised this month
    been away 3 months what did i miss
    before our meeting tomorrow summarize what got altered this month
    before the guild meeting i would like to recap the most recent amendments for everybody
    changelog
    could i get a digest of what is been altered over the past couple of weeks
    did anything change this week
    did ladder chg after summer
    did someone remove a skill from the {role} role i could swear there was one more
    did the roles get reshuffled this year or is it still the same four
    did the text about {skill} get corrected i remember it differently
    did they lower anything for once
    do you know who last edited the {role} page
    everything that happened to the {level} level since january
    give me the difference between now and june
    give me the timeline of what was added and dropped
    has anything been altered for {role} in the past month
    has anything changed lately
    has anything changed since january
    has the {domain} section been rewritten
    has the {proficiency} of the {skill} statements been rewritten since my last visit
    has the {skill} skill changed lately
    have the goalposts been moved for {level}
    have you been updated for 2025
    how does today ladder differ from the one i was hired under
    how fresh is this information
    how old is this version of the ladder
    i am compiling our yearly report and need the history of modifications to the {role} profile
    i could swear {skill} used to be listed for {role} and now it is vanished
    i could swear {skill} was only {proficiency} for my level before did someone bump it
    i did my assessment half a year ago what is been modified in the meantime
    i have been away for six months bring me up to speed on the ladder
    i have been on leave since march what did i miss
    i passed all of it in february but now there are new rows where d they come from
    i was on parental leave since spring has the framework moved while i was away
    is it true that experience with {skill} became compulsory in spring
    is the content up to date last edit date
    is there a logbook where one can trace each edit back to its author
    is there anything new in the {role} ladder
    is this still the version from last year
    it used to say {proficiency} for {skill} no
    kindly share the recent modifications done in {role} ladder
    last 5 edits
    last quarter i knew my requirements by heart but they seem different now what got added or dropped
    last week {level} needed {proficiency} in {skill} now it says {proficiency} since when
    last wk changes
    latest additions please
    latest edits
    latest updates please in short form for the guild newsletter
    latest updates to the {role} role
    my printout from january no longer matches the screen so somebody must have edited something
    my target seems to have shifted by itself overnight why that
    new skills added recently
    oh so {skill} got renamed to {skill} when was that
    our newsletter goes out friday and i want a paragraph on what is different in the ladder now
    previous value of {skill} for a {level} before it got raised
    recent changes to the ladder please
    recent edits {role}
    recently updated stuff
    release notes
    release notes please
    revision log of the {role}
    rumour has it that the ai track was overhauled overnight what precisely happened
    show me recent updates to the ladder
    show me the changelog
    show me the latest updates
    show recent modifications
    since when is {skill} expected from {level}
    somebody quietly lowered the expectation on {skill} and i am keen to learn who and for what reason
    somebody raised the bar on {domain} i want to know who
    someone moved {skill} up for {level} {role} who was it
    someone told me the {role} ladder got edited what did they touch
    something different since may
    tell me about the most recent change
    the ladder looks different today why
    the release notes for the career framework if such a thing exists are what i am after
    the requirements look different from the printout i have what is been altered
    thought {skill} was lower before who did that
    updates
    was anything removed in the last quarter
    was {skill} always in here
    was {skill} always required of {level} or is that fresh
    was {skill} removed from the {role}
    were there changes to the {role} role
    what changed in the ladder lately
    what changed in the {role} role
    what changed lately
    what changed recently
    what did i miss while on parental leave
    what did the community decide to alter in the last few weeks
    what got changed recently
    what has been accepted recently
    what has been approved and merged lately
    what has changed for {role}
    what has changed recently
    what is different in the ladder since christmas
    what is new
    what is new in the ladder
    what is the latest news from the ladder in case i have missed the boat
    what moved this month
    what s new
    what s new in the ladder
    when was de last edited
    when was the ladder last updated
    when was the matrix last touched and by whose hand
    when was this last touched
    when was this last updated
    when was this thing last touched
    when was {skill} taken out
    when were the {level} requirements last touched and why
    which bits have been freshly reworded
    which edits came out of the last round of voting
    which skills were added this quarter
    which skills were added this year
    who added {skill} and on which date
    who bumped {skill}
    who changed the requirements for {skill} and when
    who lowered the bar in {skill} for {level} {role}
    who put {skill} in there
    who put {skill} on the list name and date
    who raised the bar for {skill} on us and when did that slip through
    who touched {skill} row
    whose idea was it to put {skill} in there
    {level} {role} got harder since when
  `,
  rubric: `
    1 to 4 or 0 to 3 how do you grade skills
    4 grades explain
    a w a e surely two of these letters can not be the same thing
    a w ad e legend please
    a w e what are those letters in the table
    a w i do not get these letters
    abbreviations used in the matrix
    an empty cell or a dash how do i read that
    at what point does one tip over from just using something to really mastering it by your terms
    beginner {level} how do these map to your terms
    can one be {proficiency} without having taught it to others
    colours legend
    compare {proficiency} and {proficiency}
    could you clarify the rating categories for my team before they fill it in
    define proficient
    define {proficiency}
    definition of {proficiency}
    difference between knowing something at {proficiency} and at {proficiency} generally speaking
    difference between {proficiency} and {proficiency}
    difference by the way {proficiency} and {proficiency}
    does the same word mean the same depth for every skill e g {proficiency} in {skill} vs {proficiency} in {skill}
    does the third tier imply solving other people problems with it
    does {proficiency} mean i must be famous in the industry or only best in the team
    does {proficiency} mean i work with it or that it works
    does {proficiency} mean i wrote a book about it
    explain skill proficiency levels in plain words
    explain the four proficiencies i can not tell them apart
    explain the four proficiency ratings to me like i am new
    explain the four steps of proficiency
    explain the proficiency levels
    explain the proficiency scale
    explain the proficiency scale please
    explain the scale
    explain the scale to me like i am 5
    four grades right what are they from lowest to top
    green
    green good red bad
    having heard of it and having tried it once does that earn the lowest mark on your scale or nothing
    how am i to understand {proficiency} {proficiency} as in it works
    how are {proficiency} and {proficiency} different
    how do i read this grid
    how do i tell if i am {proficiency} or already {proficiency}
    how do you define each step in a sentence apiece
    how do you define {proficiency}
    how good do i have to be for {proficiency}
    how good is {proficiency} really can you do it alone or with help
    how high does the scale go
    how independent is a person supposed to be at each proficiency
    how is {proficiency} different from {proficiency}
    how many grades of skill master are there and what are they called
    how should one read the four grades of proficiency independent of any given topic
    i always hesitate between the second and third answer how do i tell them apart
    i am colour blind so please tell me in words what the various tints signify
    i can do the job by copy pasting from stack overflow {proficiency} or not
    i do not understand what is meant with {proficiency} {proficiency} to what
    i give a talk on the proficiency scale tomorrow and need crisp {proficiency} for each notch
    i have seen b c a and e in the spanish one are they the same like yours
    i have shipped one thing with it in production where would that put me on your scale no matter which tool
    i keep bumping into a capital w in the cells and can not work out what it stands for
    i never know whether i am {proficiency} or {proficiency} at something how are those defined
    i never know whether to put {proficiency} what is it supposed to mean
    i see an e in the chart and no explanation
    i use it daily but only with help of colleagues what that counts as
    i used something in one project two years ago which grade of knowledge is that
    if i follow tutorials and can copy an example which of the four is that
    is being {proficiency} about years of practice or about independence in your vocabulary
    is it enough to have read the docs to claim the lowest one
    is the bold one some kind of special mark
    is there a step below {proficiency} like nothing at all
    is there something higher than {proficiency}
    is {proficiency} better than {proficiency} lol
    is {proficiency} higher than {proficiency}
    is {proficiency} just having heard of it
    is {proficiency} just someone who teaches others or what do you call an {proficiency}
    is {proficiency} like having read about it once
    is {proficiency} the same thing as {level}
    is {proficiency} {proficiency}
    knowing the theory but never having used it in production counts as what
    legend
    legend please
    letters mean what
    meaning of the symbols
    meaning of {proficiency}
    must one teach others to be at the top grade
    my self rating depends on it so where do you draw the line between {proficiency} and {proficiency} generally speaking
    nobody ever told me what the steps of master are so i rated myself by gut feeling
    our spanish office translates the third notch as {proficiency} what does that notch imply in the first place
    our works council wants the definitions behind your scale before they sign anything off
    please clarify the proficiency definitions my team keeps arguing about those
    preparing onboarding material one sentence for each of your skill depths would do
    prof levels def
    scale please
    so these words are the same across all the skills or different for each
    so {proficiency} is what exactly
    some squares are green and others nearly purple and the legend escapes me
    someone wrote adv next to my name what does that imply
    that little e huh
    the dash in some boxes baffles me as do the initials in the {skill} a legend would be lovely
    the dash in the table is that not needed or unknown
    the orange one what is that colour telling me
    the scale you use how are its grades defined
    the yellow ones good or bad
    w vs a
    what are the general criteria behind these four words
    what are the proficiencies
    what are the proficiency levels
    what counts as {proficiency}
    what do a w v and e stand for
    what do i have to show to count as {proficiency}
    what do the colours mean
    what do the colours stand for
    what do the letters in the matrix stand for
    what do the marks stand 4
    what do you mean by {proficiency}
    what does green stand for
    what does it mean to be an {proficiency}
    what does the little star mean
    what does the w mean
    what does w stand for
    what does {proficiency} mean
    what does {proficiency} stand for
    what is an empty cell then
    what is an {proficiency} according to the ladder
    what is considered enough to be more than a beginner
    what is higher {proficiency} or {proficiency}
    what is meant by {proficiency}
    what is the difference between {proficiency} and {proficiency}
    what is the difference between {proficiency} and {proficiency} in general
    what is the green box in the table
    what is the scale
    what is the yellow shade in the table trying to tell me
    what is {proficiency}
    what is {proficiency} lol
    what proficiencies exist
    what s the difference between {proficiency} and {proficiency}
    what separates the really good from the merely competent in your {proficiency}
    what separates {proficiency} from {proficiency}
    what should i be able to do to tick {proficiency} generally speaking
    what would earn me {proficiency} rather than {proficiency}
    when am i allowed to call myself an {proficiency} in something
    when do i get to call myself an {proficiency} in anything
    when do i tick {proficiency} and when {proficiency} any guideline
    when does it stop being {proficiency} and become {proficiency}
    when does some1 count as {proficiency}
    when is somebody an {proficiency}
    when is someone an {proficiency}
    where on the scale does can do it alone but asks about the tricky bits fall
    which one is higher {proficiency} or {proficiency}
    which stage is can do it alone on an ordinary day
    why are some cells orange
    why is one shade darker than the other
    would you call someone an {proficiency} once they ve taught others or is there a stricter yardstick
    yellow box meaning
    your letters are confusing translate
    {proficiency}
    {proficiency} as in heard of it
    {proficiency} could mean anything from a podcast to a phd how do you define it
    {proficiency} enough to read docs or what
    {proficiency} means i have a job lol
    {proficiency} means what exactly
    {proficiency} or {proficiency} where is the line
    {proficiency} sounds insulting to me why would having something at {proficiency} be fine for a {level}
    {proficiency} vs {proficiency}
  `,
  rule: `
    1 bad skill kills it
    are all the questions worth the same points
    are skipped questions treated as zero
    are the must have skills weighted more heavily in my score
    as a statistician i am sceptical how accurate can a dozen self ratings possibly be
    by which logic do you give out levels
    can i be {level} in one domain and {level} in another
    can i skip a few skills and still be {level}
    can i skip the {level}
    can i trust your verdict
    can one outstanding area make up for a poor one
    can someone be a {level} at {role} and a {level} at the {skill}
    can someone be strong in {role} but still be held down because of weak {domain} answers
    convince me this is more than a horoscope
    could i be {level} with a handful of things still below the bar
    could not anybody just tick {proficiency} everywhere and come out as {level}
    could someone just lie their way up to {level} with this
    do all domains count equally or are some heavier
    do i get a level for each skill or one overall
    do i have to have all the skills to be a {level}
    do i have to tick every single box to get the level
    do i need every single skill to be called {level} or is there a threshold
    do i need every single skill to reach a level
    do optional skills count when you figure out where i stand
    do optional skills weigh less in the calculation
    do the optional skills carry any weight or are they decoration
    do two {proficiency} answers cancel out one {proficiency}
    do you weigh core stuff heavier when you work out where somebody belongs
    does a higher score in one area make up for a weak one when you work out the level
    does a single bad score on {skill} ruin everything
    does a single lousy answer drag the entire verdict down or is it average out
    does an orange one pull the total down
    does being brilliant at {skill} make up for being rubbish at {skill}
    does everything have to be met or is most of it enough
    does it matter if i never touched {skill} will that hold back my overall grade
    does the bot just take my word or is there some check on accuracy
    does the bot take experience in years into its formula or purely what i answered
    does weak {skill} drag me down
    everything great except {skill} and you downgrade me for that one
    explain my result i can not follow it
    explain the algorithm
    failed {domain} only still {level}
    got {level} feels too high tbh
    hm that is lower than i hoped what brought it down
    how accurate is this compared with a real interview panel
    how accurate is this thing
    how accurate is your test lol
    how are results calculated
    how are the answers added up
    how come it shows between two levels for me
    how come {level} after 8 yrs smh
    how confident are you in what you told me given that i guessed about a third of it
    how did you decide that i am a {level}
    how do you calculate my level
    how do you compute my level
    how do you decide what level i am
    how do you decide which level somebody is at
    how do you turn my answers into a rank
    how do you work out somebody level
    how do you work out what level someone is
    how do you work out which level i am
    how does the assessment work
    how does the assessment work out my level
    how does the scoring work
    how far can i trust the result
    how is my level calculated
    how is my level computed
    how is my level worked out
    how is seniority determined
    how is the final grade calculated
    how is the final grade decided
    how is the score computed
    how many cells must be filled before you d call somebody a {level}
    how many do i need to pass
    how many low answers does it take to be pushed down
    how many misses allowed
    how many skills can i miss and still count as {level}
    how many skills do i need to pass to be {level}
    how many skills may i miss and still get a level
    how much can i trust this number
    how on earth did you arrive at {level} i have been doing this for nine years
    how strict is the cutoff for {level}
    how you calc this
    i answered honestly got {level} and feel rather slighted on what basis was that decided
    i disagree with the level you gave me
    i dispute that grade
    i do not agree with my result
    i do not believe i am still {level} i answered almost everything with {proficiency}
    i do not trust a number that comes from me ticking my own boxes
    i got {level} although nearly everything i ticked was top marks what is going on
    i hated my assessment result who do i complain to
    i object to my rating
    i overrated a couple of answers would that shift the outcome
    i scored well nearly everywhere yet you stamped me {level} what tipped the balance
    i think i should be {level} your verdict is plain wrong
    i think your verdict is off by one
    i want to know the reason behind my grade
    i was honest with {proficiency} and got punished how does that scoring work
    i was rated differently by my manager than by you who is right
    i would appreciate an explanation of the scoring before i show it to anybody
    i would argue {skill} should not drag a strong engineer down a whole rung does it
    i would like to contest the outcome for the questions hardly touched on what i do best
    if i do not know {skill} at all am i stuck forever
    if i have everything for {level} except two items for {level} what do i get
    if i overrated myself does it notice
    if i rate myself too low does the outcome change a lot
    if i skipped a handful of questions did that count against me in the outcome
    is a human checking what you decided or is it only formula
    is a single weak core skill enough to keep me at a lower level
    is it an average of everything or does the lowest one count
    is it average or min
    is it ok to be weak in one domain and still get promoted
    is it required to tick everything in a column before it counts or 80 percent is okay
    is it strict or lenient when it sums up
    is it the weakest link that decides
    is the level one for all domains or one per domain
    is the outcome an ai guessing or a fixed formula
    is the outcome {skill} when people grade themselves
    is the strongest area allowed to make up for the weakest when you work out someone rung
    is there a threshold or a cutoff or something
    it says between {level} and {level} on my sheet how does one end up straddling two rungs
    it told me between {level} and {level} so which one is it
    math behind my lvl
    my boss thinks the bot underrates people how does it come to its conclusions
    my boss wants to know how much trust to put in the grade the bot spits out
    my colleague with the same answers got higher than me how it is possible
    my coworker answered almost the same as me and came out one step higher explain
    my level dropped since last time wtf
    my report result looks too generous to me on what grounds did she get that
    no way i am a {level} check again how you counted
    not happy with my grade
    not happy with the outcome what can i do about it
    one red and i am {level} seriously
    one red box in {domain} and suddenly i am not {level} anymore
    one red one and my whole score is gone why
    one teammate reckons the bot guesses i maintain there is a formula behind the verdict so who is right
    people lie to themselves how is a self rated thing supposed to be objective
    please to explain the basis on which the grade has been decided for me
    preparing a brown bag on this tool need one slide on how an outcome is derived from the ratings
    right now it says 62 sure what does that percentage mean
    says {level} i call bs
    seems unfair that {skill} blocks me when i am a top coder
    should i take the outcome seriously or as a rough hint only
    so is it an average or do you take the minimum
    so you are saying i am not a {level} because of missing {skill} {skill} stuff seriously
    suppose everything is met except {skill} what would i be given then
    suppose i am brilliant at everything but hopeless at {skill} would the bot still let me through as {level}
    suppose i skip ten items do those count as zero
    tell me how you came up with my level
    the result was not fair for me i have much experience that your questions did not touch
    the tool put me higher than i would have dared to claim so i am wondering how it reached that conclusion
    this can not be right i am definitely more than that
    this is wrong i am {level}
    two days ago i came out as {level} and today {level} same answers more or less explain
    two months ago it said {level} now it says {level} and i have not gotten dumber how is this determined
    two of us gave practically the same answers and ended up a rung apart which i can not fathom
    walk me through the arithmetic that turned my ratings into a grade
    what cutoff do you use
    what determines my level
    what did you base my result on
    what happens if i fail a mandatory skill
    what happens if i fail one core skill
    what happens when i beat the bar for {level} in half of them and miss {level} in the others
    what is the formula behind this an average
    what is the math behind it
    what is the maths behind the verdict
    what is the passing threshold and are the key skills treated more strictly than the {skill}
    what is the rule for being a {level}
    what is the threshold for a level
    what made you put me there
    what makes you decide between {level} and {level} for me
    what pct to reach {level}
    what percentage do i need to hit to be called {level}
    what s the rule for a level
    what share of green do you need to give me the {level} title
    what would it have taken for you to say {level} instead of {level} is it all or nothing
    which of my answers cost me the higher level
    which of my answers tipped the scale
    who decides if i get promoted
    who says i am only a {level} on what grounds
    who says that i am only a {level}
    why am i a {level}
    why am i not {level}
    why am i {level}
    why did i come out as {level} and not {level}
    why did i get {level} and not {level}
    why did it say i am a {level} i answered nearly everything with {proficiency}
    why do i count as a {level} and not more
    why do i get {level} and not {level} if most skills are fine
    why does my profile come out as {level} when i put {proficiency} nearly everywhere
    why is the core weighted more when you compute my level
    why not {level} i have answered {proficiency} nearly everywhere
    why {level}
    you put me too low what are my options
    you say i am {level} but i run the whole {skill} platform alone that is rubbish
    your verdict is rubbish
    {domain} say i am {level} though i have been a {level} for 3 years how come
  `,
  process: `
    2 weeks and still nothing decided is that normal
    am i eligible to cast a vote or is that a privilege of the chosen few
    am i entitled to vote as a {level}
    are {level} allowed in on those decisions
    by when is it settled after a motion has been handed in
    can a decision be reversed later
    can a normal member have a say or is it all decided by experts
    can a proposal be submitted again after it failed
    can a rejected idea be brought up a second time and how soon
    can any1 vote or just experts
    can anyone vote or only the chosen few
    can i add a skill
    can i suggest a new skill
    can i take back my vote
    can i vote against a proposal
    can i withdraw a proposal i made
    can management just overrule the community and put in whatever they like
    can we remove {skill} from the matrix
    could one stubborn person veto a sensible improvement or does the majority carry the day
    do abstentions matter
    do experts votes weigh more than mine
    do reviewers have to explain a no
    do the experts in the community get elected
    does an {proficiency} voice weigh more than mine when a modification is being judged
    does everybody have to agree to an edit or is most of them enough
    does everybody voice weigh the same or do {level} folks count double
    does everyone have to agree or is half plus one fine
    does the community agree on what a {level} has to know and how
    explain how amendments to the ladder work
    explain me the approval flow from idea until it is in the ladder
    explain the lifecycle of a change request from submission till it is live
    explain to a newcomer how democratic this is and where the power really lies
    feels like a closed club who has a say in this
    for how many days does the poll stay open and can it be extended over the holidays
    governance of the framework short explanation for my slides
    how are the requirements for a {level} ml engineer set
    how are the votes added up
    how become {proficiency} voter
    how can a requirement be changed
    how can i be useful as a reviewer of proposals
    how can i suggest a change to the ladder
    how can i vote
    how do amendments get approved
    how do changes get made
    how do changes to the ladder get approved
    how do i add a new role to the ladder
    how do i suggest a change to a skill
    how do i vote against a proposal
    how do i vote on a proposal
    how do you decide which skills a {role} needs
    how do you stop people from voting for their own stuff
    how do you update the ladder
    how does a change get approved
    how does somebody become one of the experts here
    how does the community decide what an {role} needs
    how does the community define the requirements for the {role} role
    how does the ladder get updated
    how does voting work
    how is a proposal decided
    how is it ensured that one loud person does not rewrite the requirements
    how long before vote closes
    how long do folks have to react before it gets settled
    how long is a vote open
    how many experts does each domain have
    how many people have to turn up before a ballot is considered valid
    how many votes are needed for something to pass
    how many votes does a change need to pass
    how many votes does it take for a change to pass
    how many yes needed
    how many yes votes does it take to get something through
    how many yes votes to lower something
    how often is the ladder revised
    how often is the ladder updated
    how often is the whole thing revised
    i abstained by accident yesterday does such a thing matter for reaching the minimum turnout
    i disagree with the {skill} row what can i do
    i disagree with {skill} at {level}
    i do not agree with {skill} being mandatory for {level}
    i think the {skill} requirement for {level} is too high
    i think this is not right
    i think {skill} should be mandatory for {role} what do i do
    i think {skill} should not be there for {level}
    i want to suggest adding rust
    i want to understand who is standing behind these expectations and how they got agreed upon
    i would be interested in the decision making behind this document
    i would like to become one of the experts how does one qualify
    i would like to become one of those who approve changes how
    i would like to understand the journey a change makes from idea to official text
    if only two people bother to vote does it still count
    in our charter i must describe the governance behind your ladder could you sketch it
    is a vote valid when just two people show up
    is it possible to propose the same thing again
    is it true that only {level} may approve edits someone in the channel claimed so
    is there a committee or what
    is there a minimum number of people who have to take part
    is there some committee behind this or did one guy write it
    is there someone with a veto
    is this decided top down by hr or do engineers have a say
    is this ladder written by one guy or a committee
    it smells like a closed club to me how does one become one of the experts
    it sounds a bit undemocratic to me who picked these experts
    majority or consensus
    may i change my vote after casting it
    my idea got rejected y
    my manager assumes hr dictates the requirements i believe it is the community so please clarify
    my request to drop {skill} was refused what are the reasons a request gets refused
    my suggestion on {skill} was turned down and nobody told me the reason
    my suggestion was shot down within a week and nobody bothered to tell me the grounds
    my suggestion was turned down why
    my vote can i take it back after i cast it
    nobody voted on mine then
    not enough people voted on mine what now
    on what basis was it determined that {level} need {skill} who signed that off
    once approved when does it go live
    once it is accepted how quickly does it show up in the ladder
    once the ballot closes in favour how soon and by whom is the text updated
    one single no and the whole idea is gone is it like that
    quorum
    reason it got turned down
    remind me how votes work
    say it is a tie half in favour half against what then
    so managers can overrule the vote
    so who are those people approving stuff about {domain} skills
    somebody raised {skill} for {role} last month and it was refused what were the reasons how is that judged
    somebody vetoed it can they even do that
    steps from idea to in the ladder
    suppose it is a tie then
    that is incorrect
    that is wrong
    that requirement is wrong
    the bar for {level} is way too high
    the deadline passed and nobody voted now what
    the rules for editing levels
    the text of {skill} is wrong
    there is a mistake in the ladder
    there is an error in {skill}
    there is been no movement on our amendment for ages which makes me ask what the rules of approval are
    this is a mistake
    this is incorrect
    this is wrong
    this makes no sense
    tie what
    until when can people vote
    until when can people vote on it
    voting open till when usually
    we should drop {skill}
    what are the rules for touching the ladder
    what happens after i submit something
    what happens if my proposal is rejected
    what happens to a proposal after it s been voted on
    what happens to an idea after i hand it in
    what happens to an idea after i have handed it in
    what happens to an idea once somebody has submitted it
    what happens to an idea once someone has submitted it
    what happens to an idea that does not collect enough support before the deadline
    what happens when it is a tie
    what has to happen before a suggestion gets accepted
    what if not enough people take part
    what is the governance model here
    what is the procedure do not need the details just who says yes and by when
    what s the process for changes
    when does the poll close
    where did these requirements come from did you make them up
    where do the requirements for the {role} come from
    who approves changes
    who approves changes here
    who approves edits
    who approves new skills
    who are the experts
    who are the experts and who picked them
    who are the experts that sign off on things
    who came up with the skills for the {role}
    who came up with this ladder
    who can change the ladder
    who can change the requirements
    who decides at the end of the day what goes into this framework
    who decides how the ladder changes
    who decides stuff here
    who decides what goes between {level} and {level} in the ladder
    who decides what goes in here
    who decides what goes into the ladder
    who decides what is in the ladder
    who decides what s in the ladder
    who decides whether a {role} or an {role} skill changes
    who defines the requirements of the {role} role
    who do i talk to if i think something is wrong here
    who gets the final say when someone wants the ladder to be different
    who gets the last word about new entries
    who gets to decide what is in here
    who gets to decide what is in the ladder
    who has the final say on changes
    who is allowed to vote on adding a skill
    who is in charge of the {role} side of the ladder
    who made the ladder
    who maintains it and how do they keep it up to date
    who maintains the {domain} part is there an owner by area
    who maintains this
    who maintains this and how often is it reviewed
    who owns the career ladder
    who owns this
    who reviews the {domain} part
    who says what a {level} should know is there a board
    who signs off edits
    who votes
    who wrote all this
    who wrote this
    whom should i convince if i want our skill list to look different
    why did the thing about raising {skill} for {role} not make it
    why does it take a whole week before anything gets accepted
    you turned my suggestion down on what grounds
    {skill} should not be expected of {level} imo
  `,
  coverage: `
    after how long can i expect to move from {level} to {level} 3 years 5
    anyone here use {skill}
    are certificates required for the {level} {role}
    are product managers included
    are there any job openings
    are you hiring
    are you hiring {role} at the moment
    are you used when somebody applies for a job
    are {domain} included
    azure and gcp seem to be absent only amazon stuff right
    bonus for {level}
    bonus per lvl
    c++ missing or am i blind
    can a person without university degree be a {level} here
    can i get a raise
    can i get fired if i am below the bar
    can i get fired over this
    can i work from home on fridays
    can they make a {level} {role} do on call on weekends without extra cash
    can you be {level} without managing anyone
    can you write me a cover letter
    could i be demoted if i score lower this time
    could someone tell me what is deliberately left outside the scope of this framework
    data analyst is not listed why that
    do i have to have a work permit and does the ladder deal with that
    do i need a degree
    do i need a master degree for {level}
    do i need a phd for {level} {role}
    do i need an {skill} certification
    do i need to know excel
    do i need to know java
    do you also decide who gets on the promo list
    do you check certificates
    do you cover computer vision or robotics at all
    do you cover frontend
    do you cover hiring and interviews
    do you decide who becomes {level}
    do you have a data scientist or data analyst track
    do you have a data scientist role
    do you have a ladder for product managers too
    do you have anything for c++
    do you have frontend
    do you have interview questions
    do you have java
    do you have react
    do you have rust
    do {role} need to know cooking
    do {skill} certificates count as evidence or do you simply not care about badges
    does a higher level mean more money
    does a shiny result from you mean the promotion committee has to bump me up
    does a {level} manage people
    does a {level} {role} need a phd
    does age or tenure count for anything on this ladder
    does anybody need to know cobol
    does anything in here say how many years a {level} in {role} should have worked
    does english level matter here
    does it cover product managers
    does it cover {domain}
    does it say anything about english fluency or other human languages
    does it say anything about frontend development
    does it say how many people a company should have at each level
    does it tell when i get promoted
    does my boss decide on my promotion with this
    does the company sponsor visas for data people
    does the ladder have opinion on {proficiency} hours or overtime
    does the ladder include sales
    does the ladder say anything about pay
    does the ladder say anything about salaries
    does the thing include {domain} like negotiation or sales
    does this ladder cover hiring interviews
    does this thing cover designers pms scrum masters
    does your ladder say anything about rust
    engineering manager ladder
    experts for {skill}
    find me someone who knows {skill}
    frontend people where
    got anything for frontend people
    graph {domain} for {level} {role}
    how are personality and attitude judged
    how do i ask for a raise
    how do promotions work
    how do we hire a {role} with this
    how many summers must one have worked before daring to call oneself a {level}
    how many vacation days do i get
    how many vacation days do i get as a {level}
    how many vacation days do i have
    how many vacation days do {level} get
    how many vacation days does a {level} have compared to a {level}
    how many years till i can be {level}
    how many years until i am considered {level}
    how many yrs for {level}
    how much do {level} make
    how much does a {level} earn
    how much does a {level} make
    how much does a {level} {role} earn
    how much is a {level} paid
    how much more money is there for a {level} {role}
    how much will i get paid as a {level}
    how often are promotions
    how often do promotions happen
    how would i compare this with google l4 l5 grades
    i am a product manager is there something in here for me too
    i am from india and need sponsorship for visa does the ladder say something
    i am on a part time contract and curious whether the ladder says a word about {proficiency} hours
    i am relocation from brazil and hoping you can tell me about sponsorship for work permits
    i dropped out of college does that count against me
    i look for {domain} engineer and {domain} engineer tracks not finding
    i miss data scientists and bi analysts in your list left out on purpose
    i need a vacation
    i never finished university will the lack of a diploma count against me in your scheme
    i would like to apply for the opening in your madrid office whom should i send my cv to
    if i hit {level} do i get a raise automatically
    interview questions you ask candidates
    is a computer science degree required to be an {role} with you guys
    is a data scientist the same as an {role}
    is an {skill} certificate worth anything here
    is azure covered
    is cobol in the ladder
    is english level part of it
    is gcp in the ladder
    is hr using this for layoffs does the ladder say who gets fired
    is java part of this
    is java required for {level} {role}
    is knowing react a must
    is maria from payroll in today
    is my employer obliged to give me the title you found
    is rust in the ladder
    is rust in there anywhere i write nothing else
    is rust on the ladder
    is rust part of any of this
    is the salary of a {role} or an {role} higher
    is there a bonus attached to reaching {level} or just the glory
    is there a people manager track or is it purely technical
    is there a salary band attached to each of these levels
    is there a track for engineering managers
    is there a track for {skill} or bi
    is there anyone good at {skill}
    is there anyone who really knows {skill}
    is there anything a computer can not tell me about my level like how i treat colleagues
    is there anything in here about frontend devs
    is there anything on azure
    is there anything on {domain}
    is this ladder yours or somebody else
    is this used for hiring
    is {domain} evaluated here
    is {proficiency} from home allowed for {level}
    java or scala does either appear anywhere
    looked for scala and java did not find either
    minimum age or experience to call oneself a {level}
    minimum experience for {level} {role} in yrs
    mobile dev ios android not here
    mobile developers android and so on included
    mobile devs android and so on
    my appraisal is on friday and i need to know what raise i can ask for as a {level}
    my company hires data scientists and designers are those described as well
    my contract says l5 does that map to your {level}
    my friend is a scrum master where would she fit on your ladder
    my landlord wants proof of income so what does a {level} data engineer bring home per year
    my recruiter wants a job ad for a {level} can this produce it
    my wife does react for a living and wonders why people like her are left out
    need a degree
    need rust for {level}
    no mention of {skill} or am i blind
    no {domain} engineer role you forgot us again
    our testers feel snubbed because no track seems to have been written with them in mind
    overtime and on call pay
    parental leave and stuff
    parental leave sabbatical that kind of thing in your scope
    pay gap between {role} and {role}
    pay raise
    performance reviews is that what this is for
    pm track exists
    promo when
    promote me
    promotion process
    pto days
    remote or office does that matter anywhere here
    remote work policy
    remote work rules for {level}
    rust or golang does anyone here have to know them
    salary band for {level} please
    salary band {level} {role}
    salary bands please
    salary {level} de
    scrum master here
    sorry if it is the wrong place but which of your levels gets stock options
    stock options at {level} are there any
    stock options at {level} level
    the days off policy for {level} is a mystery to me can you shed light on it
    vacation days for {level}
    vacation days for {level} {role}
    visa help
    we are a go shop is go in your ladder
    we write everything in rust on my team and i can not find hide nor hair of it here
    what about rust
    what about soft things like empathy or negotiation are those skills included or not
    what are the limits of this ladder what is not in it
    what does a {level} {role} earn
    what does the ladder leave out
    what does the ladder not cover
    what doesn t the ladder cover
    what interview questions do you ask {level} {role} candidates
    what interview questions will they ask me for an {role} position
    what is missing from this framework that other companies have
    what is not covered
    what is not covered by the ladder
    what is not covered by this ladder
    what is not in here
    what is out of scope
    what is out of scope for this ladder
    what is the market rate for {domain} folks in berlin
    what is the pay rise for {level}
    what is the salary band for a {level} {role}
    what is the salary for {level}
    what level do most people end up with
    what ll i get paid if i come out as {level}
    what s the pay for {level} {role}
    what s the salary of a {role}
    what topics are out of scope for this ladder
    when do i get my raise
    when do i get promoted
    when is the next company holiday
    when is the next promotion round
    when will i be promoted
    where do scrum masters and product owners feature if they feature at all
    where does this ladder come from
    where is scala where is golang seems you forgot half the world
    where is the source of this can i see it on {skill}
    which certificates are compulsory e g {skill} ones
    which certifications help for a {role}
    which colleague is good at {skill}
    which interview questions should i ask a {level} {role} candidate before we make an offer
    who are our {skill} experts
    who can help me with {skill}
    who can i talk to about {domain}
    who can review my {skill} code
    who decides about promotions
    who decides on my promotion you or my boss
    who do i talk to about a raise
    who is our {skill} guru
    who is the {proficiency} in {skill}
    who knows {skill}
    who knows {skill} well around here
    who on my team knows {skill} best
    who should i ask about {skill}
    who signs off when a {level} {role} is up for promotion
    who wrote this ladder
    why are there no {domain} here
    why is rust nowhere to be found
    why is there no golang
    why is there no scrum master
    why is there nothing about scala when half the industry data jobs still run on it
    why is there nothing for scrum masters
    will i automatically get promoted once the bot says {level}
    will i get a promotion
    will i get a raise if i reach {level}
    will this thing get me a raise
    write me a cover letter for a {level} {role} role
    y no java
    {domain}
  `,
  'next-level': `
    a {level} on my team keeps asking me what to do to progress what can i hand him
    analyst wanting to move into {domain} what do i need to learn to get in at {level}
    becoming a {level} {role} study plan
    becoming a {role} at forty bonkers or doable and by which road
    becoming {role} from {domain} what order
    been a {level} {role} for a while and want to move up a rung which topics should i study for that
    climb plan {role}
    climbing to {level} what do i put in my development plan
    coming from web {domain} how could i turn myself into an {role}
    coming from web {domain} how would i grow into an {role}
    dev wants {role} job learn what
    do i need {skill} to move on to {level} and what else on the way
    draw me a route from {skill} analyst to fully fledged {role} with stops along the way
    dream is to be head honcho of {role} some day where do i begin
    fastest way to get promoted to {level}
    from {domain} to {role} how would that journey look
    get me to {level} lol
    getting to the next stage
    give me a development plan towards {level} {role}
    give me a learning path {role} versus {role}
    give me a learning plan to reach {level} {role}
    help me climb one step
    help me draft a development plan for a mentee who hopes to rise to {level} {role} by autumn
    hi rung hope you are having a good day i was wondering if you could help me figure out whether i am ready for {level} {role}
    how 2 become {role}
    how can a {level} push into {level} territory skills wise
    how can i become a {level} {role}
    how can i climb one rung higher
    how can i get a promotion
    how can i get to {level}
    how do i advance to the next level as an {role}
    how do i become a {level}
    how do i become a {level} data enginer
    how do i become a {level} engineer
    how do i become a {level} {role}
    how do i become an {role}
    how do i get from {level} to {level}
    how do i get from {level} to {level} as an {role}
    how do i get promoted
    how do i get to {level}
    how do i go from {level} to {level} {role}
    how do i grow to {level}
    how do i make the leap
    how do i move up to {level}
    how do {level} turn into {level} here
    how does one advance here i have been on the same step for two years
    how does one climb from {level} to {level}
    how does one turn into a {level} in the ai track
    how hard is the jump to {level} and what does it take to make it
    how long does it take to become {level}
    how to get to {level} from {level} in {role}
    how to lvl up
    how to move up to {level} in {role}
    i am a {domain} dev how do i grow into an {role}
    i am a {domain} dev what do i need to become an {role}
    i am a {domain} developer and want to become an {role} where do i start
    i am a {level} and want to be {level} by summer what do i need to do
    i am a {level} right now and i would like to be a {level} by next year what should i do
    i am a {level} what would it take to become {level}
    i am a {level} with ambition and a spare evening a week so where should the climb begin
    i am a {level} {role} now remind me what stands between me and {level}
    i am a {level} {role} plan my growth to {level}
    i am a {level} {role} what is the next step for me
    i am an {role} what would i have to add to become a {level}
    i am analyst want into de
    i am fine as a {level} {role} but curious what would {level} take
    i am stuck at {level} since 3 years what do i have to do for the step after
    i am tired of being the {level} guy tell me how to get out of there
    i have been stuck at {level} in {role} for two years and want a way out of the rut
    i have mastered everything of my level already what is coming and how do i prepare
    i have set myself the goal of being a {role} {level} by christmas and i need a curriculum
    i just finished uni and would love to become an {role} in which order should i learn stuff
    i know python and {skill} how far am i from {level} de
    i m a {level} {role} and want to be promoted
    i m a {level} {role} how do i get promoted
    i m a {level} {role} what should i learn next
    i promised my team growth paths so walk me through the ascent from {level} to {level} in {role}
    i want out of {level} soon plan
    i want to be a {level} one day
    i want to be promoted to {level} next year what would i have to learn
    i want to become a {level}
    i wish to arrive at {level} {role} someday in which order i learn what
    i would love to be a {level} {role} by summer which courses or topics get me there
    if i want to leave {level} behind what has to happen
    is there a guide for progressing within the {role} role
    kindly guide me for moving up from {level} to {level} in {role}
    last year i plateaued at {level} and i am itching to find out what unlocks {level} for {role}
    let us say i would like to turn from tester into a {role} which way {level} there
    long way to {level} {role} where would one begin coming from {level}
    moving from {role} to {role} how do i go about it
    my apprentice keeps asking and what then give us the path that starts at the bottom rung in {role}
    my level is {level} what next for {role}
    my manager says i am almost a {level} what do i have to learn for the last bit to {level} {role}
    my manager says show more seniority and leaves it at that what concrete steps would get an {role} {level} there
    my manager thinks i could make {level} soon what does it take
    my mentee wants to get to {level} {role} by summer what does she have to acquire on the way
    my report asks how she gets to {level} what do i tell her to practise
    my report is ambitious and wants the {level} badge by december what does he have to build up he is {role}
    my report wants to be {level} which conversation do we need to have i mean what is left to grow after {level}
    my {skill} says i should think about the next level what does that mean in concrete skills for a {level} {role}
    need to become an {role} within half a year boss wants it what do i pick up first
    next step after {level} {role}
    next step after {level} {role} what should i study
    next step for a {level}
    path to {level}
    path to {level} for an {role}
    path to {level} please
    path to {level} {role}
    plan for growing from {level} to {level} {role}
    requirements to get from {level} to {level} as an {role} what do i need to work through
    road to {level}
    route map {level} versus {level} versus {level} {role}
    shortest way to {level}
    show the {skill} from {level} {role} to {level}
    sketch the progression for me from where {level} are up to the next one
    step by step plan to {level} please i am currently {level}
    steps in order to reach {level}
    steps to become {level}
    steps to become {level} {role}
    steps to becoming a {level}
    steps to level up from {level} in the ai role
    steps to make it to {level} {role}
    steps to {level}
    stuck at {level} 2 yrs how move up
    suppose i dream of {level} in {role} what stands between a {level} and that crown
    the jump to {level} seems huge how do people prepare for it
    the stairs from beginner to {level} in {role} look foggy to me light them up would you
    to move up a rung what needs doing
    train me up to {level} {role} what comes first what comes later
    want to advance {role} currently {level}
    want to be a {level} some day what is the path
    want to be {level} {role} plan
    we are three months from calibration which two or three skills would get me from {level} to {level} in {role} fastest
    were you in my shoes a {level} on the ai track what would you pick up to reach the next rung
    what am i missing for {level} {role}
    what am i missing to become a {level} {role}
    what comes after my level
    what comes after {level}
    what comes after {level} and how do i get there
    what d i need under my belt to be considered a {level} {role} i am {level} now
    what do i need for the next level
    what do i need for {level}
    what do i need to reach {level} {role}
    what do i pick up to grow as a {level} {role}
    what do i still have to learn to become a {level} {role}
    what do i still need for {level} {role}
    what do i still need to reach {level} as a {role}
    what do {level} generally have to study to be {level} in {role}
    what does it take to get to {level}
    what does it take to get to {level} {role}
    what is a sensible curriculum for someone who wishes to move up from {level} {role}
    what is left between a {level} {role} and the top
    what is new at {level} for an {role}
    what is next after {level}
    what is next for me
    what is the fastest way up
    what is the level above {level}
    what is the quickest route up from {level}
    what is the smartest sequence of study for moving up a grade on the {domain} side
    what must be raised going from {level} to {level} in {role}
    what must i learn to become a {role} {level}
    what s above {level} {role}
    what s after {level} {role}
    what s next for me
    what s the next level
    what should a {level} in {role} practise so that she is {level} in a year
    what should a {level} study to move up
    what should i do to become a {level}
    what should i focus on to reach {level} as an {role}
    what should i pick up so that i end up {level} in {role}
    what stands between a {level} and a {level} in terms of things to pick up
    what to learn after {level} in {role}
    what to study 4 {level} {role}
    what unlocks {level} {role}
    what would i have to master to be taken seriously as a {level} in {role} engineering
    what would it take for me to make it to {level} in {role}
    what would you recommend a {role} learns so as to be ready for a {level} opening in a year
    where do i go from here currently {level} {role}
    where should someone start who wants {level} in {role} one day
    which books or courses {level} up to {level} level
    which hurdle must i clear to move on from {level} in {role} to the very top
    which level follows {level}
    which skills should i raise to reach {level} {role}
    which things should a person learn to grow into a {level} {role}
    which topics come up when levelling up from {level} to {level} {role}
    your advice for growing to {level} {role} please and thank you
    {domain} dev here how could i become an {role}
    {level} 2 {level} how
    {level} de now aiming {level} todo
  `,
  gaps: `
    according to the answers i gave what still separates me from the rung i am after
    after that last round what should i brush up on
    am i almost a {level}
    am i anywhere near {level}
    am i close to {level} yet
    am i good enough for {level}
    am i lacking in {domain} or is it more the {domain} part
    am i ready for {level}
    and the topics i should train this quarter given how i did
    any areas of mine that need attention
    anything urgent in there or just small stuff
    based on what i answered last week which things should i tackle first
    based on what i answered on tuesday where would you start in my shoes
    be brutal what am i bad at
    be brutally honest what do i need to fix about myself
    biggest hole in my profile
    could you tell me which skills i should ask my {skill} to help me with judging by my evaluation
    did i do poorly on anything mandatory
    do i have any gaping holes in the {domain} side
    do i miss a lot or only few things for my grade
    everyone says my {domain} is poor does my own evaluation say so as well
    fix what 1st
    focus areas for me personally not for the role in general
    given how i did is it my {domain} stuff or my {domain} that holds me back more
    got an hr a day practice what first based on my answers
    got my score what is lagging
    got two spare evenings a week which of my poor scores is worth it
    having finished the questions i feel none the wiser about where i personally need to improve
    holes in my knowledge show
    how big is the distance between me and what is expected of me
    how do i tell my boss what i lack without showing the whole result
    how far am i from {level}
    how far off am i
    how far off am i and in what
    how far off am i in {domain}
    how many skills am i short of
    i already finished the check now what should i brush up on
    i came within a whisker of {level} it seems what was lacking on my side
    i feel stuck point me at the thing that would help me most
    i feel weak in {domain} am i right about it
    i got {level} but curious which of my answers were the weak ones
    i got {level} what was red
    i have a learning budget of 500 quid where should i spend it judging by how i did
    i have got a learning budget of 500 euros what do i spend it on given my scores
    i know i am no all rounder so be blunt about my soft spots
    i need to write development goals for q3 can you pull them from my assessment
    i scored lower than expected so now i would like to see in which skills exactly
    i want to draw up a personal study list from whatever i could not demonstrate in the questionnaire
    in which skills did i do worst
    is my {skill} knowledge good enough or is it one of my weak ones
    is {skill} my worst one or is there something lower
    judging by my own scores am i behind on anything that truly matters
    just say what i need 2 patch
    kindly highlight the areas where i am lacking
    lacking what for {level} acc to my test
    let us talk about what i am bad at worst first
    list everything i fell short on
    looking at my answers which single thing would help me most if i improved it
    missing skills please
    my 1 1 is on thursday and i need three improvement goals out of my results
    my biggest deficit
    my biggest weakness
    my gaps please
    my shortcomings
    my todo list from the last assessment
    my unfinished business skillwise
    my weak spots
    my worst area
    my {skill} asked me to bring my three biggest holes to our session and i can not recall them
    not sure what to study next my last test must have shown something no
    now that you have my answers tell me which three things to fix
    okay and what is holding me back then
    only have time to improve one thing this quarter pick it for me
    out of all of the skills in which ones i did not reach the bar
    pick my homework
    pick one thing out of my results for me to fix because i am overwhelmed by the lot
    prepare me for 1 1 the things i must improve ordered by importance please
    priorities for my development plan please taken from my own numbers
    quick wins for me something small i could close in a month
    ready for {level}
    red ones on mine please
    remind me what i flunked so that i can start patching things up this weekend
    remind me which skills came out under target
    show me my blind spots
    show me the skills i need to improve
    show my gaps
    show the skills i do not have yet
    so i am not {level} material yet {skill} what pieces of the puzzle have not i got
    so i am one step away from {level} apparently which step
    so i have my score now what do i do about the red ones
    so where do i fall short
    so where exactly did i come up short {domain} i bet
    sort my shortcomings by importance
    sum up in one line where i need to put in the work
    tell me what i should brush up on going by the questionnaire i filled in last month
    tell me what to study next according to my answers
    the outcome stung a little but fine which of my deficits ought to be dealt with urgently
    the stuff where i said {proficiency} but should have more can i see that
    there is a free training slot in may on the evidence of my ratings what should i spend it on
    top 3 things 2 improve me
    weaknesses
    what am i lacking
    what am i missing
    what are my gaps
    what are my weak spots
    what comes first for me {skill} or {skill} i mean what do i lack in {domain}
    what did i fall short in
    what do i have to study going by what i answered last week
    what do i have to work on
    what do i still need for {level}
    what do i still need for {level} {role}
    what do i tackle tomorrow morning
    what do not i know that i should
    what is between me and {level} going by my answers
    what is holding me back
    what is holding me back from {level}
    what is left for me to close
    what is my biggest deficit compared with what a {level} {role} person should have
    what is my plan
    what is still missing
    what is the distance between me and the target you measured me against
    what shld i work on right now
    what should i focus on next
    what should i improve
    what should i learn next
    what should i tackle first given how i scored
    what should i work on
    what should i work on to reach {level}
    what stopped me from being {level} list please
    what to improve
    what was below the line in my assessment
    where am i falling short
    where are my gaps
    where are my weak spots
    where are the quick wins for me
    where did i score worst last time and what do i do about it
    where do i fall short of {level} at the moment
    where do i need to get better
    where do i need to improve
    where do i suck
    where do i suck the most
    where is my achilles heel going by what i told you last time
    where is my biggest gap
    where should i improve
    where should i start improving you have seen my answers
    where was i below the bar in my assessment
    which boxes have i not ticked yet
    which domains did i do worst in
    which holes in my knowledge are most urgent
    which of my gaps are about {domain} rather than tech
    which of my shaky areas would give me the most bang for the buck if i tackle it today
    which of my skills are below
    which of my skills lag behind the target
    which of those could i close within two sprints would you say
    which one would give me the biggest jump if i only had one month
    which ones am i still red on
    which skills am i lacking for {level}
    which skills am i weak in
    which things am i bad at
    which topics am i behind on
    why not {level} which ones do i lack
    you graded me a week ago and now i would like to hear where i fell short
    you marked me down in a couple of places which were they
    you said i am not quite there so what is left
  `,
  search: `
    a teammate swears there is a remark on {skill} in here please dig it out
    any mention of {skill}
    any text with {skill} in it
    anything about canary releases
    anything on pair {domain} in there
    anything with deadlock in it
    as a translator i must locate each occurrence of stakeholder across the whole text
    at what point is refresh token named give me all hits
    backpressure which skill {skill} about it
    can i do a full text search for partitioning
    could you comb through the texts for hallucination and tell me which entries bring it up
    could you hunt down all the spots where they bring up on call
    ctrl+f cost
    ctrl+f deadlock
    ctrl+f parquet
    cuda
    deadlocks anywhere
    do any of your texts speak of hallucinations
    does it say tutorial a lot
    does the word bash come up anywhere in these texts
    does the word deadlock come up anywhere
    does the word idempotent turn up anywhere in the descriptions
    does word on call appear
    every place that {skill} about {skill}
    find all skills that mention python
    find idempotent
    find me the bit about sharding
    find me the bit that goes on about schema evolution wherever it is tucked away
    find me the statement with irreversible action
    find vector in all descriptions
    for my thesis i am hunting for every passage in the framework that {skill} about latency
    got any text with the word {skill} in it
    grep postmortem
    hits for quantization
    hnsw anywhere
    i have got a keyword quantization and want to know where it is used in your material
    i read something about {skill} in here yesterday and can not find it again
    i remember a sentence about blast radius somewhere in there and i can not find it for love nor money
    i remember reading a sentence about a step limit somewhere where was that
    i remember reading something on blast radius here which skill was that in
    i saw a line about juice shop somewhere can not find it again
    in which of the texts is stakeholder written
    in which skill was that thing about canary releases again
    is latency mentioned in any of the descriptions and where
    is pair {domain} written anywhere at all or did i dream it up
    is the expression {skill} used at all
    is the word reviewer written anywhere
    is there anything about blue green deployments in the texts
    is {skill} in the texts
    jupyter notebooks
    keyword lookup backpressure
    keyword p99
    look up dead letter for me i believe it is hidden in one of the descriptions
    look up idempotent
    looking for the passage on rollback
    my colleague quoted {skill} from your ladder where does it appear
    my ctrl f does not work in the chat so where do you mention {skill}
    need the paragraph with backpressure where is that
    our style guide forbids best practices so show me wherever that phrase crops up
    partitions
    places that say postmortem
    quote the lines having the word trade off
    rate limiting
    rollback
    run a lookup on canary through the ladder {proficiency} if that is something you can manage
    scan everything for mentions of hugging face
    scour everything for chunking would you and list what you come across
    search for incident
    search the ladder for onboarding
    search vault
    show every hit 4 triton
    show every place where it {skill} about latency
    show me whichever entries speak of cost
    somebody quoted a line on backpressure to me in which {level} would that be written
    somewhere there must be something written on schema evolution please dig it out
    text search {skill}
    what passages talk about {skill}
    what turns up if i look for {skill}
    where are shap values mentioned
    where can i read about drift in your documents
    where do retries come up
    where do you mention flaky {domain}
    where do you talk about {skill} or personal data
    where does feature engineering appear
    where does it mention latency
    where does it say anything about {skill}
    where does the ladder mention idempotency
    where is the bit with the runbook
    where is {skill} mentioned
    which descriptions contain the term budget
    which lines talk about on call
    which of your paragraphs allude to cost optimisation i only recall reading one in passing
    which page had canary again
    which passages contain the term {skill}
    which skill mentions quantization
    which skills mention {skill}
    which skills talk about deadlocks
    who does a b {domain} of models
    {skill} anywhere
    {skill} occurences
    {skill} which sentences have that phrase
  `,
  unknown: `
    17 of 2340
    2+2
    are you a human
    are you a human or a bot
    are you a human or a robot
    are you a real person
    are you married
    asdf jkl qwerty my cat has just walked across the keyboard again flump flump
    asdf lkj qwe
    asdfgh
    asdfgh jkl
    asdkjh qwe
    asdkjh qwpoe
    best netflix show
    best pasta recipe
    best pizza near the office
    bitcoin price
    blah blah
    blah blah 123
    blah blah qwerty
    book me a flight
    book me a meeting room for 3pm
    book me a meeting room for two o clock
    btc price
    can i take a day off on friday
    can someone restart staging
    can you book me a flight to hyderabad for monday
    can you deploy my service to {skill}
    can you do my homework
    can you fix the bug in my python script
    can you merge my {skill} it is been approved
    can you order lunch
    can you reset my vpn password
    can you write me a python function that sorts a list
    can you write me a python script that sorts a list
    can you write my {skill}
    capital of peru
    compose a haiku about autumn leaves for my grandmother birthday card please
    do you ever get lonely
    do you know where the office is
    do you like cats
    do you like football
    do you like music
    do you like pizza
    do you love me
    draft an email to my landlord about the broken heating
    fix my bug please
    fix my laptop
    fix this keyerror user id in line 42
    fuck off
    happy birthday
    here is my stack trace nullpointerexception at line forty two be a dear and debug it
    how are you today
    how do i cook rice
    how do i fix a segmentation fault
    how do i learn to play the guitar
    how do i make a good lasagna
    how does a microwave work
    how to get red wine out of a shirt
    how was your weekend
    i am hosting six vegetarians tonight and need an idea for a main dish
    i do not get my python traceback fix this keyerror i would
    i fell out with my sister over the inheritance and i do not know how to apologise
    i hate mondays
    i hate my boss
    i have had a stiff neck since tuesday should i see a doctor or wait it out
    i m bored
    i m tired of my job
    i think i am getting a cold
    is bitcoin going up
    is it going to rain tomorrow
    is there a god
    is there a train to hamburg after nine
    let us go over my {skill} for the weekend
    lol
    lunch
    meaning of life
    my boss is driving me crazy
    my dog ate my homework
    my flight to rome got cancelled and i am looking for another before sunset
    my girlfriend broke up with me last night
    my laptop doesn t start who can help
    my laptop screen is flickering since the update whom to call
    my laptop won t start
    my pod is in crashloopbackoff fix it
    my umbrella broke this morning so will it pour in bilbao again this afternoon
    my wife keen on a new car and we can not decide between electric and diesel
    order me a pizza with pineapple
    order two monitors for my desk
    our prod cluster is on fire {skill} in crashloopbackoff what do i run
    pizza menu
    pizza recipe
    please raise a ticket with it my badge is not opening the gate
    purple monkey dishwasher
    purple trousers whisper sideways through the marmalade committee on alternate wednesdays
    qwe 123 z
    qwerty uiop
    recommend a decent pizza place near the office
    recommend me a good book
    recommend me a good restaurant
    recommend me a thriller for the long train ride nothing too gory though
    should i buy bitcoin
    shut up you stupid robot
    sing me a song
    sing something
    summarize this article for me
    tabs or spaces settle it
    tell joke
    tell me a joke
    tell me a joke about data scientists
    tell me something funny
    tell me something funny i am bored
    tell me the one about the programmer and the lightbulb i could use a giggle
    the build is broken again
    the meeting moved to thursday
    the printer is jammed
    the printer on the third floor is jammed again could someone send a technician
    the vpn is down again can you reset it
    translate good morning in japanese
    translate good morning into french
    translate this email into french for me
    translate this to german
    weather
    what do you think about the elections
    what is love
    what is the capital of australia
    what is the capital of mongolia
    what is the capital of peru
    what is the square root of my phone number multiplied by the age of the universe
    what is the time in singapore right now
    what is the weather like in madrid
    what is the wifi password for guests
    what rhymes with orange
    what s 12 times 9
    what s 17 times 23
    what s the capital of australia
    what s the weather like in madrid
    what time is it
    what time is the standup
    which floor is the quiet room on
    which is better python or java
    which laptop should i get
    which party deserves my vote in the coming elections would you say
    who do you think will win the election
    who is going to lift the cup on sunday in your humble opinion
    who is the ceo of this company
    who is the ceo of {skill}
    who is the president
    who is the president of france these days
    who should i vote for in the election
    who will win the election
    who won the game
    who won the match last night
    who won the match yesterday
    who won the world cup
    who won the world cup in 2022
    why is the sky blue
    will it rain in leeds tomorrow
    will it rain tomorrow
    would you write me a python script that rename all my holiday pictures
    write me a python function that reverses a list
    write me a python function that sorts a list
    write me a python function which flattens a nested list
    write me a python script that rename files
    write to my landlord that the heating is broken
    you are a piece of shit
    you re great
    you single
    ツ
  `,
  greeting: `
    a very good day to you how do you do this fine afternoon
    ahoy i have just been added to this channel and thought i would drop in
    alright mate
    anybody home
    bye
    bye for now
    dear rung good afternoon
    evening all
    gm
    good afternoon everyone
    good afternoon sir
    good day sir
    good evening dear bot is anybody home at this late hour
    good evening from lisbon
    good morning
    good morning rung
    good morning rung i hope the week is treating you kindly so far
    greetings bot
    greetings from a rainy dublin my colleague sent me your way so here i am
    greetings little robot
    hallo
    happy monday rung let us begin with a friendly wave across the screen
    hello
    hello anyone home
    hello hello
    hello is anybody here
    hello there
    hello there i am priya from the hamburg office and just wanted to introduce myself first
    helo
    hey
    hey bot
    hey first time here so i thought it polite to say hi before anything else
    hey hey i am new
    hey rung
    hey rung how is it going
    hey rung how is it going i am having my first coffee and thought of you
    hey there anyone home
    heya
    heyy
    hi
    hi again
    hi its me again
    hi rung dave sent me over
    hi rung long time no see how have you been keeping
    hi there nice to meet you
    hiya
    hiya bot
    hiya hope i am not disturbing i only popped in to say good day
    hola amigo
    hola oh sorry hello
    how are you today
    how is your day
    how was your day
    howdy
    howdy partner
    knock knock it is me again back from my holidays and happy to see you
    morning
    morning all or rather morning you as it is only the two of us in this chat
    morning coffee first then you
    my manager told me to come and say hello to you so hello
    namaste
    nice to meet you
    pleased to make your acquaintance i am the new one from the platform team
    sup
    sup bot
    wassup
    wassup rung
    well look who is online howdy partner nice to finally meet you
    what is up
    yo
    yo bot you there
    yo what is good
    yo yo yo what is cracking my robot friend you awake in there
    you there
  `,
  thanks: `
    alright got it cool nothing else for the moment my friend
    alright i am done here
    alright i am off bye
    alright then good night
    alright this answers it much appreciated
    appreciate it bud
    appreciate the help talk later
    awesome
    awesome cheers
    awesome i know now how to use you see you next time
    awesome thank you
    brilliant that is all i needed
    brilliant that was spot on and my manager will be delighted as well
    bye
    bye for now
    cheers m8
    cheers mate
    cheers that is all i needed
    cya
    esta very much i will pass it on to the {skill} of the team
    fair enough that settles the argument we had at lunch nice one
    fair enough that will do
    good night rung i am off to bed we ll talk again another time
    good stuff gn
    good stuff no further questions from my side see you around next quarter
    goodbye and thank you for the patience
    got it
    great got it
    great help cheers
    great stuff bye for now
    great that is all
    great thx cya
    i appreciate your patience with my silly questions it really meant a lot
    i must dash to my next meeting so farewell for now and take care
    i owe you one rung you were more helpful than the entire wiki
    later
    lovely speak soon
    makes sense now grateful
    many thanks for the explanation now it finally makes sense to me
    many thanks for your kind support
    much obliged talk soon
    nice one
    nice one esta
    nice one mate
    no more questions
    no more questions cheers
    np ok that helps
    ok bye
    ok bye see you tomorrow
    ok cool
    ok gotcha thank you so much
    ok great
    ok perfect bye
    okay perfect i have got what i came for and will log off now
    perfect bye
    perfect have a good weekend
    perfect that answers it
    perfect that is all i needed
    que
    que got it
    right that is all i needed today so i will leave you in peace bye
    see you
    see you later
    so long and have a pleasant weekend once the servers let you {skill}
    splendid you hit the nail on the head that is just what the doctor ordered
    stop
    thank you
    thank you so much
    thank you so much that clears it up
    thank you so much this was really useful for me
    thanks a lot
    thanks a ton yaar
    thanks mate
    thanks that helped a lot
    that cleared up everything for my talk tomorrow so i am much obliged to you
    that helps much appreciated
    that is all for now cya
    that is it from me thanks
    that was really useful appreciate it
    thx
    thx a lot
    thx a lot super useful
    thx a lot very clear
    thx that is all i needed
    ty
    ty have a nice weekend
    ty ty
    wonderful thanks a bunch
    wow nice makes sense now
    you are a star
    you have been really useful today have a nice evening
    you have saved my bacon before the review cheers a million
    your answer made my day honestly kudos to whoever built you
  `,
  help: `
    about rung
    alright what is the list of things i may ask you
    any shortcuts
    are those answers from an ai or are they written by somebody
    are you a real person or a program
    are you able to help a manager too or only engineers
    are you an {domain}
    are you {skill}
    as a complete beginner with chatbots i would welcome a short tutorial on operating you
    back to the main screen
    before i waste your time what falls within your abilities and what does not
    besides quizzing folks do you do anything else
    can i ask in portuguese
    can i change my answers later
    can i export the ladder to pdf or excel
    can i pause it and come back tomorrow
    can i talk to you in german
    can i use you in a group or only in a private chat
    can my manager change my answers
    can we use our own ladder
    can you be used in a group channel or just one to one
    can you change the language to spanish
    can you do anything besides levels
    can you nudge me in three months to do this again
    can you speak other languages
    can you switch to eng
    capabilities
    change my language to spanish
    change the language back i pressed the wrong flag
    chg language
    commands
    commands list
    could someone show me the ropes here because i see an empty chat box and nothing else
    could you nudge me again in three months
    could you switch to spanish
    did not get it show me some examples of questions
    do i have to know special words or can i just chat normally
    do i have to use slash things or can i simply write normally
    do i talk to you in sentences or must i use some secret incantation
    do you have a name
    do you speak german
    does it cost anything to use you
    english please
    eres
    espanol please
    every friday you poke me with a message and i would like that to stop
    first time here
    first time here now what
    first time here what can i ask
    give me a few examples of what to type
    give me some examples of things i could ask
    give me some examples of what i can ask you
    halp please
    help
    help would be great
    hmm you did not understand me what do you understand
    how 2 use
    how do i make you speak spanish
    how do i set which role i have so that i needn t repeat it each time
    how do i talk to a human is there support
    how do i talk to this thing
    how does this bot work
    how does this work
    how should i phrase things so that you get me
    how to get started with you
    i am demoing you to my department at three what are your party tricks
    i am lost
    i am lost i pressed a few buttons and have no idea how to return to the main menu
    i am lost what can i ask you
    i am new here how does this work
    i am new here where do i start with you
    i am preparing to present you to the team how would you describe what you do in two lines
    i asked something else
    i do not get how this works
    i do not get it what is this bot for
    i do not know what to ask
    i found a bug in the bot where to report it
    i have no clue what to type
    i pressed something and now i am somewhere strange how do i navigate this
    i pressed the button and nothing happens what next
    i typed menu and nothing happened so how am i supposed to navigate this contraption
    i was added to this chat what am i supposed to do here
    i was handed this link without a word of explanation what are you for exactly
    i would like you to remind me every few months can that be set
    import my own ladder
    instructions
    is there a cheat sheet of slash thingies i can keep beside my keyboard
    is there a list of slash commands somewhere
    is there a list of things you can do
    is there a manual
    is there a web page as well or just this chat
    is there some manual or a short intro
    just got added to this channel what are you good for
    list what you can do
    lost what do i type
    make your answers shorter can that be configured
    manual
    menu
    more options
    my buddy recommended you what are you good for
    my english is poor so is there a way for you to reply in spanish instead
    my team wants to know what this bot offers so a short summary of its features would be great
    my teammate gets far longer replies than i do is there an option somewhere for that
    need a hand with using this never chatted with a bot before
    never used you before 30 second tour please
    nice and can you ping me again in half a year
    not what i was looking for
    ok and now what can i type
    ok i am lost take me back to the main screen
    options
    please guide me i am not understanding from where to start
    remind me about the check every half year
    remind me every friday
    remind me to retake this in 3 months
    reminder settings
    settings
    settings where
    shorter messages please can that be configured
    should i type whole sentences or are keywords ok
    sorry are you a person
    sorry i am a bit lost here could you give me a tour
    stop pinging me
    stop pinging me every monday
    stop reminding me
    suppose i wanted a nudge once a month where would i switch that on
    switch the language to german
    switch to russian please
    switch to spanish please
    talk to me in spanish
    tell me what i am able to do in this chat step by step please
    that can not be right
    that does not answer my question
    that is not it
    that is not what i meant
    that is not what i wanted
    the buttons are in a tongue i do not read how do i flip you to english
    the buttons disappeared how do i get them back
    thx but what else have you got
    turn off notifications
    turn off reminders
    turn the notifications off please
    turn the reminders back on
    wait how do i even use you
    what are you able to do
    what are you for
    what can i ask you
    what can you do
    what do i write to you to get something useful
    what else can i ask
    what is all this then what am i supposed to type here
    what is rung supposed to be useful for
    what is this thing
    what is your deal who made you
    what is your name
    what kind of questions are you able to answer
    what kind of stuff can i ask
    what model are you running on
    what sort of questions do you answer
    what sort of things may i type to you without breaking anything
    what would be a sensible first thing to do with you
    where are the settings
    where are the settings mate
    where are your options
    where do i adjust my preferences or are you strictly one size fits all
    where do i click to see all the things you offer
    which commands do you understand
    which things can i ask you
    who are you and what do you do
    who are you and what is your purpose
    who made you
    wrong answer
    you are like {skill} or what exactly you are doing
    you could be really useful if only i knew how to talk to you
    you did not answer my question
    you got it wrong
    you misunderstood me
    you useless thing what can you do
    your replies are in the wrong language change it to english
  `,
  privacy: `
    after i delete it is it really gone or is there a backup
    after i leave the company what becomes of my record
    anonymous or not that matters to me
    are my answers shared with anyone
    are my answers used for something else
    are my coworkers able to look up my level
    are these chats logged and fed to some {skill} model
    are you eavesdropping on our group channel as well or only on direct messages
    are you sending my stuff to {skill} or some other {domain}
    are you spying on us for management
    are you training some ai on my replies
    as a manager can i get a summary of how my team did
    as a manager can i look at what my people answered
    as a {level} am i allowed to view my people results
    be honest is this a spy tool
    before i answer honestly does hr receive a copy
    being a contractor i am wary does the client get to look at my responses
    can a {role} or an {role} see my results
    can i propose something anonymously
    can i use a nickname rather than my real name so it is not traced back
    can my boss see my answers
    can my boss see this
    can my coworker look me up in here and see that i am a {level}
    can my manager look at my answers
    can my manager see my results
    can my teammates peek at my grade or is it strictly between you and me
    can teammates look at my score
    can the admins of the workspace look into our chat
    confidential or not
    confidential yes or no
    could {domain} pull up a ranking of all of us from this
    data protection informacion please
    delete everything you know about me
    delete my data
    delete my profile
    do i have a way to wipe all i ever typed here
    do not show manager my result ok
    do other people see my answers
    do you keep {skill} of our chat
    do you know who i am
    do you log every message i type
    do you sell or pass on information to third parties
    do you share my answers with the {role} {level}
    do you store my name
    do you store what i type
    does anyone get notified when i finish
    does asking you something in a group expose my result to everyone there
    does hr get to read what i put in
    does hr receive it
    does my assessment count for my yearly review
    does my boss find out what i clicked
    does my boss know
    does my manager get to see my results
    does somebody get notified once i finish
    does the admin of this bot have access to individual ratings or just totals
    does what happens in this chat stay in this chat
    erase me from your system
    erase my data
    erase my last attempt i was drunk
    export my data
    forget all about me
    forget me
    have you shown my result to somebody already
    how do i remove my old answers
    how long do you hang on to it
    how long do you keep what i type here
    how long you keep stuff
    how secure is the stuff i tell you
    hr got wind of my score somehow and i would like to know whether you told them
    i am a bit paranoid about my {level} finding out i took this should i be
    i am bit worried the answers what i give are visible for others
    i am leaving the company please wipe everything you know about me
    i do not want my name showing up anywhere
    i have trust issues with chatbots so convince me this conversation stays confidential
    i regret having filled that in is there a way to have it erased for good
    i would answer more candidly if i knew my supervisor was not reading over my shoulder
    i would answer more honestly if i knew it could not be held against me can it
    if i vote on something do others learn how i voted
    is any of this being fed to an outside ai company by the way
    is any of this used for performance reviews
    is anyone reading this besides me
    is hr reading along here be honest
    is it anon
    is it anonymous or is my name on it
    is it dangerous to lie in it like who d know
    is it just between you and me
    is it ok to write about client projects in my notes here who has access on them
    is my employer able to look at the title you found
    is my manager going to use this for my performance review
    is my name on it
    is the data kept in europe
    is there tracking or analytics in this bot
    is this anonymous
    is this private
    is this thing used for performance reviews
    keep this between us please
    last company used such a thing for layoffs same here
    my employer pays for this so surely they can peek at it
    my manager hinted she knows how i did last week which worries me no end
    my skip level asked for the whole group results could you give him those
    nuke my account
    our data protection officer demands to know how long you keep people ratings
    please delete my data
    please tell nobody
    please wipe every trace of me from your memory i am leaving the company on friday
    please wipe everything you know about me
    private right
    revoke the link i shared yesterday i do not want people looking any more
    someone in the group chat saw my level how did that leak
    suppose i rate myself low on something might that come back to haunt me at appraisal time
    under european law i am entitled to be forgotten so how do i invoke that with you
    under what circumstances would a third party obtain my responses
    want my records removed right to be forgotten etc
    what do you store about me
    what exactly do you remember about a person
    what is visible to others and what is only for my eyes
    what personal details do you keep
    what personal details do you store about me if i may be so nosy
    when the experts cast their ballot can others see which way each of them went or is it anonymous
    where are my answers kept and for how long
    where are my answers stored
    where does all this get saved
    where does everything i type in here end up and who holds the keys
    where is all this stored and for how long
    which server does this sit on eu or us asking for our works council
    who can see my answers
    who can see my results
    who d know if i come out as {level}
    who else knows that i failed
    who gets to read what i type here
    who gets to see my level
    who here is an {proficiency} in {skill}
    who sees this
    whose eyes does this reach once i press submit
    will a poor outcome be used against me at review time
    will my boss know my result
    will this be used in my performance review
    will this end up in my performance review
    will this thing get shown to anyone
    will {level} get notified
    wipe everything about me
    wipe everything you have on me
    would my team see it if i write to you in the channel instead of a dm
    you better not tell anyone i rated myself zero on {skill}
    you sell this informacion or nah
    you telling hr
    {skill} request what do you store about me and how do i get rid of it
  `,
  assess: `
    a friend raved about the self evaluation you offer so sign me up for a round
    abort my assessment
    abort the thing we are in the {level} of i chose the wrong track by mistake
    am i good enuf for {level}
    am i overqualified for {level} de
    am i ready 4 {level}
    am i ready to be a {level} {role} or should i wait
    am i {level} material
    am i {level} yet
    assess me
    assess me as an {role}
    back to my assessment
    back to the assessment
    been doing {skill} and {skill} for six years at two startups what would that make me
    before i commit what am i in for ten questions or two hundred
    begin
    begin the assessment please
    brb save and continue tomorrow
    can i be evaluated for two roles at once {role} and {role} i do both jobs
    can i do it in 10 min
    can i finish my assessment
    can i pick up the assessment where i left off
    can i redo my self review from last quarter
    can i redo the evaluation i learned a lot of {skill} since spring
    can i skip the {skill} stuff never touched it just rate the {skill}
    can i stop halfway and come back tomorrow
    can i take a break in the {level} of answering
    can you evaluate me
    can you figure out which level i am
    can you judge just my python and {skill} not the entire thing
    can you rate me
    cancel the running check i picked the wrong role
    cancel this i do not want to keep answering
    carry on
    check my level as {role}
    check my lvl
    check my skills
    complete my assessment
    continue
    continue my assessment
    continue where i left off
    continue where we left off
    continue where we stopped
    could i go for {level} today or am i kidding myself
    could you check if i would pass as a {level} {role}
    could you size me up i have ten years behind me and no official grade to show for it
    do i have to answer everything in one sitting or can it wait till tomorrow
    do i have to answer it all in one go
    do i have to do all of it in one sitting
    do i qualify for a {level} position in data
    does it matter if i give up in the {level} will i lose what i have filled in
    evaluate me
    evaluate me bro
    figure out my seniority
    figure out where i stand
    finish my assessment
    finish what i started
    go on
    go on with the assessment
    good time now fire away
    got interrupted by a fire drill halfway through your questions can i pick it up where i was
    got ten minutes is that enough to do the whole thing
    had to run to a standup in the {level} where do i pick up again
    hi my {level} wants me to take this evaluation where do i begin
    hi rung colleague sent me the link and said you can tell which grade somebody is i would like that
    hit me with the quiz
    honestly i have no idea whether i am {level} or {level} could you work that out with me
    how can i find out my level
    how do i know which level i am
    how good am i
    how long does it take
    how long does the assessment take
    how long till i get a result an hour
    how long will it take me to fill the whole thing in i have a meeting at 3
    how many clicks is this thing roughly
    how many qs
    how many questions will you ask
    how many things will you ask me about
    how often may i take the check every week every quarter
    i am wondering if i have got what it takes for {level} and i would like you to check
    i clicked the wrong answer on the {skill} one can i go back
    i d like to start
    i d like to start an assessment
    i d like to start an assessment as a {role}
    i do not believe i am still {level} i would like to redo the questions
    i do not know where i stand help me find out
    i feel i do {level} work already prove me right or wrong
    i have half an hour before lunch is that enough to get myself graded
    i have never known what rung i am on and today feels like the day to find out
    i only have 15 min before standup enough
    i switched from {domain} to data last year and nobody could tell me what rank i would get can you work it out with me
    i want know my grade what i must do
    i want to check where i stand let us start
    i want to continue my test
    i want to do an assessment
    i want to find out what level i am
    i want to know my level
    i want to see what level i am
    i want to take it again but this time as {role} not {role}
    i was in the middle of an assessment
    i would like to evaluate myself which takes how many minutes roughly
    i would like to find out where i stand as a {role}
    i would like to find out which rung i am standing on
    i would like to take the assessment
    i would like to take the test again from scratch since last time i was in a foul mood
    i would quite like to be measured against {level} purely out of curiosity
    i would rather answer on my phone in the train will it remember my place when i get to the office
    is it a five minute quiz or one of those endless forms that devour an entire evening
    is it possible to skip a question when i have no idea what it is about
    is there a short version of the questionnaire five minutes max
    is there a shorter version of the questionnaire thirty minutes is a lot for me
    it is been ages since i got measured and the annual talk looms so let us get going
    keep going
    let me carry on where i left off
    let s begin
    let s keep going
    let s resume where we left off
    let us continue
    let us continue the assessment
    let us do the fill in form instead of question by question
    let us get this over with quiz me
    let us go am i {level}
    let us proceed with self evaluation i am ready from my side
    let us start the test thing
    my boss believes i am already a {level} {role} and i want to put that to the test
    my buddy did the self rating with you i want to do it too
    my lead reckons i am operating at {level} check me on it please
    my lead reckons i am ready for {level} {role} how could i verify that here
    my whole team of eight should go through your survey next week how much time should i block in their calendars
    new hire here boss told me to do the rung thing by friday start
    new joiner here hr told us everybody should rate themselves before friday where do i do that
    next question please
    number of questions in the self check
    ok let us do this ask me whatever you need to ask
    okay i want to see whether i would pass for {level} {role} let us go
    only the {domain} part this time can i be checked on just that
    pause have to run
    pause please
    pause please meeting
    pick up my assessment again
    pick up where i left off
    pick up where i stopped
    put it on hold lunch
    put me through my paces for the {domain} track please i am all yours
    quiz me
    rate me
    rate me 6 yrs {domain} 2 yrs {skill} never {skill} anyone what does that make me
    ready when you are shoot the first one
    redo it from scratch
    redo it from scratch i rushed through it the first time
    resume
    resume my assessment
    resume where i left
    return to my assessment
    right then grill me on {domain} and let us see where i stand
    roughly how many items will you throw at me before i get a verdict
    so do i sit closer to a {level} or a {level} quiz me
    something urgent has come up so can we put the questionnaire on ice until tomorrow
    sorry i have picked the wrong one for {skill} how to go one step back in the test
    start
    start assessment
    start over from question one
    start over from the first question
    start the assessment
    stop for today i will come back after lunch and finish
    stop for today keep my place
    stop the assessment
    suppose i were to sit this for the {domain} track how much of my morning would that eat up
    take me through the assessment for {role} but only if i can pause it
    test me
    test me again please
    test my knowledge
    test my skills
    test my skills please
    the last one you asked me was about {skill} and then my laptop died continue from there
    want to know my grade
    want to see where i land
    want to take the thing
    was halfway through the questions yesterday can i carry on
    we stopped at question nine or so pick up the thread where we dropped it
    what happens to half finished answers if my browser crashes
    what is the time needed 10 min or an hour
    what will you ask me in the {skill} assessment
    where am i on this ladder of yours
    where do i click to be evaluated
    where was i
    where were we you d asked about {skill}
    which questions come up in the assessment
    would i count as a {level} already let us find out
    would i pass as a {level} {role} realistically
    would i pass as an {role} already i built two {skill} apps
    would i pass muster as a {level} {role} do you think
    yeah why not go on then begin
    yesterday my train went into a tunnel midway through the questions and i would like to carry on
  `,
  profile: `
    a copy of my data
    after that last round did i go up or down against the one before
    all my past attempts
    all my past attempts please
    all my tries so far
    am i better or worse than half a year ago
    am i getting better or worse
    am i on the way up or going downhill compared with the last attempt
    am i still listed as {level} on your side
    any difference between my first and second try
    better than last time
    bring up my card
    can i export my results
    can i print it
    can i print out the result for my yearly review
    can i see my history
    can i send this to my manager somehow a pdf or a link would do
    compare me now vs me six months ago
    could you compare today numbers with the ones from autumn
    did i come out as {level} back then
    did i improve since spring
    did my {domain} marks go up after the {skill} course
    did my {skill} rating go up compared with the previous round
    do you keep the earlier attempts too or merely the freshest one
    do you still remember me i did this in autumn
    download my data
    download my history
    download my place in the ladder as pdf or csv
    download my stuff
    export
    export csv please
    export my data
    export my data please
    finished all the questions yesterday where is the outcome
    forgot what lvl i came out as
    forward my results to someone
    get my data
    give me a shareable summary short no embarrassing details
    give me my data
    graph of my growth
    has anything improved compared with what i had when i joined
    have i gotten any better since spring
    have i improved since last time
    have i improved since march
    have i made any headway since the previous time you graded me
    have i moved up since january
    hello my {skill} wants to see my results before our session how do i give them to her
    hi my {level} wants a copy of my evaluation how do i get it out of here
    history
    how did i do last time
    how do i get my data out of here into a spreadsheet
    how many times have i taken it so far and with which outcomes
    how many times have i taken this already
    how was i in {skill} the time before last
    i changed phones and can not scroll back so where do i see my old outcome again
    i changed phones will my old results show up here
    i did one for {role} and one for {role} let me look at them side by side
    i did the questionnaire at midnight and was too tired to read the verdict show it once more
    i did two roles {role} and data what came out for each
    i lost the message where you told me my level send again
    i need a copy of my report for the performance talk on thursday
    i need last years outcome too not just the latest one
    i seem to recall doing this in march what did i come out as back then
    i want a copy of all my data
    i want all my data
    i want to download everything i answered
    i want to see what level i was
    i would like to forward the outcome to hr which format can you give me
    i would like to send my outcome to my {level} how
    i would love to post my badge on linkedin got anything shareable
    i would love to show my {skill} how i did without retyping the lot
    in which level did i end up last time
    is there a link i can give to my {skill} so she sees how i did
    is there a link i can paste into the team channel so that others view my grade
    is there any way i can get my outcome into excel sheet
    it slipped my mind which grade you gave me on the ai track last autumn
    json dump of my answers please
    let me download everything that belongs to me in a spreadsheet or the like
    let me see my answers from last time
    let me see my results
    let me view the summary of self evaluation which i completed yesterday
    link to share my card
    looking for a way to send my answers to my {skill} as a file
    lost the message with my result send it again
    me
    my account page
    my answers from the spring check are they still somewhere
    my appraisal needs an attachment so could i have my outcome as a file
    my history
    my last score
    my level
    my manager asked for a copy of what came out of my self check where can i grab one
    my own page in this bot with dates and grades is what i am looking for
    my past results
    my previous assessment
    my profile
    my progress over the year
    my result from march can i still see it
    my results
    my scores please
    my stats
    old vs new result mine
    older run as {role}
    open the summary of the assessment i completed on monday
    over the past two years i have done this four or five times plot me the trend
    overview of how i rated myself in the {domain} domain last time
    past attempts
    pdf of my evaluation
    pdf of my results
    please give me a download of everything i have entered csv or json whatever
    post my result into #ml guild for me
    prev run date
    progress over the yr mine
    progress over time as a graph if you have one
    pull up whatever you have got on record for me would you
    put my last two attempts side by side
    same as last time or have i slipped
    scroll back to what i put for {skill}
    see my history
    see my level
    see my results
    see my results again please
    see my track record
    send my latest outcome to marta she is {skill} me this term
    send my result 2 manager
    show me how my last assessment went
    show me mine
    show me my history
    show me my level
    show me my past assessments
    show me my past results
    show me my profile
    show me what i scored back in march
    show my assessment
    show my history
    show my past results
    show my profile
    show my results
    show my score
    since spring i have worked hard on my {domain} does it show in my scores side by side
    so i have my score now how do i pass it on to a colleague
    so what is the verdict on me
    strengths what was i best at
    switch to spanish
    what are my strongest areas
    what did i get
    what did i get last time
    what did i pick for {skill} back then
    what did i score
    what did i score last time
    what do i look like on paper skill by skill
    what had i answered for {skill} and for {skill}
    what have you got on record as my current level and role
    what is my current level
    what is my current standing
    what is my level
    what is my score
    what is on file for me
    what level am i
    what role do you have me down as
    what s my level
    what was my last result
    what was my standing before i switched from data to {role}
    what was the outcome of my assessment in march
    when was my most recent one and what was it
    when was the last time i did this
    where am i on the ladder
    where are my assessments
    where can i find the thing you produced after i would answered everything
    where can i see my past assessments
    which level did you give me again i forgot to write it down
    which level did you say i was i closed the window
    who am i in your {domain}
    would love to show my team mates how i came out
  `,
  proposals: `
    add a skill
    add duckdb
    add prompt {skill} to {skill} please
    add rust please
    any suggestions pending from other people
    anything for me to vote on
    anything open for a vote
    anything waiting for my approval
    are any motions awaiting a decision at the moment that i could weigh in on
    are my proposals done yet
    are there any open proposals right now
    are there any open proposals to vote on
    are there any pending proposals
    as a group we feel {level} {role} demands too little {skill} where do we bring this up
    as the guild we agreed to make {skill} mandatory everywhere how to get that in
    can a normal member suggest a better {proficiency} for a skill
    can i contribute
    can i propose something
    can i propose to remove {skill} from the {role}
    change {skill} to {proficiency} for {level} {role}
    could i have a look at what the others want to alter
    could you submit this swap {skill} for {skill} in general
    could {domain} be made compulsory for the {role} {level} and would you note that down as my wish
    did mine get through
    did mine go through yet
    drop {skill} from de
    feedback on the content too much theory for {level} can i file that
    get rid of {skill} design nobody uses it
    hand in a change
    has anybody asked for an {skill} skill yet
    has anyone already suggested adding {skill} servers
    has someone commented on my idea
    how can i suggest a new skill
    how can i suggest a {proficiency} fix the {skill} text has a typo
    how do i propose a new skill
    how to change the required level of {skill} for the {role}
    how to edit the draft i began it is not sent yet
    how would i go about getting {skill} included
    i d like to vote on a proposal
    i disagree with what it says about {skill} how can i get that fixed
    i disagree with what the ladder says about {skill} and would like it rewritten
    i disagree with what the ladder wants in {skill} here is what i would have instead
    i filed one on {skill} some weeks ago can not find it any more
    i gather one may suggest improvements through you so here is mine include evaluation of {skill} for {role}
    i have a proposal
    i have a suggestion
    i have an idea for the ladder
    i have an idea i would like to submit
    i have changed my mind about what i put forward on tuesday and want to withdraw it
    i think {proficiency} in {skill} is too much to ask from a {level} can we tone it down
    i think {skill} is rated too high for {level} how can i say so
    i think {skill} should be {proficiency} for {level} {role}
    i want to change what {skill} requires at {level}
    i want to propose a change
    i want to request a change but do not know which form to use
    i want to suggest an edit to one of the statements how
    i want to vote
    i want to vote against the one about {skill}
    i want {skill} added to the {role} role
    i would drop the requirement for {skill} at least for {level} who is with me
    i would like to propose a change
    i would like to propose a change to the ladder
    i would like to suggest a change to the {skill} row
    i would like to table an amendment {skill} ought to be part of the data track
    i would like to vote
    i would move {skill} up to {proficiency} for {level} {role} how do i get this going
    i would vote but where
    i would vote yes to the one about {skill}
    in my opinion the bar for {skill} is far too high for {level} {role} folk and i would have it eased
    is anybody already asking for rust so i do not file a duplicate
    is there anything right now i can vote on
    it is high time we retired {skill} from the matrix so kick that off for me
    kick out {skill} it is 2025
    last week i submitted an idea about {skill} and i am eager to hear how it is faring
    let me vote on a proposal
    let me vote on something
    let me vote on the {skill} one
    list open proposals
    list what people are asking to have altered
    move {skill} from nice to have to must have for {role} second by my whole team
    my ideas so far and what became of them
    my ideas status
    my proposals
    my request to drop {skill} is it still pending
    new skill idea {skill} operations go
    new skill {skill} operations for {domain} folks
    open proposals
    open suggestions
    open votes
    open votes for the {role} role
    pending changes
    pending stuff to look at
    please add a skill for {skill} to {domain}
    please bump {skill} up one notch for {role} {level}
    propose {skill} {proficiency} at {level}
    recently decided proposals
    remove {skill} from the {role}
    remove {skill} from {role}
    remove {skill} its hype
    show all the open ones
    show me everything i have ever put on the table accepted or not
    show me the open proposals
    show my proposals
    show what is waiting for approval
    somebody should bump {skill} up a notch for {level} and i volunteer to be that somebody
    someone should really swap {skill} for passes in there how do i kick that off
    someone should take out {skill} nobody in data needs it
    status of my request
    submit a proposal
    suggest a change
    suggestion box
    the description for {skill} is outdated i would write a better one if you tell me where
    the description of {skill} is dated if you ask me let me hand in a better {proficiency}
    the {skill} requirement is ridiculous i want it gone
    there is a mistake in the {skill} row who do i tell you
    there is a typo in the text about {skill} can it be corrected
    there is a typo in the {skill} text can you fix it
    there is a typo in the {skill} text that is been bugging me and i would gladly have it corrected
    things i have suggested so far
    typo in {skill} text how fix
    vote
    want to see who is for and who is against the {skill} idea
    want to suggest something
    we at the {skill} chapter believe {skill} should start a grade earlier where do we file that
    we should add rust to the ladder
    we should add {skill} to {role}
    we should really have {skill} in there put it forward on my behalf
    we switched to {skill} alternatives two years ago your text is outdated how do i update it
    what are people asking to have altered these days
    what are people currently lobbying for in terms of edits to the ladder
    what can i vote on
    what did i put forward so far
    what happened to my proposal
    what is being discussed at the moment
    what is currently up for a vote
    what is in the queue
    what is on the table at the moment
    what is open for voting right now
    what is the status of my proposal
    what people are asking to chg right now
    what proposals are there
    whatever became of the thing i suggested on monday
    where can i see what i suggested in june
    where can i voice support for the change anna suggested to the {domain} part
    where can i vote
    where do i complain that {skill} is asked from {role}
    where do i vote
    which drafts are up for discussion this week i have a free hour to comment
    which proposals are open
    which proposals can i vote on
    which suggestions are waiting for feedback right now
    withdraw my suggestion
    withdraw the thing i filed yesterday
    withdraw what i sent in yesterday
    would it be possible to get a fifth role in say {skill} i would draft it
    {level} {role} should have a higher bar for {skill} in my opinion submit that
    {skill} at {level} must be {proficiency} and not {proficiency} i wish to raise this point
    {skill} for {domain} useless cut it
    {skill} has no business being there for ai people how do i get it struck off
    {skill} should be bumped down to basic for {role}
    {skill} should be harder at {level} imo where do i put that forward
    {skill} should be mandatory for {role}
    {skill} should not be there for {domain} folks how do i say so officially
  `,
}
