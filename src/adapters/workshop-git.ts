import { mkdirSync, mkdtempSync } from "node:fs";
import path from "node:path";
import { KaziError } from "../model/kazi-error.ts";
import type { Oid } from "../model/vector.ts";
import type {
  CheckoutRequest,
  CommitRequest,
  ReceivedCandidate,
  Workshop,
} from "../ports/workshop.ts";
import { buildTree } from "./build-tree.ts";
import { readBundle, writeBundle, type BundledCommit } from "./candidate-bundle.ts";
import type { MeasuredChange } from "./describe-path.ts";
import { measureFolder } from "./folder-changes.ts";
import { checkSeal, freezeFolder, removeFolder, renewFolder } from "./folder-copy.ts";
import { rememberFolder, type FolderMemory } from "./folder-memory.ts";
import { makeCommit } from "./make-commit.ts";
import {
  findObjectSource,
  listTree,
  makeObjectStore,
  type ObjectSource,
  type ObjectStore,
} from "./object-store.ts";
import { receiveCandidate } from "./receive-candidate.ts";
import { restoreTree } from "./restore-graders.ts";
import { makeClone } from "./stranger-clone.ts";
import type { Bench } from "./tree-attributes.ts";
import { createTreeDiff } from "./tree-diff-git.ts";

const CHANGES_MAX = 10_000;
const PRODUCTS_MAX = 200_000;
const PRODUCT_BYTES_MAX = 5_000_000;
const OID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

export interface WorkshopOptions {
  /** The common git directory of the person's repository. */
  readonly repository: string;
  /** Exists, is ours alone, and goes with `close`. */
  readonly folder: string;
  /** Where one job leaves the candidate for the next. */
  readonly bundle: string;
}

/** Where a workshop keeps a received candidate until the repository adopts it. */
export function receivedStore(folder: string): string {
  return path.join(folder, "received.git");
}

/** What the workshop knows of a folder that it handed out. */
interface HandedOut {
  readonly commit: Oid;
  readonly memory: FolderMemory;
  /** Of the copy that was set aside. */
  readonly seal?: string;
}

interface Shop {
  readonly options: WorkshopOptions;
  readonly source: ObjectSource;
  readonly scratch: ObjectStore;
  readonly folders: Map<string, HandedOut>;
}

export async function createWorkshop(options: WorkshopOptions): Promise<Workshop> {
  const { folder, repository, bundle } = options;
  const source = await findObjectSource(repository);
  const scratch = await makeObjectStore(path.join(folder, "scratch.git"), source, [
    path.join(receivedStore(folder), "objects"),
  ]);
  const shop: Shop = { options, source, scratch, folders: new Map() };
  return {
    checkout: async (request) => await checkout(shop, request),
    changes: async (clone, tree) =>
      (await measure(shop, { clone, tree, changesMax: CHANGES_MAX })).map((it) => it.change),
    snapshot: async (clone, parent) => await snapshot(shop, clone, parent),
    commit: async (request) => await commit(shop, request),
    bundle: async (made, parent) => {
      checkOids(made, parent);
      await writeBundle(scratch, bundle, { commit: made, parent });
    },
    receive: async (parent, expected) => await receive(shop, { parent, commit: expected }),
    diff: (base, made) => {
      checkOids(base, made);
      return createTreeDiff({ store: scratch, base, commit: made, since: base.slice(0, 12) });
    },
    restoreGraders: async (clone, graders) => await restoreGraders(shop, clone, graders),
    freeze: async (clone) => await freeze(shop, clone),
    frozen: (clone) => frozen(shop, clone),
    renew: async (clone) => await renew(shop, clone),
    lane: async (clone, number) => await openLane(shop, clone, number),
    close: async () => await removeFolder(folder),
  };
}

async function checkout(shop: Shop, request: CheckoutRequest): Promise<string> {
  checkOids(request.commit, request.base.commit);
  const { folder, repository } = shop.options;
  const { source, scratch } = shop;
  const clone = path.join(folder, request.name);
  await removeFolder(asideOf(clone));
  const stores = [scratch.path, receivedStore(folder)].map((it) => path.join(it, "objects"));
  const others = request.name === "observe" ? stores : [];
  const origin = path.join(folder, `${request.name}-origin.git`);
  await makeClone({ folder: clone, origin, repository, source, others, store: scratch }, request);
  const entries = await listTree(scratch, request.commit);
  const memory = rememberFolder(clone, entries, Date.now());
  shop.folders.set(clone, { commit: request.commit, memory });
  return clone;
}

