/** Turns the logs of kazi's jobs into an account for a person who watches. */
export interface RunAccount {
  hear(runNumber: number, job: string, text: string): void;
}

const TIME = /^\d{4}-\d\d-\d\dT[\d:.]+Z /;
/** What runners say about themselves is on every log, and no part of the story. */
const NOISE =
  /^(?:\[command\]|git version |Download action repository|Artifact |##\[(?!error|warning))/;

export function createRunAccount(write: (line: string) => void): RunAccount {
  const inGroup = new Map<string, boolean>();
  let last = "";
  return {
    hear: (runNumber, job, text) => {
      for (const raw of text.split("\n")) {
        const line = raw.replace(TIME, "");
        const key = `${runNumber} ${job}`;
        if (line.startsWith("##[group]")) inGroup.set(key, true);
        else if (line.startsWith("##[endgroup]")) inGroup.set(key, false);
        else if (inGroup.get(key) !== true && line.trim() !== "" && !NOISE.test(line)) {
          if (last !== key) write(`  run ${runNumber}, job ${job}`);
          last = key;
          write(`    ${line.replace(/^##\[(error|warning)\]/, "$1: ")}`);
        }
      }
    },
  };
}
