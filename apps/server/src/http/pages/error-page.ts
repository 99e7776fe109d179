import type { ErrorPage } from "../failure.ts";
import { pageHeaders } from "./headers.ts";
import { errorPage } from "./templates/error.ts";

const TITLES: Readonly<Record<number, string>> = {
  403: "This is not allowed",
  404: "There is nothing here",
  429: "Too many requests",
  500: "Something went wrong",
  503: "Not available at the moment",
};

/** For whoever was sent here and can do nothing about it. */
const INVALID =
  "Something in it is missing or wrong. If an application sent you here, its developers have to repair this.";

/** How a page tells what other answers tell in JSON. */
export const showError: ErrorPage = ({ status, message, details, requestId }) => ({
  body: errorPage({
    title: TITLES[status] ?? "This request cannot be answered",
    message: status === 400 ? INVALID : message,
    details,
    requestId,
  }),
  headers: pageHeaders(),
});
