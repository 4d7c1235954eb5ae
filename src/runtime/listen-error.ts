/** The address of a server and the variable that sets its port. The variable of its host has the same prefix. */
export interface ListenAddress {
  readonly host: string
  readonly port: number
  readonly portVariable: string
}

/** Explains why a server cannot listen on an address, and which variable to change. */
export function listenError(error: NodeJS.ErrnoException, { host, port, portVariable }: ListenAddress): Error {
  const hostVariable = portVariable.replace(/PORT$/u, 'HOST')
  const message = (): string => {
    switch (error.code) {
      case 'EADDRINUSE':
        return `${host}:${port} is taken by another process: set ${portVariable} to a free one`
      case 'EADDRNOTAVAIL':
        return `${hostVariable}=${host}: this machine does not have that address. Set one of its own, such as 127.0.0.1, or 0.0.0.0 for all`
      case 'ENOTFOUND':
      case 'EAI_AGAIN':
        return `${hostVariable}=${host}: is neither an address nor a name that can be looked up. Set an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all`
      case 'EACCES':
      case 'EPERM':
        return `${portVariable}=${port}: this user may not listen on that port. Set one from 1024`
      default:
        return `${host}:${port} cannot be listened on (${error.code ?? error.message}): set ${hostVariable} or ${portVariable} to another one`
    }
  }
  return new Error(message(), { cause: error })
}
