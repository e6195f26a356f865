import { PageFrame } from './PageFrame'

/** 版本: the versions that were kept, compared with each other and restored as a new step. */
export const VersionsPage = ({ id }: { readonly id: string }) => (
  <PageFrame id={id} place="versions" title="版本">
    {null}
  </PageFrame>
)
