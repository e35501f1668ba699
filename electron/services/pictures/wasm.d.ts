/** A WebAssembly program that the build puts into the file which imports it, as a data: address. */
declare module '*.wasm?url&inline' {
  const address: string;
  // eslint-disable-next-line no-restricted-syntax -- what the build answers for such an import
  export default address;
}
