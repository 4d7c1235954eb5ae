// Ladders of other kinds, to import.

export const MATRIX = `area,skill,role,P1,P2,P3
Craft,Baking,Baker,1,2,3
Craft,"Icing, and piping",Baker,,1,2
People,Training,Baker,1,1,
Craft,Baking,Head Baker,,3,2
People,Training,Head Baker,,2,3
`

export const BAKERY = `---
title: "🥖 Bakery Framework"
sidebarGroup: "shop"
levels: 3
topics:
  - name: "baking"
    title: "🍞 Baking"
    content:
      - level: 1
        criteria:
          - "Bakes rolls"
          - "Cleans the oven"
      - level: 3
        criteria:
          - "Runs the oven room"
        exampleCriteria:
          - criteria: "Teaches others"
            examples:
              - "A course for juniors"
  - name: "service"
    title:
    content:
      - level: 2
        criteria: ["Knows the regulars"]
---
`

export const AXES = `# Axes

## Dough

1. **Kneads**: mixes and kneads
2. **Invents**: makes new kinds of dough

## People

1. **Learns**: learns from others
2. **Teaches**: teaches others
`
export const BAKER = `# Baker

Bakes bread.

## B1 - Baker 1

* **Kneads**: mixes and kneads
* **Learns**: learns from others every day

## B2 - Baker 2

* **Invents**: makes new kinds of dough
* **Learns**: learns from others
`
