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
import { openCatalog, shippedCatalog } from '../fixtures/catalog.ts'

/** Sites of the tools themselves, of standards, and of books by their authors. No blogs, courses or videos. */
const OFFICIAL_HOSTS = new Set([
  'adr.github.io',
  'airflow.apache.org',
  'algs4.cs.princeton.edu',
  'argo-cd.readthedocs.io',
  'beam.apache.org',
  'bloomberg.github.io',
  'cheatsheetseries.owasp.org',
  'cloud.google.com',
  'cursor.com',
  'cwe.mitre.org',
  'dataintensive.net',
  'debezium.io',
  'dev.mysql.com',
  'developer.hashicorp.com',
  'developers.google.com',
  'diataxis.fr',
  'doc.dvc.org',
  'docs.airbyte.com',
  'docs.astral.sh',
  'docs.aws.amazon.com',
  'docs.celeryq.dev',
  'docs.dagster.io',
  'docs.delta.io',
  'docs.djangoproject.com',
  'docs.docker.com',
  'docs.evidentlyai.com',
  'docs.feast.dev',
  'docs.getdbt.com',
  'docs.github.com',
  'docs.gitlab.com',
  'docs.lakefs.io',
  'docs.nvidia.com',
  'docs.open-metadata.org',
  'docs.pact.io',
  'docs.pola.rs',
  'docs.pytest.org',
  'docs.python.org',
  'docs.pytorch.org',
  'docs.ragas.io',
  'docs.ray.io',
  'docs.snowflake.com',
  'docs.vllm.ai',
  'docs.wandb.ai',
  'docs.weaviate.io',
  'fastapi.tiangolo.com',
  'fluxcd.io',
  'genai.owasp.org',
  'git-scm.com',
  'google.github.io',
  'grafana.com',
  'graphql.org',
  'grpc.io',
  'handbook.gitlab.com',
  'html.spec.whatwg.org',
  'huggingface.co',
  'iceberg.apache.org',
  'inspect.aisi.org.uk',
  'jeffe.cs.illinois.edu',
  'kafka.apache.org',
  'kserve.github.io',
  'kubernetes.io',
  'learn.microsoft.com',
  'learn.openapis.org',
  'lightgbm.readthedocs.io',
  'martinfowler.com',
  'mlflow.org',
  'modelcontextprotocol.io',
  'mutmut.readthedocs.io',
  'mypy.readthedocs.io',
  'nightlies.apache.org',
  'opendatastructures.org',
  'openid.net',
  'openlineage.io',
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
  'qdrant.tech',
  'redis.io',
  'refactoring.com',
  'rework.withgoogle.com',
  'scikit-learn.org',
  'spark.apache.org',
  'spec.graphql.org',
  'spec.openapis.org',
  'sre.google',
  'staffeng.com',
  'testcontainers.com',
  'typing.python.org',
  'use-the-index-luke.com',
  'valkey.io',
  'www.kimballgroup.com',
  'www.kubeflow.org',
  'www.nist.gov',
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
  const skills = [...(await openCatalog(shippedCatalog)).catalog.skills.values()]
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
    expect(texts).toHaveLength(80 * 4 * 2 * 2)
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
