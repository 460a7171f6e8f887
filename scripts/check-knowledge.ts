/** `npm run check-knowledge`: every problem of the knowledge files, a line each; exit 1 on any. */
import { readConfig } from "../src/config.ts";
import { loadKnowledge } from "../src/knowledge/load-knowledge.ts";

const { knowledgeDir } = readConfig({ KNOWLEDGE_DIR: process.env.KNOWLEDGE_DIR });
const { articles, problems, leftOut } = await loadKnowledge(knowledgeDir, { comparesTexts: true });
for (const problem of problems) console.error(problem);
console.log(`${articles.length} articles, ${leftOut} left out, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
