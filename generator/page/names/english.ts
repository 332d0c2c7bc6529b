/** Words of an English sentence that tell where the verb of an action ends and its noun begins. */

/** Verbs of functions, which need no `get` before them; questions such as `isMember` begin with their verb too. */
const READING = wordSet(
  `get list find search filter verify check validate calculate export is are has have can should does lookup retrieve
   fetch read resolve preview query test download generate compute compare summarize evaluate`,
);

/** Verbs that are hardly ever nouns: they are recognized behind other words, as in `remoteLock`. */
const PLAIN_VERBS = wordSet(
  `accept activate add allow apply approve archive assign attach authorize begin cancel clear clone close commit complete
   configure confirm connect convert create deactivate decline decrypt delete deny deploy deregister detach disable
   disconnect discover dismiss enable encrypt enroll evaluate extend extract forward generate get import initialize
   insert install instantiate invalidate invite locate lock logout merge migrate mute notify pause process protect
   provision publish reactivate reapply reassign reboot recalculate recover redirect refresh regenerate register reject
   remove rename renew reopen reply reprocess reset resolve restart restore resume retire retrieve retry revoke rotate
   scan send share shut start stop submit subscribe suspend sync synchronize terminate transfer translate trigger
   unarchive unassign unbind unblock undo unenroll unfollow uninstall unlock unmerge unmute unprotect unpublish
   unregister unset unshare unsubmit unsubscribe update upgrade upload validate verify wipe withdraw`,
);

/** Verbs that are nouns as well; they count as verbs only at the beginning. */
const OTHER_VERBS = wordSet(
  `abort alter answer append ask associate autofit back block bypass call capture change clean collect consent copy cut
   disassociate dispatch display edit estimate execute expand explore expose fail favorite filter follow format grant
   hide hold include instruct invoke issue join keep leave link load log mail make map mark move open park patch play
   poll post prepare prevent promote pull push put quit reauthorize receive recommend record release reorder
   replace report reproject request resend resize return reverse review run save schedule seal select set setup sign
   snooze split step store swap take target toggle track transform uncheck undelete unhide unlink unpin unsign wait
   watch write`,
);

/** Words that stand before a verb and belong to it: `forceDelete`, `batchRecord`, `selfActivate`. */
const BEFORE_VERB = wordSet("auto batch bulk force hard partially permanent quick remote self soft");
/** Adverbs such as `tentatively`, but not `apply` and `reply`. */
const ADVERB = /(?<!^(?:(?:re)?app|comp|imp|multip|re|rep|supp))ly$/i;
/** Particles of verbs such as `shutDown`; the second group are prepositions if a word follows them. */
const PARTICLE = wordSet("up down out off away back");
const LAST_PARTICLE = wordSet("in on over");
const CONJUNCTION = wordSet("and or");
const DETERMINER = wordSet("all my");
const PREPOSITION = wordSet("as at by for from in into on to via with without");
/** Short words that stand between the words of a name or at its end: `sharedByMe`, `memberOf`. */
const SHORT = wordSet("and as at by for from me my of or to with");
/** Verbs that take their object with a preposition. */
const WITH_TO = wordSet("reply respond");

/** Parts of the name of an action in the order in which they stand in it. */
export interface ActionWords {
  /** `shutDown` of `shutDown`, `reset` of `resetPasscode`; empty if the name is a noun such as `usedRange`. */
  readonly verb: readonly string[];
  /** `all` of `revokeAllLicenses`. */
  readonly determiner: readonly string[];
  readonly noun: readonly string[];
  /** `ToDevice` of `assignUserToDevice`. */
  readonly complement: readonly string[];
}

/**
 * Splits the words of an action name at the end of its verb and at the first preposition.
 *
 * @param named words of the name
 * @param isRead the page says that the action returns something; a first word that is no verb begins a noun then
 */
export function actionWords(named: readonly string[], isRead: boolean): ActionWords {
  const words = withVerbFirst(named);
  const end = verbEnd(words, isRead);
  const rest = words.slice(end);
  const determiner = rest.slice(0, rest[0] !== undefined && DETERMINER.has(rest[0].toLowerCase()) ? 1 : 0);
  const object = rest.slice(determiner.length);
  const at = object.findIndex((word) => PREPOSITION.has(word.toLowerCase()));
  const split = at === -1 ? object.length : at;
  const verb = words.slice(0, end);
  return { verb, determiner, noun: object.slice(0, split), complement: object.slice(split) };
}

/** A word of the grammar, which may be as short as two letters in a name. */
export function isShortWord(word: string): boolean {
  return SHORT.has(word);
}

/** A function with this verb needs no `get`. */
export function isReadingVerb(word: string): boolean {
  return READING.has(word.toLowerCase());
}

/** A word that is a verb wherever it stands. */
export function isPlainVerb(word: string): boolean {
  return PLAIN_VERBS.has(word.toLowerCase());
}

/** `reply` and `respond` need `to` before their object. */
export function takesTo(verb: string): boolean {
  return WITH_TO.has(verb.toLowerCase());
}

/** A verb between two nouns comes first: `ordersArchiveUpdateLabels` → `updateOrdersArchiveLabels`. */
function withVerbFirst(words: readonly string[]): readonly string[] {
  const at = words.findIndex((word) => isPlainVerb(word));
  const isBetween = at > 0 && at < words.length - 1 && isNoun((words[0] ?? "").toLowerCase());
  return isBetween ? [(words[at] ?? "").toLowerCase(), ...words.slice(0, at), ...words.slice(at + 1)] : words;
}

/** Number of words of the verb; 0 if the words are a noun. */
function verbEnd(words: readonly string[], isRead: boolean): number {
  const start = words.findIndex((word) => !ADVERB.test(word) && !BEFORE_VERB.has(word.toLowerCase()));
  const first = (words[start] ?? "").toLowerCase();
  if (start === -1) return words.length;
  if (isVerb(first) || start > 0) return withParticles(words, start + 1);
  if (isRead) return 0;
  const plain = words.findIndex((word) => isPlainVerb(word));
  if (plain !== -1) return withParticles(words, plain + 1);
  return words.length > 1 && isNoun(first) ? 0 : withParticles(words, 1);
}

function isVerb(word: string): boolean {
  return READING.has(word) || PLAIN_VERBS.has(word) || OTHER_VERBS.has(word);
}

/** A plural, a participle or a determiner is no verb: `columnsAfter`, `resizedRange`, `myRequests`. */
function isNoun(word: string): boolean {
  return /^(?:\w{3,}[^isu]s|\w{3,}[^e]ed|\w{4,}ing|used)$/.test(word) || DETERMINER.has(word);
}

/** Adds `Down` of `shutDown`, and `OrGet` of `createOrGet`. */
function withParticles(words: readonly string[], end: number): number {
  const next = (words[end] ?? "").toLowerCase();
  if (PARTICLE.has(next) || (LAST_PARTICLE.has(next) && end === words.length - 1)) return end + 1;
  const isJoined = CONJUNCTION.has(next) && isVerb((words[end + 1] ?? "").toLowerCase());
  return isJoined ? withParticles(words, end + 2) : end;
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}
