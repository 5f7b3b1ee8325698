import { Tokenizer, TokenParser, TokenType } from "@streamparser/json";
import type { ReportReader } from "./findings-reader.ts";
import { createListWatcher, type OnContainer } from "./list-watcher.ts";
import { createNoiseFilter } from "./noise-filter.ts";

/** A stranger's document may open lists in lists for ever. */
const DEPTH_MAX = 200;
/** Between two values that are taken out. As a list of empty lists this already takes 300 MB. */
const VALUE_CHARACTERS_MAX = 16 * 1024 * 1024;

/** What to take out of each document. */
export interface DocumentShape {
  /** How the first line of a document begins; other lines between documents are noise. */
  readonly opens: RegExp;
  /** As `$.runs.*.results.*`. */
  readonly paths: readonly string[];
  /** Gets each value of these paths as soon as it is complete. */
  readonly onValue: (value: unknown, keys: readonly (string | number)[]) => void;
  readonly onContainer?: OnContainer;
  /** A document is complete. */
  readonly onEnd?: () => void;
}

/** Reads JSON documents of any length out of what a program printed, one after the other. */
export function openJsonDocuments(shape: DocumentShape): ReportReader {
  const noise = createNoiseFilter(shape.opens);
  let open: OpenDocument | undefined;
  let complete = 0;
  let problem: string | undefined;

  /** Documents end at the end of a line, and their later lines are indented or close them. */
  function writePieces(text: string): void {
    for (let rest = text; rest !== "" && problem === undefined;) {
      open ??= openDocument(shape);
      const cut = rest.search(/\n\S/) + 1;
      const isComplete = writePiece(open, cut === 0 ? rest : rest.slice(0, cut));
      const behind = cut === 0 ? "" : rest.slice(cut);
      rest = isComplete ? noise.skip(behind) : behind;
    }
  }
  function writePiece(document: OpenDocument, piece: string): boolean {
    problem = document.write(piece);
    const isComplete = problem === undefined && document.isComplete();
    if (isComplete || problem !== undefined) open = undefined;
    if (!isComplete) return false;
    complete += 1;
    shape.onEnd?.();
    return true;
  }
  function end(): string | undefined {
    writePieces(noise.end());
    if (problem !== undefined) return problem;
    if (open !== undefined) return "the JSON ends in the middle";
    return complete === 0 ? "there is no JSON in it" : undefined;
  }
  return {
    write: (text) => {
      writePieces(open === undefined ? noise.skip(text) : text);
    },
    end,
  };
}

interface OpenDocument {
  /** Gives what is wrong with the document, once. */
  write(piece: string): string | undefined;
  isComplete(): boolean;
}

function openDocument({ paths, onValue, onContainer }: DocumentShape): OpenDocument {
  const tokenizer = new Tokenizer();
  const parser = new TokenParser({ paths: [...paths], keepStack: false });
  const watch = onContainer === undefined ? undefined : createListWatcher(onContainer);
  let depth = 0;
  let sinceValue = 0;
  tokenizer.onToken = (token) => {
    depth += stepOf(token.token);
    if (depth > DEPTH_MAX) throw new RangeError(`it is nested deeper than ${DEPTH_MAX}`);
    watch?.(token);
    parser.write(token);
  };
  parser.onEnd = () => {
    tokenizer.end();
  };
  parser.onValue = ({ value, key, stack }) => {
    sinceValue = 0;
    const keys = [...stack.slice(1).map((it) => it.key), key].filter((it) => it !== undefined);
    onValue(value, keys);
  };
  return {
    isComplete: () => parser.isEnded,
    write: (piece) => {
      sinceValue += piece.length;
      if (sinceValue > VALUE_CHARACTERS_MAX) {
        return `one part of it is longer than ${VALUE_CHARACTERS_MAX} characters`;
      }
      return tryTo(() => {
        tokenizer.write(piece);
      });
    },
  };
}

function stepOf(token: TokenType): number {
  if (token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET) return 1;
  return token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET ? -1 : 0;
}

function tryTo(work: () => void): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : "it cannot be read";
  }
}
