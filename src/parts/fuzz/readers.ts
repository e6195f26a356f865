import { backupReader } from './backup-reader'
import { reportFileReader } from './file-reader'
import { pasteReader } from './paste-reader'
import type { Reader } from './reader'

/** Every reader of something from outside. */
export const readers: readonly Reader[] = [reportFileReader, backupReader, pasteReader]
