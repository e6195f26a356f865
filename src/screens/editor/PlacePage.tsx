import type { Draft } from '../../drafts/draft'
import { useSession } from '../../parts/session-context'
import { Basics } from './Basics'
import { ChecksPage } from './ChecksPage'
import { ExportPage } from './ExportPage'
import { ReviewPage } from './ReviewPage'
import { SectionPage } from './SectionPage'
import type { Workbench } from './use-workbench'
import { VersionsPage } from './VersionsPage'

interface Props {
  readonly place: string
  readonly draft: Draft
  readonly bench: Workbench
}

/** The page of a place; places are known to exist. */
export const PlacePage = ({ place, draft, bench }: Props) => {
  const { format } = useSession()
  if (place === 'basics') return <Basics id={draft.id} />
  if (place === 'checks') return <ChecksPage id={draft.id} />
  if (place === 'export') return <ExportPage id={draft.id} />
  if (place === 'review') return <ReviewPage id={draft.id} />
  if (place === 'versions') return <VersionsPage id={draft.id} bench={bench} />
  const section = format.sections.find(({ id }) => id === place)
  if (!section) throw new Error(`no place ${place}`)
  return <SectionPage id={draft.id} section={section} />
}
