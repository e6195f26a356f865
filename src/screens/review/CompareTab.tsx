import type { ReviewBench } from './use-review-bench'
import styles from './Review.module.css'

/** 与上次比较: what changed since the version that was last decided on. */
export const CompareTab = ({ bench }: { readonly bench: ReviewBench }) => (
  <p className={styles.hint}>{bench.copy.typed.agency.name}这是第一次送审，没有可以比较的上一版。</p>
)
