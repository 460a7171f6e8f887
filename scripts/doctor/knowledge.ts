import { loadKnowledge } from "../../src/knowledge/load-knowledge.ts";
import { type Finding, failing, warning, well } from "./finding.ts";

export async function knowledgeFindings(folder: string): Promise<Finding[]> {
  const check = "knowledge";
  const { articles, problems, leftOut } = await loadKnowledge(folder);
  const advice = "npm run check-knowledge names each problem with its file";
  if (articles.length === 0)
    return [
      failing(check, `${folder} has no article that can be used`, `set KNOWLEDGE_DIR; ${advice}`),
    ];
  const text = `${articles.length} articles, the newest of ${articles[0]?.published ?? "no known day"}`;
  return [
    problems.length === 0
      ? well(check, text)
      : warning(check, `${text}; ${problems.length} problems, ${leftOut} files left out`, advice),
  ];
}
