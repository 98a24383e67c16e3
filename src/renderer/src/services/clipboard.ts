import { fail, ok, type Result } from '#core/model/result'

/**
 * Puts a table on the clipboard, as text and as HTML. By the copy event, since the window asks for no permission, not
 * even that of writing to the clipboard (docs/architecture.md, "Safety"). Works only as the answer to a key or click.
 */
export function copyTable({ text, html }: { readonly text: string; readonly html: string }): Result<null> {
  let isTaken = false
  const onCopy = (event: ClipboardEvent): void => {
    if (!event.clipboardData) return
    event.clipboardData.setData('text/plain', text)
    event.clipboardData.setData('text/html', html)
    event.preventDefault()
    event.stopImmediatePropagation()
    isTaken = true
  }
  document.addEventListener('copy', onCopy, { capture: true })
  const isDone = document.execCommand('copy')
  document.removeEventListener('copy', onCopy, { capture: true })
  return isDone && isTaken
    ? ok(null)
    : fail('conflict', 'The table could not be copied.', {
        kept: 'The clipboard is as it was.',
        advice: 'Click in the table, then press the key for it.',
      })
}
