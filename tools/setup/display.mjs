/**
 * True where a window can be shown: anywhere but on a Linux without X and without Wayland.
 * @param {NodeJS.ProcessEnv} [environment]
 * @param {NodeJS.Platform} [platform]
 */
export function hasDisplay(environment = process.env, platform = process.platform) {
  if (platform !== 'linux') return true
  return [environment['DISPLAY'], environment['WAYLAND_DISPLAY']].some(
    (value) => value !== undefined && value !== '',
  )
}
