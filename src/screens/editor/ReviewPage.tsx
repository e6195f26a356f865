import { PageFrame } from './PageFrame'

/** 审核: 送审, what came back, and whether the report is approved. */
export const ReviewPage = ({ id }: { readonly id: string }) => (
  <PageFrame id={id} place="review" title="审核">
    {null}
  </PageFrame>
)