async function measure(
  shop: Shop,
  what: { readonly clone: string; readonly tree: Oid; readonly changesMax: number },
): Promise<readonly MeasuredChange[]> {
  const { clone, tree, changesMax } = what;
  checkOids(tree);
  const { memory } = handedOut(shop, clone);
  const measurement = { folder: clone, tree, memory, changesMax };
  return await onBench(shop, shop.scratch, async (bench) => {
    return await measureFolder(bench, measurement);
  });
}

async function snapshot(shop: Shop, clone: string, parent: Oid): Promise<Oid> {
  const measured = await measure(shop, { clone, tree: parent, changesMax: PRODUCTS_MAX });
  const changes = measured.filter(
    (it) => it.mode !== undefined && it.change.bytes <= PRODUCT_BYTES_MAX,
  );
  return await onBench(shop, shop.scratch, async (bench) => {
    return await buildTree(bench, { folder: clone, parent, changes });
  });
}

async function commit(shop: Shop, request: CommitRequest): Promise<Oid | undefined> {
  checkOids(request.parent);
  handedOut(shop, request.folder);
  return await onBench(shop, shop.scratch, async (bench) => await makeCommit(bench, request));
}

async function receive(
  shop: Shop,
  expected: BundledCommit,
): Promise<ReceivedCandidate | undefined> {
  checkOids(expected.parent, expected.commit);
  const bytes = readBundle(shop.options.bundle);
  if (bytes === undefined) return undefined;
  const store = await makeObjectStore(receivedStore(shop.options.folder), shop.source);
  return await onBench(shop, store, async (bench) => {
    return await receiveCandidate(bench, bytes, expected);
  });
}

async function restoreGraders(
  shop: Shop,
  folder: string,
  graders: Oid,
): Promise<readonly string[]> {
  checkOids(graders);
  const restoration = { folder, graders, commit: handedOut(shop, folder).commit };
  return await onBench(shop, shop.scratch, async (bench) => {
    return await restoreTree(bench, restoration);
  });
}

async function freeze(shop: Shop, clone: string): Promise<void> {
  const known = handedOut(shop, clone);
  await removeFolder(asideOf(clone));
  shop.folders.set(clone, { ...known, seal: await freezeFolder(clone, asideOf(clone)) });
}

function frozen(shop: Shop, clone: string): string {
  const { seal } = handedOut(shop, clone);
  if (seal === undefined) throw new Error("frozen() needs a folder that was frozen");
  checkSeal(clone, asideOf(clone), seal);
  return asideOf(clone);
}

async function renew(shop: Shop, clone: string): Promise<void> {
  const { seal } = handedOut(shop, clone);
  if (seal === undefined) throw new Error("renew() needs a folder that was frozen");
  await renewFolder(clone, asideOf(clone), seal);
}

async function openLane(shop: Shop, clone: string, number: number): Promise<string> {
  const { seal } = handedOut(shop, clone);
  if (seal === undefined) throw new Error("lane() needs a folder that was frozen");
  const lane = `${clone}.lane-${number}`;
  await renewFolder(lane, asideOf(clone), seal);
  return lane;
}

/** Only what `checkout` made is measured, written over or removed. */
function handedOut(shop: Shop, clone: string): HandedOut {
  const known = shop.folders.get(clone);
  if (known === undefined) throw new Error(`not a folder of this workshop: ${clone}`);
  return known;
}

async function onBench<T>(
  shop: Shop,
  store: ObjectStore,
  work: (bench: Bench) => Promise<T>,
): Promise<T> {
  const place = mkdtempSync(path.join(shop.options.folder, "bench-"));
  const desk = path.join(place, "desk");
  mkdirSync(desk);
  try {
    return await work({ store, index: path.join(place, "index"), folder: desk });
  } finally {
    await removeFolder(place);
  }
}

function asideOf(clone: string): string {
  return `${clone}.pristine`;
}

function checkOids(...oids: readonly Oid[]): void {
  const wrong = oids.find((oid) => !OID.test(oid));
  if (wrong === undefined) return;
  throw new KaziError({
    code: "candidate-invalid",
    message: `expected an object id of 40 or 64 hex digits, found ${JSON.stringify(wrong.slice(0, 100))}`,
  });
}
