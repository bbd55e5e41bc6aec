/** Why sessions ended when their own person ended them: what was issued is dead, and nothing is forbidden. */
export const SIGNED_OUT = 'signed_out'
