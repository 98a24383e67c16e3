import { expect, it } from 'vitest'
import { createImportInbox } from '../../../src/main/import-inbox'

it('hands imports over in order, once, and only to a page that listens', () => {
  const sent: string[] = []
  const inbox = createImportInbox((grant) => void sent.push(grant.token))
  const add = (token: string): void => inbox.add({ token, roots: [] })
  add('a')
  add('b')
  expect(sent).toEqual([])
  inbox.pageReady()
  add('c')
  inbox.pageGone()
  add('d')
  expect(sent).toEqual(['a', 'b', 'c'])
  inbox.pageReady()
  inbox.pageReady()
  expect(sent).toEqual(['a', 'b', 'c', 'd'])
})
