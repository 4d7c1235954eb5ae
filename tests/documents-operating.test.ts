import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { createMetrics } from '../src/runtime/metrics.ts'

// docs/operating.md: its metrics, messages, notes and files are those of the code.

const root = join(import.meta.dirname, '..')
const page = await readFile(join(root, 'docs/operating.md'), 'utf8')
const sources = await Promise.all(
  (await readdir(join(root, 'src'), { recursive: true }))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFile(join(root, 'src', file), 'utf8')),
)
const code = sources.join('\n')

/** The text of the fenced blocks of a language. */
function fenced(language: string): readonly string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gmu'))].map(([, text = '']) => text)
}

/** A section with its subsections, without its heading. */
function section(title: string): string {
  const [, text = ''] = page.split(new RegExp(`^#+ ${title}$`, 'mu'))
  return text.split(/^## /mu)[0] ?? ''
}

describe('the reference of metrics', () => {
  const rows = [...section('Metrics').matchAll(/^\| `(rung_\w+)` \|([^|]*)\| (.+) \|$/gmu)].map(
    ([, name = '', labels = '', meaning = '']) => ({
      name,
      labels: [...labels.matchAll(/`(\w+)`/gu)].map(([, label = '']) => label),
      meaning,
    }),
  )

  test('has every metric that the code registers, and no other', () => {
    const registered = [...code.matchAll(/(?:\bname: |addGauge\(\s*)'(rung_[a-z_]+)'/gu)].map(([, name = '']) => name)
    expect(registered.length).toBeGreaterThan(6)
    expect(rows.map(({ name }) => name).toSorted()).toEqual([...new Set(registered)].toSorted())
  })

  test('has the labels of each', async () => {
    const metrics = createMetrics()
    metrics.recordDelivery({ platform: 'p', kind: 'k', result: 'answered', seconds: 1 })
    metrics.recordApiCall({ platform: 'p', method: 'm', result: 'ok' })
    metrics.recordPicture({ platform: 'p', result: 'sent' })
    metrics.recordCardTime({ card: 'full', seconds: 1 })
    metrics.setConnections('p', 1)
    const text = await metrics.text()
    for (const { name, labels } of rows) {
      const sample = new RegExp(`^${name}(?:_bucket)?\\{([^}]*)\\}`, 'mu').exec(text)?.[1] ?? ''
      const real = [...sample.matchAll(/(\w+)="/gu)].map(([, label = '']) => label).filter((label) => label !== 'le')
      expect([name, labels.toSorted()]).toEqual([name, real.toSorted()])
    }
  })

  test('names every result', () => {
    const results = (type: string) => [
      ...(new RegExp(`type ${type} = ([^\\n]+)`, 'u').exec(code)?.[1] ?? '').matchAll(/'(\w+)'/gu),
    ]
    const meaningOf = (metric: string) => rows.find(({ name }) => name === metric)?.meaning
    for (const [type, metric] of [
      ['DeliveryResult', 'rung_deliveries_total'],
      ['PictureResult', 'rung_pictures_total'],
    ] as const) {
      expect(results(type)).toHaveLength(4)
      for (const [, result] of results(type)) expect(meaningOf(metric)).toContain(`\`${result}\``)
    }
  })

  test('and the alerts use metrics that are there', () => {
    const [rules = ''] = fenced('yaml')
    const { groups } = parse(rules) as { groups: { rules: { alert: string; expr: string }[] }[] }
    const expressions = groups.flatMap((group) => group.rules.map(({ expr }) => expr))
    expect(expressions.length).toBeGreaterThan(4)
    for (const expr of expressions) {
      for (const [name] of expr.matchAll(/\brung_\w+/gu)) {
        expect(rows.map((row) => row.name)).toContain(name.replace(/_bucket$/u, ''))
      }
    }
  })
})

describe('a message that the page explains', () => {
  const failures = section('What failures look like')
  const quoted = [
    ...[...failures.matchAll(/^\| `([^`]+)` \|/gmu)].map(([, text = '']) => text),
    ...[...failures.matchAll(/^`([^`]{20,})`/gmu)].map(([, text = '']) => text),
    ...[...section('Is it working\\?').matchAll(/^\| `(no |… |the )([^`]+)` \|/gmu)].map(([, a = '', b = '']) => a + b),
  ]

  test('is one of many', () => {
    expect(quoted.length).toBeGreaterThan(25)
  })

  test.each(quoted)('%s is in the code', (text) => {
    // Where the code computes a part, the page has an ellipsis.
    for (const part of text.split('…')) expect(code.replaceAll(/'\s*\+\s*'/gu, '')).toContain(part.trim())
  })
})

test('the systemd unit is valid, and starts what the package starts', async ({ skip }) => {
  const [unit = ''] = fenced('ini')
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { scripts: { start: string } }
  const [, command = ''] = /^ExecStart=\/usr\/bin\/(.*)$/mu.exec(unit) ?? []
  expect(scripts.start).toMatch(new RegExp(`&& ${command}$`, 'u'))
  if (spawnSync('systemd-analyze', ['--version']).error) skip('systemd-analyze is not installed')
  const folder = await mkdtemp(join(tmpdir(), 'rung-unit-'))
  try {
    const path = join(folder, 'rung.service')
    // The path of Node differs between machines.
    await writeFile(path, unit.replace('/usr/bin/node', process.execPath))
    const { stdout, stderr } = spawnSync('systemd-analyze', ['verify', path], { encoding: 'utf8' })
    const lines = `${stdout}${stderr}`.split('\n').filter((line) => line.includes('rung.service'))
    expect(lines).toEqual([])
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

test('the container has what the page says', async () => {
  const dockerfile = await readFile(join(root, 'Dockerfile'), 'utf8')
  for (const part of ['USER node', 'EXPOSE 3000', 'VOLUME /var/lib/rung', '"dist/cli.js", "health"']) {
    expect(dockerfile).toContain(part)
  }
})
