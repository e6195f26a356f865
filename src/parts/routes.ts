/** Addresses in the hash, so that a place can be bookmarked and works from a file. */
export const homeRoute = '/'
export const draftRoute = (id: string, place = 'basics'): string => `/draft/${id}/${place}`
export const draftPattern = '/draft/:id/:place?'
export const rulesRoute = '/rules'
export const reviewRoute = (id: string): string => `/review/${id}`
export const reviewPattern = '/review/:id'
