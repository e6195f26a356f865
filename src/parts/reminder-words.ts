import type { WorkSince } from '../drafts/work-since'

const minute = 60_000

/** How much was done since the last copy, as a reminder says it: 已改了约 40 分钟，还没有在浏览器之外留一份. */
export const reminderWords = ({ copiedAt, time, fields }: WorkSince): string => {
  const minutes = Math.floor(time / minute / 5) * 5
  const much = minutes >= 10 ? `约 ${minutes} 分钟` : ` ${fields} 处`
  return copiedAt === 0
    ? `已改了${much}，还没有在浏览器之外留一份`
    : `上次留存后又改了${much}，还没有再在浏览器之外留一份`
}
