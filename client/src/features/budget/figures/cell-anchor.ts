/** Id of the element of a cell, and what stands behind # in an address that leads to it. @param cell `<row>/<column>` */
export function cellAnchor(cell: string): string {
  return `budget:${cell}`;
}
