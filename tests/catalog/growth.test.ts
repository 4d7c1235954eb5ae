import { beforeAll, describe, expect, test } from 'vitest'
import {
  CONTENT_LOCALES,
  EFFORTS,
  type GrowthStep,
  type Link,
  normalize,
  PROFICIENCIES,
  type Proficiency,
} from '../../src/catalog/index.ts'
import { openCatalog, ownCatalog } from '../fixtures/catalog.ts'

/** Sites of the tools themselves, of standards, and of books by their authors. No blogs, courses or videos. */
const OFFICIAL_HOSTS = new Set([
  'airflow.apache.org',
  'algs4.cs.princeton.edu',
  'bloomberg.github.io',
  'cheatsheetseries.owasp.org',
  'cursor.com',
  'cwe.mitre.org',
  'dataintensive.net',
  'dev.mysql.com',
  'developer.hashicorp.com',
  'docs.astral.sh',
  'docs.aws.amazon.com',
  'docs.celeryq.dev',
  'docs.djangoproject.com',
  'docs.docker.com',
  'docs.evidentlyai.com',
  'docs.feast.dev',
  'docs.getdbt.com',
  'docs.github.com',
  'docs.gitlab.com',
  'docs.nvidia.com',
  'docs.pact.io',
  'docs.pola.rs',
  'docs.pytest.org',
  'docs.python.org',
  'docs.pytorch.org',
  'docs.wandb.ai',
  'fastapi.tiangolo.com',
  'git-scm.com',
  'google.github.io',
  'grafana.com',
  'graphql.org',
  'grpc.io',
  'html.spec.whatwg.org',
  'jeffe.cs.illinois.edu',
  'kafka.apache.org',
  'kserve.github.io',
  'kubernetes.io',
  'learn.microsoft.com',
  'learn.openapis.org',
  'lightgbm.readthedocs.io',
  'martinfowler.com',
  'mlflow.org',
  'mutmut.readthedocs.io',
  'mypy.readthedocs.io',
  'opendatastructures.org',
  'openid.net',
  'opentelemetry.io',
  'owasp.org',
  'pandas.pydata.org',
  'pandera.readthedocs.io',
  'peps.python.org',
  'platform.claude.com',
  'platform.openai.com',
  'playwright.dev',
  'prometheus.io',
  'protobuf.dev',
  'python-patterns.guide',
  'redis.io',
  'refactoring.com',
  'scikit-learn.org',
  'spark.apache.org',
  'spec.graphql.org',
  'spec.openapis.org',
  'sre.google',
  'testcontainers.com',
  'typing.python.org',
  'use-the-index-luke.com',
  'valkey.io',
  'www.kimballgroup.com',
  'www.kubeflow.org',
  'www.postgresql.org',
  'www.rabbitmq.com',
  'www.rfc-editor.org',
  'www.structlog.org',
  'www.tcpdump.org',
  'xgboost.readthedocs.io',
])

/** How long each step may honestly take. */
const EFFORTS_TO: Readonly<Record<Proficiency, readonly string[]>> = {
  awareness: ['days'],
  working: ['days', 'weeks'],
  advanced: ['weeks', 'quarter'],
  expert: ['quarter'],
}

interface GrowthText {
  readonly where: string
  /** Undefined if it is missing. */
  readonly text: string | undefined
}

let steps: readonly { readonly where: string; readonly to: Proficiency; readonly step: GrowthStep | undefined }[]
let texts: readonly GrowthText[]
let links: readonly { readonly where: string; readonly links: readonly Link[] }[]

beforeAll(async () => {
  const skills = [...(await openCatalog(ownCatalog)).catalog.skills.values()]
  steps = skills.flatMap(({ slug, growth }) =>
    PROFICIENCIES.map((to) => ({ where: `${slug}, ${to}`, to, step: growth[to] })),
  )
  texts = steps.flatMap(({ where, step }) =>
    CONTENT_LOCALES.flatMap((locale) => [
      { where: `${where}, exercise, ${locale}`, text: step?.exercise[locale] },
      { where: `${where}, evidence, ${locale}`, text: step?.evidence[locale] },
    ]),
  )
  links = skills.map((skill) => ({ where: skill.slug, links: skill.links }))
})

function failing(fails: (text: string) => boolean): readonly string[] {
  return texts.flatMap(({ where, text }) => (text !== undefined && fails(text) ? [`${where}: ${text}`] : []))
}

describe('the growth of the own catalog', () => {
  test('says for every skill and step what to do and what shows it, in English and in Spanish', () => {
    expect(texts).toHaveLength(58 * 4 * 2 * 2)
    expect(texts.filter(({ text }) => text === undefined).map(({ where }) => where)).toEqual([])
  })

  test('says nothing twice', () => {
    const places = new Map<string, string[]>()
    for (const { where, text } of texts) {
      if (text === undefined) continue
      places.set(normalize(text), [...(places.get(normalize(text)) ?? []), where])
    }
    expect([...places.values()].filter((wheres) => wheres.length > 1)).toEqual([])
  })

  test('is one or two plain sentences that start with a capital letter or a dot and end with a full stop', () => {
    expect(failing((text) => !/^[\p{Lu}.]/u.test(text))).toEqual([])
    expect(failing((text) => !/[^.…]\.$/u.test(text))).toEqual([])
    expect(failing((text) => /\s{2}|\s[,;]/u.test(text))).toEqual([])
    expect(failing((text) => (text.match(/[.!?](?=\s\p{Lu})/gu) ?? []).length > 1)).toEqual([])
  })

  test('takes an honest time', () => {
    const dishonest = steps.filter(({ to, step }) => step && !EFFORTS_TO[to]?.includes(step.effort))
    expect(dishonest.map(({ where, step }) => `${where}: ${step?.effort}`)).toEqual([])
    expect(new Set(steps.flatMap(({ step }) => (step ? [step.effort] : [])))).toEqual(new Set(EFFORTS))
  })
})

describe('the links of the own catalog', () => {
  test('are one or two for every skill, to different pages', () => {
    const wrong = links.filter(({ links: { length } }) => length < 1 || length > 2)
    expect(wrong.map(({ where }) => where)).toEqual([])
    const repeated = links.filter(({ links: own }) => new Set(own.map(({ url }) => url)).size < own.length)
    expect(repeated.map(({ where }) => where)).toEqual([])
  })

  test('lead to official sites', () => {
    const others = links.flatMap(({ where, links: own }) =>
      own.filter(({ url }) => !OFFICIAL_HOSTS.has(new URL(url).host)).map(({ url }) => `${where}: ${url}`),
    )
    expect(others).toEqual([])
  })

  test('use each of the official sites', () => {
    const used = new Set(links.flatMap(({ links: own }) => own.map(({ url }) => new URL(url).host)))
    expect([...OFFICIAL_HOSTS].filter((host) => !used.has(host))).toEqual([])
  })
})
