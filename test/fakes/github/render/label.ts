import type { Json, Label, Repository, World } from "../model.ts";
import { nodeId } from "./node-id.ts";

export function renderLabel(world: World, repository: Repository, label: Label): Json {
  return {
    id: label.id,
    node_id: nodeId("LA", label.id),
    url: `${world.apiUrl}/repos/${repository.fullName}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    description: label.description ?? null,
    color: label.color,
    default: false,
  };
}
