import type { Token } from "../model.ts";
import { listChangedFiles } from "./pull-files.ts";
import type { Pull } from "./pull.ts";

/** An App that may not write workflows may not merge a change of one either; the path of the first such. */
export async function refusedWorkflow(pull: Pull, token: Token): Promise<string | undefined> {
  if (token.kind !== "installation" && token.kind !== "workflow") return undefined;
  if (token.permissions["workflows"] === "write") return undefined;
  const files = await listChangedFiles(pull);
  return files.find((file) => file.path.startsWith(".github/workflows/"))?.path;
}
