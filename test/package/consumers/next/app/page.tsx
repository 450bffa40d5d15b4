"use client";

import { useEffect, useState } from "react";
import { both } from "./add";

export default function Page() {
  const [text, setText] = useState("");
  useEffect(() => {
    both().then(setText);
  }, []);
  return <pre id="result">{text}</pre>;
}
