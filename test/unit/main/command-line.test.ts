import { describe, expect, it } from 'vitest'
import { ownArguments, parseArguments, USAGE } from '../../../src/main/command-line'

const MEGABYTE = 1024 * 1024

function parse(line: string): ReturnType<typeof parseArguments> {
  return parseArguments(line.split(' ').filter(Boolean), '/home')
}

function message(line: string): string {
  const start = parse(line)
  return start.kind === 'usage-error' ? start.message : `no error: ${start.kind}`
}

describe('parseArguments', () => {
  it('opens a window by default, with the paths to import', () => {
    expect(parse('')).toEqual({ kind: 'window', imports: [], userData: null, fileLimit: null })
    expect(parse('a.txt /b --import c --import=d --file-limit 5 --user-data u')).toEqual({
      kind: 'window',
      imports: ['/home/a.txt', '/b', '/home/c', '/home/d'],
      userData: '/home/u',
      fileLimit: 5 * MEGABYTE,
    })
  })

  it('reads a run without a window', () => {
    expect(
      parse('--headless --temporary --import seeds more --export out.json --reproducible --format dataset'),
    ).toEqual({
      kind: 'headless',
      imports: ['/home/seeds', '/home/more'],
      bratImports: [],
      columns: [],
      train: false,
      suggest: false,
      compare: false,
      corpus: 'seeds',
      temporary: true,
      exportTo: '/home/out.json',
      format: 'dataset',
      reproducible: true,
      userData: null,
      fileLimit: null,
    })
    expect(parse('--headless --corpus News --export=out.json')).toMatchObject({
      imports: [],
      corpus: 'News',
      temporary: false,
    })
    expect(parse('--headless --import a --export b.CrossRead')).toMatchObject({ format: 'package' })
    expect(parse('--headless --import a --export b.crossread --format dataset')).toMatchObject({
      format: 'dataset',
    })
    expect(parse('--headless --import a --export b --format package')).toMatchObject({ format: 'package' })
    expect(parse('--headless --import a')).toMatchObject({ exportTo: null, corpus: 'a' })
    expect(parse('--headless --import-brat b --import-brat=c --train --suggest')).toMatchObject({
      imports: [],
      bratImports: ['/home/b', '/home/c'],
      corpus: 'b',
      train: true,
      suggest: true,
    })
    expect(parse('--headless --import a --columns title=Headline,text=Body --columns=date=3')).toMatchObject({
      columns: [
        { role: 'title', column: 'Headline' },
        { role: 'text', column: 'Body' },
        { role: 'date', column: '3' },
      ],
    })
    expect(parse('--headless --corpus News --suggest')).toMatchObject({ suggest: true, exportTo: null })
    expect(parse('--headless --corpus News --compare')).toMatchObject({ compare: true, suggest: false })
  })

  it('takes everything after -- for a path', () => {
    expect(parse('-- --headless -x')).toMatchObject({
      kind: 'window',
      imports: ['/home/--headless', '/home/-x'],
    })
  })

  it.each([
    ['--bogus', 'no option --bogus'],
    ['-x', 'no option -x'],
    ['--headless=yes --import a', 'takes no value'],
    ['--import', '--import needs a value'],
    ['--headless --import --export a', '--import needs a value'],
    ['--import=', '--import needs a value'],
    ['--headless --import a --export b --export c', 'given twice'],
    ['--headless', 'needs something to do'],
    ['--headless --train', '--corpus must say'],
    ['--import-brat a', '--import-brat needs --headless'],
    ['--suggest', '--suggest needs --headless'],
    ['--headless --export a', '--corpus must say'],
    ['--headless --import a --corpus b --temporary --export c', 'exclude each other'],
    ['--headless --import a --temporary', 'leave nothing'],
    ['--headless --import a --export b --format brat', 'no format brat'],
    ['--headless --import a --format dataset', '--format needs --export'],
    ['--headless --compare', '--corpus must say'],
    ['--compare', '--compare needs --headless'],
    ['--export a', '--export needs --headless'],
    ['--temporary', '--temporary needs --headless'],
    ['--file-limit 0', '1 to 1000'],
    ['--file-limit 1.5', '1 to 1000'],
    ['--file-limit 1001', '1 to 1000'],
  ])('refuses "%s": %s', (line, why) => expect(message(line)).toContain(why))

  it('answers help and version before anything else is checked', () => {
    expect(parse('--headless --help')).toEqual({ kind: 'help' })
    expect(parse('--version')).toEqual({ kind: 'version' })
  })

  it('leaves the switches of the engine alone', () => {
    expect(parse('--no-sandbox --disable-gpu --remote-debugging-port=0 --inspect=0 a.txt')).toMatchObject({
      imports: ['/home/a.txt'],
    })
  })

  it('has each of its options in the usage', () => {
    for (const option of [
      '--headless',
      '--import',
      '--import-brat',
      '--corpus',
      '--temporary',
      '--export',
      '--format',
      '--reproducible',
      '--train',
      '--suggest',
      '--compare',
      '--user-data',
      '--file-limit',
      '--help',
      '--version',
    ]) {
      expect(USAGE).toContain(option)
    }
  })
})

describe('ownArguments', () => {
  it('are all of a packaged program', () => {
    expect(ownArguments(['/opt/crossread', 'a.txt'], true, '/opt/app', '/home')).toEqual(['a.txt'])
  })

  it('come after the program where it is run by another', () => {
    expect(ownArguments(['electron', '.', 'a.txt'], false, '/app', '/app')).toEqual(['a.txt'])
    expect(ownArguments(['electron', '--inspect=0', '/app', '/app'], false, '/app', '/home')).toEqual([
      '/app',
    ])
    expect(ownArguments(['node', '/app/out/main/index.js', '--help'], false, '/app', '/')).toEqual(['--help'])
    expect(ownArguments(['node', '/elsewhere/index.js', '--help'], false, '/app', '/')).toEqual(['--help'])
  })
})
