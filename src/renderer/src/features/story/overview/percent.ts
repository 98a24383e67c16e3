/** "34 %" for 0.34. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
