let turn: Promise<unknown> = Promise.resolve()
let waiting = 0

/** Actions happen one after the other: a key pressed while the last one is written works on what that one made. */
export function inTurn(work: () => Promise<unknown>): Promise<void> {
  waiting++
  const done = turn.then(work).finally(() => waiting--)
  turn = done.catch(() => undefined)
  return done.then(() => undefined)
}

/** True while an action is written: what it makes active is not known yet. */
export function isWriting(): boolean {
  return waiting > 0
}
