import type { Strings } from "../en.ts";

export const fr: Strings["reasons"] = {
  slack: (word) => `Slack répond « ${word} »`,
  own: {
    "too-late": "l’envoi n’a pas pu se faire à temps",
    "unreadable-message": "le message enregistré est illisible",
    "unknown-message": "le message n’est plus connu",
    "lead-not-posted": "le premier message du fil n’a pas été publié",
    "lead-not-found": "le premier message du fil est introuvable",
    "digest-stopped": "l’abonnement a été arrêté",
    "digest-moved": "l’abonnement est passé à un autre canal",
    "too-many-messages": "trop de messages y ont été écrits depuis",
    "no-answer": "Slack n’a pas répondu",
    "not-drawn": "l’image n’a pas pu être dessinée",
    "no-upload-address": "Slack n’a pas donné d’adresse où envoyer le fichier",
    "upload-refused": "Slack n’a pas accepté le fichier",
  },
};
