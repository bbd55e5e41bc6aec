export type Key = { readonly organizationId: string; readonly personId: string }
