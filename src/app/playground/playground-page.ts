/** `<app-playground-page>`: any servable's method, with instances written by hand. */

import { html, nothing } from "lit";
import { codeMissing } from "../../failures/index.ts";
import { loadClient } from "../../library/index.ts";
import { AppElement } from "../look/app-element.ts";
import { bringSignatures, signatureOf, signatures } from "../serving/signatures.ts";
import { methodName, queryOfTarget, targetOfQuery } from "../serving/target.ts";
import {
  forgetLinkedRequest,
  linkedRequest,
  page,
  playgroundQuery,
  setPlaygroundQuery,
} from "../state/route.ts";
import { settings } from "../state/settings.ts";
import { bringInSight } from "./bring-in-sight.ts";
import { CallRun } from "./call-run.ts";
import { filesOf, missing } from "./kept/asked.ts";
import { type PastCall, startHistory } from "./kept/history.ts";
import { listenForJson } from "./kept/json-drop.ts";
import type { LookEvent, OpenEvent } from "./kept/kept-events.ts";
import { type OldAnswer, oldAnswer } from "./kept/kept-reply.ts";
import { startSaved } from "./kept/saved.ts";
import type { SavedList } from "./kept/saved-list.ts";
import { playgroundStyles } from "./playground-page.css.ts";
import type { KeepEvent, RunEvent } from "./request-events.ts";
import type { RequestForm } from "./request-form.ts";
import { linkFaultText } from "./share/link-fault-text.ts";
import { readRequestParam } from "./share/request-link.ts";
import type { SaveDialog } from "./share/save-dialog.ts";
import { saveFile } from "./share/save-file.ts";
import type { ShareDialog } from "./share/share-dialog.ts";
import type { SavedEvent, SaveFileEvent } from "./share/share-events.ts";

export class PlaygroundPage extends AppElement {
  static override properties = { old: { state: true }, hovering: { state: true } };
  static override styles = [AppElement.styles, playgroundStyles];

  /** A past call whose reply is looked at again. */
  declare protected old: { call: PastCall; answer: OldAnswer } | undefined;
  /** Whether a file of requests hangs over the page. */
  declare protected hovering: boolean;

  readonly #run = new CallRun(() => this.requestUpdate());
  /** Name of the saved request that was filled in last. */
  #name: string | undefined;
  #stopListening: (() => void) | undefined;

