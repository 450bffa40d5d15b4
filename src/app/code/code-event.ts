/** A page asks to show a call as code; `<app-shell>` opens the dialog. */

import type { Instance } from "../../client/index.ts";
import type { Target } from "../serving/client-for.ts";
import { settings } from "../state/settings.ts";
import type { CodeRequest } from "./code-request.ts";

export class CodeEvent extends Event {
  static readonly type = "show-code";
  readonly request: CodeRequest;

  /** @param instances their files are named in the code, their large tensors are shown by dtype and shape */
  constructor(target: Target, instances: readonly Instance[]) {
    super(CodeEvent.type, { bubbles: true, composed: true });
    const { servable, method, version } = target;
    const { address, timeoutMs, metadata } = settings.value;
    this.request = {
      address: address || location.origin,
      servable,
      method,
      version,
      timeoutMs,
      metadata,
      instances,
    };
  }
}
