/**
 * GitHub's own actions, by the commit that a release tag names. A tag can be moved, a commit cannot.
 * The releases are ones that run on Node 24.
 */
export const PINNED_ACTIONS = {
  checkout: "actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd",
  upload: "actions/upload-artifact@b7c566a772e6b6bfb58ed0dc250532a479d7789f",
  download: "actions/download-artifact@37930b1c2abaa49bbe596cd826c3c89aef350131",
} as const;

/** What the commits are called, for people and for the tools that offer newer ones. */
export const PINNED_RELEASES: ReadonlyMap<string, string> = new Map([
  [PINNED_ACTIONS.checkout, "v6.0.2"],
  [PINNED_ACTIONS.upload, "v6.0.0"],
  [PINNED_ACTIONS.download, "v7.0.0"],
]);
