/** 审阅: the document as it will be printed, what was remarked beside it, and the decision. */
export const Review = () => <main />
