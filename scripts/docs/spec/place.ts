import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import { relativePath } from "../cli.ts";

/** A file that cannot be read, or a reference that leads nowhere. */
export class UnreadableError extends Error {
  override name = "UnreadableError";
}

class SourceFile {
  readonly path: string;
  readonly document: Document.Parsed;
  readonly #lines = new LineCounter();

  constructor(path: string) {
    if (!existsSync(path)) throw new UnreadableError(`${relativePath(path)}: there is no such file`);
    this.path = path;
    this.document = parseDocument(readFileSync(path, "utf8"), { lineCounter: this.#lines });
    const [error] = this.document.errors;
    if (error) throw new UnreadableError(`${this.where(error.pos[0])}: ${error.message.split("\n")[0]}`);
  }

  where(offset: number): string {
    return `${relativePath(this.path)}:${this.#lines.linePos(offset).line}`;
  }
}

/** A value in a YAML or JSON file that knows where it stands, and the files that its references lead to. */
export class Place {
  readonly #file: SourceFile;
  /** The roots of all files read so far, shared by every place reached from the first. */
  readonly #roots: Map<string, Place>;
  readonly #node: unknown;
  readonly #offset: number;
  #members: Map<string, Place> | undefined;
  #items: Place[] | undefined;

  private constructor(file: SourceFile, roots: Map<string, Place>, node: unknown, offset: number) {
    this.#file = file;
    this.#roots = roots;
    this.#node = isAlias(node) ? node.resolve(file.document) : node;
    this.#offset = offset;
  }

  /** The root of a file. */
  static open(path: string, roots = new Map<string, Place>()): Place {
    const absolute = resolve(path);
    const known = roots.get(absolute);
    if (known) return known;
    const file = new SourceFile(absolute);
    const root = new Place(file, roots, file.document.contents, 0);
    roots.set(absolute, root);
    return root;
  }

  /** `file:line`, where a member of a mapping stands at its key. */
  get where(): string {
    return this.#file.where(this.#offset);
  }

  get path(): string {
    return this.#file.path;
  }

  get value(): unknown {
    if (isScalar(this.#node)) return this.#node.value;
    return isMap(this.#node) || isSeq(this.#node) ? this.#node.toJS(this.#file.document) : undefined;
  }

  get text(): string | undefined {
    return typeof this.value === "string" ? this.value : undefined;
  }

  /** The members of a mapping; none of anything else. */
  get members(): ReadonlyMap<string, Place> {
    this.#members ??= new Map(
      (isMap(this.#node) ? this.#node.items : []).map(({ key, value }) => [
        isScalar(key) ? String(key.value) : "",
        this.#at(value, key),
      ]),
    );
    return this.#members;
  }

  /** The items of a sequence; none of anything else. */
  get items(): readonly Place[] {
    this.#items ??= isSeq(this.#node) ? this.#node.items.map((item) => this.#at(item, item)) : [];
    return this.#items;
  }

  get(name: string | number): Place | undefined {
    return typeof name === "number" ? this.items[name] : this.members.get(name);
  }

  /** As far along the path as there are members. */
  reach(path: (string | number)[]): Place {
    const [name, ...rest] = path;
    const next = name === undefined ? undefined : this.get(name);
    return next ? next.reach(rest) : this;
  }

  /** The name at the end of `$ref`. */
  get reference(): string | undefined {
    return this.get("$ref")?.text?.split("/").at(-1);
  }

  /** What `$ref` points to, or this very place where there is none. */
  follow(): Place {
    const reference = this.get("$ref");
    if (!reference?.text) return this;
    const [file = "", pointer = ""] = reference.text.split("#");
    const path = file ? resolve(dirname(this.path), file) : this.path;
    let target: Place | undefined = Place.open(path, this.#roots);
    for (const token of pointer.split("/").slice(1)) {
      target = target?.get(decodeURIComponent(token).replaceAll("~1", "/").replaceAll("~0", "~"));
    }
    if (!target) throw new UnreadableError(`${reference.where}: ${reference.text} leads nowhere`);
    return target.follow();
  }

  #at(node: unknown, mark: unknown): Place {
    const range = isScalar(mark) || isMap(mark) || isSeq(mark) || isAlias(mark) ? mark.range : undefined;
    return new Place(this.#file, this.#roots, node, range?.[0] ?? this.#offset);
  }
}

/** The items of a list by their value, or by one member's. */
export function byValue(list: Place | undefined, member?: string): Map<string, Place> {
  const entries = list?.items.map((item): [string, Place] => {
    const named = member === undefined ? item : item.get(member);
    return [String(named?.value), item];
  });
  return new Map(entries);
}
