import type { Annotation, CheckRun, Json, Repository, World } from "../model.ts";
import { renderApp } from "./app.ts";
import { isoTime } from "./iso-time.ts";
import { nodeId } from "./node-id.ts";
import { renderPullsOfHead } from "./pull-minimal.ts";

export function renderCheckRun(world: World, repository: Repository, run: CheckRun): Json {
  const address = `${world.apiUrl}/repos/${repository.fullName}/check-runs/${run.id}`;
  const html = `${world.url}/${repository.fullName}/runs/${run.id}`;
  return {
    id: run.id,
    name: run.name,
    node_id: nodeId("CR", run.id),
    head_sha: run.headSha,
    external_id: run.externalId,
    url: address,
    html_url: html,
    details_url: run.detailsUrl ?? html,
    status: run.status,
    conclusion: run.conclusion ?? null,
    started_at: isoTime(run.startedAtMs),
    completed_at: run.completedAtMs === undefined ? null : isoTime(run.completedAtMs),
    output: {
      title: run.title ?? null,
      summary: run.summary ?? null,
      text: run.text ?? null,
      annotations_count: run.annotations.length,
      annotations_url: `${address}/annotations`,
    },
    check_suite: { id: run.suite.id },
    app: renderApp(world, run.suite.app),
    pull_requests: renderPullsOfHead(world, repository, run.headSha),
  };
}

export function renderAnnotation(
  world: World,
  place: { readonly repository: Repository; readonly run: CheckRun },
  annotation: Annotation,
): Json {
  const blob = `${place.repository.fullName}/blob/${place.run.headSha}/${annotation.path}`;
  return {
    path: annotation.path,
    blob_href: `${world.url}/${blob}`,
    start_line: annotation.startLine,
    end_line: annotation.endLine,
    start_column: annotation.startColumn ?? null,
    end_column: annotation.endColumn ?? null,
    annotation_level: annotation.level,
    title: annotation.title ?? null,
    message: annotation.message,
    raw_details: annotation.rawDetails ?? null,
  };
}
