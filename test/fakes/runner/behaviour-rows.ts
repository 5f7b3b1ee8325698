/** What GitHub documents about jobs, steps and what they hand on; each row is one run of one file. */
export interface BehaviourRow {
  readonly name: string;
  /** `jobs:` of the workflow. */
  readonly jobs: string;
  /** What stands above `jobs:`. */
  readonly head?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly inputs?: Readonly<Record<string, string | boolean | number>>;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly conclusion: string;
  readonly ends?: Readonly<Record<string, string>>;
  /** By the name of the job. */
  readonly outputs?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly log?: readonly string[];
  readonly notLog?: readonly string[];
}

export const behaviourRows: readonly BehaviourRow[] = [
  {
    name: "a job that needs a failed one is skipped, and with always() it runs",
    jobs: `
  a: { runs-on: ubuntu-latest, steps: [{ run: exit 1 }] }
  b: { needs: a, runs-on: ubuntu-latest, steps: [{ run: "true" }] }
  c: { needs: a, if: always(), runs-on: ubuntu-latest, steps: [{ run: "true" }] }
  d: { needs: a, if: failure(), runs-on: ubuntu-latest, steps: [{ run: "true" }] }`,
    conclusion: "failure",
    ends: { a: "failure", b: "skipped", c: "success", d: "success" },
  },
  {
    name: "a skip goes on down the chain, past a job that ran nevertheless",
    jobs: `
  a: { if: false, runs-on: ubuntu-latest, steps: [{ run: "true" }] }
  b: { needs: a, if: always(), runs-on: ubuntu-latest, steps: [{ run: "true" }] }
  c: { needs: b, runs-on: ubuntu-latest, steps: [{ run: "true" }] }
  d: { needs: b, if: "!cancelled()", runs-on: ubuntu-latest, steps: [{ run: "true" }] }`,
    conclusion: "success",
    ends: { a: "skipped", b: "success", c: "skipped", d: "success" },
  },
  {
    name: "outputs go from step to job to the next job",
    jobs: `
  a:
    runs-on: ubuntu-latest
    outputs: { word: "\${{ steps.one.outputs.word }}", block: "\${{ steps.one.outputs.block }}" }
    steps:
      - id: one
        run: |
          echo word=hello >> "$GITHUB_OUTPUT"
          { echo 'block<<END'; echo 'line 1'; echo 'line 2'; echo END; } >> "$GITHUB_OUTPUT"
  b:
    needs: a
    runs-on: ubuntu-latest
    steps: [{ run: 'test "\${{ needs.a.outputs.word }}" = hello' }]`,
    conclusion: "success",
    outputs: { a: { word: "hello", block: "line 1\nline 2" } },
  },
  {
    name: "an output with a masked value in it is dropped, the job stays green",
    jobs: `
  a:
    runs-on: ubuntu-latest
    outputs: { good: "\${{ steps.one.outputs.good }}", bad: "\${{ steps.one.outputs.bad }}" }
    steps:
      - id: one
        run: |
          echo '::add-mask::hidden-word'
          echo 'good=fine' >> "$GITHUB_OUTPUT"
          echo 'bad=a hidden-word b' >> "$GITHUB_OUTPUT"
          echo 'see hidden-word here'`,
    conclusion: "success",
    outputs: { a: { good: "fine" } },
    log: ["see *** here", "Skip output 'bad' since it may contain secret."],
  },
  {
    name: "secrets are masked in the log",
    secrets: { KEY: "open-sesame" },
    jobs: `
  a:
    runs-on: ubuntu-latest
    steps: [{ run: 'echo "key $KEY, token $TOKEN"', env: { KEY: "\${{ secrets.KEY }}", TOKEN: "\${{ github.token }}" } }]`,
    conclusion: "success",
    log: ["key ***, token ***"],
    notLog: ["open-sesame"],
  },
  {
    name: "continue-on-error of a step: outcome failure, conclusion success",
    jobs: `
  a:
    runs-on: ubuntu-latest
    outputs: { seen: "\${{ steps.one.outcome }}/\${{ steps.one.conclusion }}" }
    steps: [{ id: one, run: exit 3, continue-on-error: true }, { run: "true" }]`,
    conclusion: "success",
    outputs: { a: { seen: "failure/success" } },
    log: ["##[error]Process completed with exit code 3."],
  },
  {
    name: "continue-on-error of a job: the job fails, the others see success",
    jobs: `
  a: { runs-on: ubuntu-latest, continue-on-error: true, steps: [{ run: exit 1 }] }
  b: { needs: a, if: needs.a.result == 'success', runs-on: ubuntu-latest, steps: [{ run: "true" }] }`,
    conclusion: "success",
    ends: { a: "failure", b: "success" },
  },
  {
    name: "after a failed step only those with a status function run",
    jobs: `
  a:
    runs-on: ubuntu-latest
    outputs: { seen: "\${{ steps.b.outcome }} \${{ steps.c.outcome }} \${{ steps.d.outcome }}" }
    steps:
      - run: exit 1
      - { id: b, run: "true" }
      - { id: c, if: always(), run: "true" }
      - { id: d, if: failure() && steps.b.outcome == 'skipped', run: "true" }`,
    conclusion: "failure",
    outputs: { a: { seen: "skipped success success" } },
  },
  {
    name: "a pipe's failure counts only where bash is named",
    jobs: `
  a: { runs-on: ubuntu-latest, steps: [{ run: "false | true" }] }
  b: { runs-on: ubuntu-latest, defaults: { run: { shell: bash } }, steps: [{ run: "false | true" }] }
  c: { runs-on: ubuntu-latest, steps: [{ shell: sh, run: "echo $0" }] }`,
    conclusion: "failure",
    ends: { a: "success", b: "failure", c: "success" },
  },
  {
    name: "GITHUB_ENV and GITHUB_PATH reach the later steps, env levels override each other",
    head: "env: { A: workflow, B: workflow, C: workflow }",
    jobs: `
  a:
    runs-on: ubuntu-latest
    env: { B: job, C: job }
    outputs: { seen: "\${{ steps.two.outputs.seen }}" }
    steps:
      - run: |
          echo D=written >> "$GITHUB_ENV"
          mkdir tools && printf '#!/bin/sh\\necho from-tool' > tools/tool && chmod +x tools/tool
          echo "$PWD/tools" >> "$GITHUB_PATH"
      - id: two
        env: { C: step }
        run: echo "seen=$A $B $C $D $(tool) \${{ env.D }}" >> "$GITHUB_OUTPUT"`,
    conclusion: "success",
    outputs: { a: { seen: "workflow job step written from-tool written" } },
  },
  {
    name: "NODE_OPTIONS cannot be set by GITHUB_ENV",
    jobs: `
  a: { runs-on: ubuntu-latest, steps: [{ run: 'echo NODE_OPTIONS=--inspect >> "$GITHUB_ENV"' }] }`,
    conclusion: "failure",
    log: ["Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command."],
  },
  {
    name: "what GitHub sets cannot be set by env, and nothing of the host comes in",
    jobs: `
  a:
    runs-on: ubuntu-latest
    env: { GITHUB_ACTOR: somebody }
    outputs: { seen: "\${{ steps.one.outputs.seen }}" }
    steps: [{ id: one, run: 'echo "seen=$GITHUB_ACTOR $GITHUB_JOB $GITHUB_EVENT_NAME $CI $GITHUB_ACTIONS \${VITEST:-clean} $GITHUB_REF_NAME" >> "$GITHUB_OUTPUT"' }]`,
    conclusion: "success",
    outputs: { a: { seen: "octocat a workflow_dispatch true true clean main" } },
  },
  {
    name: "every job has a fresh folder",
    jobs: `
  a: { runs-on: ubuntu-latest, steps: [{ run: "touch left && touch ~/left" }] }
  b: { needs: a, runs-on: ubuntu-latest, steps: [{ run: "test ! -e left && test ! -e ~/left" }] }`,
    conclusion: "success",
  },
  {
    name: "commands that GitHub switched off, or announced to, fail the step",
    jobs: `
  a: { runs-on: ubuntu-latest, steps: [{ run: 'echo "::set-output name=a::b"' }] }
  b: { runs-on: ubuntu-latest, steps: [{ run: 'echo "::set-env name=a::b"' }] }
  c: { runs-on: ubuntu-latest, steps: [{ run: 'echo "::stop-commands::pause"; echo "::set-env name=a::b"; echo "::pause::"' }] }`,
    conclusion: "failure",
    ends: { a: "failure", b: "failure", c: "success" },
  },
  {
    name: "a matrix makes a job of each combination and fails fast only when it is told so",
    jobs: `
  a:
    runs-on: ubuntu-latest
    strategy: { fail-fast: false, matrix: { n: [1, 2], include: [{ n: 2, extra: yes }] } }
    steps: [{ run: "test \${{ matrix.n }} = 2 && test \${{ matrix.extra }} = yes" }]
  b: { needs: a, if: always(), runs-on: ubuntu-latest, steps: [{ run: 'test "\${{ needs.a.result }}" = failure' }] }`,
    conclusion: "failure",
    ends: { "a (1)": "failure", "a (2, yes)": "success", b: "success" },
  },
  {
    name: "inputs keep their types",
    head: "",
    inputs: { flag: false, count: 3, word: "hello" },
    jobs: `
  a: { if: inputs.flag, runs-on: ubuntu-latest, steps: [{ run: "true" }] }
  b: { if: inputs.count == 3 && inputs.word == 'Hello', runs-on: ubuntu-latest, steps: [{ run: "true" }] }`,
    conclusion: "success",
    ends: { a: "skipped", b: "success" },
  },
  {
    name: "a container asks for an engine",
    jobs: `
  a: { runs-on: ubuntu-latest, container: "node:24", steps: [{ run: "true" }] }`,
    conclusion: "failure",
    log: ["This runner has no container engine"],
  },
  {
    name: "a step that takes too long is ended and fails",
    jobs: `
  a: { runs-on: ubuntu-latest, steps: [{ run: sleep 60, timeout-minutes: 0.005 }, { if: always(), run: echo after }] }`,
    conclusion: "failure",
    log: ["The action has timed out after 0.005 minutes.", "after"],
  },
  {
    name: "a job that takes too long is cancelled",
    jobs: `
  a: { runs-on: ubuntu-latest, timeout-minutes: 0.005, steps: [{ run: sleep 60 }] }`,
    conclusion: "cancelled",
    ends: { a: "cancelled" },
  },
  {
    name: "an action in the repository: inputs, defaults, outputs, state and a last word",
    files: {
      "tool/action.yml": `
name: Tool
description: A tool.
inputs:
  greeting: { description: What to say., default: "hello \${{ github.actor }}" }
  two words: { description: Given., required: true }
outputs:
  said: { description: What was said. }
runs: { using: node24, main: main.mjs, post: post.mjs }
`,
      "tool/main.mjs": `
import { appendFileSync } from "node:fs";
appendFileSync(process.env.GITHUB_OUTPUT, "said=" + process.env.INPUT_GREETING + "/" + process.env.INPUT_TWO_WORDS + "\\n");
appendFileSync(process.env.GITHUB_STATE, "kept=for later\\n");
`,
      "tool/post.mjs": `console.log("post has", process.env.STATE_kept, process.argv.length);`,
    },
    jobs: `
  a:
    runs-on: ubuntu-latest
    outputs: { said: "\${{ steps.one.outputs.said }}" }
    steps:
      - uses: actions/checkout@v6
      - { id: one, uses: ./tool, with: { two words: given } }
      - run: exit 1`,
    conclusion: "failure",
    outputs: { a: { said: "hello octocat/given" } },
    log: ["post has for later 2"],
  },
  {
    name: "a composite action: inputs, steps of its own, a failure inside, outputs",
    files: {
      "steps/action.yml": `
name: Steps
description: Some steps.
inputs: { word: { description: A word., required: true } }
outputs: { word: { description: The word., value: "\${{ steps.inner.outputs.word }}" } }
runs:
  using: composite
  steps:
    - id: inner
      shell: bash
      run: echo "word=\${{ inputs.word }}-$FROM_STEP" >> "$GITHUB_OUTPUT"
    - { if: inputs.word == 'bad', shell: bash, run: exit 1 }
    - { shell: bash, run: 'echo "went on with \${{ inputs.word }}"; test -f "$GITHUB_ACTION_PATH/action.yml"' }
`,
    },
    jobs: `
  a:
    runs-on: ubuntu-latest
    outputs: { word: "\${{ steps.one.outputs.word }}", outer: "\${{ steps.inner.outputs.word }}" }
    steps:
      - uses: actions/checkout@v6
      - { id: one, uses: ./steps, with: { word: good }, env: { FROM_STEP: env } }
      - { uses: ./steps, with: { word: bad } }`,
    conclusion: "failure",
    outputs: { a: { word: "good-env" } },
    log: ["went on with good"],
    notLog: ["went on with bad"],
  },
  {
    name: "a local action without a checkout is not there",
    files: { "tool/action.yml": "name: a" },
    jobs: `
  a: { runs-on: ubuntu-latest, steps: [{ uses: ./tool }] }`,
    conclusion: "failure",
    log: ["Did you forget to run actions/checkout before running your local action?"],
  },
  {
    name: "an action that nobody has fails before any step runs",
    jobs: `
  a: { runs-on: ubuntu-latest, steps: [{ if: always(), run: echo started }, { uses: nobody/nothing@v1 }] }`,
    conclusion: "failure",
    log: ["Unable to resolve action nobody/nothing@v1, repository not found"],
    notLog: ["started"],
  },
  {
    name: "artifacts go from job to job",
    jobs: `
  a:
    runs-on: ubuntu-latest
    steps:
      - run: mkdir -p out/deep && echo one > out/one.txt && echo two > out/deep/two.txt
      - { uses: actions/upload-artifact@v5, with: { name: things, path: out } }
      - { uses: actions/upload-artifact@v5, with: { name: single, path: out/one.txt } }
  b:
    needs: a
    runs-on: ubuntu-latest
    steps:
      - { uses: actions/download-artifact@v6, with: { name: things, path: in } }
      - run: test "$(cat in/one.txt in/deep/two.txt)" = "$(printf 'one\\ntwo')"
      - { uses: actions/download-artifact@v6, with: { path: all } }
      - run: test -f all/things/one.txt && test -f all/single/one.txt
      - { uses: actions/download-artifact@v6, with: { name: nothing } }`,
    conclusion: "failure",
    ends: { a: "success", b: "failure" },
    log: ["Artifact not found for name: nothing"],
  },
  {
    name: "a second artifact of the same name is refused, and taken when it may overwrite",
    jobs: `
  a:
    runs-on: ubuntu-latest
    outputs: { seen: "\${{ steps.two.outcome }} \${{ steps.three.outcome }} \${{ steps.four.outcome }}" }
    steps:
      - run: echo a > a.txt
      - { uses: actions/upload-artifact@v5, with: { name: a, path: a.txt } }
      - { id: two, continue-on-error: true, uses: actions/upload-artifact@v5, with: { name: a, path: a.txt } }
      - { id: three, uses: actions/upload-artifact@v5, with: { name: a, path: a.txt, overwrite: true } }
      - { id: four, continue-on-error: true, uses: actions/upload-artifact@v5, with: { path: no.txt, if-no-files-found: error } }`,
    conclusion: "success",
    outputs: { a: { seen: "failure success failure" } },
  },
  {
    name: "hashFiles() changes with the files",
    files: { "a.lock": "one", "b/c.lock": "two" },
    jobs: `
  a:
    runs-on: ubuntu-latest
    outputs: { none: "\${{ steps.one.outputs.none }}", some: "\${{ steps.one.outputs.some }}" }
    steps:
      - uses: actions/checkout@v6
      - id: one
        env: { NONE: "\${{ hashFiles('none') }}", ALL: "\${{ hashFiles('**/*.lock') }}", ONE: "\${{ hashFiles('a.lock') }}" }
        run: |
          echo "none=x$NONE" >> "$GITHUB_OUTPUT"
          test "$ALL" != "$ONE" && echo "some=\${#ALL} \${#ONE}" >> "$GITHUB_OUTPUT"`,
    conclusion: "success",
    outputs: { a: { none: "x", some: "64 64" } },
  },
];
