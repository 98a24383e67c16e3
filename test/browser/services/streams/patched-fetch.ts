/*
 * Stands in for main's streams inside a worker: a GET answers what the test has put into the cache, waiting until it
 * is there; a POST hands its body to the test and answers what the cache has for it, or 200.
 */
const channel = new BroadcastChannel('fake-main')

function news(): Promise<void> {
  return new Promise((resolve) => channel.addEventListener('message', () => resolve(), { once: true }))
}

async function answer(url: string): Promise<Response> {
  for (;;) {
    const next = news()
    const cached = await caches.match(url)
    if (cached) return cached
    await next
  }
}

const realFetch = self.fetch.bind(self)

self.fetch = async (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input, self.location.origin).href
  const { pathname } = new URL(url)
  if (!pathname.startsWith('/import/') && !pathname.startsWith('/export/')) return realFetch(input, init)
  if (init?.method !== 'POST') return answer(url)
  const text = await new Response(init.body ?? null).text()
  new BroadcastChannel('fake-main-posts').postMessage({ url, text })
  return (await caches.match(url)) ?? Response.json({ bytes: text.length })
}
