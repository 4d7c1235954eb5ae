import { type ChildProcess, fork } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

/** Starts a program of the benchmark or of Rung with the given environment only. */
export function start(
  file: string,
  environment: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): ChildProcess {
  return fork(fileURLToPath(new URL(file, import.meta.url)), [], {
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    execArgv: [...args],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}

/** Waits until an HTTP server answers with a status other than 503. */
export async function waitForServer(port: number, path: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    try {
      const { status } = await fetch(`http://127.0.0.1:${port}${path}`)
      if (status !== 503) return
    } catch {
      // Not yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the process does not answer')
}

export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const exited = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await exited
}
