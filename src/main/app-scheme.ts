import { protocol } from 'electron'
import { APP_SCHEME } from './app-url'

/** Declares the app scheme; has to come before the program is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, corsEnabled: false },
    },
  ])
}

/** Answers the app scheme's requests; has to come after the program is ready. */
export function serveAppScheme(handler: (request: Request) => Promise<Response>): void {
  protocol.handle(APP_SCHEME, handler)
}
