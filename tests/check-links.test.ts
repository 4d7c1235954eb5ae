import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBrokenLinks, linksOf } from '../src/app/check-links.ts'
import { loadCatalog } from '../src/catalog/index.ts'
import { run } from './platforms/console/program.ts'

// Pages on 127.0.0.1 that answer as pages do.

const server = createServer((request, response) => {
  const status = { '/page': 200, '/refused': 403, '/gone': 404, '/failing': 500, '/moved': 301, '/lost': 301 }[
    request.url ?? ''
  ]
  const location = { '/moved': '/page', '/lost': '/gone' }[request.url ?? '']
  response.writeHead(status ?? 404, location === undefined ? {} : { location })
  response.end('<p>a page</p>')
})
let base = ''
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

const problemsAt = async (...paths: readonly string[]): Promise<readonly string[]> => {
  const links = paths.map((path) => ({ url: `${base}${path}`, skills: ['docker'] }))
  return (await findBrokenLinks(links)).map(({ url, problem }) => `${url.slice(base.length)}: ${problem}`)
}

test('a page is found, also by a redirect and where programs are refused', async () => {
  expect(await problemsAt('/page', '/moved', '/refused')).toEqual([])
})

test('a page that is gone or fails is named with its status, in the order of the links', async () => {
  expect(await problemsAt('/failing', '/page', '/gone', '/lost')).toEqual([
    '/failing: status 500',
    '/gone: status 404',
    '/lost: status 404',
  ])
})

test('a host that does not answer is named with the reason', async () => {
  const [broken] = await findBrokenLinks([{ url: 'http://127.0.0.1:1/', skills: ['aws', 'docker'] }])
  expect(broken).toMatchObject({ url: 'http://127.0.0.1:1/', skills: ['aws', 'docker'] })
  expect(broken?.problem).toMatch(/bad port|ECONNREFUSED/u)
})

test('each address of a catalog is followed once', async () => {
  const loaded = await loadCatalog('data')
  if (!loaded.ok) throw new Error('the ladder is invalid')
  const links = linksOf(loaded.catalog)
  expect(new Set(links.map(({ url }) => url)).size).toBe(links.length)
  expect(links.flatMap(({ skills }) => skills)).toHaveLength(
    [...loaded.catalog.skills.values()].reduce((sum, skill) => sum + skill.links.length, 0),
  )
})

test('the command takes one folder', async () => {
  const { code, stderr } = await run('cli', { args: ['links', 'one', 'two'] })
  expect(code).toBe(1)
  expect(stderr).toContain('links takes one folder')
})
