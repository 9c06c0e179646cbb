import { newId } from "./id";
import { readTogether } from "./read-together";

/**
 * A look-up that asks once for all who come while the one before is under way. A lone one goes at once, and nobody gets what was read
 * before they asked. What is found for all is shared: don't change it.
 */
export function lookUpTogether<Key, Found>(find: (keys: Key[]) => Promise<Found>): (key: Key) => Promise<Found> {
  const name = `look-up ${newId()}`;
  let asked: Key[] = [];
  return (key) => {
    asked.push(key);
    return readTogether(name, () => {
      const keys = asked;
      asked = [];
      return find(keys);
    });
  };
}
