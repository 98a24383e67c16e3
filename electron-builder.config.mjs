/*
 * Installers for the three systems: `npm run package`. Everything is bundled into out/, so the archive holds no
 * node_modules. Icons are rendered into dist/icons before.
 */

const isSigned = {
  mac: Boolean(process.env['CSC_LINK'] || process.env['CSC_NAME']),
  notarised: Boolean(process.env['APPLE_API_KEY'] || process.env['APPLE_ID']),
}

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
  extraMetadata: { devDependencies: {}, scripts: {}, imports: {} },
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
      mimeType: 'application/vnd.crossread+zip',
      role: 'Editor',
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
  },
  mac: {
    icon: 'dist/icons/icon.icns',
    category: 'public.app-category.education',
    target: [
      { target: 'dmg', arch: ['universal'] },
      { target: 'zip', arch: ['universal'] },
    ],
    hardenedRuntime: true,
    gatekeeperAssess: false,
    entitlements: 'resources/entitlements.mac.plist',
    entitlementsInherit: 'resources/entitlements.mac.plist',
    // Without a certificate the bundle gets an ad-hoc signature, which Apple's processors demand.
    ...(isSigned.mac ? {} : { identity: '-' }),
    notarize: isSigned.mac && isSigned.notarised,
  },
  linux: {
    icon: 'dist/icons',
    executableName: 'crossread',
    category: 'Education',
    synopsis: 'Read, annotate and compare news articles',
    maintainer: 'The Crossread contributors <crossread@users.noreply.github.com>',
    target: ['AppImage', 'deb', 'rpm'].map((target) => ({ target, arch: ['x64', 'arm64'] })),
    desktop: { entry: { StartupWMClass: 'Crossread', Keywords: 'news;corpus;annotation;quotation;' } },
  },
}
