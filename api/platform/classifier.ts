/** A second opinion on danger beside the rules: whatever is more alarming counts, and without an answer the rules do. */
export type ClassifierVerdict = { readonly kind: 'acute' | 'other' | 'none' }
export type Classifier = {
  readonly assess: (text: string, signal: AbortSignal) => Promise<ClassifierVerdict>
}
