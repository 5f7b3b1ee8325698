/** Whether a goal-file of the corpus can hold on a machine without the world around it. */
export type CorpusRow =
  | {
      readonly kind: "holds";
      /** Besides what its commands name. */
      readonly files?: Readonly<Record<string, string>>;
      /** Files of the corpus, by the path where this goal looks for them. */
      readonly copies?: Readonly<Record<string, string>>;
      /** Real programs; all others are stand-ins. */
      readonly real?: readonly string[];
    }
  | { readonly kind: "cannot"; readonly why: string };

const GO_MODULE = "module example.invalid/it\n\ngo 1.21\n";
const GO_TEST = 'package it\n\nimport "testing"\n\nfunc TestIt(t *testing.T) {}\n';

const holds = { kind: "holds" } as const;
const asksTheWorld = cannot("asks a host that only its authors have");
const asksLive = cannot("asks a service whose address has to be filled in first");
const notBuilt = cannot("has a predicate of a kind that is not built");
const otherBranch = cannot("asks for a branch of the person's, beside the one that is worked on");

/** Every goal-file of the corpus by its name there, less the ending. */
export const CORPUS_ROWS: Readonly<Record<string, CorpusRow>> = {
  "examples/adopt_deploy_target": {
    ...holds,
    files: goModule("fixtures/deploy-target/"),
    real: ["go"],
  },
  "examples/browser_acceptance": asksTheWorld,
  "examples/capability_monitor": notBuilt,
  "examples/cli_provider": holds,
  "examples/cli_release_smoke.fixture": holds,
  "examples/cli_release_smoke": {
    ...holds,
    copies: {
      "priv/examples/cli_release_smoke.fixture.toml": "examples/cli_release_smoke.fixture.toml",
    },
  },
  "examples/component_responsive": cannot("asks a server on a port that somebody may have taken"),
  "examples/create_feature": asksLive,
  "examples/custom_script_junit": {
    ...holds,
    files: { "test_it.py": "def test_it():\n    assert True\n" },
    real: ["pytest"],
  },
  "examples/custom_script_mutation": holds,
  "examples/custom_script_sarif": holds,
  "examples/deferred_surface_recipes/api_contract/recipe.oasdiff": holds,
  "examples/deferred_surface_recipes/api_contract/recipe.schemathesis": holds,
  "examples/deferred_surface_recipes/lighthouse/recipe": holds,
  "examples/deferred_surface_recipes/mobile/recipe": holds,
  "examples/deferred_surface_recipes/tui/recipe": holds,
  "examples/deploy_target": asksLive,
  "examples/doc_lifecycle": holds,
  "examples/docs_updated": holds,
  "examples/enforcement": { ...holds, files: { "test/one_test.exs": "" } },
  "examples/escalation": holds,
  "examples/expanded_catalog_dogfood/kazi": {
    ...holds,
    files: {
      "checks/lint.sh": printing(
        '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"it"}},"results":[]}]}',
      ),
      "checks/patch_cov.sh": printing('{"percent":90.0}'),
      "checks/project_cov.sh": printing('{"percent":85.0}'),
      "checks/mutation.sh": printing('{"killed":9,"survived":1,"survivors":[]}'),
      "checks/cve.sh": printing('{"vulns":0}'),
      "tests/test_stats.py": "def test_mean():\n    pass\n",
    },
  },
  "examples/form_validation": asksTheWorld,
  "examples/gherkin/storage-store": {
    ...holds,
    files: {
      "storage-store.feature": "Feature: Store\n  Scenario: Keeps a thing\n    Given a thing\n",
      "storage-store-replay.sh": printing(
        '[{"uri":"storage-store.feature","name":"Store","elements":[{"type":"scenario","name":"Keeps a thing","line":2,"steps":[{"name":"a thing","line":3,"result":{"status":"passed"}}]}]}]',
      ),
    },
  },
  "examples/grouped_taxonomy": holds,
  "examples/hero_cast_demo/goal": { ...holds, files: goModule(""), real: ["go"] },
  "examples/integration_branch": cannot("is landed by a run, which a check is not"),
  "examples/kazi_capabilities": notBuilt,
  "examples/landing": cannot("lands by a pull request, which takes a forge"),
  "examples/live_site_ui": asksTheWorld,
  "examples/no_stubs": holds,
  "examples/predicate_graph_waves": {
    ...holds,
    files: {
      "go.mod": GO_MODULE,
      "widget.go": "package it\n\ntype Widget struct{ ID string }\n",
      "health.go": 'package it\n\nconst healthRoute = "/healthz"\n',
      "stream.go":
        'package it\n\nconst streamRoute = "/widgets/stream"\n\nfunc stream(one Widget) {}\n',
      "it_test.go":
        'package it\n\nimport "testing"\n\nfunc TestWidgetContract(t *testing.T) {}\nfunc TestHealthz(t *testing.T) {}\nfunc TestWidgetStream(t *testing.T) {}\n',
    },
    real: ["go"],
  },
  "examples/ratchet_coverage": {
    ...holds,
    files: { "scripts/coverage": printing('{"totals":{"percent":81.5}}') },
  },
  "examples/ratchet_size": { ...holds, files: { "scripts/artifact-size": printing("2048") } },
  "examples/recipe_a11y_lighthouse": holds,
  "examples/recipe_contract_buf": holds,
  "examples/recipe_contract_oasdiff": holds,
  "examples/recipe_contract_pact": holds,
  "examples/recipe_iac_scan": holds,
  "examples/recipe_perf_ratchet": {
    ...holds,
    files: { "scripts/bench": printing('{"benchmarks":[{"p95_ms":12.5}]}') },
  },
  "examples/recipe_secret_trufflehog": holds,
  "examples/recipe_visual_regression": holds,
  "examples/roadmap/goals/api": holds,
  "examples/roadmap/goals/foundation": holds,
  "examples/roadmap/goals/ui": holds,
  "examples/router_onramp_dogfood": { ...holds, files: { "VERSION.txt": "1.0.0\n" } },
  "examples/scenario_hello": notBuilt,
  "examples/standing_maintenance": asksLive,
  "examples/static_dialyzer": holds,
  "examples/static_sarif": holds,
  "own/0001-reject-unloadable-proposal": holds,
  "own/0003-frontier-complete-stream-event": holds,
  "own/0005-sonnet-default-tier-flip": holds,
  "own/0007-memory-boundary-docs": holds,
  "own/0009-memory-index-workspace-scope": holds,
  "own/0011-coherence-guard-reverse-direction": holds,
  "own/0013-serial-worktree-indirection": holds,
  "own/0015-pause-between-waves-resume": holds,
  "own/0017-fleet-execution": holds,
  "own/0019-fresh-base-guard": holds,
  "own/0021-worktree-liveness-guard": otherBranch,
  "own/0023-session-id-capture-deflake": otherBranch,
  "own/0025-bus-mvp-nats": otherBranch,
  "own/0027-ci-daemon-nats-green": holds,
  "own/0029-upgrade-lifecycle-hardening": holds,
  "own/0031-scoped-commit-guard": holds,
  "own/0033-cache-economics-observability": holds,
  "own/0035-dashboard-json-api": holds,
  "own/0067-partition-name-and-branch-teardown": holds,
  "own/0069-stuck-teardown-salvage": holds,
  "own/0071-untrusted-workspace-diagnosis": holds,
  "own/0073-custom-script-relative-cmd": holds,
};

function cannot(why: string): CorpusRow {
  return { kind: "cannot", why };
}

function printing(text: string): string {
  return `#!/bin/sh\nprintf '%s\\n' '${text}'\n`;
}

function goModule(folder: string): Readonly<Record<string, string>> {
  return {
    [`${folder}go.mod`]: GO_MODULE,
    [`${folder}it.go`]: "package it\n",
    [`${folder}it_test.go`]: GO_TEST,
  };
}
