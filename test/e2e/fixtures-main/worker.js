// Fetches from the app scheme and keeps a row, as the import worker does.
self.onmessage = async ({ data }) => {
  try {
    const answer = await fetch('/echo', { method: 'POST', body: data })
    const text = await answer.text()
    await new Promise((resolve, reject) => {
      const opening = indexedDB.open('from-worker', 1)
      opening.onupgradeneeded = () => opening.result.createObjectStore('rows')
      opening.onerror = () => reject(opening.error)
      opening.onsuccess = () => {
        const writing = opening.result.transaction('rows', 'readwrite')
        writing.objectStore('rows').put(text, 1)
        writing.oncomplete = resolve
        writing.onerror = () => reject(writing.error)
      }
    })
    postMessage(text)
  } catch (error) {
    postMessage(`failed: ${error}`)
  }
}
