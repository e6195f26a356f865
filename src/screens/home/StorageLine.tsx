import { usePersistence } from '../../drafts/queries'
import { storage } from '../../drafts/storage'
import { useStore } from '../../parts/use-store'
import styles from './Home.module.css'

const words = {
  granted: '浏览器已答应长期保存这里的内容，磁盘空间不足时也不会自动清除。清理工具仍可能删去，请定期备份。',
  refused: '浏览器没有答应长期保存：磁盘空间不足时，它可能自动清除这里的内容。请定期备份，或导出文件留存。',
  none: '在这里不能请浏览器答应长期保存：磁盘空间不足时，它可能自动清除这里的内容。请定期备份，或导出文件留存。',
  unasked: '',
} as const

/** How long what is stored will stay, as the browser itself says. */
export const StorageLine = () => {
  const { data = 'unasked' } = usePersistence()
  const { kind } = useStore(storage)
  const text = kind === 'open' ? words[data] : ''
  return text === '' ? null : <p className={styles.kept}>{text}</p>
}
