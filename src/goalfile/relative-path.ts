/** A path beside a file, as one that starts where the path of that file starts; `undefined` above it. */
export function relativePath(file: string, relative: string): string | undefined {
  if (/^(?:\/|~|[A-Za-z]:)|\\/.test(relative)) return undefined;
  const steps = file.split("/").slice(0, -1);
  for (const step of relative.split("/")) {
    if (step === "..") {
      if (steps.length === 0 || steps.at(-1) === ".." || steps.at(-1) === "") return undefined;
      steps.pop();
    } else if (step !== "." && step !== "") {
      steps.push(step);
    }
  }
  return steps.join("/");
}
