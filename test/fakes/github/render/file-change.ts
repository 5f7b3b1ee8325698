import type { FileChange } from "../git/list-changes.ts";
import type { Json, Repository, World } from "../model.ts";

/** A changed file, of a commit or between two. */
export function renderFileChange(
  world: World,
  place: { readonly repository: Repository; readonly commit: string },
  change: FileChange,
): Json {
  const { fullName } = place.repository;
  const path = change.path.split("/").map(encodeURIComponent).join("/");
  return {
    sha: change.blob,
    filename: change.path,
    status: change.status,
    additions: change.additions,
    deletions: change.deletions,
    changes: change.additions + change.deletions,
    blob_url: `${world.url}/${fullName}/blob/${place.commit}/${path}`,
    raw_url: `${world.url}/${fullName}/raw/${place.commit}/${path}`,
    contents_url: `${world.apiUrl}/repos/${fullName}/contents/${path}?ref=${place.commit}`,
    ...(change.patch === undefined ? {} : { patch: change.patch }),
    ...(change.previousPath === undefined ? {} : { previous_filename: change.previousPath }),
  };
}
