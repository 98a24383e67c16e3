import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const PROJECT = resolve(import.meta.dirname, '../..')
const R = 'src/renderer/src'

/** A tree in which every room has one module that keeps the rules. */
const CLEAN: Readonly<Record<string, string>> = {
  'src/core/model/thing.ts': `export const thing = 1\n`,
  'src/core/text/uses.ts': `import { z } from 'zod'\nimport { thing } from '../model/thing'\nexport const uses = [z, thing]\n`,
  'src/ipc/channel.ts': `import { thing } from '#core/model/thing'\nexport const channel = thing\n`,
  'src/main/index.ts': `import { readFileSync } from 'node:fs'\nimport { app } from 'electron'\nimport { channel } from '#ipc/channel'\nexport const main = [readFileSync, app, channel]\n`,
  'src/preload/index.ts': `import { contextBridge } from 'electron'\nimport { channel } from '#ipc/channel'\nexport const preload = [contextBridge, channel]\n`,
  [`${R}/ui/button.tsx`]: `import { Button } from '@mantine/core'\nexport const button = Button\n`,
  [`${R}/store/view.ts`]: `import { create } from 'zustand'\nexport const view = create\n`,
  [`${R}/data/db.ts`]: `import { Dexie } from 'dexie'\nexport const db = Dexie\n`,
  [`${R}/dom/painter.ts`]: `import Mark from 'mark.js'\nexport const painter = Mark\n`,
  [`${R}/workers/job.worker.ts`]: `import { db } from '#data/db'\nexport const job = db\n`,
  [`${R}/services/use.ts`]: `import { db } from '#data/db'\nimport { painter } from '#dom/painter'\nimport { job } from '#workers/job.worker'\nexport const use = [db, painter, job]\n`,
  [`${R}/features/library/list.tsx`]: `import { button } from '#ui/button'\nimport { use } from '#services/use'\nexport const list = [button, use]\n`,
  [`${R}/features/reader/reader.tsx`]: `import { view } from '#store/view'\nexport const reader = view\n`,
  [`${R}/app/main.tsx`]: `import { list } from '../features/library/list'\nimport { reader } from '../features/reader/reader'\nexport const main = [list, reader]\n`,
}

/** One import a room must not have, for every room and every kind of transgression. */
const PLANTED: readonly { rule: string; file: string; code: string }[] = [
  {
    rule: 'room-core',
    file: 'src/core/text/bad-dexie.ts',
    code: `import { Dexie } from 'dexie'\nexport const bad = Dexie\n`,
  },
  {
    rule: 'room-core',
    file: 'src/core/text/bad-node.ts',
    code: `import { join } from 'node:path'\nexport const bad = join\n`,
  },
  {
    rule: 'room-core',
    file: 'src/core/text/bad-type.ts',
    code: `import type { FC } from 'react'\nexport type Bad = FC\n`,
  },
  {
    rule: 'room-core',
    file: 'src/core/text/bad-upward.ts',
    code: `import { db } from '#data/db'\nexport const bad = db\n`,
  },
  {
    rule: 'room-ipc',
    file: 'src/ipc/bad.ts',
    code: `import { app } from 'electron'\nexport const bad = app\n`,
  },
  {
    rule: 'room-main',
    file: 'src/main/bad.ts',
    code: `import { db } from '#data/db'\nexport const bad = db\n`,
  },
  {
    rule: 'room-preload',
    file: 'src/preload/bad.ts',
    code: `import { readFileSync } from 'node:fs'\nexport const bad = readFileSync\n`,
  },
  {
    rule: 'room-ui',
    file: `${R}/ui/bad.tsx`,
    code: `import { use } from '#services/use'\nexport const bad = use\n`,
  },
  {
    rule: 'room-store',
    file: `${R}/store/bad.ts`,
    code: `import { db } from '#data/db'\nexport const bad = db\n`,
  },
  {
    rule: 'room-data',
    file: `${R}/data/bad.ts`,
    code: `import { view } from '#store/view'\nexport const bad = view\n`,
  },
  {
    rule: 'room-dom',
    file: `${R}/dom/bad.ts`,
    code: `import { createElement } from 'react'\nexport const bad = createElement\n`,
  },
  {
    rule: 'room-workers',
    file: `${R}/workers/bad.ts`,
    code: `import { painter } from '#dom/painter'\nexport const bad = painter\n`,
  },
  {
    rule: 'room-services',
    file: `${R}/services/bad.ts`,
    code: `import { Dexie } from 'dexie'\nexport const bad = Dexie\n`,
  },
  {
    rule: 'room-features',
    file: `${R}/features/library/bad-data.tsx`,
    code: `import { db } from '#data/db'\nexport const bad = db\n`,
  },
  {
    rule: 'room-features',
    file: `${R}/features/library/bad-mark.tsx`,
    code: `import Mark from 'mark.js'\nexport const bad = Mark\n`,
  },
  {
    rule: 'room-features',
    file: `${R}/features/library/bad-sibling.tsx`,
    code: `import { reader } from '../reader/reader'\nexport const bad = reader\n`,
  },
  {
    rule: 'room-app',
    file: `${R}/app/bad.ts`,
    code: `import { Dexie } from 'dexie'\nexport const bad = Dexie\n`,
  },
  {
    rule: 'resolvable',
    file: 'src/core/model/bad-missing.ts',
    code: `import { gone } from './not-there'\nexport const bad = gone\n`,
  },
  { rule: 'no-orphan', file: 'src/core/model/bad-orphan.ts', code: `export const alone = 1\n` },
]
const CYCLE = [
  ['src/core/model/bad-cycle.ts', `import { two } from './bad-cycle-two'\nexport const one = () => two\n`],
  ['src/core/model/bad-cycle-two.ts', `import { one } from './bad-cycle'\nexport const two = () => one\n`],
] as const

