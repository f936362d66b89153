/** Light modules around the code, as ISO/IEC 18004 asks for. */
export const quietZone = 4

/** The dark modules as one path: each run of `1` in a row is a rectangle. */
export function pathOf(rows: readonly string[]): string {
  return rows
    .flatMap((row, y) =>
      [...row.matchAll(/1+/g)].map(
        (run) => `M${run.index + quietZone} ${y + quietZone}h${run[0].length}v1h-${run[0].length}z`,
      ),
    )
    .join('')
}
