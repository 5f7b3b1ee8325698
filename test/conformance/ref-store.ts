import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Oid } from "../../src/model/vector.ts";
import { FILE_BYTES_MAX, type NewCommit, type RefStore } from "../../src/ports/ref-store.ts";

/** A store to try, empty. */
export interface RefStoreUnderTest {
  readonly store: RefStore;
  /** A tree that exists there. */
  readonly tree: Oid;
  close(): void;
}

/** What every `RefStore` keeps to. Each test has refs of its own. */
export function refStoreConformance(
  name: string,
  open: () => RefStoreUnderTest | Promise<RefStoreUnderTest>,
): void {
  describe(`RefStore: ${name}`, () => {
    let opened: RefStoreUnderTest;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened.close());

    function commit(message: string, parents: readonly Oid[] = []): NewCommit {
      return { parents, message, files: new Map(), folders: new Map(), atMs: 1_000 };
    }
    async function written(message: string): Promise<Oid> {
      return await opened.store.write(commit(message));
    }

    test("head() is undefined where no ref stands", async () => {
      expect(await opened.store.head("refs/kazi/none/of/it")).toBeUndefined();
    });

    test("write() shows nothing before swap()", async () => {
      const before = await opened.store.list("refs/");
      await written("unseen");
      expect(await opened.store.list("refs/")).toEqual(before);
    });

    test("read() gives back what write() took", async () => {
      const { store, tree } = opened;
      const parents = [await written("one"), await written("two")];
      const files = new Map([
        ["z.json", "{}\n"],
        ["a.txt", "grüße 🎈 \u0001\r\n"],
        ["empty", ""],
        ["folder.x", "a folder sorts as if it ended with a slash"],
      ]);
      const folders = new Map([["folder", tree]]);
      const oid = await store.write({ parents, message: "three", files, folders, atMs: 1_700_000 });
      const read = await store.read(oid);
      expect(read).toMatchObject({ oid, parents });
      expect(new Map(read?.files)).toEqual(files);
      expect(new Map(read?.folders)).toEqual(folders);
    });

    test("read() leaves out a file that is larger than FILE_BYTES_MAX", async () => {
      const files = new Map([
        ["large", "x".repeat(FILE_BYTES_MAX + 1)],
        ["largest", "x".repeat(FILE_BYTES_MAX)],
        ["small", "x"],
      ]);
      const oid = await opened.store.write({ ...commit("large"), files });
      const read = await opened.store.read(oid);
      expect([...(read?.files.keys() ?? [])].toSorted()).toEqual(["largest", "small"]);
      expect((await opened.store.read(oid))?.files.get("largest")).toHaveLength(FILE_BYTES_MAX);
    });

    test.each(["", "HEAD", "--all", "refs/heads/main", "a".repeat(40), "0".repeat(64), "x\ny"])(
      "read() is undefined for %j",
      async (oid) => {
        expect(await opened.store.read(oid)).toBeUndefined();
      },
    );

    test("read() is undefined for what is no commit", async () => {
      expect(await opened.store.read(opened.tree)).toBeUndefined();
    });

    test("write() refuses a parent that is not there", async () => {
      const orphan = opened.store.write(commit("orphan", ["b".repeat(opened.tree.length)]));
      await expect(orphan).rejects.toMatchObject({ code: "git-failed" });
    });

    test("swap() creates, moves and deletes", async () => {
      const { store } = opened;
      const ref = "refs/kazi/life/of/one";
      const [first, second] = [await written("first"), await written("second")];
      expect(await store.swap([{ ref, after: first }])).toBe("moved");
      expect(await store.head(ref)).toBe(first);
      expect(await store.swap([{ ref, before: first, after: second }])).toBe("moved");
      expect(await store.head(ref)).toBe(second);
      expect(await store.swap([{ ref, before: second }])).toBe("moved");
      expect(await store.head(ref)).toBeUndefined();
    });

    test("swap() refuses a commit that is not there", async () => {
      const after = "c".repeat(opened.tree.length);
      const swapped = opened.store.swap([{ ref: "refs/kazi/nothing", after }]);
      await expect(swapped).rejects.toMatchObject({ code: "git-failed" });
    });

    test("list() has the refs with the prefix, sorted", async () => {
      const { store } = opened;
      const oid = await written("listed");
      const refs = ["refs/kazi/l/b-2", "refs/kazi/l/b-1", "refs/kazi/l/c/b", "refs/kazi/l2/b"];
      await store.swap(refs.map((ref) => ({ ref, after: oid })));
      const listed = async (prefix: string): Promise<readonly string[]> =>
        (await store.list(prefix)).map((it) => it.ref);
      expect(await listed("refs/kazi/l/")).toEqual([
        "refs/kazi/l/b-1",
        "refs/kazi/l/b-2",
        "refs/kazi/l/c/b",
      ]);
      expect(await listed("refs/kazi/l/b-")).toEqual(["refs/kazi/l/b-1", "refs/kazi/l/b-2"]);
      expect(await listed("refs/kazi/l/b-*")).toEqual([]);
      expect(await store.list("refs/kazi/l2")).toEqual([{ ref: "refs/kazi/l2/b", oid }]);
    });

    const REF = "refs/kazi/cas/ref";
    const OTHER = "refs/kazi/cas/other";
    test.each([
      ["another before", "moved-on", "third"],
      ["no before", undefined, "third"],
      ["another before of a deletion", "moved-on", undefined],
    ])("swap() is lost with %s, and nothing moves", async (_name, before, after) => {
      const { store } = opened;
      const at = await written(`at ${_name}`);
      await reset([REF, OTHER]);
      await store.swap([{ ref: REF, after: at }]);
      const update = {
        ref: REF,
        ...(before === undefined ? {} : { before: await written(before) }),
        ...(after === undefined ? {} : { after: await written(after) }),
      };
      expect(await store.swap([{ ref: OTHER, after: at }, update])).toBe("lost");
      expect(await store.swap([update, { ref: OTHER, after: at }])).toBe("lost");
      expect(await store.head(REF)).toBe(at);
      expect(await store.head(OTHER)).toBeUndefined();
    });

    test("swap() is lost when a ref that should be there is not", async () => {
      await reset([REF, OTHER]);
      const [before, after] = [await written("before"), await written("after")];
      expect(await opened.store.swap([{ ref: REF, before, after }])).toBe("lost");
      expect(await opened.store.swap([{ ref: REF, before }])).toBe("lost");
    });

    test("swap() also holds refs that do not move to where they should be", async () => {
      await reset([REF, OTHER]);
      const { store } = opened;
      const [here, there] = [await written("here"), await written("there")];
      await store.swap([{ ref: REF, after: here }]);
      const create = { ref: OTHER, after: here };
      expect(await store.swap([{ ref: REF, before: there, after: there }, create])).toBe("lost");
      expect(await store.swap([{ ref: REF }, create])).toBe("lost");
      expect(await store.head(OTHER)).toBeUndefined();
      expect(await store.swap([{ ref: REF, before: here, after: here }, create])).toBe("moved");
      expect(await store.swap([{ ref: "refs/kazi/cas/none" }])).toBe("moved");
    });

    test("swap() lets exactly one of twenty move, and that one moves all its refs", async () => {
      const { store } = opened;
      const refs = ["refs/kazi/race/a", "refs/kazi/race/b"];
      const before = await written("start");
      await store.swap(refs.map((ref) => ({ ref, after: before })));
      const racers = await Promise.all(
        Array.from({ length: 20 }, async (_, index) => await written(`racer ${index}`)),
      );
      const endings = await Promise.all(
        racers.map(
          async (after, index) =>
            // Half of them name the refs the other way round, so that locks cross.
            await store.swap(
              (index % 2 === 0 ? refs : refs.toReversed()).map((ref) => ({ ref, before, after })),
            ),
        ),
      );
      expect(endings.filter((ending) => ending === "moved")).toHaveLength(1);
      const winner = racers[endings.indexOf("moved")];
      expect(await Promise.all(refs.map(async (ref) => await store.head(ref)))).toEqual([
        winner,
        winner,
      ]);
    });

    async function reset(refs: readonly string[]): Promise<void> {
      const heads = await opened.store.list("refs/kazi/");
      const gone = heads.filter(({ ref }) => refs.includes(ref));
      await opened.store.swap(gone.map(({ ref, oid }) => ({ ref, before: oid })));
    }
  });
}
