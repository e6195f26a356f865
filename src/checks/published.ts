import { formats } from '../format'
import { rulesFor } from './run'

/** The rule catalogue as it is published under `public/`: what each rule of a format asks, why, and how a fault looks. */
export const publishedRules = (): readonly { readonly path: string; readonly text: string }[] => {
  const content = formats.map((format) => ({
    format: format.id,
    rules: rulesFor(format).map(({ id, severity, lesser, releasable, holds, basis, example }) => ({
      id,
      severity,
      ...(lesser ? { lesser } : {}),
      ...(releasable ? { releasable } : {}),
      holds,
      basis,
      ...(example ? { example } : {}),
    })),
  }))
  return [{ path: 'rules.json', text: `${JSON.stringify(content, null, 2)}\n` }]
}
