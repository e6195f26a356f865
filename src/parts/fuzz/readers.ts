import { backupReader } from './backup-reader'
import { reportFileReader } from './file-reader'
import { journalReader } from './journal-reader'
import { pasteReader } from './paste-reader'
import type { Reader } from './reader'
import { draftReader, reviewCopyReader, unitReader, versionReader } from './stored-readers'

/** Every reader of something from outside. */
export const readers: readonly Reader[] = [
  reportFileReader,
  backupReader,
  draftReader,
  versionReader,
  unitReader,
  reviewCopyReader,
  journalReader,
  pasteReader,
]
