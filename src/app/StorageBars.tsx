import { storageNews, type Storage } from '../drafts/storage'
import { keepingFocus } from '../parts/refocus'
import { useStore } from '../parts/use-store'
import { Button } from '../ui/Button'
import styles from './Storage.module.css'

const off = '关闭这个窗口，所填内容就没有了，离开前请导出文件。'

const wordsOf = (state: Storage): string | undefined => {
  switch (state.kind) {
    case 'waiting':
      return state.cause === 'window'
        ? '还有窗口开着旧版的本程序，要等它让出存储。请关闭那些窗口或标签页，这里会自己继续。'
        : '浏览器的存储还没有回应，正在等它。一直没有回应的，请关闭浏览器的所有窗口再打开；正在填的内容请先导出文件留存。'
    case 'memory':
      return state.cause === 'off'
        ? `现在什么都不会保存：这里是无痕窗口，或者浏览器关闭了网站数据。${off}要能保存，请换用普通窗口。`
        : `现在什么都不会保存：浏览器里的存储打不开，原有的年报没有改动。${off}`
    case 'newer':
      return '存储已由新版程序接管，这个旧版窗口不能再保存。请把没有保存的内容导出文件，关闭本程序的所有窗口，再打开新版程序。'
    case 'opening':
    case 'open':
    case 'failed':
      return undefined
  }
}

const news = {
  cleared:
    '浏览器里存储的内容被清除过，可能是清理工具或“清除浏览数据”所致。打开着的这份年报已重新存入；列表里缺少的，请从备份或导出的文件恢复。',
  returned:
    '这里打开着的一份待审阅的年报，在另一个窗口删除过；因为这里又写了内容，已连同写的内容放回列表。不要的，请在年报列表里再删除。',
  waiting: '上次离开时有内容没有存下，现在也还存不进去。它没有丢：浏览器能存储以后重新打开本程序，就会找回。',
} as const

/** What everybody is to know of the store, above whatever screen is shown. */
export const StorageBars = ({ state }: { readonly state: Storage }) => {
  const words = wordsOf(state)
  const told = useStore(storageNews)
  return (
    <div className={styles.bars}>
      {words !== undefined && (
        <p className={styles.bar} role={state.kind === 'waiting' ? 'status' : 'alert'} data-look={state.kind}>
          {words}
        </p>
      )}
      {told && (
        <div className={styles.bar} role="alert">
          <p>{news[told]}</p>
          <Button onClick={() => keepingFocus(() => storageNews.set(null))}>知道了</Button>
        </div>
      )}
    </div>
  )
}
