import type { BrowserContext, Request as PageRequest, Route } from 'playwright-core'
import { mapPolicy, toAppUrl, toBrowserUrl } from './origins'
import { handlerOf, ownSchemes } from './protocol'
import { mayRequest, type RequestDetails } from './session'
import { contentsOf } from './web-contents'

const RESOURCE_TYPES: Readonly<Record<string, RequestDetails['resourceType']>> = {
  document: 'mainFrame',
  stylesheet: 'stylesheet',
  script: 'script',
  image: 'image',
  font: 'font',
  xhr: 'xhr',
  fetch: 'xhr',
  ping: 'ping',
  media: 'media',
  websocket: 'webSocket',
}

let requests = 0

/**
 * Sends every request of the browser through main: the session's listener first, then the own scheme's handler. A
 * request of any other scheme fails, even one that the listener lets pass: the shell has no network.
 */
export async function routeRequests(context: BrowserContext): Promise<void> {
  await context.route('**/*', (route) => answer(route))
}

async function answer(route: Route): Promise<void> {
  const request = route.request()
  const url = toAppUrl(request.url(), ownSchemes())
  let response: Response | null = null
  try {
    response = await respond(request, url)
  } catch (error) {
    console.error(`${url}: the handler failed.`, error)
  }
  // An aborted navigation leaves the page where it is; any other failure would put an error page in its place.
  const refusal = request.isNavigationRequest() ? 'aborted' : 'blockedbyclient'
  const sent = response === null ? route.abort(refusal) : fulfil(route, response)
  // Whoever asked may be gone by now, a closed page or a terminated worker; then there is no one left to answer.
  await sent.catch(() => undefined)
}

/** Main's answer to a request; null refuses it. */
async function respond(request: PageRequest, url: string): Promise<Response | null> {
  if (!mayNavigate(request, url)) return null
  requests += 1
  const allowed = await mayRequest({
    id: requests,
    url,
    method: request.method(),
    resourceType: RESOURCE_TYPES[request.resourceType()] ?? 'other',
    timestamp: Date.now(),
  })
  const handler = handlerOf(url)
  return allowed && handler !== null ? handler(toAppRequest(request, url)) : null
}

/** Lets main's `will-navigate` refuse where the page's main frame goes by itself. */
function mayNavigate(request: PageRequest, url: string): boolean {
  if (!request.isNavigationRequest()) return true
  let frame
  try {
    frame = request.frame()
  } catch {
    // A page that is no window of ours, such as one the page tried to open.
    return false
  }
  const contents = contentsOf(frame.page())
  if (contents === null) return false
  return frame.parentFrame() !== null || contents.mayNavigate(url)
}

function toAppRequest(request: PageRequest, url: string): Request {
  const method = request.method()
  const body = method === 'GET' || method === 'HEAD' ? null : request.postDataBuffer()
  return new Request(url, {
    method,
    headers: request.headers(),
    ...(body === null ? {} : { body: new Uint8Array(body) }),
  })
}

async function fulfil(route: Route, response: Response): Promise<void> {
  const schemes = ownSchemes()
  const headers: Record<string, string> = {}
  response.headers.forEach((value, name) => {
    if (name === 'content-security-policy') headers[name] = mapPolicy(value, schemes)
    else headers[name] = name === 'location' ? (toBrowserUrl(value, schemes) ?? value) : value
  })
  const body = response.body === null ? '' : Buffer.from(await response.arrayBuffer())
  await route.fulfill({ status: response.status, headers, body })
}
