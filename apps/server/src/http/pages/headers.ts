const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "frame-ancestors 'none'",
  "base-uri 'none'",
];

/** Where a page's forms may lead. */
export type FormTarget = "self" | "application" | "local-application";

// A browser holds form-action against every redirect that follows a form, the application's own ones too. Their addresses
// cannot be known, so only their schemes are given; http only for an application on the user's own device.
const FORM_ACTIONS: Record<FormTarget, string> = {
  self: "form-action 'self'",
  application: "form-action 'self' https:",
  "local-application": "form-action 'self' https: http:",
};

export function pageHeaders(target: FormTarget = "self"): Record<string, string> {
  return {
    "content-security-policy": [...POLICY, FORM_ACTIONS[target]].join("; "),
    // Under no-referrer, which all other answers have, browsers send forms with `Origin: null`. Other sites learn nothing.
    "referrer-policy": "same-origin",
    "x-frame-options": "DENY",
    // No Cross-Origin-Opener-Policy: an application that opens these pages in a window waits for that window's answer.
  };
}

export function formTarget(redirectUri: string | undefined): FormTarget {
  if (redirectUri === undefined) return "self";
  return redirectUri.startsWith("http:") ? "local-application" : "application";
}
