import { join } from 'node:path'
import { homepage, signing } from './tools/package/signing.mjs'

/*
 * Installers for the three systems: `npm run package`. Everything is bundled into out/, so the archive holds no
 * node_modules. Icons are rendered into dist/icons before.
 */

const { isSigned, isNotarised } = signing(process.env)

const MIME_TYPE = 'application/vnd.crossread+zip'

/** Files that deb and rpm put where desktops look for types of files: the description, and icons named as the type is. */
const MIME_FILES = [
  `${join(import.meta.dirname, 'resources', 'crossread-mime.xml')}=/usr/share/mime/packages/org.crossread.Crossread.xml`,
  ...[16, 32, 48, 64, 128, 256, 512].map((size) => {
    const icon = join(import.meta.dirname, 'dist', 'icons', `${size}x${size}.png`)
    return `${icon}=/usr/share/icons/hicolor/${size}x${size}/mimetypes/${MIME_TYPE.replace('/', '-')}.png`
  }),
]

/** @type {import('electron-builder').Configuration} */
export default {
  appId: 'org.crossread.Crossread',
  productName: 'Crossread',
  copyright: 'Copyright © The Crossread contributors',
  directories: { output: 'dist/packages', buildResources: 'resources' },
  files: [
    '!**/*',
    'out/main/**',
    'out/preload/**',
    'out/renderer/**',
    'package.json',
    'LICENSE',
    '!**/*.map',
  ],
  extraResources: [{ from: 'resources/sample-corpus', to: 'sample-corpus' }],
  extraMetadata: { homepage: homepage(process.env), devDependencies: {}, scripts: {}, imports: {} },
  asar: true,
  // There are no native modules and no packages of its own in the archive.
  npmRebuild: false,
  nodeGypRebuild: false,
  artifactName: '${productName}-${version}-${os}-${arch}.${ext}',
  // Offline first: the program never looks for updates, so nothing says where any would be.
  publish: null,
  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableCookieEncryption: true,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  },
  fileAssociations: [
    {
      ext: 'crossread',
      name: 'Crossread package',
      description: 'Crossread package',
      role: 'Editor',
      // Without an ending: each system takes its own kind.
      icon: 'dist/icons/icon',
    },
  ],
  win: {
    icon: 'dist/icons/icon.ico',
    target: [{ target: 'nsis', arch: ['x64', 'arm64'] }],
  },
  nsis: {
    oneClick: false,
    perMachine: false,
    allowElevation: false,
    allowToChangeInstallationDirectory: true,
    deleteAppDataOnUninstall: false,
    // One installer an architecture, each with the one program it needs.
    buildUniversalInstaller: false,
  },
  mac: {
    icon: 'dist/icons/icon.icns',
    category: 'public.app-category.education',
    target: [
      { target: 'dmg', arch: ['universal'] },
      { target: 'zip', arch: ['universal'] },
    ],
    // With an ad-hoc signature, which has no team, the hardened runtime refuses Electron's own framework.
    hardenedRuntime: isSigned,
    gatekeeperAssess: false,
    entitlements: 'resources/entitlements.mac.plist',
    entitlementsInherit: 'resources/entitlements.mac.plist',
    // Without a certificate the bundle gets an ad-hoc signature, which Apple's processors demand.
    ...(isSigned ? {} : { identity: '-' }),
    notarize: isNotarised,
  },
  linux: {
    icon: 'dist/icons',
    executableName: 'crossread',
    category: 'Education',
    synopsis: 'Read, annotate and compare news articles',
    maintainer: 'The Crossread contributors <crossread@users.noreply.github.com>',
    target: ['AppImage', 'deb', 'rpm'].map((target) => ({ target, arch: ['x64', 'arm64'] })),
    // electron-builder's own description of the type would give it the icon of an office document.
    mimeTypes: [MIME_TYPE],
    desktop: { entry: { StartupWMClass: 'Crossread', Keywords: 'news;corpus;annotation;quotation;' } },
  },
  deb: { fpm: MIME_FILES },
  rpm: { fpm: MIME_FILES },
}
