import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { serveAsset } from '../../../src/main/static-files'
import { createFolder } from './temporary-folder'

describe('serveAsset', () => {
  it('follows a link inside the folder, and none that leads out of it', async () => {
    const outside = createFolder({ 'secret.txt': 'secret', 'folder/secret.txt': 'secret' })
    const root = createFolder({ 'index.html': '<head></head>', 'a.txt': 'own' })
    symlinkSync(join(root, 'a.txt'), join(root, 'b.txt'))
    symlinkSync(join(outside, 'secret.txt'), join(root, 'link.txt'))
    symlinkSync(join(outside, 'folder'), join(root, 'linked'))
    symlinkSync(outside, join(root, 'index'))
    expect(await (await serveAsset(root, '/b.txt')).text()).toBe('own')
    for (const path of ['/link.txt', '/linked/secret.txt', '/index/secret.txt', '/index/../a.txt/..'])
      expect((await serveAsset(root, path)).status, path).toBe(404)
  })

  it.each([
    '/%252e%252e/secret.txt',
    '/..%252fsecret.txt',
    '/%25252e%25252e%25252fsecret.txt',
    '/..%c0%afsecret.txt',
    '/%e0%80%ae%e0%80%ae/secret.txt',
    '/%uff0e%uff0e/secret.txt',
    '/.%00./secret.txt',
    '/secret.txt%00.html',
    '//etc/passwd.txt',
    '/C:/secret.txt',
    '/C:%5csecret.txt',
    '/file:///secret.txt',
    '/....//secret.txt',
    '/..;/secret.txt',
    '/．．/secret.txt',
  ])('serves nothing outside the folder for %j', async (path) => {
    const parent = createFolder({ 'secret.txt': 'secret', 'root/index.html': '<head></head>' })
    const response = await serveAsset(join(parent, 'root'), path)
    expect(response.status).toBe(404)
    expect(await response.text()).toBe('')
  })
})
