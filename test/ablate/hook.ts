/** Loaded before the program that is measured: one number of one of its files is read as another. */
import { register } from "node:module";

const change = process.env.ABLATE;
if (change) register("./load.js", import.meta.url, { data: JSON.parse(change) });
