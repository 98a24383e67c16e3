import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import config from '../../../electron-builder.config.mjs'

/** electron-builder's own check of a configuration against its schema; it is not among its public exports. */
const require = createRequire(import.meta.url)
const builder = createRequire(require.resolve('electron-builder'))
const { validateConfiguration } = builder('app-builder-lib/out/util/config/config') as {
  validateConfiguration: (config: unknown, log: { isEnabled: boolean; add: () => void }) => Promise<void>
}
const log = { isEnabled: false, add: () => undefined }

describe('the configuration of the installers', () => {
  it.each(['win', 'mac', 'linux'] as const)('fits the schema with what it says of %s', async (system) => {
    await expect(validateConfiguration(config, log)).resolves.toBeUndefined()
    const wrong = { ...config, [system]: { ...config[system], notAnOption: true } }
    await expect(validateConfiguration(wrong, log)).rejects.toThrow(`configuration.${system}`)
  })

  it('takes packages by a double click, with an icon of their own on every system', () => {
    expect(config.fileAssociations).toEqual([
      expect.objectContaining({ ext: 'crossread', icon: 'dist/icons/icon' }),
    ])
    expect(config.linux?.mimeTypes).toEqual(['application/vnd.crossread+zip'])
    const mime = readFileSync(new URL('../../../resources/crossread-mime.xml', import.meta.url), 'utf8')
    expect(mime).toContain('type="application/vnd.crossread+zip"')
    for (const { fpm = [] } of [config.deb ?? {}, config.rpm ?? {}]) {
      expect(fpm?.filter((file) => file.includes('/usr/share/mime/packages/'))).toHaveLength(1)
      expect(
        fpm?.filter((file) => file.endsWith('/mimetypes/application-vnd.crossread+zip.png')),
      ).toHaveLength(7)
    }
  })

  it('installs for one person, without an administrator, and asks for no network service', () => {
    expect(config.nsis).toMatchObject({
      perMachine: false,
      allowElevation: false,
      buildUniversalInstaller: false,
    })
    // fpm makes no deb or rpm without it.
    expect(config.extraMetadata).toMatchObject({ homepage: expect.stringMatching(/^https:/) as string })
  })

  it('names an installer for every system', () => {
    const targets = [config.win?.target, config.mac?.target, config.linux?.target].flat()
    expect(
      targets.map((one) => (typeof one === 'object' && one ? `${one.target} ${String(one.arch)}` : one)),
    ).toEqual([
      'nsis x64,arm64',
      'dmg universal',
      'zip universal',
      'AppImage x64,arm64',
      'deb x64,arm64',
      'rpm x64,arm64',
    ])
  })
})
