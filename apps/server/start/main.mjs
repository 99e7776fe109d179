// What `npm start` runs: the server out of a few files, because resolving, reading and stripping the some 700 of the source
// takes two thirds of a start. Plain JavaScript, because the first stripped type costs 40 ms.
import process from "node:process";
import { bundledMain } from "./bundled.mjs";

// A stack names the line of the source. Set here, so that it holds for the worker processes of a cluster too.
process.setSourceMapsEnabled(true);

await import(bundledMain());
