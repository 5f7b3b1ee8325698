import type { Cve as CveCheck } from "../../model/check.ts";
import { present } from "../present.ts";
import { Cve } from "../schema/cve.ts";
import { type ProviderReader, readerOf } from "./provider-reader.ts";

/** What each scanner is started with to print what is read here. */
const USUAL: Readonly<
  Record<CveCheck["tool"], { readonly command: string; readonly args: readonly string[] }>
> = {
  govulncheck: { command: "govulncheck", args: ["-json", "./..."] },
  trivy: { command: "trivy", args: ["fs", "--format", "json", "."] },
  grype: { command: "grype", args: ["-o", "json", "."] },
  npm_audit: { command: "npm", args: ["audit", "--json"] },
};

export const readCve: ProviderReader = readerOf(Cve, toCve);

function toCve(values: Cve): CveCheck {
  const usual = USUAL[values.tool];
  return {
    provider: "cve",
    tool: values.tool,
    command: values.cmd ?? usual.command,
    args: values.args ?? usual.args,
    env: values.env,
    ...present("countPath", values.tool === "govulncheck" ? undefined : values.count_path),
    baseline: values.baseline,
    allowedRegression: values.allowed_regression,
  };
}
