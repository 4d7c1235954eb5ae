import { main } from './app/app.ts'

process.exitCode = await main()
