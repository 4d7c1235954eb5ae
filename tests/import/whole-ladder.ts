/** The files of a ladder that has every fact a ladder can have, with texts that a table or a spreadsheet could change. */
export const WHOLE_LADDER: Readonly<Record<string, string>> = {
  'ladder.yaml': `name: { de: "=SUMME(A1)", pt-BR: "'=já" }
version: "1.10"
author: "@team, \\"Data\\" & Co"
source: https://example.org/ladder
license: CC BY 4.0
languages: [de, pt-BR, en]
scale:
  - { slug: none, name: Anfang, letter: A, description: "- mit Hilfe", color: "#1C7699", formerly: [start] }
  - { slug: solid, name: { de: Solide, en: Solid }, letter: { de: S, en: So } }
  - { slug: 3-lead, name: { de: Führt, pt-BR: Lidera }, letter: F }
levelRule: { share: 0.75 }
`,
  'domains.yaml': `domains:
  - { slug: craft, name: { de: Handwerk, en: Craft }, aliases: ["C, C++", '"quoted"', "a;b|c"] }
  - { slug: people, name: Menschen, formerly: [humans, folk] }
`,
  'skills/baking.yaml': `slug: baking
name: "+Baking"
domain: craft
aliases: [k8s, "=1+1", "O'Neil"]
formerly: [bread]
statements:
  none: |-
    - Erste Zeile.
    list: [ a, b ]
      Eingerückt, 94\u00a0%.
  solid:
    must:
      - { de: "Bäckt, oft.", en: Bakes. }
      - "[Skills]"
      - { en: Only in English. }
    examples: ["@Brot", { pt-BR: "'Pão" }]
growth:
  solid: { effort: weeks, exercise: { de: Übe., en: Practice. }, evidence: "=HYPERLINK(1)" }
links:
  - { title: "-Guide", url: "https://docs.example.org/guide?a=1,2" }
  - { title: Guide, url: https://docs.example.org/ }
`,
  'skills/selling.yaml': `slug: selling
name: "true"
domain: people
scale:
  - { slug: low, name: "1", letter: L }
  - { slug: high, name: "2", letter: H }
statements: { high: { pt-BR: Vende. } }
`,
  'skills/loose.yaml': 'slug: loose\nname: "1,5"\n',
  'roles/baker.yaml': `slug: baker
name: "Baker: [night]"
family: "-Bakers"
aliases: [night baker]
formerly: [night-baker]
description: { de: "Bäckt nachts.", en: "=Bakes" }
core: { domains: [craft], skills: [selling] }
stated: { skills: 3, mandatory: 0 }
keyDomains: [people, craft]
levels:
  - { slug: skill, name: Skill, short: Sk, aliases: ["1st"], focus: { en: Ovens. }, stack: "-" }
  - { slug: senior, name: "=Senior", short: Sen, focus: Öfen., formerly: [sr, s2] }
  - { slug: lead, name: Domain, short: "+L" }
requirements:
  - skills: { loose: [2, "-", null] }
  - domain: people
    skills:
      selling: { proficiency: [absent, high, low], mandatory: [false, true, false] }
  - domain: craft
    skills:
      baking:
        proficiency: [3-lead, none, solid]
        criteria:
          - null
          - { de: "Leitet\\nandere.", en: Leads. }
          - { must: ["- a", { en: b }], examples: [c] }
`,
  'roles/skills.yaml': `slug: skills
name: Skills
family: Others
levels:
  - { slug: one, name: One, short: "1" }
requirements:
  - domain: craft
    skills: { baking: [3] }
`,
  'changes.yaml': `changes:
  - proposal: proposal1
    number: 1
    date: "2026-01-05"
    reason: ""
    change: { kind: requirement, role: baker, level: senior, skill: selling, to: high }
`,
}
