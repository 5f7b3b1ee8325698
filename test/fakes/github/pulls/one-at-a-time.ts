const lastWork = new WeakMap<object, Promise<unknown>>();

/** What is done to the same thing happens one after the other, each seeing what the one before has made of it. */
export async function oneAtATime<T>(thing: object, work: () => Promise<T>): Promise<T> {
  const before = lastWork.get(thing) ?? Promise.resolve();
  const mine = before.then(work, work);
  lastWork.set(thing, mine);
  return await mine;
}
