import { backupReader } from './backup-reader'
import { reportFileReader } from './file-reader'
import { pasteReader } from './paste-reader'
import { journalReader, recordReader } from './stored-readers'
import type { Reader } from './reader'

/** Every reader of something from outside. */
export const readers: readonly Reader[] = [reportFileReader, backupReader, recordReader, journalReader, pasteReader]
