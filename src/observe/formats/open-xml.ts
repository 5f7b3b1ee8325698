import { SaxesParser } from "saxes";
import type { ReportReader } from "./findings-reader.ts";
import { createNoiseFilter } from "./noise-filter.ts";

const DEPTH_MAX = 200;
/** Between two tags: more than any program prints about one test. */
const TEXT_CHARACTERS_MAX = 32 * 1024 * 1024;
/** Of the text of one element. */
const KEPT_CHARACTERS_MAX = 8000;

const SECOND_ROOT = "documents may contain only one root";
/** Said when the element is closed already, be it the last one. */
const WRONG_END = "unexpected close tag";

/** What is wanted of a document. */
export interface XmlHandlers {
  /** How the first line of a document begins; lines before it are noise. */
  readonly opens: RegExp;
  /** The name of an element, before its attributes are complete. */
  readonly onName?: (name: string) => void;
  /** The element and its attributes; `true` when its own text is wanted as well. */
  readonly onOpen: (name: string, attributes: Readonly<Record<string, string>>) => boolean;
  /** Gets the text of an element where it was wanted. */
  readonly onClose: (name: string, text: string) => void;
}

/** Reads XML documents of any length out of what a program printed, one after the other. */
export function openXml(handlers: XmlHandlers): ReportReader {
  const tags = openTags(handlers);
  const noise = createNoiseFilter(handlers.opens);
  let isBegun = false;
  let sinceTag = 0;
  let problem: string | undefined;

  function writeXml(xml: string): void {
    if (problem !== undefined || xml === "") return;
    isBegun = true;
    sinceTag = tags.hasMoved() ? xml.length : sinceTag + xml.length;
    problem =
      sinceTag > TEXT_CHARACTERS_MAX
        ? `one part of it is longer than ${TEXT_CHARACTERS_MAX} characters`
        : tags.write(xml);
  }
  return {
    write: (piece) => {
      writeXml(isBegun ? piece : noise.skip(piece));
    },
    end: () => {
      writeXml(noise.end());
      if (problem !== undefined) return problem;
      if (tags.isOpen()) return "the XML ends in the middle";
      return tags.documents() === 0 ? "there is no XML in it" : undefined;
    },
  };
}

interface Tags {
  /** Gives what is wrong with the document, once. */
  write(xml: string): string | undefined;
  /** Whether an element, or a tag, has not come to its end. */
  isOpen(): boolean;
  documents(): number;
  /** Whether a tag was opened since it was last asked. */
  hasMoved(): boolean;
}

function openTags({ onName, onOpen, onClose }: XmlHandlers): Tags {
  const parser = new SaxesParser({ position: false, xmlns: false });
  const wanted = createListener(parser);
  let depth = 0;
  let documents = 0;
  let named = 0;
  let opened = 0;
  let known = 0;
  parser.on("opentagstart", ({ name }) => {
    named += 1;
    onName?.(name);
  });
  parser.on("opentag", ({ name, attributes }) => {
    opened += 1;
    depth += 1;
    if (depth > DEPTH_MAX) throw new RangeError(`it is nested deeper than ${DEPTH_MAX}`);
    if (onOpen(name, attributes)) wanted.listen(depth);
  });
  parser.on("closetag", ({ name }) => {
    onClose(name, wanted.take(depth));
    depth -= 1;
    if (depth === 0) documents += 1;
  });
  // Lines behind a report are no part of it, and another report is as good as the first.
  parser.on("error", (error) => {
    const { message } = error;
    const isWithin = depth > 0 || message.includes(WRONG_END);
    if (isWithin && !message.includes(SECOND_ROOT)) throw error;
  });
  return {
    write: (xml) => tryTo(() => parser.write(xml)),
    isOpen: () => depth > 0 || named > opened,
    documents: () => documents,
    hasMoved: () => {
      const moved = opened > known;
      known = opened;
      return moved;
    },
  };
}

interface Listener {
  listen(depth: number): void;
  /** The text of the element at this depth, where it was wanted. */
  take(depth: number): string;
}

/** Text that nobody listens to is not even put together by the parser. */
function createListener(parser: SaxesParser<{ position: false; xmlns: false }>): Listener {
  let text = "";
  let wantedDepth = 0;
  function keep(more: string): void {
    text += more.slice(0, Math.max(0, KEPT_CHARACTERS_MAX - text.length));
  }
  return {
    listen: (depth) => {
      if (wantedDepth !== 0) return;
      wantedDepth = depth;
      parser.on("text", keep);
      parser.on("cdata", keep);
    },
    take: (depth) => {
      if (depth !== wantedDepth) return "";
      const taken = text;
      wantedDepth = 0;
      text = "";
      parser.off("text");
      parser.off("cdata");
      return taken;
    },
  };
}

function tryTo(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : "it cannot be read";
  }
}
