import type { Json, Repository, World } from "../model.ts";
import { nodeId } from "./node-id.ts";

export interface ListedRef {
  readonly ref: string;
  readonly oid: string;
  readonly type: string;
}

export function renderGitRef(world: World, repository: Repository, it: ListedRef): Json {
  const api = `${world.apiUrl}/repos/${repository.fullName}/git`;
  return {
    ref: it.ref,
    node_id: `${nodeId("REF", repository.id)}:${it.ref}`,
    url: `${api}/${it.ref}`,
    object: { sha: it.oid, type: it.type, url: `${api}/${it.type}s/${it.oid}` },
  };
}
