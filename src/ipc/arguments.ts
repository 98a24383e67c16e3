import { fail, ok, type Result } from '#core/model/result'
import type { HeadlessOutcome, InvokeChannel, InvokeChannels, MenuCommand, NotedCorpus } from './channels'
import {
  type Guard,
  isFlag,
  isIntegerIn,
  isListOf,
  isMatching,
  isNullOr,
  isOneOf,
  isRecordOf,
  isText,
} from './guards'

/** Longest path that any supported system can name, in UTF-16 code units. */
const MAX_PATH = 32_767
/** Longest line of text a message, a log line or a progress line may be. */
const MAX_MESSAGE = 8_192
/** More dropped files than this is a folder to drop instead. */
const MAX_DROPPED = 10_000
const MAX_COMMANDS = 500
/** A headless run reports each file it could not import. */
const MAX_PROBLEMS = 1_000_000

/** Shape of grant tokens: 24 random bytes as base64url. */
export const TOKEN_PATTERN = /^[A-Za-z0-9_-]{32}$/

/** Ids under which the registry lists corpora: UUIDs, and ids from names. They are names of folders too. */
export const CORPUS_ID_PATTERN = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/

/** Guard of a corpus that main remembers. */
export const isNotedCorpus: Guard<NotedCorpus> = isRecordOf({
  id: isMatching(CORPUS_ID_PATTERN, 64),
  name: isText(1_000),
})

const isToken = isMatching(TOKEN_PATTERN, 32)

const isCommandId = isMatching(/^[a-z][a-zA-Z0-9.:-]*$/, 80)

/** Electron throws on an accelerator it cannot read, so only what it reads gets that far. */
const ACCELERATOR =
  /^(?:(?:CmdOrCtrl|CommandOrControl|Cmd|Command|Ctrl|Control|Alt|Option|AltGr|Shift|Super|Meta)\+)*(?:[A-Za-z0-9]|[!-/:-@[-`{-~]|F(?:[1-9]|1\d|2[0-4])|Plus|Space|Tab|Backspace|Delete|Insert|Return|Enter|Up|Down|Left|Right|Home|End|PageUp|PageDown|Escape|Esc)$/

const isMenuCommand: Guard<MenuCommand> = isRecordOf({
  id: isCommandId,
  label: isText(200),
  accelerator: isNullOr(isMatching(ACCELERATOR, 60)),
  enabled: isFlag,
  menu: isOneOf('file', 'edit', 'view', 'article', 'annotate', 'story', 'corpus', 'help'),
  group: isIntegerIn(0, 1_000),
})

const isOutcome: Guard<HeadlessOutcome> = isRecordOf({
  imported: isIntegerIn(0, Number.MAX_SAFE_INTEGER),
  sameAs: isIntegerIn(0, Number.MAX_SAFE_INTEGER),
  problems: isListOf(isRecordOf({ path: isText(MAX_PATH), message: isText(MAX_MESSAGE) }), MAX_PROBLEMS),
  failed: isNullOr(isText(MAX_MESSAGE)),
})

/** A guard for each argument of a channel, in order. */
type ArgumentGuards<A extends readonly unknown[]> = { readonly [I in keyof A]: Guard<A[I]> }

/** One guard an argument: a channel or an argument without one does not compile. */
const ARGUMENT_GUARDS: { readonly [C in InvokeChannel]: ArgumentGuards<Parameters<InvokeChannels[C]>> } = {
  'app:info': [],
  'app:ready': [],
  'app:close': [],
  'app:log': [isOneOf('info', 'warn', 'error', 'fatal'), isText(MAX_MESSAGE)],
  'menu:set': [isListOf(isMenuCommand, MAX_COMMANDS)],
  'import:pick': [isOneOf('folder', 'files', 'package', 'brat')],
  'import:drop': [isListOf(isText(MAX_PATH), MAX_DROPPED)],
  'import:sample': [],
  'import:set-limit': [isIntegerIn(1, 1_000)],
  'import:resume': [isToken],
  'import:inspect': [isToken],
  'import:close': [isToken],
  'export:pick': [isOneOf('dataset', 'package', 'report', 'table', 'page'), isText(255)],
  'export:finish': [isToken],
  'export:abort': [isToken],
  'export:reveal': [isToken],
  'backup:list': [],
  'backup:settle': [isNotedCorpus, isListOf(isText(255), 100_000)],
  'backup:folder': [],
  'backup:pick-folder': [],
  'backup:forget-folder': [],
  'corpora:note': [isListOf(isNotedCorpus, 100_000)],
  'corpora:noted': [],
  'headless:job': [],
  'headless:progress': [isText(MAX_MESSAGE)],
  'headless:done': [isOutcome],
}

/**
 * Lets the arguments of a call through when there are as many as the channel declares and each passes its guard.
 * The failure (`refused`) names the argument by position, never its content: content may be anything.
 */
export function checkArguments<C extends InvokeChannel>(
  channel: C,
  args: readonly unknown[],
): Result<Parameters<InvokeChannels[C]>> {
  const guards: readonly Guard<unknown>[] = ARGUMENT_GUARDS[channel]
  if (args.length !== guards.length) {
    return fail('refused', `${channel} takes ${guards.length} arguments, not ${args.length}.`)
  }
  const wrong = guards.findIndex((guard, index) => !guard(args[index]))
  if (wrong !== -1) return fail('refused', `Argument ${wrong + 1} of ${channel} is not what it takes.`)
  return ok(args as Parameters<InvokeChannels[C]>)
}
