/** How git and GitHub write "no object": a ref that is not there. */
export const ZERO_OID = "0".repeat(40);
