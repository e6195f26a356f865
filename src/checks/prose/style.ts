import { pass, type Rule } from '../rule'
import { passagesOf } from '../texts'
import { halfWidthMarks, numberedHeading, openParagraphs, typedNumbers } from './marks'
import { proseOf } from './places'
import { doubledWords } from './wording'

/** A20: slips of the pen that a reader would stumble over. */
export const slips: Rule = {
  id: 'A20',
  severity: 'info',
  holds: '没有多打的字词，每段有句号，汉字之间用全角标点，序号不手写',
  basis: '《标点符号用法》；常见差错',
  example: {
    fault: '“信息公开工作的的短板”',
    message: '“五、存在的主要问题及改进情况”里“的的”像是多打了一遍，请核对',
  },
  judge: (subject) => {
    const { name } = subject.report.agency
    const found = [
      ...proseOf(subject).flatMap((place) => [
        ...doubledWords(place),
        ...openParagraphs(place),
        ...halfWidthMarks(place, name),
        ...typedNumbers(place),
      ]),
      ...passagesOf(subject).flatMap(numberedHeading),
    ]
    return found.length > 0 ? found : [pass('没有发现多打的字词和用错的标点', [])]
  },
}
