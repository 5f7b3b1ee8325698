import type { Artifact } from "../actions-seam.ts";
import { getRun } from "../actions/get-run.ts";
import { isSigned, signedAddress } from "../actions/signed-address.ts";
import { renderArtifact } from "../render/artifact.ts";
import { countedPageReply, noContent, notFound, ok, refusal, type Reply } from "../respond.ts";
import type { Call, RepositoryCall, Route } from "../router.ts";

const READ = { name: "actions", level: "read" } as const;
const ALL = "/repos/{owner}/{repo}/actions/artifacts";
const ONE = `${ALL}/{artifact_id}`;
const DOWNLOADS = "/_artifacts/";

export const routes: readonly Route[] = [
  {
    scope: "repository",
    method: "GET",
    template: ALL,
    permission: READ,
    handle: async (call) => await list(call, () => true),
  },
  {
    scope: "repository",
    method: "GET",
    template: "/repos/{owner}/{repo}/actions/runs/{run_id}/artifacts",
    permission: READ,
    handle: async (call) => {
      const { id } = getRun(call);
      return await list(call, (artifact) => artifact.runId === id);
    },
  },
  {
    scope: "repository",
    method: "GET",
    template: ONE,
    permission: READ,
    handle: (call) => ok(render(call, getArtifact(call))),
  },
  {
    scope: "repository",
    method: "GET",
    template: `${ONE}/{archive_format}`,
    permission: READ,
    handle: redirect,
  },
  {
    scope: "repository",
    method: "DELETE",
    template: ONE,
    permission: { name: "actions", level: "write" },
    handle: (call) => {
      getArtifact(call).isDeleted = true;
      return noContent();
    },
  },
  { scope: "public", method: "GET", template: `${DOWNLOADS}{artifact_id}`, handle: download },
];

function getArtifact(call: RepositoryCall): Artifact {
  const id = Number(call.params["artifact_id"]);
  const artifact = call.repository.artifacts.find((it) => it.id === id && !it.isDeleted);
  if (artifact === undefined) throw notFound();
  return artifact;
}

async function list(
  call: RepositoryCall,
  isMeant: (artifact: Artifact) => boolean,
): Promise<Reply> {
  const name = call.url.searchParams.get("name");
  const found = call.repository.artifacts.filter(
    (it) => isMeant(it) && !it.isDeleted && (name === null || it.name === name),
  );
  return await countedPageReply(call, "artifacts", found.toReversed(), (it) => render(call, it));
}

function render(call: RepositoryCall, artifact: Artifact): unknown {
  const run = call.repository.workflowRuns.find((it) => it.id === artifact.runId);
  if (run === undefined) throw notFound();
  return renderArtifact(call.world, run, artifact);
}

/** Anybody may look at the list of a public repository; a download asks for a token all the same. */
function redirect(call: RepositoryCall): Reply {
  if (call.token.kind === "anonymous") throw refusal(401, "Requires authentication");
  const artifact = getArtifact(call);
  if (call.params["archive_format"] !== "zip") throw notFound();
  if (artifact.expiresAtMs <= call.world.nowMs()) throw refusal(410, "Artifact has expired");
  const location = signedAddress(call.world, `${DOWNLOADS}${artifact.id}`);
  return { status: 302, headers: { location } };
}

function download(call: Call): Reply {
  const id = Number(call.params["artifact_id"]);
  const artifact = call.world.repositories.flatMap((it) => it.artifacts).find((it) => it.id === id);
  if (artifact === undefined || !isSigned(call.url)) throw notFound();
  return { status: 200, bytes: { content: artifact.bytes, type: "application/zip" } };
}
