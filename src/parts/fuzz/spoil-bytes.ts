import type { Random } from '../../checks/seeded/random'

type Bytes = Uint8Array<ArrayBuffer>

const joined = (...parts: readonly (Uint8Array | readonly number[])[]): Bytes =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part))))

const wide = (text: string, isLittle: boolean): Bytes =>
  joined(
    Array.from({ length: text.length }, (_, index) => {
      const [low, high] = [text.charCodeAt(index) % 256, Math.floor(text.charCodeAt(index) / 256)]
      return isLittle ? [low, high] : [high, low]
    }).flat(),
  )

const marks: readonly [number[], ...number[][]] = [
  [0xef, 0xbb, 0xbf],
  [0xff, 0xfe],
  [0xfe, 0xff],
  [0, 0, 0xfe, 0xff],
  [0],
]

const spoils: readonly [Spoil, ...Spoil[]] = [
  (bytes, random) => {
    const at = random.int(0, bytes.length - 1)
    return bytes.map((byte, index) => (index === at ? byte ^ (1 << random.int(0, 7)) : byte))
  },
  (bytes, random) => bytes.slice(0, random.int(0, bytes.length)),
  (bytes, random) => bytes.slice(random.int(0, Math.min(40, bytes.length))),
  (bytes, random) => {
    const at = random.int(0, bytes.length)
    return joined(bytes.slice(0, at), bytes.slice(at + random.int(1, 60)))
  },
  (bytes, random) => {
    const at = random.int(0, bytes.length)
    const strange = Array.from({ length: random.int(1, 8) }, () => random.int(0, 255))
    return joined(bytes.slice(0, at), strange, bytes.slice(at))
  },
  (bytes, random) => {
    const [at, to] = [random.int(0, bytes.length), random.int(0, bytes.length)]
    return joined(bytes.slice(0, at), bytes.slice(to, to + random.int(1, 200)), bytes.slice(at))
  },
  (bytes, random) => joined(random.pick(marks), bytes),
  (bytes, random) => {
    const [text, isLittle] = [new TextDecoder().decode(bytes), random.chance(0.5)]
    return random.chance(0.5)
      ? wide(text, isLittle)
      : joined(isLittle ? [0xff, 0xfe] : [0xfe, 0xff], wide(text, isLittle))
  },
]

type Spoil = (bytes: Bytes, random: Random) => Bytes

/** Bytes with one change that knows nothing of what they mean: a bit, a cut, an insertion, a mark, another encoding. */
export const spoilBytes = (bytes: Bytes, random: Random): Bytes =>
  bytes.length === 0 ? joined([random.int(0, 255)]) : random.pick(spoils)(bytes, random)
