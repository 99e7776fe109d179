import type { ReplyHeaders } from "../http/reply.ts";

export type View = { readonly page: string; readonly headers: ReplyHeaders };
