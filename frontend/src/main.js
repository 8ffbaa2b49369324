import { createApp } from "./app.js";

createApp(document.getElementById("app"));
