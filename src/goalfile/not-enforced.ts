import type { Problem, TomlPath } from "./problem.ts";
import { isTable, type TomlTable } from "./toml-table.ts";

interface NotEnforced {
  readonly path: TomlPath;
  /** In the words of the original. */
  readonly name: string;
  /** What holds anyway is no reason to warn. */
  readonly holds?: unknown;
  readonly suggestion: string;
}

/** What loads here and does nothing, with what to do instead. */
const NOT_ENFORCED: readonly NotEnforced[] = [
  {
    path: ["group"],
    name: "[[group]]",
    suggestion: "Its names are checked and shown; every predicate counts by itself.",
  },
  {
    path: ["capture"],
    name: "[[capture]]",
    suggestion: "Take the artifact in a custom_script and judge it there.",
  },
  { path: ["escalation"], name: "[escalation]", suggestion: "Name one model in [harness]." },
  { path: ["economy"], name: "[economy]", suggestion: "Remove it." },
  {
    path: ["memory"],
    name: "[memory]",
    suggestion: "Remove it: the agent reads the repository.",
  },
  {
    path: ["conventions"],
    name: "[conventions]",
    suggestion: "Write rules for the agent into the description of the goal.",
  },
  {
    path: ["plan"],
    name: "[plan]",
    suggestion: "Write the goal-file by hand, or ask any agent to.",
  },
  {
    path: ["deploy"],
    name: "[deploy]",
    suggestion:
      "Deploy by a workflow of the repository; live predicates are looked at after the landing.",
  },
  {
    path: ["gate", "on"],
    name: '[gate] "on"',
    holds: "own",
    suggestion: "A goal gates the pull request that carries its file.",
  },
  {
    path: ["checkout"],
    name: "[checkout]",
    suggestion: "Write it into the checkout steps of the workflow.",
  },
  {
    path: ["setup", "cache"],
    name: '[setup] "cache"',
    suggestion: "Setup runs in full for every observation.",
  },
  {
    path: ["enforcement", "clean_tree"],
    name: 'enforcement "clean_tree"',
    holds: true,
    suggestion: "Every check runs in a fresh copy of the tree.",
  },
  {
    path: ["enforcement", "clean_ref"],
    name: 'enforcement "clean_ref"',
    holds: "HEAD",
    suggestion: "Graders come from the commit that was approved.",
  },
  {
    path: ["enforcement", "roles", "demonstrator"],
    name: "[enforcement.roles.demonstrator]",
    suggestion: "Remove it: nothing demonstrates here.",
  },
];

/** A warning for each of them that stands in the file. */
export function notEnforced(root: TomlTable): readonly Problem[] {
  const found = NOT_ENFORCED.filter(({ path, holds }) => {
    const value = valueAt(root, path);
    return value !== undefined && value !== holds;
  });
  return [...found, ...readOnlyUnsealed(root)].map(({ path, name, suggestion }) => ({
    severity: "warning",
    code: "not-enforced",
    message: `${name} is read, but this version does not act on it`,
    suggestion,
    path,
    at: "key",
  }));
}

/** They are protected by the seal, which the same file may have switched off. */
function readOnlyUnsealed(root: TomlTable): readonly NotEnforced[] {
  const path = ["enforcement", "read_only_paths"];
  const isSealed = valueAt(root, ["seal", "enabled"]) !== false;
  const isEnforced = valueAt(root, ["enforcement", "enabled"]) !== false;
  if (isSealed || !isEnforced || valueAt(root, path) === undefined) return [];
  const name = 'enforcement "read_only_paths"';
  return [{ path, name, suggestion: "Remove enabled = false from [seal], which protects them." }];
}

function valueAt(root: TomlTable, path: TomlPath): unknown {
  let value: unknown = root;
  for (const step of path) value = isTable(value) ? value[step] : undefined;
  return value;
}
