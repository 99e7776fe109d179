/** To standard error, because standard output carries the log, one JSON object on each line. */
export function greet(url: string): void {
  console.error(`
  The provider is running. Open ${url} to sign up or sign in.
    API document   ${url}/openapi.json
    OAuth metadata ${url}/.well-known/oauth-authorization-server
    Stop it with Ctrl+C.
`);
}
