import { Link } from 'wouter'
import { homeRoute } from './routes'
import styles from './WordPage.module.css'

/** In place of a screen: why it cannot be shown, and the way back to the list. */
export const WordPage = ({ words, more }: { readonly words: string; readonly more?: string }) => (
  <main className={styles.page}>
    <h1 tabIndex={-1}>{words}</h1>
    {more !== undefined && <p>{more}</p>}
    <p>
      <Link href={homeRoute}>回到年报列表</Link>
    </p>
  </main>
)

/** While a report is read. */
export const Opening = () => <p className={styles.page}>正在打开…</p>