  constructor() {
    super();
    this.hovering = false;
    startHistory();
    startSaved();
    if (page.value === "playground") setPlaygroundQuery(queryOfTarget(this.#target));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const hear = (heard: Pick<typeof page, "subscribe">, act: () => void) =>
      this.follow({ subscribe: () => heard.subscribe(act) });
    for (const changing of [playgroundQuery, signatures, settings]) hear(changing, () => this.#aim());
    hear(linkedRequest, () => void this.#openLink());
    hear(page, () => {
      if (page.value !== "playground") return;
      setPlaygroundQuery(queryOfTarget(this.#target));
      void bringSignatures();
    });
    if (page.value === "playground") void bringSignatures();
    this.#aim();
    void this.#openLink();
    this.#stopListening = listenForJson({
      isWanted: () => page.value === "playground",
      given: (files) => void this.#import(files),
      hovering: (hovering) => {
        this.hovering = hovering;
      },
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopListening?.();
  }

  get #target() {
    return targetOfQuery(playgroundQuery.value);
  }

  #child<T extends Element>(tag: string): T {
    return this.renderRoot.querySelector<T>(tag)!;
  }

  protected override render() {
    const { words, old } = this;
    const { answer, ms, running, of } = this.#run;
    const { servable, method } = this.#target;
    const whose = old ? methodName(old.call) : of;
    const isOther = (old || answer) !== undefined && whose !== methodName(this.#target);
    return html`
      <h1>${words.playgroundTitle}</h1>
      <p class="quiet">${words.playgroundIntro}</p>
      <div class="columns">
        <app-request-form .running=${running} @run=${this.#send} @stop=${() => this.#run.stop()} @keep=${this.#keep}
          @unloaded=${() => this.#run.fail(codeMissing())}></app-request-form>
        <app-reply-view .answer=${old?.answer ?? answer} .ms=${old?.call.ms ?? ms} .running=${running} .at=${old?.call.at}
          .of=${isOther ? whose : undefined} .signed=${isOther ? undefined : signatureOf(servable, method)?.outputs}
          @close=${() => {
            this.old = undefined;
          }}></app-reply-view>
      </div>
      <div class="kept" @open=${this.#openKept} @look=${this.#look}>
        <app-saved-list></app-saved-list>
        <app-history-list></app-history-list>
      </div>
      <app-share-dialog @save-file=${this.#saveFile}></app-share-dialog>
      <app-save-dialog @save-file=${this.#saveFile} @saved=${this.#saved}></app-save-dialog>
      ${this.hovering ? html`<p class="hovering" aria-hidden="true">${words.dropRequests}</p>` : nothing}
    `;
  }

  /** An old reply is not the new method's. */
  #aim() {
    if (this.#run.aim(methodName(this.#target))) this.old = undefined;
  }

  get #form() {
    return this.#child<RequestForm>("app-request-form");
  }

  async #send({ anyway }: RunEvent) {
    if (this.#run.running) return;
    forgetLinkedRequest();
    this.old = undefined;
    const came = await this.#run.run(this.#target, (signal) => this.#form.read(signal, anyway));
    await this.updateComplete;
    if (came) bringInSight(this.#child("app-reply-view"));
  }

  /** The request that came with a link: it is filled in, and never sent by itself. */
  async #openLink() {
    const param = linkedRequest.value;
    if (param === "") return;
    const read = readRequestParam(param);
    this.#name = undefined;
    await this.updateComplete;
    const { words } = this;
    if ("fault" in read) this.#form.say({ text: words.linkRefused(linkFaultText(read, words)), isBad: true });
    else this.#openAtTop(read, words.linkOpened);
    this.#form.holdLink();
  }

  #openKept({ request, name }: OpenEvent) {
    this.#name = name?.replace(/\.json$/i, "");
    const { servable, method } = { ...this.#target, ...request };
    this.#openAtTop(
      request,
      this.words.requestOpened(name ?? methodName({ servable, method, version: "0" })),
    );
  }

  #openAtTop(request: OpenEvent["request"], done: string) {
    this.#open(request, done);
    window.scrollTo({ top: 0 });
  }

  /** Fills in another request. What was written before can be put back. */
  #open({ instances, ...asked }: OpenEvent["request"], done: string) {
    const before = playgroundQuery.value;
    this.#run.clear();
    this.old = undefined;
    const { servable, method, version } = { ...this.#target, ...asked };
    setPlaygroundQuery(queryOfTarget({ servable, method, version }));
    const putBack = this.#form.replace(instances);
    const undo = () => {
      setPlaygroundQuery(before);
      putBack?.();
      this.#form.say(undefined);
    };
    const names = missing(instances);
    const text = [done, names.length > 0 ? this.words.missingAgain(names.join(", ")) : ""];
    this.#form.say({ text: text.join(" ").trim(), undo: putBack && undo });
  }

  async #look({ call }: LookEvent) {
    const library = await loadClient().catch(() => undefined);
    const answer = library && call.reply && oldAnswer(call.reply, library);
    if (!library) this.#run.fail(codeMissing());
    else if (!answer) this.#form.say({ text: this.words.oldReplyBroken, isBad: true });
    else this.old = { call, answer };
    await this.updateComplete;
    bringInSight(this.#child("app-reply-view"));
  }

  #keep({ request, way }: KeepEvent) {
    if (way === "share") void this.#child<ShareDialog>("app-share-dialog").open(request);
    else void this.#child<SaveDialog>("app-save-dialog").open(request, this.#name ?? methodName(request));
  }

  #saved({ name }: SavedEvent) {
    this.#name = name;
    this.#form.say({ text: this.words.savedDone(name) });
  }

  async #saveFile({ request, name }: SaveFileEvent) {
    try {
      const left = await saveFile(request, name);
      if (left.length > 0) this.#form.say({ text: this.words.fileNotWhole(left.join(", ")) });
    } catch {
      this.#form.say({ text: this.words.faultFileGone(filesOf(request.instances).join(", ")), isBad: true });
    }
  }

  async #import(files: readonly File[]) {
    for (const file of files) await this.#child<SavedList>("app-saved-list").take(file);
  }
}
