/** The example's figures; a cell that is not named is 0. Columns of table three in their order: natural persons first. */
const requests: Readonly<Record<string, readonly number[]>> = {
  received: [86, 21, 0, 2, 5, 1],
  carriedIn: [4, 1],
  granted: [38, 9, 0, 1, 2],
  partlyGranted: [9, 3, 0, 0, 1],
  barredByLaw: [1],
  thirdPartyRights: [2, 1],
  internalAffairs: [1],
  deliberative: [3, 1],
  enforcementFiles: [2],
  administrativeQuery: [4, 1],
  notHeld: [15, 3, 0, 1, 1],
  needsCreation: [3],
  unclear: [1],
  complaint: [4],
  repeated: [1],
  notCorrected: [2, 1],
  other: [0, 0, 0, 0, 0, 1],
  carriedOut: [4, 3, 0, 0, 1],
}

const columns = ['natural', 'business', 'research', 'charity', 'legalService', 'other'] as const

const requestCells = Object.entries(requests).flatMap(([row, counts]) =>
  counts.map((count, index) => [`requests.${row}.${columns[index] ?? ''}`, String(count)] as const),
)

/** The example's figures as typed, by address. */
export const exampleFigures: ReadonlyMap<string, string> = new Map([
  ...requestCells,
  ['issued.normative.issued', '3'],
  ['issued.normative.repealed', '1'],
  ['issued.normative.inForce', '18'],
  ['licensing.licences.decisions', '2146'],
  ['enforcement.penalties.decisions', '57'],
  ['fees.charges.amount', '312.5'],
  ['disputes.cases.reviewUpheld', '3'],
  ['disputes.cases.reviewCorrected', '1'],
  ['disputes.cases.reviewPending', '1'],
  ['disputes.cases.directUpheld', '2'],
  ['disputes.cases.afterReviewUpheld', '1'],
  ['disputes.cases.afterReviewPending', '1'],
  ['handlingFee.notices', '2'],
  ['handlingFee.billed', '180'],
  ['handlingFee.paid', '2'],
  ['handlingFee.collected', '180'],
])
