/** A function whose result is found when it is first asked for; what finds it is then let go with all that it holds. */
export function once<T>(find: () => T): () => T {
  let state: { readonly find: () => T } | { readonly value: T } = { find };
  return () => {
    if ("find" in state) state = { value: state.find() };
    return state.value;
  };
}
