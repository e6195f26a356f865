/** What was typed as a date: an ISO date, null for nothing, undefined when it is none. Reads 2024-1-5, 2024/01/05, 2024年1月5日. */
export const readDate = (text: string): string | null | undefined => {
  const plain = text
    .replace(/[０-９．－／]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/\s/g, '')
  if (plain === '') return null
  const [, year, month, day] =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(plain) ?? /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(plain) ?? []
  if (year === undefined || month === undefined || day === undefined) return undefined
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${iso}T00:00:00Z`)
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso ? undefined : iso
}

/** An ISO date as it is printed: 2024年1月15日. */
export const dateInWords = (iso: string): string => {
  const [year = '', month = '', day = ''] = iso.split('-')
  return `${year}年${Number(month)}月${Number(day)}日`
}

const two = (number: number): string => String(number).padStart(2, '0')

/** The day of a moment on this computer's calendar, as an ISO date. */
export const dayOf = (at: number): string => {
  const date = new Date(at)
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** The day and the minute of a moment on this computer's clock: 2026-01-20 09:05. */
export const minuteOf = (at: number): string => {
  const date = new Date(at)
  return `${dayOf(at)} ${two(date.getHours())}:${two(date.getMinutes())}`
}
