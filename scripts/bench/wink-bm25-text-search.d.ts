/** The package has no types; this is what the bench uses of it. */
declare module "wink-bm25-text-search" {
  type Engine = {
    defineConfig: (config: { fldWeights: Record<string, number> }) => void;
    definePrepTasks: (tasks: ((text: string) => string[])[]) => void;
    addDoc: (fields: Record<string, string>, id: string) => void;
    consolidate: () => void;
    search: (query: string, limit: number) => [id: string, score: number][];
  };
  function bm25(): Engine;
  export = bm25;
}
