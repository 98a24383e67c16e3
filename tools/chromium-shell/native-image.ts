/** Electron's `NativeImage`, as `capturePage` gives it. */
export class NativeImage implements Pick<Electron.NativeImage, 'toPNG' | 'isEmpty'> {
  readonly #png: Buffer

  constructor(png: Buffer) {
    this.#png = png
  }

  toPNG(): Buffer {
    return this.#png
  }

  isEmpty(): boolean {
    return this.#png.length === 0
  }
}
