import { both } from "./add.js";

document.querySelector("#result").textContent = await both();
