import type { Seed } from './fault'
import { figureSeeds } from './seeds-figures'
import { proseSeeds } from './seeds-prose'
import { wordSeeds } from './seeds-words'

/** Every kind of fault that is seeded, by its name. */
export const seeds: Readonly<Record<string, Seed>> = { ...figureSeeds, ...wordSeeds, ...proseSeeds }
