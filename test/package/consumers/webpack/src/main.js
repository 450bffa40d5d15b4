import { both } from "./add.js";

both().then((text) => {
  document.querySelector("#result").textContent = text;
});
