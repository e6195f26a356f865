const two = (number: number): string => String(number).padStart(2, '0')

/** The time of day, 10:32; with the date before it when that is not today's. */
export const timeInWords = (at: number, now = Date.now()): string => {
  const date = new Date(at)
  const time = `${two(date.getHours())}:${two(date.getMinutes())}`
  return date.toDateString() === new Date(now).toDateString()
    ? time
    : `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${time}`
}