interface Cruise {
  readonly modules: readonly { readonly source: string }[]
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[]
  }
}

let folder = ''

function plant(file: string, code: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), code)
}

function cruise(cwd: string): Cruise {
  const bin = join(PROJECT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const args = [bin, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src']
  const options = { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const
  return JSON.parse(execFileSync(process.execPath, args, options)) as Cruise
}

describe('room rules', () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'crossread-rooms-'))
    for (const file of ['.dependency-cruiser.cjs', 'package.json', 'tsconfig.base.json']) {
      cpSync(join(PROJECT, file), join(folder, file))
    }
    symlinkSync(join(PROJECT, 'node_modules'), join(folder, 'node_modules'))
    for (const [file, code] of Object.entries(CLEAN)) plant(file, code)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('lets a tree pass in which every room keeps to its row', () => {
    const { modules, summary } = cruise(folder)
    const orphansAside = summary.violations.filter(({ rule }) => rule.name !== 'no-orphan')
    expect(orphansAside).toEqual([])
    for (const file of Object.keys(CLEAN)) expect(modules.map(({ source }) => source)).toContain(file)
  })

  it('catches a planted violation of every rule in every room', () => {
    for (const { file, code } of PLANTED) plant(file, code)
    for (const [file, code] of CYCLE) plant(file, code)
    const { violations } = cruise(folder).summary
    const caught = violations.map(({ from, rule }) => `${rule.name}: ${from}`)
    for (const { rule, file } of PLANTED) expect(caught).toContain(`${rule}: ${file}`)
    // A cycle is reported once, from either of its modules.
    expect(caught.filter((line) => line.startsWith('no-cycle: src/core/model/bad-cycle'))).toHaveLength(1)
  })

  it('really reads the modules of the project, every room of them', () => {
    const { modules } = cruise(PROJECT)
    const sources = modules.map(({ source }) => source)
    const rooms = ['src/core', 'src/ipc', 'src/main', 'src/preload']
    const inner = ['app', 'features', 'ui', 'services', 'store', 'data', 'dom', 'workers'].map(
      (room) => `${R}/${room}`,
    )
    for (const room of [...rooms, ...inner]) {
      expect(sources.filter((source) => source.startsWith(`${room}/`)).length, room).toBeGreaterThan(0)
    }
  })
})
