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
