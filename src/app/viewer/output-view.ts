/** `<app-output-view>`: one output of an instance, whatever it is. */

import { html, nothing } from "lit";
import type { OutputValue, Tensor } from "../../client/index.ts";
import { formatShape, Tensor as TensorClass } from "../../tensor/index.ts";
import { printout } from "../../ui/index.ts";
import { AppElement } from "../look/app-element.ts";
import { download } from "../look/download.ts";
import { formStyles } from "../look/form.ts";
import { writeNpy } from "../values/npy.ts";
import { jsonText, MAX_COPIED, numpyText } from "./copy-text.ts";
import { outputStyles } from "./output-view.css.ts";
import { type PictureLayout, pictureLayout } from "./picture-layout.ts";
import { elementText, leadingDims, planeAt } from "./plane.ts";
import { type Statistics, statisticsOf } from "./statistics.ts";

type View = "numpy" | "table" | "heat" | "picture";

/** Up to this many elements numpy's printout says most. */
const PRINTED = 100;

export class OutputView extends AppElement {
  static override properties = {
    name: {},
    value: { attribute: false },
    doc: { attribute: false },
    view: { state: true },
    place: { state: true },
  };
  static override styles = [AppElement.styles, formStyles, outputStyles];

  declare name: string;
  declare value: OutputValue;
  /** What it means, where that is known. */
  declare doc: string | undefined;
  /** As chosen; what suits the tensor until then. */
  declare view: View | undefined;
  /** Index in the dimensions before the last two. */
  declare place: readonly number[];

  #statistics: Statistics | undefined;
  #layout: PictureLayout | undefined;

