/** This machine's network and processes, for all that starts servers on it: addresses, ports, child processes. */

export {
  type Address,
  checkAddress,
  formatAddress,
  isLocalName,
  isLoopback,
  parseAddress,
} from "./address.ts";
export { type Child, keepChild, LastLines, untilReady } from "./child-process.ts";
export { claimPort, listenError } from "./port.ts";
