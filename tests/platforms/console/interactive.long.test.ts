import { describe, expect, test } from 'vitest'
import { inTemporaryFolder } from './program.ts'
import { hasTerminal, KEYS, openTerminal, type Terminal } from './terminal.ts'

const PROMPT = 'rung> '

/** Sits down at a prompt, does something, and gives the exit code and all that was on the screen. */
async function sitDown(
  work: (terminal: Terminal) => Promise<void>,
  env: Readonly<Record<string, string>> = {},
  columns = 100,
): Promise<{ code: number | null; screen: string; raw: string }> {
  return inTemporaryFolder(async (home) => {
    const terminal = openTerminal(home, env, columns)
    await terminal.until(PROMPT)
    await work(terminal)
    return { code: await terminal.ended(), screen: terminal.screen(), raw: terminal.raw() }
  })
}

test('a pseudo-terminal can be had', () => {
  // Without one nothing here can be tested, and a silent pass would be a lie.
  expect(hasTerminal(), '`script` of util-linux is missing (Debian: bsdutils)').toBe(true)
})

describe.concurrent('at a terminal', () => {
  test('a greeting says what is there and how to ask, and the prompt waits', async () => {
    const { code, screen } = await sitDown(async (terminal) => {
      terminal.type(KEYS.ctrlD)
    })
    expect(code).toBe(0)
    expect(screen).toContain('1 role and 58 skills')
    expect(screen).toContain('/skills help')
    expect(screen).toContain(PROMPT)
    expect(screen.trimEnd().endsWith('Bye.')).toBe(true)
  })

  test('a question is answered and the prompt comes back', async () => {
    const { code, screen } = await sitDown(async (terminal) => {
      terminal.type(`mle senior security${KEYS.enter}`)
      await terminal.until('ML Engineer · Senior · Security')
      await terminal.until(PROMPT)
      terminal.type(`/quit${KEYS.enter}`)
    })
    expect(code).toBe(0)
    expect(screen).toContain('Secure Coding Practices: Advanced')
  })

  test('the tab key completes a command', async () => {
    const { code } = await sitDown(async (terminal) => {
      terminal.type(`/sk${KEYS.tab}`)
      await terminal.until('/skills ')
      terminal.type(`help${KEYS.enter}`)
      await terminal.until('What you can ask')
      await terminal.until(PROMPT)
      terminal.type(KEYS.ctrlD)
    })
    expect(code).toBe(0)
  })

  test('the tab key completes a name, after a command and without one', async () => {
    const { code } = await sitDown(async (terminal) => {
      terminal.type(`/skills ml-eng${KEYS.tab}`)
      await terminal.until('ml-engineer ')
      terminal.type(`princ${KEYS.tab}`)
      await terminal.until('principal ')
      terminal.type(KEYS.enter)
      await terminal.until('ML Engineer · Principal')
      await terminal.until(PROMPT)
      terminal.type(`pyto${KEYS.tab}`)
      await terminal.until('pytorch ')
      terminal.type(KEYS.enter)
      await terminal.until('Domain: Machine Learning & AI')
      await terminal.until(PROMPT)
      terminal.type(KEYS.ctrlD)
    })
    expect(code).toBe(0)
  })

  test('a number picks the choice that was shown with it', async () => {
    const { code } = await sitDown(async (terminal) => {
      terminal.type(`/skills${KEYS.enter}`)
      await terminal.until('[1] ML Engineer')
      await terminal.until(PROMPT)
      terminal.type(`1${KEYS.enter}`)
      await terminal.until('By domain')
      await terminal.until(PROMPT)
      const number = /\[(\d+)\] Senior/u.exec(terminal.screen())?.[1] ?? 'no number'
      terminal.type(`${number}${KEYS.enter}`)
      await terminal.until('ML Engineer · Senior')
      await terminal.until(PROMPT)
      terminal.type(`999${KEYS.enter}`)
      await terminal.until('There’s no option 999 here.')
      await terminal.until(PROMPT)
      terminal.type(KEYS.ctrlD)
    })
    expect(code).toBe(0)
  })

  test('the arrow up brings back what was asked', async () => {
    const { code } = await sitDown(async (terminal) => {
      terminal.type(`pytorch${KEYS.enter}`)
      await terminal.until('Domain: Machine Learning & AI')
      await terminal.until(PROMPT)
      terminal.type(`${KEYS.up}${KEYS.enter}`)
      await terminal.until('Domain: Machine Learning & AI')
      await terminal.until(PROMPT)
      terminal.type(KEYS.ctrlD)
    })
    expect(code).toBe(0)
  })

  test('Ctrl-C on an empty line leaves, with exit code 0', async () => {
    const { code, screen } = await sitDown(async (terminal) => {
      terminal.type(KEYS.ctrlC)
    })
    expect(code).toBe(0)
    expect(screen.trimEnd().endsWith('Bye.')).toBe(true)
  })

  test('Ctrl-D leaves, with exit code 0', async () => {
    const { code, screen } = await sitDown(async (terminal) => {
      terminal.type(KEYS.ctrlD)
    })
    expect(code).toBe(0)
    expect(screen.trimEnd().endsWith('Bye.')).toBe(true)
  })

  test('Ctrl-C while a line is being typed only drops the line', async () => {
    const { code, screen } = await sitDown(async (terminal) => {
      terminal.type('flurble')
      await terminal.until('flurble')
      terminal.type(KEYS.ctrlC)
      await terminal.until(PROMPT)
      terminal.type(`pytorch${KEYS.enter}`)
      await terminal.until('Domain: Machine Learning & AI')
      await terminal.until(PROMPT)
      terminal.type(KEYS.ctrlC)
    })
    expect(code).toBe(0)
    expect(screen).not.toContain('“flurble')
  })

  test('Ctrl-C in the middle of a line drops the whole line', async () => {
    const { screen } = await sitDown(async (terminal) => {
      terminal.type(`flurble${'\u001b[D'.repeat(4)}`)
      await terminal.until('flurble')
      terminal.type(KEYS.ctrlC)
      await terminal.until(PROMPT)
      terminal.type(`pytorch${KEYS.enter}`)
      await terminal.until('Domain: Machine Learning & AI')
      await terminal.until(PROMPT)
      terminal.type(KEYS.ctrlD)
    })
    expect(screen).not.toContain('I don’t know a role')
  })

  test('/quit leaves at once: what was pasted after it is not asked any more', async () => {
    const { code, screen } = await sitDown(async (terminal) => {
      terminal.type(`pytorch${KEYS.enter}/quit${KEYS.enter}kubernetes${KEYS.enter}docker${KEYS.enter}`)
    })
    expect(code).toBe(0)
    expect(screen).toContain('Domain: Machine Learning & AI')
    expect(screen).not.toContain('Domain: Cloud & Infrastructure')
    expect(screen.trimEnd().endsWith('Bye.')).toBe(true)
  })

  test('lines pasted at once are answered one after the other', async () => {
    const { screen } = await sitDown(async (terminal) => {
      terminal.type(['pytorch', 'docker', 'redis', '/quit', ''].join(KEYS.enter))
    })
    const answers = ['Domain: Machine Learning & AI', 'Domain: Cloud & Infrastructure', 'Domain: Backend Development']
    const places = answers.map((answer) => screen.indexOf(answer))
    expect(places.filter((place) => place < 0)).toEqual([])
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  test('lines pasted at once with Ctrl-D after them are all answered before it leaves', async () => {
    const { code, screen } = await sitDown(async (terminal) => {
      terminal.type(`pytorch${KEYS.enter}docker${KEYS.enter}${KEYS.ctrlD}`)
    })
    expect(code).toBe(0)
    expect(screen).toContain('Domain: Machine Learning & AI')
    expect(screen).toContain('Domain: Cloud & Infrastructure')
    expect(screen).not.toMatch(/ERR_|\n\s+at /u)
  })

  test('answers are in color, and without where NO_COLOR is set', async () => {
    const ask = async (terminal: Terminal): Promise<void> => {
      terminal.type(`pytorch${KEYS.enter}`)
      await terminal.until('Domain: ')
      await terminal.until(PROMPT)
      terminal.type(KEYS.ctrlD)
    }
    // Prompts move the cursor either way; colors and weights are sequences that end in `m`.
    const styled = new RegExp(`${String.fromCharCode(0x1b)}\\[[0-9;]+m`, 'u')
    expect((await sitDown(ask)).raw).toMatch(styled)
    expect((await sitDown(ask, { NO_COLOR: '1' })).raw).not.toMatch(styled)
  })

  test('it speaks the language of the terminal', async () => {
    const { code, screen } = await sitDown(
      async (terminal) => {
        terminal.type(`mle seguridad${KEYS.enter}`)
        await terminal.until('ML Engineer · Seguridad')
        await terminal.until(PROMPT)
        terminal.type(`/salir${KEYS.enter}`)
      },
      { LANG: 'es_ES.UTF-8' },
    )
    expect(code).toBe(0)
    expect(screen).toContain('Todo listo con 1 rol y 58 habilidades')
    expect(screen.trimEnd().endsWith('Hasta luego.')).toBe(true)
  })

  test('answers are as wide as the terminal, and still readable where it does not tell its width', async () => {
    const longest = async (columns: number): Promise<number> => {
      const { screen } = await sitDown(
        async (terminal) => {
          terminal.type(`mle senior security${KEYS.enter}`)
          await terminal.until('[1] ')
          await terminal.until(PROMPT)
          terminal.type(KEYS.ctrlD)
        },
        {},
        columns,
      )
      const [, answer = ''] = screen.split('mle senior security')
      return Math.max(...answer.split('\n').map((line) => line.length))
    }
    const [narrow, wide, unknown] = [await longest(60), await longest(110), await longest(0)]
    expect(narrow).toBeLessThanOrEqual(60)
    expect(wide).toBeGreaterThan(80)
    expect(wide).toBeLessThanOrEqual(110)
    expect(unknown).toBeGreaterThan(60)
  })
})
