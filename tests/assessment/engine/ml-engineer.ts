import type { AssessedRole, Proficiency, RoleSkill } from '../../../src/assessment/engine/index.ts'

/**
 * The ML Engineer table: a, w, v, e for Awareness, Working, Advanced, Expert and - for an absent cell, from
 * Junior to Principal. A copy of the engine's own, so that its tests and bench need no catalog.
 */
const ROWS: Readonly<Record<string, readonly (readonly [name: string, row: string])[]>> = {
  'AI-Assisted Development': [
    ['GitHub Copilot', 'aawvv'],
    ['Cursor IDE', 'awvv-'],
    ['ChatGPT / Claude', 'aawvv'],
    ['Prompt Engineering for Code', 'aawvv'],
  ],
  'API & Integration': [
    ['REST API Design', 'awvve'],
    ['GraphQL Design', 'awvee'],
    ['WebSocket API Design', 'awvee'],
    ['gRPC & Protocol Buffers', 'aawvv'],
    ['API Documentation', 'awvee'],
  ],
  'Architecture & System Design': [['System Design Fundamentals', 'awvee']],
  'Backend Development': [
    ['Python Web Frameworks', 'awvve'],
    ['Apache Kafka', 'aawvv'],
    ['Redis', 'aawvv'],
    ['Task Queues', 'aawvv'],
  ],
  'Cloud & Infrastructure': [
    ['Docker', 'awvve'],
    ['Kubernetes Core', 'awvve'],
    ['Terraform', 'awvee'],
    ['AWS', 'awvve'],
    ['Network Fundamentals', 'awvee'],
  ],
  'Data Engineering': [
    ['Apache Spark', 'awvee'],
    ['Pandas / Polars', 'awvee'],
    ['SQL-based ETL', 'awvee'],
    ['Data Quality', 'awvee'],
  ],
  'Database Management': [
    ['PostgreSQL', 'awvve'],
    ['Database Indexing', 'aawvv'],
    ['Query Optimization', 'aawvv'],
    ['Data Modeling & Schema Design', 'awvee'],
  ],
  'DevOps & CI/CD': [['GitHub Actions / GitLab CI', 'awvve']],
  'Machine Learning & AI': [
    ['Classical ML (scikit-learn)', 'awvee'],
    ['Gradient Boosting', 'awvee'],
    ['PyTorch', 'awvee'],
    ['MLflow', 'awvee'],
    ['Feature Stores', 'awvee'],
    ['Model Serving', 'awvee'],
    ['Experiment Tracking', 'awvee'],
    ['ML Pipelines', 'awvee'],
    ['Model Monitoring', 'awvee'],
  ],
  'Observability & Monitoring': [
    ['Structured Logging', 'wve--'],
    ['Prometheus & Grafana', 'awv--'],
    ['OpenTelemetry', 'awvee'],
    ['SLI / SLO / SLA', 'awvee'],
  ],
  'Programming Fundamentals': [
    ['Algorithms & Complexity', 'wwvve'],
    ['Data Structures', 'wwvve'],
    ['OOP & SOLID Principles', 'wwvve'],
    ['Design Patterns', 'wwvve'],
    ['Multithreading', 'wwvve'],
    ['Async Programming', 'wwvve'],
    ['Code Quality & Refactoring', 'wwvve'],
    ['Type Safety & Type Systems', 'awvee'],
    ['Memory Management', 'awvee'],
  ],
  Security: [
    ['OWASP & Application Security', 'awvee'],
    ['Secure Coding Practices', 'awvee'],
    ['JWT / OAuth2 / OIDC', 'awvee'],
  ],
  'Testing & QA': [
    ['Unit Testing', 'awvve'],
    ['Integration Testing', 'awvve'],
    ['E2E Testing', 'awvee'],
  ],
  'Version Control & Collaboration': [
    ['Git Advanced', 'awvve'],
    ['Code Review', 'awvve'],
  ],
}

const PROFICIENCY: Readonly<Record<string, Proficiency>> = { a: 1, w: 2, v: 3, e: 4 }

/** The mandatory cells that are certain: these throughout, and those at Junior. */
const MANDATORY_THROUGHOUT = ['Gradient Boosting', 'Feature Stores', 'Apache Spark']
const MANDATORY_AT_JUNIOR = [
  'Classical ML (scikit-learn)',
  'PyTorch',
  'MLflow',
  'Model Serving',
  'Experiment Tracking',
  'ML Pipelines',
  'SQL-based ETL',
]

const CORE_DOMAIN = 'Machine Learning & AI'

const slug = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

function mandatory(name: string): readonly (boolean | null)[] {
  if (MANDATORY_THROUGHOUT.includes(name)) return [true, true, true, true, true]
  return MANDATORY_AT_JUNIOR.includes(name) ? [true, null, null, null, null] : [null, null, null, null, null]
}

const skills: readonly RoleSkill[] = Object.entries(ROWS).flatMap(([domain, rows]) =>
  rows.map(([name, row]) => ({
    id: slug(name),
    name,
    domain: slug(domain),
    core: domain === CORE_DOMAIN,
    required: row.split('').map((letter) => PROFICIENCY[letter] ?? null),
    mandatory: mandatory(name),
  })),
)

export const mlEngineer: AssessedRole = {
  id: 'ml-engineer',
  levels: ['Junior', 'Middle', 'Senior', 'Lead / Staff', 'Principal'],
  skills,
}
