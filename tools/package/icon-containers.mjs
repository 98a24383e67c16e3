/*
 * The two formats that hold an icon in several sizes. Both take PNG as it is, so nothing is encoded here.
 */

/** @typedef {{ readonly size: number, readonly png: Uint8Array }} IconImage `size` in pixels, square */

/** Types of Apple's icon format by size in pixels; the second of a size is for displays of double density. */
const ICNS_TYPES = /** @type {const} */ ([
  [16, 'icp4'],
  [32, 'icp5'],
  [32, 'ic11'],
  [64, 'ic12'],
  [128, 'ic07'],
  [256, 'ic08'],
  [256, 'ic13'],
  [512, 'ic09'],
  [512, 'ic14'],
  [1024, 'ic10'],
])

/**
 * A Windows icon. An entry says 0 for 256 pixels; larger ones do not fit.
 * @param {readonly IconImage[]} images
 * @returns {Buffer}
 */
export function icoOf(images) {
  const fitting = images.filter(({ size }) => size <= 256)
  const directory = Buffer.alloc(6 + 16 * fitting.length)
  directory.writeUInt16LE(1, 2)
  directory.writeUInt16LE(fitting.length, 4)
  let offset = directory.length
  fitting.forEach(({ size, png }, index) => {
    const at = 6 + 16 * index
    directory.writeUInt8(size % 256, at)
    directory.writeUInt8(size % 256, at + 1)
    directory.writeUInt16LE(1, at + 4)
    directory.writeUInt16LE(32, at + 6)
    directory.writeUInt32LE(png.length, at + 8)
    directory.writeUInt32LE(offset, at + 12)
    offset += png.length
  })
  return Buffer.concat([directory, ...fitting.map(({ png }) => png)])
}

/**
 * A macOS icon with every type whose size is among the images.
 * @param {readonly IconImage[]} images
 * @returns {Buffer}
 */
export function icnsOf(images) {
  const entries = ICNS_TYPES.flatMap(([size, type]) => {
    const image = images.find((one) => one.size === size)
    return image ? [entry(type, image.png)] : []
  })
  return entry('icns', Buffer.concat(entries))
}

/**
 * @param {string} type four ASCII letters
 * @param {Uint8Array} content
 */
function entry(type, content) {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32BE(content.length + 8, 4)
  return Buffer.concat([head, content])
}
