import type { FolderView } from "../ports/process-runner.ts";
import type { Workshop } from "../ports/workshop.ts";
import { createPool } from "./pool.ts";

/** A fresh copy of the observed folder: where its files are, and how a child gets to see it by the usual path. */
export interface FreshCopy {
  readonly files: string;
  readonly view?: FolderView;
}

/** Hands a fresh copy to each piece of work, and to some of them at a time. */
export type WithFreshCopy = <R>(work: (copy: FreshCopy) => Promise<R>) => Promise<R>;

/**
 * Programs remember absolute paths, so every child sees its copy at the same path. Without a mount
 * namespace there is only one such place, and so one program at a time.
 */
export async function openFreshCopies(
  workshop: Pick<Workshop, "lane" | "renew">,
  folder: string,
  { count, isNamespace }: { readonly count: number; readonly isNamespace: boolean },
): Promise<WithFreshCopy> {
  if (!isNamespace) {
    const only = createPool([folder]);
    return async (work) =>
      await only.use(async () => {
        await workshop.renew(folder);
        return await work({ files: folder });
      });
  }
  // Children are started in it, and what they see in its place is mounted there.
  await workshop.renew(folder);
  const others = Array.from({ length: count - 1 }, (_, index) => index + 2);
  const lanes = createPool([1, ...others]);
  return async (work) =>
    await lanes.use(async (lane) => {
      const shows = await workshop.lane(folder, lane);
      return await work({ files: shows, view: { folder, shows } });
    });
}
