import { useParams } from 'wouter'
import { useReview } from '../../drafts/queries'
import { formatById } from '../../format'
import { saveProblem } from '../../parts/save-problem'
import { Opening, WordPage } from '../../parts/WordPage'
import { ReviewScreen } from './ReviewScreen'

/** 审阅: the document as it will be printed, what was remarked beside it, and the decision. */
export const Review = () => {
  const { id = '' } = useParams<{ id: string }>()
  const { data: copy, error, isPending, refetch, dataUpdatedAt } = useReview(id)
  if (error) return <WordPage words={`没有能打开这份送审的年报，${saveProblem(error)}。请刷新页面再试。`} />
  if (isPending) return <Opening />
  if (!copy)
    return <WordPage words="这台电脑上没有这份送审的年报，可能已经删除。请在年报列表里用“打开文件”打开送审的文件。" />
  const format = formatById(copy.format)
  if (!format) return <WordPage words={`这份年报用的是“${copy.format}”版格式，请用较新的程序打开。`} />
  return <ReviewScreen key={`${copy.id} ${dataUpdatedAt}`} copy={copy} format={format} onAgain={() => void refetch()} />
}
