import type { Strings } from "../en.ts";
import { counted } from "../plural.ts";
import { sentence } from "../sentence.ts";

export const fr: Strings["subscription"] = {
  weekdays: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
  every: (days) => `Chaque ${days}`,
  workdays: "Du lundi au vendredi",
  daily: "Chaque jour",
  at: ({ days, time, zone }) => `${days} à ${time}, ${zone}`,
  byCron: ({ cron, zone }) => `Selon « ${cron} », ${zone}`,
  elsewhere: ({ time, city }) => `${time} à ${city}`,
  next: (when) => sentence(`Prochaine édition : ${when}`),
  noNext: "Prochaine édition : aucune, car toutes tombent un jour sans édition.",
  dayOff: (days) => sentence(`Jour sans édition : ${days}`),
  last: (what) => sentence(`Dernière édition : ${what}`),
  nothingYet: "Rien n'a encore été publié.",
  run: {
    posted: (when) => `${when}, publiée`,
    late: ({ due, when }) => `prévue ${due}, publiée en retard : ${when}`,
    waiting: (when) => `${when}, en cours d'envoi`,
    uncertain: (when) => `${when}, sans certitude qu'elle ait été publiée`,
    refused: ({ when, reason }) => `${when}, non publiée : ${reason}`,
    skipped: ({ when, reason }) => `${when}, omise : ${reason}`,
  },
  skipReasons: {
    paused: "en pause",
    "skipped-day": "jour sans édition",
    "too-late": "plus de 48 heures de retard",
    "nothing-new": "rien de nouveau",
  },
  pausedUntil: (day) => sentence(`En pause jusqu'au ${day}`),
  paused: "En pause jusqu'à ce que quelqu'un la reprenne.",
  pausedBySlack: (reason) => `En pause, car Slack refuse la publication : « ${reason} ».`,
  everything: "tous les sujets",
  onlyWithNews: "seulement s'il y a du nouveau",
  daysOff: (count) =>
    counted("fr", count, { one: "jour sans édition", other: "jours sans édition" }),
  setUpBy: "abonnement de",
  fromEnvironment: "défini par les réglages du programme",
  directMessage: "message direct",
  since: ({ time }) => `depuis ${time}`,
  until: ({ time }) => `jusqu'à ${time}`,
  buttons: {
    subscribe: "S'abonner…",
    send: "Envoyer maintenant",
    pause: "Suspendre jusqu'au…",
    resume: "Reprendre",
    change: "Modifier…",
    stop: "Arrêter…",
    show: (what) => `Voir : ${what}`,
  },
  confirmStop: {
    title: "Arrêter cet abonnement ?",
    text: "Plus aucune édition ne sera publiée. Ce qui a été publié reste.",
    yes: "Arrêter",
    no: "Garder",
  },
  none: "Aucun abonnement ici. Voici ce que dirait l'édition de la semaine.",
  others: "Autres abonnements de ce canal :",
  listTitle: (count) =>
    `${counted("fr", count, { one: "abonnement", other: "abonnements" })} dans cet espace de travail`,
  listEmpty: "Aucun canal de cet espace de travail n'est encore abonné.",
  listHidden: (count) =>
    counted("fr", count, {
      one: "autre dans un message direct de quelqu'un d'autre",
      other: "autres dans des messages directs d'autres personnes",
    }),
  invitation: "Choisissez les jours, l'heure et le contenu :",
  saved: "Enregistré.",
  sent: "Envoyé.",
  sending: "L'édition sera publiée dès que Slack le permettra.",
  sendUncertain:
    "Slack n'a pas répondu : il n'est pas certain que l'édition ait été publiée. Je continue à vérifier.",
  notSent: (reason) => `L'édition n'a pas été publiée : ${reason}.`,
  nothingToSend: "Rien de nouveau depuis la dernière édition : rien n'a été publié.",
  resumed: "L'abonnement reprend.",
  stopped: "Arrêté. Plus aucune édition ne sera publiée.",
  gone: "Cet abonnement n'existe plus.",
  notYours: {
    before: "Seul son propriétaire, ",
    after: ", ou un administrateur peut modifier cet abonnement.",
  },
  notYoursAdmins:
    "Seul un administrateur peut modifier cet abonnement, défini par les réglages du programme.",
  environment:
    "Cet abonnement est défini par les réglages du programme (DIGEST_CHANNEL, DIGEST_CRON et les suivants) ; c'est là qu'on le modifie ou l'arrête.",
  archived: "Ce canal est archivé : rien ne peut y être publié.",
  notInvited:
    "Je ne suis pas dans ce canal. Invitez-moi par /invite @kzminerals, puis abonnez-vous de nouveau.",
  notMine:
    "Je ne peux rien publier dans cette conversation. Abonnez un canal, ou écrivez-moi directement.",
  cannotJoin: (reason) =>
    `Je ne peux pas rejoindre ce canal (${reason}). Invitez-moi par /invite @kzminerals, puis abonnez-vous de nouveau.`,
  duplicate:
    "Ce canal est déjà abonné au même contenu dans cette langue. Modifiez plutôt cet abonnement :",
  tooMany: (limit) =>
    `Ce canal compte ${limit} abonnements, le maximum possible. Arrêtez-en un ou modifiez-le.`,
  form: {
    title: "S'abonner",
    changeTitle: "Modifier l'abonnement",
    submit: "Enregistrer",
    close: "Annuler",
    done: "Terminé",
    saving: "Un instant…",
    channel: "Pour",
    weekdays: "Jours",
    time: "Heure",
    timeZone: "Fuseau horaire",
    timeZoneHint: "Tapez une ville, l'heure d'un pays ou un décalage comme +5",
    language: "Langue",
    filter: "Seulement sur",
    filterExample: "uranium, lithium, France, depuis juin 2025",
    filterHint:
      "Minéraux, pays, entreprises, personnes, stades d'accords (signé), types d'événement (visites) et une période, dans l'une des trois langues. Vide : tout.",
    skippedDays: "Jours sans édition",
    skippedDaysHint: "Au format AAAA-MM-JJ, séparés par des espaces ou des virgules.",
    nothingNew: "S'il n'y a rien de nouveau",
    postsEmpty: "Publier qu'il n'y a rien de nouveau",
    cron: "Expression cron",
    cronHint:
      "Pour initiés : cinq champs, à la place des jours et de l'heure. 0 9 1 * * : le 1er à 09:00.",
  },
  languages: { en: "anglais", fr: "français", ru: "russe" },
  pauseForm: {
    title: "Suspendre l'abonnement",
    submit: "Suspendre",
    until: "Jusqu'au",
    hint: "L'abonnement reprend ce jour-là. Vide : jusqu'à ce que quelqu'un le reprenne.",
    notAhead: (day) => `${day} n'est pas à venir. Choisissez un jour plus tard.`,
  },
  faults: {
    "no-weekday": () => "Choisissez au moins un jour, ou écrivez une expression cron.",
    "no-time": ({ value }) => `« ${value} » n'est pas une heure. Choisissez-en une, comme 09:00.`,
    "no-time-zone": ({ value }) =>
      `« ${value} » n'est pas un fuseau horaire. Choisissez-en un dans la liste.`,
    "no-language": ({ value }) => `« ${value} » n'est pas une langue connue. Choisissez-en une.`,
    "filter-not-understood": ({ value }) =>
      `Incompris : ${value}. Écrivez des minéraux, pays, entreprises, personnes ou une période.`,
    "filter-over": ({ value }) =>
      `« ${value} » désigne une période passée, où rien de nouveau ne peut tomber.`,
    "filter-too-long": ({ value, limit }) => `${value} caractères sont trop ; ${limit} au plus.`,
    "not-days": ({ value }) => `Jour inexistant : ${value}. Écrivez les jours comme AAAA-MM-JJ.`,
    "too-many-days": ({ value, limit }) => `${value} jours sont trop ; ${limit} au plus.`,
    "cron-not-understood": ({ value }) =>
      `« ${value} » n'est pas compris. Écrivez cinq champs (minute, heure, jour, mois, jour de la semaine), comme 0 9 * * 1.`,
    "cron-never": ({ value }) => `« ${value} » ne se produit jamais : cette date n'existe pas.`,
    "cron-too-often": ({ value }) =>
      `« ${value} » se produit plus d'une fois par jour ; une édition couvre des jours entiers, donc une par jour est la limite.`,
  },
};
