import { type Command, programOf } from "./named-scripts.ts";

/** A command of these does what a manifest says: the manifest grades too. */
const MANIFESTS: readonly (readonly [RegExp, string])[] = [
  [
    /^(npm|npx|pnpm|pnpx|yarn|bun|bunx|node|deno|vitest|jest|mocha)$/,
    "**/{package.json,deno.json,deno.jsonc}",
  ],
  [/^yarn$/, "**/.yarn/{releases,plugins,patches,sdks}/**"],
  [/^(make|gmake)$/, "**/{Makefile,makefile,GNUmakefile,*.mk}"],
  [/^(just|task)$/, "**/{justfile,Justfile,Taskfile.yml,Taskfile.yaml}"],
  [/^(pytest|tox|nox|python|python3|uv|poetry|hatch)$/, "**/pyproject.toml"],
  [/^pip3?$/, "**/{pyproject.toml,setup.py,requirements*.txt}"],
  [/^(cargo|cargo-nextest)$/, "**/{Cargo.toml,build.rs,.cargo/**}"],
  [
    /^(mvn|mvnw|gradle|gradlew)$/,
    "**/{pom.xml,build.gradle,build.gradle.kts,settings.gradle,settings.gradle.kts,gradle/wrapper/*,.mvn/**}",
  ],
  [/^(mix)$/, "**/{mix.exs,.formatter.exs}"],
];

/** Globs of the manifests that steer what was called in a goal-file's own words. */
export function manifestsOfWords(argv: Command): readonly string[] {
  const words = argv.flatMap((word) => word.split(/[\s;|&()"'/]+/));
  return manifestsOf((tool) => words.some((word) => tool.test(word)));
}

/** Of a command that was found in a text only the program is meant. */
export function manifestsOfProgram([command = ""]: Command): readonly string[] {
  return manifestsOf((tool) => tool.test(programOf(command)));
}

function manifestsOf(isCalled: (tool: RegExp) => boolean): readonly string[] {
  return MANIFESTS.filter(([tool]) => isCalled(tool)).map(([, glob]) => glob);
}
