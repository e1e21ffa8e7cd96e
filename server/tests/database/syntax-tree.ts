import { parse } from 'libpg-query';

/** A node of PostgreSQL's own syntax tree (libpg-query): read by name, never trusted to be there. */
export type Tree = Readonly<Record<string, unknown>>;

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function child(tree: Tree | undefined, ...path: string[]): Tree | undefined {
  const found = path.reduce<unknown>((at, name) => (isTree(at) ? at[name] : undefined), tree);
  return isTree(found) ? found : undefined;
}

export function children(tree: Tree | undefined, name: string): Tree[] {
  const found = tree?.[name];
  return Array.isArray(found) ? found.filter(isTree) : [];
}

export function text(tree: Tree | undefined, name: string): string | undefined {
  const found = tree?.[name];
  return typeof found === 'string' ? found : undefined;
}

/** Names in a list such as `keys`, `fk_attrs`, `names`. */
export function names(tree: Tree | undefined, name: string): string[] {
  return children(tree, name).flatMap((entry) => text(child(entry, 'String'), 'sval') ?? []);
}

/** Every node below, itself included. */
export function* everyNode(tree: unknown): Generator<Tree> {
  if (Array.isArray(tree)) {
    for (const entry of tree) yield* everyNode(entry);
  } else if (isTree(tree)) {
    yield tree;
    for (const value of Object.values(tree)) yield* everyNode(value);
  }
}

/** Statements of a piece of SQL, each as [kind, node]. */
export async function statementsOf(sql: string): Promise<[string, Tree][]> {
  const parsed: unknown = await parse(sql);
  return children(isTree(parsed) ? parsed : undefined, 'stmts').flatMap((entry) =>
    Object.entries(child(entry, 'stmt') ?? {}).flatMap(([kind, node]): [string, Tree][] => (isTree(node) ? [[kind, node]] : [])),
  );
}
