import type { FileText, FolderFiles } from "../../src/ports/folder-files.ts";

/** The files of a checkout without a disk; a glob is a path. */
export function givenFiles(files: Readonly<Record<string, string>>): Omit<FolderFiles, "stamp"> {
  function read(path: string): FileText {
    const text = files[path];
    return text === undefined ? { kind: "absent" } : { kind: "read", text };
  }
  return {
    find: async (glob) => {
      const paths = Object.keys(files).filter((it) => it === glob);
      return await Promise.resolve({ paths, isCut: false });
    },
    remove: async () => {
      await Promise.resolve();
    },
    text: async (path) => await Promise.resolve(read(path)),
    bytes: async (path) => {
      const found = read(path);
      if (found.kind !== "read") return await Promise.resolve(found);
      return await Promise.resolve({ kind: "read", bytes: new TextEncoder().encode(found.text) });
    },
    stream: async (path, _bytesMax, onText) => {
      const found = read(path);
      if (found.kind !== "read") return await Promise.resolve(found);
      onText(found.text);
      return await Promise.resolve({ kind: "streamed" });
    },
  };
}