  constructor() {
    super();
    this.place = [];
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has("value")) return;
    this.view = undefined;
    this.place = [];
    if (!(this.value instanceof TensorClass)) return;
    this.#statistics = statisticsOf(this.value);
    this.#layout = pictureLayout(this.value, this.#statistics);
  }

  protected override render() {
    const { name, value, words } = this;
    if (value instanceof TensorClass) return this.#tensor(value);
    const list = Array.isArray(value) ? value : [value];
    return html`<section aria-label=${name} data-output=${name}>
      <div class="head"><h4 class="mono">${name}</h4><span class="facts">${this.#facts(list)}</span></div>
      ${this.#about()}
      ${
        list.length === 1
          ? this.#item(list[0]!, name)
          : html`<ol>${list.map((item, i) => html`<li>${this.#item(item, `${name}[${i}]`)}</li>`)}</ol>`
      }
      ${list.length === 0 ? html`<p class="quiet small">${words.emptyList}</p>` : nothing}
    </section>`;
  }

  #about() {
    return this.doc ? html`<p class="quiet small doc">${this.doc}</p>` : nothing;
  }

  #facts(list: readonly Exclude<OutputValue, Tensor | unknown[]>[]): string {
    const { words } = this;
    const [first] = list;
    const several = list.length === 1 ? "" : ` × ${list.length}`;
    if (first instanceof Uint8Array) return `bytes${several}, ${words.bytesLong(first.length)}`;
    return `${typeof first === "bigint" ? "int" : typeof first}${several}`;
  }

  #item(item: Exclude<OutputValue, Tensor | unknown[]>, name: string) {
    const { words } = this;
    if (item instanceof Uint8Array) {
      return html`<app-bytes-view .bytes=${item} .label=${name}></app-bytes-view>
        <div class="foot"><button @click=${() => download(new Blob([item as Uint8Array<ArrayBuffer>]), `${name}.bin`)}>${words.download}</button></div>`;
    }
    return html`<pre class="text" tabindex="0" aria-label=${name}>${String(item)}</pre>`;
  }

  #tensor(tensor: Tensor) {
    const { name, words } = this;
    const view = this.view ?? this.#bestView(tensor);
    const views: [View, string, boolean][] = [
      ["numpy", words.asNumpy, true],
      ["table", words.asTable, tensor.size > 1],
      [
        "heat",
        words.asHeatMap,
        tensor.shape.length >= 2 && tensor.size > 1 && this.#statistics !== undefined,
      ],
      ["picture", words.asPicture, this.#layout !== undefined],
    ];
    return html`<section aria-label=${name} data-output=${name}>
      <div class="head">
        <h4 class="mono">${name}</h4>
        <span class="facts mono">${tensor.dtype} ${formatShape(tensor.shape)}</span>
        <div class="views" role="group" aria-label=${words.showAs}>
          ${views.map(([key, label, there]) =>
            there
              ? html`<button class="bare" aria-pressed=${key === view} @click=${() => {
                  this.view = key;
                }}>${label}</button>`
              : nothing,
          )}
        </div>
      </div>
      ${this.#about()}
      ${view === "numpy" ? nothing : this.#places(tensor, view)} ${this.#body(tensor, view)}
      <div class="foot">
        <span class="figures mono">${this.#figures(tensor)}</span>
        ${
          tensor.size <= MAX_COPIED
            ? html`<app-copy-line bare .text=${() => numpyText(tensor)} .label=${words.copyNumpy}></app-copy-line>
              <app-copy-line bare .text=${() => jsonText(tensor)} .label=${words.copyJson}></app-copy-line>`
            : nothing
        }
        <button class="bare" @click=${() => download(writeNpy(tensor), `${name}.npy`)}>${words.downloadNpy}</button>
      </div>
    </section>`;
  }

  #bestView(tensor: Tensor): View {
    if (tensor.size <= PRINTED) return "numpy";
    const layout = this.#layout;
    return layout && (layout.layout !== "HW" || tensor.dtype === "uint8") ? "picture" : "table";
  }

  #body(tensor: Tensor, view: View) {
    const { name } = this;
    const plane = planeAt(tensor, this.place);
    switch (view) {
      case "numpy":
        return html`<pre tabindex="0" aria-label=${name}>${tensor.shape.length === 0 ? elementText(tensor, 0) : printout(String(tensor))}</pre>`;
      case "table":
        return html`<app-tensor-table .tensor=${tensor} .plane=${plane} .label=${name}></app-tensor-table>`;
      case "heat":
        return html`<app-tensor-picture .tensor=${tensor} .plane=${plane} .layout=${undefined} .statistics=${this.#statistics}
          .label=${this.words.heatMapOf(name)}></app-tensor-picture>`;
      case "picture":
        return html`<app-tensor-picture .tensor=${tensor} .layout=${this.#layout} .which=${this.#which(tensor)}
          .statistics=${this.#statistics} .label=${this.words.pictureIn(name)}></app-tensor-picture>`;
    }
  }

  /** Number of the picture at the chosen place. */
  #which(tensor: Tensor): number {
    return tensor.shape.slice(0, -3).reduce((index, dim, k) => index * dim + (this.place[k] ?? 0), 0);
  }

  /** An index for each dimension before those that are shown. */
  #places(tensor: Tensor, view: View) {
    const dims = view === "picture" ? tensor.shape.slice(0, -3) : leadingDims(tensor);
    if (dims.every((dim) => dim <= 1)) return nothing;
    return html`<div class="place">${this.words.placeIn}
      ${dims.map(
        (
          dim,
          k,
        ) => html`<input class="mono" type="number" min="0" max=${dim - 1} .value=${String(this.place[k] ?? 0)}
          aria-label=${this.words.indexOfDim(k, dim)} @input=${(event: Event) => {
            const index = Number((event.target as HTMLInputElement).value);
            if (!Number.isInteger(index) || index < 0 || index >= dim) return;
            this.place = dims.map((_, j) => (j === k ? index : (this.place[j] ?? 0)));
          }} />`,
      )}
    </div>`;
  }

  #figures(tensor: Tensor): string {
    const { words } = this;
    const figures = this.#statistics;
    if (!figures || tensor.size < 2) return "";
    const short = (value: number | bigint) =>
      typeof value === "bigint" ? String(value) : String(Number(value.toPrecision(6)));
    const nan = figures.nan > 0 ? ` · ${figures.nan} nan` : "";
    return `${words.figures(short(figures.min), short(figures.max), short(figures.mean))}${nan}`;
  }
}
