import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { both } from "./add";

function Result() {
  const [text, setText] = useState("");
  useEffect(() => {
    both().then(setText);
  }, []);
  return <pre id="result">{text}</pre>;
}

createRoot(document.querySelector("#root")!).render(<Result />);
