/** A deep copy of plain data; structuredClone is younger than the oldest browser. */
export const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T
