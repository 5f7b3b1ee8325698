/** Which version of a goal-file the comment has shown, and since when. */
export interface ShownDigest {
  readonly path: string;
  readonly digest: string;
  /** The newest comment when it was first shown: an approval without a digest has to come after it. */
  readonly sinceComment: number;
}

const RECORD = /^<!-- kazi:shown ([0-9a-f]{64}) (\d{1,16}) ([^\s<>]{1,4000}) -->$/gm;

/** A line that nobody sees. The encoding of the path leaves nothing that could end it. */
export function formatShownDigest({ path, digest, sinceComment }: ShownDigest): string {
  const name = encodeURIComponent(path.toWellFormed());
  return `<!-- kazi:shown ${digest} ${sinceComment} ${name} -->`;
}

/** All such lines of a comment that kazi itself wrote. */
export function parseShownDigests(body: string): readonly ShownDigest[] {
  return [...body.matchAll(RECORD)].flatMap(([, digest = "", since = "", name = ""]) => {
    const path = decode(name);
    return path === undefined ? [] : [{ path, digest, sinceComment: Number(since) }];
  });
}

function decode(name: string): string | undefined {
  try {
    return decodeURIComponent(name);
  } catch {
    return undefined;
  }
}
