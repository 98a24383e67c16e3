import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '@fontsource-variable/source-serif-4'
import { invoke } from '#services/bridge'
import { runHeadlessJob } from '#services/headless'
import { App } from './App'
import { reportPageErrors } from './page-errors'

/** Draws the interface, or does the job of a headless run instead. */
async function start(): Promise<void> {
  const job = await invoke('headless:job')
  if (job) {
    await runHeadlessJob(job)
    return
  }
  const root = document.getElementById('root')
  if (!root) throw new Error('The page has no root element')
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}

reportPageErrors()
void start()
