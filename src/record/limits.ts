/** Bounds that the schemas check and that the writers keep to. */
export const ID_CHARACTERS_MAX = 200;
export const PREDICATES_MAX = 1_001;
export const HISTORY_MAX = 10;
export const FINDINGS_MAX = 50;
export const PATH_CHARACTERS_MAX = 1_000;
export const SENTENCE_CHARACTERS_MAX = 2_000;
/** Baselines of one goal, and the fingerprints of all of them together. */
export const BASELINES_MAX = 2_000;
export const FINGERPRINTS_MAX = 60_000;
export const FILES_MAX = 20;
export const EXCERPT_CHARACTERS_MAX = 8_000;
