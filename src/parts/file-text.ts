import { decodeText } from '../report/decode'
import { fileLimits } from '../report/json'
import { quoted } from '../report/quoted'
import { refused, type Result } from '../report/result'

const inMegabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)

/** The text of a chosen file. Refuses what is too large to be a report, before it is read, and what cannot be read or is no UTF-8. */
export const textOf = async (file: File): Promise<Result<string>> => {
  if (file.size > fileLimits.bytes)
    return refused(
      `“${quoted(file.name, 80)}”有 ${inMegabytes(file.size)} MB，超过 ${inMegabytes(fileLimits.bytes)} MB，不会是年报文件，没有读入。请选择由本程序导出的 .json 文件。`,
    )
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(await file.arrayBuffer())
  } catch {
    return refused(`“${quoted(file.name, 80)}”读不出，可能已被移动、删除或没有权限，请重新选择。`)
  }
  return decodeText(bytes)
}
