/** The status in the bar and the ladder of causes behind it: `…Do` says what mends each. */

import { msg, str } from "@lit/localize";

export const connectionWords = {
  get status() {
    return msg("Server status", { id: "status" });
  },
  get checking() {
    return msg("checking…", { id: "checking" });
  },
  get connected() {
    return msg("connected", { id: "connected" });
  },
  get offline() {
    return msg("offline", { id: "offline" });
  },
  get unreachable() {
    return msg("proxy not reachable", { id: "unreachable" });
  },
  get cors() {
    return msg("blocked by CORS", { id: "cors" });
  },
  get notGrpcWeb() {
    return msg("no gRPC-Web here", { id: "notGrpcWeb" });
  },
  get unauthorized() {
    return msg("access refused", { id: "unauthorized" });
  },
  get workerDown() {
    return msg("worker down", { id: "workerDown" });
  },
  get noServable() {
    return msg("servable not available", { id: "noServable" });
  },
  get noMethod() {
    return msg("method not available", { id: "noMethod" });
  },
  get checkAgain() {
    return msg("Check again", { id: "checkAgain" });
  },
  get rungNetwork() {
    return msg("Network", { id: "rungNetwork" });
  },
  get rungProxy() {
    return msg("Proxy", { id: "rungProxy" });
  },
  get rungCors() {
    return msg("CORS", { id: "rungCors" });
  },
  get rungGrpcWeb() {
    return msg("gRPC-Web", { id: "rungGrpcWeb" });
  },
  get rungAccess() {
    return msg("Access", { id: "rungAccess" });
  },
  get rungWorker() {
    return msg("Worker", { id: "rungWorker" });
  },
  get rungServable() {
    return msg("Servable", { id: "rungServable" });
  },
  get rungMethod() {
    return msg("Method", { id: "rungMethod" });
  },
  get rungGood() {
    return msg("fine", { id: "rungGood" });
  },
  get rungBad() {
    return msg("broken", { id: "rungBad" });
  },
  get rungUnknown() {
    return msg("not known", { id: "rungUnknown" });
  },
  get networkUp() {
    return msg("this device is online", { id: "networkUp" });
  },
  get answersHere() {
    return msg("answers", { id: "answersHere" });
  },
  releaseIs: (release: string) => msg(str`Serving release ${release}`, { id: "releaseIs" }),
  versionIs: (version: string) => msg(str`version ${version}`, { id: "versionIs" }),
  get newestVersion() {
    return msg("highest running version", { id: "newestVersion" });
  },
  inputsAre: (inputs: string) => msg(str`inputs ${inputs}`, { id: "inputsAre" }),
  get offlineDo() {
    return msg("This device is offline. Connect it, then check again.", { id: "offlineDo" });
  },
  get unreachableDo() {
    return msg("Nothing answers at this page's address. Start the proxy (Envoy does as well):", {
      id: "unreachableDo",
    });
  },
  get unreachableElsewhereDo() {
    return msg("Nothing answers at the address that is set. Start the proxy there, or change it:", {
      id: "unreachableElsewhereDo",
    });
  },
  get corsDo() {
    return msg("The proxy answers, but does not let this page's origin read it. Start it with:", {
      id: "corsDo",
    });
  },
  get notGrpcWebDo() {
    return msg("What answers speaks no gRPC-Web. Set the proxy's address, not Serving's own port:", {
      id: "notGrpcWebDo",
    });
  },
  get unauthorizedDo() {
    return msg(
      "Something on the way asks who is calling, or forbids it. Give what it asks for as a header:",
      {
        id: "unauthorizedDo",
      },
    );
  },
  get workerDownDo() {
    return msg(
      "The proxy runs, but no Serving answers behind it. Start Serving, or give the proxy its address:",
      { id: "workerDownDo" },
    );
  },
  get noServableDo() {
    return msg("Serving has not loaded this servable in this version. Load it there, or choose another:", {
      id: "noServableDo",
    });
  },
  get noMethodDo() {
    return msg("The servable has no such method: servable_config.py names those it has. Choose another:", {
      id: "noMethodDo",
    });
  },
  get openSettings() {
    return msg("Open settings", { id: "openSettings" });
  },
  get goToPlayground() {
    return msg("Choose it in the playground", { id: "goToPlayground" });
  },
  get copy() {
    return msg("Copy", { id: "copy" });
  },
  get copied() {
    return msg("Copied", { id: "copied" });
  },
};
