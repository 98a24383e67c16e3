// The imports column of docs/architecture.md as a lint rule: a room may import what its row names and nothing else.
// test/lint/rooms.test.ts plants a violation in each room and sees it caught.

const R = 'src/renderer/src'

/** Packages `core` may use: each runs without DOM and Node, or brings its own. */
const CORE_PACKAGES = [
  '@noble/hashes',
  'uuid',
  'zod',
  'chardet',
  'chrono-node',
  '@mozilla/readability',
  'linkedom',
  'franc-min',
  'fflate',
  'papaparse',
  'htmlparser2',
  'postal-mime',
]
const REACT = ['react', 'react-dom']
const UI_KIT = [
  ...REACT,
  '@mantine/[^/]+',
  '@tabler/icons-react',
  'react-resizable-panels',
  '@tanstack/react-virtual',
]

/** Draws charts; loaded with the first one. */
const CHARTS = ['@observablehq/plot']

/** Unpack archives, in main alone: workers get what is in them. */
const ARCHIVES = ['yauzl', 'tar-stream']

const packages = (names) => `node_modules/(${names.join('|')})/`

/** Room -> its path, the rooms it may import, and the packages it may import. */
const ROOMS = {
  core: { path: '^src/core/', rooms: [], packages: CORE_PACKAGES },
  ipc: { path: '^src/ipc/', rooms: ['core'], packages: [] },
  main: { path: '^src/main/', rooms: ['ipc', 'core'], packages: ['electron', ...ARCHIVES], node: true },
  preload: { path: '^src/preload/', rooms: ['ipc'], packages: ['electron'] },
  ui: { path: `^${R}/ui/`, rooms: [], packages: UI_KIT },
  store: { path: `^${R}/store/`, rooms: ['core'], packages: ['zustand'] },
  data: { path: `^${R}/data/`, rooms: ['core'], packages: ['dexie'] },
  dom: { path: `^${R}/dom/`, rooms: ['core'], packages: ['mark\\.js', '@types/mark\\.js'] },
  workers: { path: `^${R}/workers/`, rooms: ['core', 'data', 'ipc'], packages: ['pdfjs-dist'] },
  services: {
    path: `^${R}/services/`,
    rooms: ['store', 'data', 'dom', 'workers', 'ipc', 'core'],
    packages: ['react'],
  },
  features: {
    path: `^${R}/features/([^/]+)/`,
    rooms: ['ui', 'services', 'store', 'dom', 'core'],
    packages: [...UI_KIT, ...CHARTS],
  },
  app: {
    path: `^${R}/app/`,
    rooms: ['ui', 'services', 'store', 'data', 'dom', 'features', 'core', 'ipc', 'workers'],
    packages: [...UI_KIT, 'zustand', '@fontsource-variable/[^/]+', 'get-nonce'],
  },
}

const forbidden = Object.entries(ROOMS).map(([name, room]) => ({
  name: `room-${name}`,
  comment: `${name} imports: ${[...room.rooms, ...room.packages].join(', ') || 'nothing'}${room.node ? ', node' : ''}. Move the code to the room it belongs to, or call it through a room this one may import.`,
  severity: 'error',
  from: { path: room.path },
  to: {
    pathNot: [
      // Its own room; a feature only its own feature.
      name === 'features' ? `^${R}/features/$1/` : room.path,
      ...room.rooms.map((other) => ROOMS[other].path.replace('([^/]+)', '[^/]+')),
      ...(room.packages.length > 0 ? [packages(room.packages)] : []),
    ],
    // Node's own modules are dependency-cruiser's type `core`.
    ...(room.node ? { dependencyTypesNot: ['core'] } : {}),
  },
}))

module.exports = {
  forbidden: [
    ...forbidden,
    {
      name: 'no-cycle',
      comment: 'Modules that import each other cannot be read or tested one at a time.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { pathNot: '\\.css$' } },
    },
    {
      name: 'resolvable',
      comment: 'An import that cannot be resolved is not checked by any other rule.',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true },
    },
    {
      name: 'no-orphan',
      comment: 'Nothing imports this module: delete it or use it.',
      severity: 'error',
      from: {
        orphan: true,
        path: '^src/',
        pathNot: ['^src/main/index\\.ts$', '^src/preload/index\\.ts$', '\\.d\\.ts$', `^${R}/app/main\\.tsx$`],
      },
      to: {},
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.css', '.json', '.d.ts'],
    },
  },
}
