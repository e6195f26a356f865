import { headOf, isDisclosed, isDispute, type Head } from './heads'
import type { Matter } from './statement'
import type { Token } from './tokens'

/** 信息 or 政府信息: what is asked for or disclosed, not a matter of its own. */
export const isInformation = ({ text }: Token): boolean => text === '信息' || text === '政府信息'

/** Words that the reader does not know; a single letter says too little to count. */
export const isUnread = (token: Token): boolean => token.sense === 'unread' && token.text.length > 1

const forms = /^(?:形式|方式|途径|渠道|名义|程序|之名)/

const turnedInto = /(?:转为|转成|转作|视为|视同|作为|当作|参照|纳入|误作)$/

/** 以政府信息公开申请形式提出的, 转为政府信息公开申请办理的: other matters that came or were treated as applications. */
const isForm = (tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index]
  const [before, after, next] = [tokens[index - 1], tokens[index + 1], tokens[index + 2]]
  if (before?.end === token?.start && turnedInto.test(`${tokens[index - 2]?.text ?? ''}${before?.text ?? ''}`))
    return true
  const form = after?.sense === 'of' ? next : after
  return form !== undefined && forms.test(form.text)
}

/** What words name and what they are about. */
interface Named {
  readonly heads: readonly Head[]
  readonly matter: Matter | null
  readonly isNamed: boolean
}

/** The heads of words with what they are about; 申请 behind unknown words is an application for something else. */
export const namedIn = (tokens: readonly Token[], from: Matter | null): Named => {
  const heads: Head[] = []
  let matter = from
  let isNamed = false
  let isGeneral = false
  let isReason = false
  let previous: Token | null = null
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index]
    if (!token) continue
    const isJoined = previous !== null && previous.end === token.start
    const head = headOf(token)
    if (head?.family === 'noun' && isForm(tokens, index)) {
      matter = 'foreign'
      isNamed = true
    } else if (token.sense === 'application') {
      const isOther = isJoined && previous !== null && (isUnread(previous) || previous.sense === 'foreign')
      const isOfCase = isJoined && previous !== null && isDispute(headOf(previous) ? (previous.sense as Matter) : null)
      const isOfTable = isJoined && previous !== null && isDisclosed(previous.sense as Matter)
      if (isOther || isOfTable) matter = 'foreign'
      else if (!isOfCase) {
        matter = 'requests'
        if (head) heads.push(head)
      }
      isNamed = true
    } else if (/^(?:因为?|由于|属于)$/.test(token.text)) {
      isReason = true
    } else if (token.sense === 'foreign') {
      // 依申请公开信息 is still about applications; 公开政府信息 is not.
      if (!(isNamed && matter === 'requests' && (isInformation(token) || token.text === '事务'))) {
        isGeneral = isInformation(token) && matter !== 'foreign'
        matter = 'foreign'
      }
      isNamed = true
    } else if (head) {
      heads.push(head)
      // 不掌握相关信息而无法提供: the information is the reason, not what is counted.
      if (head.family === 'outcome' && (isGeneral || isReason)) matter = from
      if (head.family === 'noun') matter = 'requests'
      if (head.family === 'dispute' || head.family === 'disclosed') matter = head.concept as Matter
      if (head.family === 'noun' || head.family === 'dispute' || head.family === 'disclosed') isNamed = true
    } else if (isUnread(token) && isJoined && previous !== null && headOf(previous)?.family === 'noun') {
      matter = 'foreign'
    }
    if (token.sense !== 'unread' || isUnread(token)) previous = token
  }
  return { heads, matter, isNamed }
}
