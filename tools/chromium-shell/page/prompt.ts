import type { FromPreload, ToPreload } from './messages'

/**
 * A modal question in the page, for a desktop without zenity and kdialog. Built in a closed shadow tree from the
 * preload's world, so that neither the page's styles nor its scripts reach into it.
 *
 * Stands alone: its source is sent into the window.
 */
export function askInPage(
  { id, prompt }: Extract<ToPreload, { kind: 'prompt' }>,
  tell: (message: FromPreload) => void,
): void {
  const host = document.createElement('div')
  const root = host.attachShadow({ mode: 'closed' })
  const dialog = document.createElement('dialog')
  dialog.style.font = '15px system-ui, sans-serif'
  dialog.style.maxWidth = '36rem'
  dialog.setAttribute('aria-label', prompt.title)

  const line = (tag: 'h2' | 'p', text: string): void => {
    const element = document.createElement(tag)
    element.textContent = text
    element.style.whiteSpace = 'pre-wrap'
    if (tag === 'h2') element.style.fontSize = '1.1em'
    if (text !== '') dialog.append(element)
  }
  line('h2', prompt.title)
  line('p', prompt.message)

  let field: HTMLInputElement | HTMLTextAreaElement | null = null
  if (prompt.input !== null) {
    const label = document.createElement('label')
    label.textContent = prompt.input.label
    field = document.createElement(prompt.input.many ? 'textarea' : 'input')
    field.value = prompt.input.value
    field.style.display = 'block'
    field.style.boxSizing = 'border-box'
    field.style.width = '34rem'
    field.style.maxWidth = '100%'
    field.style.font = 'inherit'
    label.append(field)
    dialog.append(label)
  }

  const finish = (button: number): void => {
    const text = field?.value ?? ''
    host.remove()
    tell({ kind: 'prompt', id, answer: { button, text } })
  }

  const row = document.createElement('p')
  prompt.buttons.forEach((text, index) => {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = text
    button.style.font = 'inherit'
    button.style.marginInlineEnd = '8px'
    button.autofocus = index === prompt.defaultButton && field === null
    button.addEventListener('click', () => finish(index))
    row.append(button)
  })
  dialog.append(row)
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault()
    finish(prompt.cancelButton)
  })
  dialog.addEventListener('keydown', (event) => {
    // The page behind must not act on keys typed here.
    event.stopPropagation()
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) finish(prompt.defaultButton)
  })
  root.append(dialog)
  document.documentElement.append(host)
  dialog.showModal()
  field?.focus()
}
