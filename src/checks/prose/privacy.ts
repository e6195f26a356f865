import { fail, pass, type Rule, type Subject, type Verdict } from '../rule'
import { quoted, writtenOf, type Place } from './places'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** GB 11643: a real date and the right check digit. */
const isIdentity = (digits: string): boolean => {
  if (!/^[1-9]\d{16}[\dX]$/.test(digits)) return false
  const born = `${digits.slice(6, 10)}-${digits.slice(10, 12)}-${digits.slice(12, 14)}`
  const date = new Date(`${born}T00:00:00Z`)
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== born || !/^(?:19|20)/.test(born)) return false
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  return '10X98765432'[sum % 11] === digits[17]
}

/** GB/T 17693 cards: 16 to 19 digits with a Luhn check digit. */
const isCard = (digits: string): boolean => {
  if (!/^[3-6]\d{15,18}$/.test(digits)) return false
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

const isMobile = (digits: string): boolean => /^1[3-9]\d{9}$/.test(digits)

const kindOf = (digits: string): string | null =>
  isIdentity(digits) ? '身份证号码' : isMobile(digits) ? '手机号码' : isCard(digits) ? '银行卡号' : null

/** A run of digits that no letter, point or dash joins to more of them; in groups as people write them. */
const run =
  /(^|[^\w./=-])(\d{3}-\d{4}-\d{4}|\d{4}(?:-\d{4}){3}(?:-\d{1,3})?|\d{11}|\d{16,19}|\d{17}[Xx])(?![\w=-]|[./]\d|[元件万亿条次个份人])/g

const numbersIn = (place: Place, own: string): readonly Verdict[] =>
  [...place.words.text.matchAll(run)].flatMap((found) => {
    const [whole, before = '', words = ''] = found
    const digits = words.replace(/-/g, '').toUpperCase()
    const kind = kindOf(digits)
    if (kind === null || own.includes(digits)) return []
    const start = (found.index ?? 0) + before.length
    return [
      {
        ...fail(
          `“${place.label}”里有${kind}（${digits.slice(0, 3)}开头、${digits.slice(-2)}结尾），请确认可以公开，否则请删去`,
          [place.at],
        ),
        quotes: [quoted(place, start, start + whole.length - before.length)],
      },
    ]
  })

const judge = (subject: Subject): readonly Verdict[] => {
  // The unit's own telephone is there to be called.
  const own = subject.report.agency.phone.normalize('NFKC').replace(/[^\d/、,;]/g, '')
  return writtenOf(subject).flatMap((place) => numbersIn(place, own))
}

/** A19: no numbers of persons in the text: identity cards, mobile telephones, bank cards. */
export const personalNumbers: Rule = {
  id: 'A19',
  severity: 'info',
  holds: '正文里没有身份证号码、手机号码和银行卡号，本单位的联系电话除外',
  basis: '{law}第十五条；个人信息保护',
  example: {
    fault: '依申请公开一段里写有申请人的手机号码',
    message: '“一、总体情况”里有手机号码（139开头、18结尾），请确认可以公开，否则请删去',
  },
  judge: (subject) => {
    const found = judge(subject)
    return found.length > 0 ? found : [pass('没有发现个人号码', [])]
  },
}
