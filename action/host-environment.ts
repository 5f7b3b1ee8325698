/** What belongs to the runner and to this Action: tokens, inputs, files that steer later steps. */
const OWN = /^(?:INPUT_|ACTIONS_|GITHUB_|RUNNER_|GH_)/;

/**
 * The job's environment as the four jobs may know it. A secret that the repository does not have
 * arrives as an empty variable, which some agents take for a key.
 */
export function hostEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
  choice: { readonly harness?: string; readonly model?: string },
): Readonly<Record<string, string>> {
  const { harness, model } = choice;
  const chosen = {
    ...(harness === undefined ? {} : { KAZI_HARNESS: harness }),
    ...(model === undefined ? {} : { KAZI_MODEL: model }),
  };
  const own = Object.entries(environment).flatMap(([name, value]) =>
    value === undefined || value === "" || OWN.test(name) ? [] : [[name, value] as const],
  );
  return { ...Object.fromEntries(own), ...chosen };
}
