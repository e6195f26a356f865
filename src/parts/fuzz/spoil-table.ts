import type { Random } from '../../checks/seeded/random'

const strange = [
  '\t',
  '\r\n',
  '\n',
  '"',
  '""',
  '<td>',
  '</td></tr></table>',
  '<table>',
  '<tr style="display:none">',
  '<td rowspan="99999" colspan="99999">',
  '<td rowspan="-1" colspan="1e9">',
  "<td style='mso-ignore:colspan' colspan=50>",
  '<script>globalThis.polluted=1</script>',
  '<style>',
  '<!--',
  '<![CDATA[',
  '<br>',
  '&#x0;&#55296;&#x110000;&nbsp;',
  '&lt;b&gt;',
  '<svg onload=alert(1)>',
  '１２３',
  '1,120',
  '-5',
  '1.2万',
  '9'.repeat(400),
  "=cmd|' /C calc'!A0",
  '__proto__',
  'constructor',
  '\ud800',
  '\u202e',
  '\u00a0',
  '\u3000',
  '22（其中修订16件）',
] as const

/** A text from the clipboard with something put in, taken out, said again, or said without end. */
export const spoilTable = (text: string, random: Random): string => {
  const [at, to] = [random.int(0, text.length), random.int(0, text.length)]
  const put = (words: string): string => `${text.slice(0, at)}${words}${text.slice(at)}`
  return random.pick([
    () => put(random.pick(strange)),
    () => put(random.pick(strange)),
    () => text.slice(0, at) + text.slice(at + random.int(1, 80)),
    () => put(text.slice(to, to + random.int(1, 400))),
    () => (random.chance(0.1) ? put(random.pick(strange).slice(0, 40).repeat(random.int(100, 20_000))) : put('')),
    () => text.replace(/\d+/, random.pick(strange)),
  ])()
}
