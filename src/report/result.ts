/** What can go wrong for a user, as a value: a sentence in Chinese that says what is so and what to do. */
export interface Problem {
  readonly message: string
}

/** Either the value, with what has to be told about it, or the reason why there is none. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly told: readonly Problem[] }
  | { readonly ok: false; readonly problem: Problem }

export const done = <T>(value: T, told: readonly Problem[] = []): Result<T> => ({ ok: true, value, told })

export const refused = (message: string): Result<never> => ({ ok: false, problem: { message } })

/** The most that is told about one file: whoever reads more has stopped reading. */
const mostTold = 30

/** What is told, no more of it than a person reads; how much is left out is told last. */
export const bounded = (told: readonly Problem[]): readonly Problem[] =>
  told.length <= mostTold
    ? told
    : [
        ...told.slice(0, mostTold - 1),
        { message: `另有 ${told.length - mostTold + 1} 处类似的情况，这里不再列出，请对照原文件核对。` },
      ]
