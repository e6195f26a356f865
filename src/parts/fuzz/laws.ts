import { randomFrom } from '../../checks/seeded/random'
import type { Reader } from './reader'
import { spoilBytes } from './spoil-bytes'

type Bytes = Uint8Array<ArrayBuffer>

/** What an input did. */
export type Verdict = 'refused' | 'told' | 'silent' | { readonly broken: string }

/** The most characters of one message. */
const longestMessage = 400

/** That something was changed since it was written says nothing of what was left out by reading it. */
const onlyChanged = /校验码与内容不符/

const shared = [Object, Array, String, Number, Function, Map, Set, Promise].map(({ prototype }) => prototype as object)

/** What a hostile input could set for all: the names on every shared prototype and on the global object. */
const surroundings = (): string =>
  [...shared, globalThis].map((one) => Reflect.ownKeys(one).map(String).join()).join('\n')

const unseen = /[\p{Cc}\p{Cs}\u200e\u200f\u2028-\u202e\u2066-\u2069]/u

const faultOfMessages = (messages: readonly string[], most: number): string | undefined => {
  if (messages.length > most) return `${messages.length} messages`
  const long = messages.find(({ length }) => length > longestMessage)
  if (long !== undefined) return `a message of ${long.length} characters: ${long.slice(0, 80)}`
  const hidden = messages.find((message) => unseen.test(message))
  if (hidden !== undefined) return `a message with unseen characters: ${JSON.stringify(hidden)}`
  const empty = messages.find((message) => !/[一-龥]{4}/.test(message))
  return empty === undefined ? undefined : `no sentence: ${empty}`
}

/** Reads one input and judges it by the laws: no throw, nothing set for all, bounded words, nothing lost in silence. */
export const judge = async (reader: Reader, bytes: Bytes): Promise<Verdict> => {
  const before = surroundings()
  try {
    const outcome = await reader.read(bytes)
    if (surroundings() !== before) return { broken: 'something was set for all' }
    const messages = outcome.kind === 'refused' ? [outcome.message] : outcome.told
    const fault = faultOfMessages(messages, reader.mostTold)
    if (fault !== undefined) return { broken: fault }
    if (outcome.kind === 'refused') return 'refused'
    const names = messages.some((message) => !onlyChanged.test(message))
    if (!names && outcome.lost !== undefined) return { broken: `lost in silence: ${outcome.lost}` }
    return messages.length > 0 ? 'told' : 'silent'
  } catch (error) {
    return { broken: `threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}` }
  }
}

/** The input of a number: one of the reader's valid inputs with a few changes, by grammar, by bytes, or by both. */
export const inputOf = (reader: Reader, seed: number): Bytes => {
  const random = randomFrom(seed)
  let text: string = random.pick(reader.seeds())
  const byBytes = random.chance(0.3)
  const byGrammar = !byBytes || random.chance(0.3)
  if (byGrammar) for (let left = random.int(1, 3); left > 0; left -= 1) text = reader.spoil(text, random)
  let bytes: Bytes = new Uint8Array(Buffer.from(text))
  if (byBytes) for (let left = random.int(1, 3); left > 0; left -= 1) bytes = spoilBytes(bytes, random)
  return bytes
}
